package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// The words at the ends of numbers say which of them is the good one.
func TestGoodEnd(t *testing.T) {
	up, down, unsure := "up", "down", "unsure"
	for text, want := range map[string]string{
		"Speed (1 = very good, 5 = very poor)":                                down,
		"Speed (1 = very poor, 5 = very good)":                                up,
		"Freundlichkeit (1 = trifft voll zu, 5 = trifft gar nicht zu)":        down,
		"Price: 1 (best) to 5 (worst)":                                        down,
		"Price: 1 (worst) to 5 (best)":                                        up,
		"Rate us from very good (1) to very poor (5)":                         down,
		"How fair, on a scale from 1 to 5, where 1 is the best?":              down,
		"How fair, on a scale from 1 to 5, where 5 is the best?":              up,
		"Note (1 = sehr gut bis 5 = mangelhaft)":                              down,
		"Gesamtnote nach Schulnoten (1 bis 5)":                                unsure,
		"Wie benoten Sie uns (1 bis 5)?":                                      unsure,
		"Vergeben Sie Noten von 1 bis 5":                                      unsure,
		"Give us school marks (1-5)":                                          unsure,
		"Ihre Note in deutschen Schulnoten (1 bis 5)":                         down,
		"Schulnoten wie in Österreich (1-5)":                                  down,
		"In Schweizer Schulnoten (1 bis 5)":                                   up,
		"Note nach Schulnoten in der Schweiz":                                 up,
		"Schulnoten (6 = sehr gut)":                                           unsure,
		"Schulnote in Deutsch, 5 = sehr gut":                                  up,
		"Schulnoten: 1 ist die beste":                                         down,
		"Schulnoten, 1 = ungenügend":                                          up,
		"Schulnote (1 = ungenügend, 5 = sehr gut)":                            up,
		"Prix (1 = très satisfait, 5 = pas du tout satisfait)":                down,
		"Precio (1 = muy malo, 5 = muy bueno)":                                up,
		"Preço (1 = ótimo, 5 = péssimo)":                                      down,
		"Prezzo (1 = ottimo, 5 = pessimo)":                                    down,
		"Prijs (1 = zeer goed, 5 = zeer slecht)":                              down,
		"Manner (1 = professional, 5 = unprofessional)":                       down,
		"Manner (1 = unprofessional, 5 = professional)":                       up,
		"Wait (1 = very slow, 5 = very fast)":                                 up,
		"How sure? 1 - not at all, 5 - fully":                                 up,
		"Look (1 = hidden, 5 = visible)":                                      unsure,
		"Look (1 = very hidden, 5 = very visible)":                            unsure,
		"Rate 1 (speed) to 5 (price)":                                         up,
		"Amount (1 = too little, 5 = too much)":                               unsure,
		"Tempo (1 = viel zu langsam, 5 = zu schnell)":                         unsure,
		"Preis (sehr gut = 1, sehr schlecht = 5)":                             down,
		"Lieferung (++ = 1 … −− = 5)":                                         down,
		"Note für die Beratung":                                               unsure,
		"Note globale (1 à 5)":                                                up,
		"Price – top grade 1":                                                 down,
		"Quality, 1 being the best":                                           down,
		"Price (lower is better)":                                             down,
		"Preis (je niedriger, desto besser)":                                  down,
		"Price (1 = top, 5 = flop)":                                           down,
		"Prices (1 = low, 5 = high)":                                          unsure,
		"Price level (1 = high, 5 = low)":                                     unsure,
		"Les prix (1 = trop élevés, 5 = bas)":                                 unsure,
		"Preise (1 = niedrig, 5 = hoch)":                                      unsure,
		"Effort (1 = little, 5 = a lot)":                                      unsure,
		"Prices are fair (1 = not at all, 5 = very much)":                     up,
		"Trust (1 = low, 5 = high)":                                           up,
		"Delivery (1 = no problems, 5 = big problems)":                        down,
		"Lieferung (1 = viele Fehler, 5 = keine Fehler)":                      up,
		"How good (1-5)?":                                                     up,
		"How good (1-5; 9 = don't know)?":                                     up,
		"Agree? 1 = Does not apply, 5 = applies":                              up,
		"Rate it from 1 to 5: how well do we listen?":                         up,
		"Is 5 - strongly agree your view, or 1 - strongly disagree? Tell us.": up,
	} {
		got := up
		switch end := lexicon.GoodEndOf(study.NewScale(1, 5), headings(text), nil); {
		case end.Unsure:
			got = unsure
		case end.Low:
			got = down
		}
		if got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}

// Whatever way the scale was printed, the same answers are read with the same meaning, and what was done is said.
func TestDraftTurnsRound(t *testing.T) {
	clear := answersTo("Is it clear or not?", 0, 2, 2, 2, 2, 2)
	cells := []string{"Listens", "1 - Strongly agree", "1 - Strongly agree", "2", "3", "4", "4", "5 - Strongly disagree"}
	of := [][]string{
		answersTo("Speed (1 = very good| 5 = very poor)", 0, 2, 3, 2, 2, 1), cells,
		answersTo("Look (1 = hidden| 5 = visible)", 0, 2, 3, 2, 2, 1), clear,
	}
	text := strings.ReplaceAll(ratedOnce(of...), "|", ";")
	s, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	turned := map[string]bool{}
	for _, item := range s.Items {
		for _, c := range item.Ratings[0].Columns {
			turned[item.ID] = c.Reversed
		}
	}
	if len(turned) != 3 || !turned["speed"] || !turned["listens"] || turned["is_it_clear_or_not"] {
		t.Errorf("turned round: %v", turned)
	}
	got := described(s, notices)
	for _, want := range []string{
		`1 is the good end, so that answers are turned round: "Speed" (1 = very good, 5 = very poor), "Listens" (1 = strongly agree, 5 = strongly disagree)`,
		`the ends are named (1 = hidden, 5 = visible), and which of them is the good one is not known`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	file := draftFileOf(t, "staff.csv", text, "customers.csv", text)
	for _, want := range []string{
		`reversed: true}, customers`, `scale: 1..5}}} # if 5 is the good end`, `reversed: true}}} # or, if 1 is`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
}

// School grades whose country nobody names are left out, with the reason, and a draft asks which end is the good one.
func TestSchoolGradesAreAskedAbout(t *testing.T) {
	text := ratedOnce(answersTo("Welche Schulnote geben Sie dem Tempo?", 0, 5, 6, 7, 6, 5, 4), answersTo("Wie gut ist der Preis?", 0, 5, 6, 7, 6, 5, 4))
	if c := inspectedText(t, text).Columns[0]; c.Kind != study.NumberColumn || !strings.Contains(flagsOf(c), "no scale: these are school grades") {
		t.Errorf("%s %q", c.Kind, flagsOf(c))
	}
	s, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); len(s.Items) != 1 || !strings.Contains(got, "these are school grades, of which 1 is the best in Germany and Austria, and 6 in Switzerland") {
		t.Error(got)
	}
	file := draftFileOf(t, "staff.csv", text, "customers.csv", text)
	for _, want := range []string{"scale: 1..6, reversed: true}}} # if 1 is the best of six, as in Germany", "scale: 1..6}}} # or, if 6 is the best, as in Switzerland"} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	if strings.Contains(file, "Austria:") || strings.Contains(file, "of five") {
		t.Errorf("five grades are offered beside a 6:\n%s", file)
	}
}

// Of school grades none of which is a 6, six and five may have been offered; those of a named country are as many as it has.
func TestSchoolGradesWithoutTheLast(t *testing.T) {
	grades := answersTo("Schulnote", 0, 12, 27, 11, 9, 1)
	file := draftFileOf(t, "staff.csv", ratedOnce(grades, answersTo("Wie gut ist der Preis?", 0, 5, 6, 7, 6, 5)))
	for _, want := range []string{
		"scale: 1..6, reversed: true}}} # if 1 is the best of six, as in Germany", "scale: 1..5, reversed: true}}} # or, if 1 is the best of five, as in Austria",
		"scale: 1..6}}} # or, if 6 is the best, as in Switzerland",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	for header, scale := range map[string]string{
		"Ihr Urteil in deutschen Schulnoten": "1..6", "Ihr Urteil in österreichischen Schulnoten": "1..5", "Ihr Urteil in Schweizer Schulnoten": "1..6",
	} {
		c := inspectedText(t, ratedOnce(answersTo(header, 0, 12, 27, 11, 9, 1))).Columns[0]
		if c.Scale != scale || strings.Contains(flagsOf(c), "nobody answered 6") != (scale == "1..6") {
			t.Errorf("%s: %s, %q", header, c.Scale, flagsOf(c))
		}
	}
}

// A question that asks for what is bad is offered on the scale that the other questions of its file tell.
func TestOfferOfWhatIsBadHasTheScaleOfItsNeighbours(t *testing.T) {
	ten := func(header string) []string { return answersTo(header, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8) }
	file := draftFileOf(t, "staff.csv", ratedOnce(ten("How friendly are we?"), ten("How fast is delivery?"), ten("How clear are our prices?"), ten("How good is our advice?"),
		answersTo("We are often late", 0, 0, 6, 8, 22, 18, 8, 3, 1, 1)))
	for _, want := range []string{"scale: 1..10}}} # if 10 is the good end", "scale: 1..10, reversed: true}}} # or, if 1 is"} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
}

// Statements about grading are rated as others are; grades are what somebody is asked to give. Grade 6 is named where the scale has one.
func TestStatementsAboutGrades(t *testing.T) {
	for header, why := range map[string]string{
		"Die Benotung ist nachvollziehbar": "", "Benotung": "", "School grades are fair": "", "School marks are explained to us": "", "Die Schulnoten sind gerecht": "",
		"Bitte benoten Sie die Beratung": "of which 1 is the best in Germany and Austria: is it the best here?", "Würden Sie uns bitte benoten?": "is it the best here?",
		"Vergeben Sie bitte eine Note": "is it the best here?", "Please give the service school marks": "is it the best here?", "Schulnote für das Tempo": "is it the best here?",
	} {
		c := inspectedText(t, ratedOnce(answersTo(header, 0, 5, 6, 7, 6, 5))).Columns[0]
		if flags := flagsOf(c); c.Kind.Rates() != (why == "") || !strings.Contains(flags, why) || strings.Contains(flags, "6 in Switzerland") {
			t.Errorf("%s: %s, %q", header, c.Kind, flags)
		}
	}
}

// Grades are asked about under short headings too; "Note" before a word that no ending tells to be German is one of six, and no note of French.
func TestHeadingsOfSchoolGrades(t *testing.T) {
	six, five := []int{0, 5, 6, 7, 6, 5, 4}, []int{0, 5, 6, 7, 6, 5}
	for header, test := range map[string]struct {
		times []int
		want  study.ColumnKind
	}{
		"Note Preise": {six, study.NumberColumn}, "Note Lieferung": {five, study.NumberColumn}, "Benotung Ablauf": {five, study.NumberColumn}, "Zensur für den Ablauf": {six, study.NumberColumn},
		"Note Accueil": {five, study.RatingColumn}, "Note globale": {six, study.RatingColumn}, "Zensur findet hier nicht statt": {five, study.RatingColumn}, "Note that prices are fair": {six, study.RatingColumn},
	} {
		c := inspectedText(t, ratedOnce(answersTo(header, test.times...), answersTo("Wie gut ist der Preis?", test.times...))).Columns[0]
		if (header == "Note Accueil") != strings.Contains(flagsOf(c), `in German a "Note" is a school grade, of which 1 is the best`) {
			t.Errorf("%s: %q", header, flagsOf(c))
		}
		if c.Kind != test.want || (c.Kind == study.NumberColumn) != strings.Contains(flagsOf(c), "these are school grades") {
			t.Errorf("%s: %s %q, want %s", header, c.Kind, flagsOf(c), test.want)
		}
	}
}
