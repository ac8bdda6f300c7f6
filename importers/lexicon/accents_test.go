package lexicon

import (
	"strings"
	"testing"
)

// Labels are known without their accents and with a picture before or behind them; what nobody chose is spelled as they are.
func TestLabelsWithoutAccentsAndWithPictures(t *testing.T) {
	for _, test := range []struct{ labels, want string }{
		{"Tres utile|Utile|Peu utile|Pas utile", "utile (fr): Pas utile < Peu utile < Utile < Tres utile"},
		{"Tres insatisfait|Tres satisfait", "satisfaction (fr): Tres insatisfait < Insatisfait < Satisfait < Tres satisfait"},
		{"Nao concordo nem discordo|Concordo|Discordo", "agreement (pt): Discordo < Nao concordo nem discordo < Concordo"},
		{"Pessimo|Ruim|Regular|Bom|Otimo", "quality (pt): Pessimo < Ruim < Regular < Bom < Otimo"},
		{"Muy dificil|Dificil|Neutral|Facil|Muy facil", "ease (es): Muy dificil < Dificil < Neutral < Facil < Muy facil"},
		{"Ueberhaupt nicht wichtig|Wichtig|Sehr wichtig|Mittelmaessig wichtig|Weniger wichtig", "importance (de): Ueberhaupt nicht wichtig < Weniger wichtig < Mittelmaessig wichtig < Wichtig < Sehr wichtig"},
		{"Ne d'accordo ne in disaccordo|D'accordo|In disaccordo", "agreement (it): In disaccordo < Ne d'accordo ne in disaccordo < D'accordo"},
		{"😠 Sehr unzufrieden|🙁 Unzufrieden|😐 Neutral|🙂 Zufrieden|😀 Sehr zufrieden", "satisfaction (de): 😠 Sehr unzufrieden < 🙁 Unzufrieden < 😐 Neutral < 🙂 Zufrieden < 😀 Sehr zufrieden"},
		{"Very satisfied 👍🏽|Satisfied 🙂|Dissatisfied ☹️", "satisfaction (en): Very dissatisfied < Dissatisfied ☹️ < Satisfied 🙂 < Very satisfied 👍🏽"},
		{"🙂|😐|☹️", ""},
	} {
		got := ""
		if found := Fit(strings.Split(test.labels, "|")); found != nil {
			got = found.Family.String() + ": " + strings.Join(found.Labels, " < ")
		}
		if got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.labels, got, test.want)
		}
	}
	for _, text := range []string{"Non utilise", "Nao sei", "Weiss nicht", "Keine Angabe moeglich"} {
		if want := text != "Keine Angabe moeglich"; MeansDontKnow(text) != want {
			t.Errorf("%s means no answer: %v", text, !want)
		}
	}
}

// Scales of several languages that many questionnaires ask on.
func TestFamiliesOfEaseImportanceAndImpact(t *testing.T) {
	for _, test := range []struct{ labels, family string }{
		{"Not important < Somewhat important < Important < Very important < Extremely important", "importance (en)"},
		{"Not important < Slightly important < Somewhat important < Very important < Critical", "importance (en)"},
		{"Not useful at all < Somewhat useful < Very useful", "usefulness (en)"},
		{"Not useful < Somewhat useful < Useful < Very useful", "usefulness (en)"},
		{"Not helpful < Slightly helpful < Somewhat helpful < Very helpful < Extremely helpful", "helpful (en)"},
		{"Sehr schwer < Eher schwer < Teils/teils < Eher leicht < Sehr leicht", "ease (de)"},
		{"Très difficile < Difficile < Neutre < Facile < Très facile", "ease (fr)"},
		{"Muy difícil < Difícil < Ni fácil ni difícil < Fácil < Muy fácil", "ease (es)"},
		{"Muito difícil < Difícil < Fácil < Muito fácil", "ease (pt)"},
		{"Molto difficile < Difficile < Né facile né difficile < Facile < Molto facile", "ease (it)"},
		{"Zeer moeilijk < Moeilijk < Neutraal < Makkelijk < Zeer makkelijk", "ease (nl)"},
		{"Very negative < Negative < Neutral < Positive < Very positive", "positivity (en)"},
		{"Strongly negative < Somewhat negative < Neutral < Somewhat positive < Strongly positive", "positivity (en)"},
		{"Sehr negativ < Eher negativ < Eher positiv < Sehr positiv", "positivity (de)"},
		{"Très négatif < Plutôt négatif < Neutre < Plutôt positif < Très positif", "positivity (fr)"},
		{"Positive|Negative", ""}, // of a test
		{"Negative|Neutral|Positive", ""},
	} {
		got := Fit(strings.Split(strings.ReplaceAll(test.labels, " < ", "|"), "|"))
		switch {
		case test.family == "" && got != nil:
			t.Errorf("%s are of %s", test.labels, got.Family)
		case test.family == "":
		case got == nil || got.Family.String() != test.family || strings.Join(got.Labels, " < ") != test.labels:
			t.Errorf("%s: got %+v", test.labels, got)
		}
	}
}
