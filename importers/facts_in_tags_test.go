package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Tags of one word say what they count as words do, and what asks since when, how large a share or for a class that somebody made is no rating.
func TestTagsOfCountsAndFactsAreNoRatings(t *testing.T) {
	for _, header := range []string{
		"NumReports", "numProjects", "NumberOfReports", "nb_enfants", "AnzKinder", "AnzahlKinder", "NumHijos", "qtd_filhos", "TeamSize", "CompanySize", "JobLevel", "income_quintile", "Q3_2cat", "age_grp", "Tnuts2", "TT11edu1",
		"How long have you been using it?", "Seit wann sind Sie Kunde?", "Wie lange arbeiten Sie bei uns?", "Depuis combien de temps êtes-vous client ?", "¿Cuánto tiempo lleva con nosotros?", "Há quanto tempo é cliente?",
		"Da quanto tempo è cliente?", "Hoe lang bent u klant?", "Percentuale di azioni (da moltiplicare per 10 - 1 corrisponde al 10%)", "Share of shares (1 = 10 %, 10 = 100 %)",
	} {
		if c := inspectedText(t, ratedOnce(answersTo("\""+header+"\"", 0, 4, 9, 6, 3, 8))).Columns; c[0].Kind.Rates() {
			t.Errorf("%s is %s", header, c[0].Kind)
		}
	}
	for _, header := range []string{
		"JobSatisfaction", "WorkEnv", "Numbness", "NumericSkills", "Number1Choice", "How long did it feel?", "Category fit", "Nutrition", "num_rating", "WorkLoad", "SatisfactionWithTeamSize", "Bin", "PeaNuts",
	} {
		if c := inspectedText(t, ratedOnce(answersTo(header, 0, 4, 9, 6, 3, 8))).Columns[0]; c.Kind != study.RatingColumn {
			t.Errorf("%s is %s", header, c.Kind)
		}
	}
}

// A heading that may be a group's or name what is rated is a group's beside age or gender.
func TestGroupsStandBesideAgeAndGender(t *testing.T) {
	for before, want := range map[string]study.ColumnKind{"gender_computed": study.SingleColumn, "Alter": study.SingleColumn, "sexe": study.SingleColumn, "speed": study.RatingColumn} {
		var text strings.Builder
		fmt.Fprintf(&text, "clean,%s,education,safe\n", before)
		for i := range 40 {
			fmt.Fprintf(&text, "%d,%d,%d,%d\n", 1+i%5, 1+i%4, 1+i/2%5, 1+i%3)
		}
		if c := inspectedText(t, text.String()).Columns[2]; c.Kind != want {
			t.Errorf("beside %s: %s, want %s", before, c.Kind, want)
		}
	}
}

// Numbers with zeros before them are codes, unless the question names its scale.
func TestNumbersWithZerosBeforeThemAreCodes(t *testing.T) {
	for header, want := range map[string]string{
		"Zone":                        "number ",
		"How good is it?":             "number ",
		"How good is it? (1-5)":       "rating 1..5",
		"How likely to recommend us?": "nps 0..10",
	} {
		c := inspectedText(t, "\""+header+"\",b\n"+strings.Repeat("01,1\n02,2\n03,3\n04,4\n05,5\n", 8)).Columns[0]
		if header == "How likely to recommend us?" {
			c = inspectedText(t, "\""+header+"\",b\n"+"00,1\n01,2\n02,2\n03,3\n04,2\n05,2\n06,4\n"+strings.Repeat("07,1\n08,3\n09,4\n10,5\n", 8)).Columns[0]
		}
		if got := string(c.Kind) + " " + c.Scale; got != want {
			t.Errorf("%s: %s, want %s", header, got, want)
		} else if want == "number " && !strings.Contains(flagsOf(c), `numbers are written with zeros before them, such as "01"`) {
			t.Errorf("%s: %s", header, flagsOf(c))
		}
	}
}

// Tags that are nothing but the question of the Net Promoter Score, or that call a column by it, are it; scores that are worked out are none, and
// what is called so beside them is no score.
func TestTagsOfTheNetPromoterScore(t *testing.T) {
	to10 := []string{"3", "5", "7", "8", "9", "10"}
	for header, test := range map[string]struct {
		cells []string
		want  string
	}{
		"nps_recommend":           {to10, "nps 0..10"},
		"q12_nps":                 {to10, "nps 0..10"},
		"Q7NPS":                   {to10, "rating 1..10"},
		"Qrecommend":              {to10, "nps 0..10"},
		"likelihood_to_recommend": {to10, "nps 0..10"},
		"LikelihoodToRecommend":   {to10, "nps 0..10"},
		"would_recommend":         {to10, "nps 0..10"},
		"would_not_recommend":     {to10, "number "},
		"recommended_by":          {to10, "rating 1..10"},
		"recommend":               {[]string{"1", "2", "3", "4", "5"}, "rating 1..5"},
		"nps_group":               {[]string{"1", "2", "3"}, "single "},
		"enps":                    {[]string{"-100", "-50", "0", "50", "100"}, "number "},
		"NPS":                     {[]string{"-100", "0", "100"}, "number "},
	} {
		c := inspectedText(t, header+",b\n"+strings.Repeat(strings.Join(test.cells, ",1\n")+",2\n", 6)).Columns[0]
		if got := string(c.Kind) + " " + c.Scale; got != test.want {
			t.Errorf("%s: %s, want %s", header, got, test.want)
		}
		if test.cells[0] == "-100" && !strings.Contains(flagsOf(c), "worked out already") {
			t.Errorf("%s: %s", header, flagsOf(c))
		}
	}
	slips := inspectedText(t, "NPS,b\n"+strings.Repeat("0,1\n9,2\n10,3\n-99,1\n100,2\n", 6)).Columns[0]
	if strings.Contains(flagsOf(slips), "worked out") {
		t.Errorf("slips: %s", flagsOf(slips))
	}
}

// "Weiß noch nicht" and its like are no answers, in seven languages.
func TestNotKnownYetIsNoAnswer(t *testing.T) {
	for _, word := range []string{"Don't know yet", "Weiss noch nicht", "Weiß noch nicht", "Je ne sais pas encore", "Aún no lo sé", "Ainda não sei", "Non so ancora", "Weet ik nog niet"} {
		c := inspectedText(t, "Party,b\n"+strings.Repeat("Red,1\nBlue,2\n\""+word+"\",3\n", 6)).Columns[0]
		if c.DontKnow != 6 {
			t.Errorf("%s: %d", word, c.DontKnow)
		}
	}
}

// How long people have been where they are is a fact in all languages, whatever it is called that they are in.
func TestYearsOfServiceAreFacts(t *testing.T) {
	for _, header := range []string{
		"Años en la empresa", "Años como socio", "Meses en el puesto", "Mois dans le poste", "Jahre in der Firma", "Jahre im Unternehmen", "Jahre als Kunde", "Betriebszugehörigkeit in Jahren", "Años de antigüedad", "Années dans l'entreprise", "Anni in azienda", "Anos na empresa", "Jaren in dienst",
		"Jahre in der Firma als Führungskraft bisher", "Jahre im Unternehmen (gerundet)", "Mesi come cliente del nostro negozio online", "Jaren in dienst bij deze organisatie als manager", "Años trabajando en esta empresa como jefe de equipo", "Anos de casa na empresa atual como gestor",
	} {
		text := "Respondent ID,Service (1-10)," + header + "\n"
		for i := range 60 {
			text += fmt.Sprintf("%d,%d,%d\n", 7000+37*i, 1+i%10, 1+i*7%10)
		}
		if file := draftFileOf(t, "customers.csv", text); strings.Contains(file, "performance: {customers: "+header) || strings.Contains(file, `performance: {customers: "`+header) {
			t.Errorf("%s is rated:\n%s", header, file)
		}
	}
}

// What asks for a number of days or an age is a fact, whatever time it is asked of.
func TestNumbersOfATimeAreFacts(t *testing.T) {
	for _, header := range []string{"In the last seven days, how many days did you work at home?", "Days worked in the last month", "Age", "Your age"} {
		if !isFact(Column{Text: header, ID: header}) {
			t.Errorf("%s is no fact", header)
		}
	}
}

// What is said of years and weeks somewhere is rated.
func TestStatementsOnYearsAreRated(t *testing.T) {
	for _, header := range []string{
		"Die ersten Wochen im Unternehmen waren gut organisiert", "Die ersten Monate im neuen Team waren angenehm", "Die vergangenen zwei Jahre als Teamleiter haben mich weitergebracht", "Meine Jahre bei uns haben sich gelohnt", "Wochen im Betrieb waren gut", "Wochen im Betrieb vergingen wie im Flug", "Jahre im Unternehmen (die letzten) haben mich weitergebracht", "Jaren bij dit bedrijf zijn goed geweest", "Mes premiers mois dans l'entreprise se sont bien passés", "Les premiers mois en poste ont été bien accompagnés", "Je me vois encore ici dans deux ans en poste",
		"Mis primeros meses en la empresa fueron buenos", "En los últimos años en esta empresa he crecido", "Llevo años trabajando aquí con gusto", "Os meus primeiros meses na empresa foram bons", "I miei primi mesi in azienda sono andati bene", "De laatste jaren bij dit bedrijf ben ik gegroeid", "Ik werk al jaren bij dit bedrijf met plezier",
		"In the last seven days, I have been praised for good work", "Over the past 6 months someone at work has talked to me about my progress", "People here are treated fairly regardless of their age",
		"In den letzten drei Monaten wurde ich gelobt", "Au cours des six derniers mois, j'ai progressé", "En los últimos doce meses he aprendido mucho",
	} {
		if isFact(Column{Text: header}) {
			t.Errorf("%s is a fact", header)
		}
	}
}
