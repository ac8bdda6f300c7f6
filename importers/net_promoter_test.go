package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A score is that of the Net Promoter Score where the columns beside it say so, and not where they say otherwise.
func TestScoresThatAskToRecommend(t *testing.T) {
	for name, test := range map[string]struct{ header, row, want string }{
		"by groups":           {"Score,Group", "10,Promoter\n7,Passives\n0,Detractor", "nps 0..10"},
		"by Delighted's":      {"id,score,comment,permalink,survey_type", "1,10,,x,nps\n2,0,,y,nps", "nps 0..10"},
		"in words":            {"Person ID,Score,Comment,Created at,Person Property: Plan", "1,10,,2026-03-01 10:00:00 UTC,A\n2,0,,2026-03-01 10:00:00 UTC,A", "nps 0..10"},
		"nobody answered 0":   {"id,score,comment,permalink,survey_type", "1,9,,x,nps\n2,1,,y,nps", "nps 0..10 scale assumed: nobody answered 0 or 10, and such questions are asked on 0 to 10"},
		"surely nobody 0":     {"id,score,comment,permalink,survey_type", "1,10,,x,nps\n2,1,,y,nps\n3,1,,y,nps", "rating 1..10 scale assumed: nobody answered 0, and such questions are often asked on 0 to 10"},
		"of satisfaction":     {"id,score,comment,permalink,survey_type", "1,5,,x,csat\n2,1,,y,csat", "rating 1..5"},
		"two scores":          {"Score,NPS Score,Group", "10,2,Promoter\n0,3,Detractor", "rating 0..10"},
		"groups of something": {"Score,Group", "10,Promoter\n0,Friend", "rating 0..10"},
	} {
		in := inspectedText(t, test.header+"\n"+strings.Repeat(test.row+"\n", 10))
		for _, c := range in.Columns {
			if got := strings.TrimSpace(string(c.Kind) + " " + c.Scale + " " + flagsOf(c)); strings.EqualFold(c.ID, "score") && got != test.want {
				t.Errorf("%s: %s, want %s", name, got, test.want)
			}
		}
	}
}

// The question how likely people are to recommend is asked on 0 to 10, whatever few people answer, in all of the languages; unless its words
// or the answers show another scale.
func TestLikelyToRecommendIsAskedTo10(t *testing.T) {
	few, top := []int{0, 0, 1, 0, 1, 0, 1, 1, 2, 1}, "nps 0..10 scale assumed: nobody answered 0 or 10, and such questions are asked on 0 to 10"
	for header, test := range map[string]struct {
		times []int
		want  string
	}{
		"How likely are you to recommend us to a friend?":                     {few, top},
		"Wie wahrscheinlich ist eine Weiterempfehlung?":                       {few, top},
		"Würden Sie uns weiterempfehlen?":                                     {few, top},
		"Quelle est la probabilité que vous nous recommandiez ?":              {few, top},
		"¿Qué probabilidad hay de que nos recomiende?":                        {few, top},
		"Qual é a probabilidade de nos recomendar?":                           {few, top},
		"Quanto è probabile che ci raccomandi?":                               {few, top},
		"Hoe waarschijnlijk is het dat u ons aanbeveelt?":                     {few, top},
		"How likely are you to recommend these? [Our shop]":                   {few, top},
		"Quanto è probabile che ci consigli?":                                 {few, top},
		"Quanto è probabile che lei consigli la nostra azienda a un amico?":   {few, top},
		"O quanto você indicaria nossa empresa?":                              {few, top},
		"Qual a probabilidade de nos indicar a um amigo?":                     {few, top},
		"Zou u ons aanraden bij vrienden?":                                    {few, top},
		"Conseilleriez-vous notre entreprise à un proche ?":                   {few, top},
		"Zou u ons niet aanraden?":                                            {few, "number  no scale: it asks for \"niet aanraden\", and which end is the good one is not known"},
		"Quanto sono utili i consigli?":                                       {few, "rating 1..9 scale assumed: nobody answered 1"},
		"How much do you agree? [I am likely to recommend us]":                {few, "rating 1..10 scale assumed: nobody answered 0, and such questions are often asked on 0 to 10"},
		"I recommend us where I can":                                          {few, "rating 1..10 scale assumed: nobody answered 0, and such questions are often asked on 0 to 10"},
		"How likely are you to recommend us (1-9)?":                           {few, "rating 1..9"},
		"How likely are you to recommend our shop?":                           {[]int{0, 2, 2, 3, 3, 3}, "rating 1..5"},
		"How likely are you to recommend the shop?":                           {[]int{0, 2, 2, 3, 3, 3, 2, 9}, "rating 1..7"},
		"How likely are you to recommend a shop?":                             {[]int{0, 0, 0, 0, 0, 1, 1, 1}, "nps 0..10 scale assumed: nobody answered 0 or 10, and such questions are asked on 0 to 10"},
		"How likely are you to recommend my shop?":                            {[]int{0, 22, 2, 3, 3, 3, 2, 9, 8, 8, 8}, "rating 1..10 scale assumed: nobody answered 0, and such questions are often asked on 0 to 10"},
		"How likely are you to recommend their shop (very likely = the top)?": {[]int{1, 0, 1, 0, 0, 1, 0, 0, 0, 2, 1}, "nps 0..10"},
	} {
		c := inspectedText(t, ratedOnce(answersTo(header, test.times...))).Columns[0]
		if got := strings.TrimSpace(string(c.Kind) + " " + c.Scale + " " + flagsOf(c)); got != test.want {
			t.Errorf("%s: %s, want %s", header, got, test.want)
		}
	}
}

// Where nothing else was asked, or of one audience alone, the question is the outcome all the same, and a draft of it is read as it stands.
func TestRecommendingAloneIsTheOutcome(t *testing.T) {
	alone := ratedOnce(answersTo("How likely are you to recommend us?", 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2))
	beside := ratedOnce(answersTo("How likely are you to recommend us?", 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2), answersTo("How fair are we?", 0, 3, 3, 3, 3, 3))
	for _, files := range [][]string{{"customers.csv", alone}, {"staff.csv", beside, "customers.csv", alone}} {
		s, notices, err := drafted(t, files...)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := described(s, notices); len(s.Items) != 0 || s.Outcome == nil || !s.Outcome.NPS || len(s.Outcome.Columns) != len(files)/2 || !strings.Contains(got, "outcome_assumed") {
			t.Error(got)
		}
		if parsed, err := study.Parse("cxgap.yaml", []byte(draftFileOf(t, files...))); err != nil || parsed.Outcome == nil {
			t.Error(err)
		}
	}
	if _, _, err := drafted(t, "staff.csv", ratedOnce(answersTo("How fair are we?", 0, 3, 3, 3, 3, 3)), "customers.csv", alone); err == nil {
		t.Error("an outcome of one audience of two is no study")
	}
}

// The upper end of SurveyMonkey's question has words; that nobody chose the lower one makes it no other scale. Verbs of German and what people do
// when they recommend ask for the same.
func TestPromotersWithoutTheLowestAnswer(t *testing.T) {
	for _, question := range []string{
		"How likely is it that you would recommend The Alder Inn to a friend?", "Wie wahrscheinlich ist es, dass du uns weiterempfiehlst?", "Wie wahrscheinlich ist es, dass du Birkenhof einem Freund empfiehlst?",
		"Wie wahrscheinlich ist es für Sie, uns weiterzuempfehlen?", "How likely are you to refer a friend or colleague to us?", "How likely are you to suggest us to your friends?",
	} {
		text := "Respondent ID,Price (1-5)," + `"` + question + `"` + "\n"
		for i := range 80 {
			answer := fmt.Sprint(2 + i%8)
			if i%9 == 0 {
				answer = "Extremely likely - 10"
				if strings.HasPrefix(question, "Wie") {
					answer = "Äußerst wahrscheinlich - 10"
				}
			}
			text += fmt.Sprintf("%d,%d,%s\n", 7000+37*i, 1+i%5, answer)
		}
		if file := draftFileOf(t, "customers.csv", text); !strings.Contains(file, "\noutcome:") || !strings.Contains(file, "0..10") {
			t.Errorf("%s: no outcome on 0 to 10:\n%s", question, file)
		}
	}
}

// How sure people are to recommend says which end is the good one.
func TestSureToRecommend(t *testing.T) {
	for _, heading := range []string{
		"¿Recomendaría el gimnasio a sus amigos? (0 = seguro que no, 10 = seguro que sí)", "Würden Sie uns weiterempfehlen? (0 = sicher nicht, 10 = ganz sicher)",
		"Would you recommend us? (0 = definitely not, 10 = definitely)", "Recomendaria a nossa loja? (0 = certamente não, 10 = com certeza)",
		"Nous recommanderiez-vous ? (0 = certainement pas, 10 = oui, certainement)", "Ci consiglierebbe? (0 = sicuramente no, 10 = sicuramente sì)", "Zou u ons aanbevelen? (0 = zeker niet, 10 = zeker wel)",
	} {
		s, notices, err := drafted(t, "customers.csv", ratedOnce(answersTo(`"`+heading+`"`, 2, 1, 1, 2, 2, 3, 4, 6, 8, 7, 6), answersTo("How fair?", 0, 9, 8, 7, 6, 5), answersTo("How kind?", 0, 9, 8, 7, 6, 5)))
		if err != nil {
			t.Fatal(err)
		}
		if s.Outcome == nil || !s.Outcome.NPS || s.Outcome.Columns["customers"].Reversed {
			t.Errorf("%s: no Net Promoter Score\n%s", heading, described(s, notices))
		}
	}
}

// The words at the upper end tell that the lower one has words as well: a plain 1 lies before the 0 that nobody chose, however many chose it. Without
// words at an end, so many 1 tell that there is no 0, and a question that names its scale is asked on that.
func TestPromotersWithAPlainOne(t *testing.T) {
	for _, test := range []struct{ question, top, kind, scale string }{
		{"How likely are you to recommend us?", "Extremely likely - 10", "nps", "0..10"},
		{"Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?", "Äußerst wahrscheinlich - 10", "nps", "0..10"},
		{"How likely are you to recommend us?", "10", "rating", "1..10"},
		{"How likely are you to recommend us? (1 to 10)", "Extremely likely - 10", "anchored rating", "1..10"},
		{"How content are you with us?", "Extremely content - 10", "anchored rating", "1..10"},
	} {
		text := "Respondent ID,Price (1-5)," + `"` + test.question + `"` + "\n"
		for i := range 400 {
			answer := fmt.Sprint(1 + i%10)
			if answer == "10" {
				answer = test.top
			}
			text += fmt.Sprintf("%d,%d,%s\n", 7000+37*i, 1+i%5, answer)
		}
		if c := inspectedText(t, text).Columns[2]; string(c.Kind) != test.kind || c.Scale != test.scale {
			t.Errorf("%s with %s: %s %s, want %s %s", test.question, test.top, c.Kind, c.Scale, test.kind, test.scale)
		}
	}
}
