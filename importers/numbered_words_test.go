package importers

import (
	"strings"
	"testing"
)

// Labels of no family are read by the numbers in them, where their words lean from one end to the other: names of groups do not.
func TestLabelsAreReadByTheirNumbers(t *testing.T) {
	for name, test := range map[string]struct {
		header, labels, want string
	}{
		"degrees of no known word":  {"How impressive was it?", "1 - Not very impressive|2 - A bit impressive|3 - Quite impressive|4 - Very impressive|5 - Extremely impressive", "anchored rating 1..5"},
		"levels":                    {"How was the load?", "1 - Low|2 - Medium|3 - High|4 - Very high|5 - Extreme", "anchored rating 1..5"},
		"the middle to the top":     {"Quanto ti piace?", "3 - Neutro|4 - Abbastanza|5 - Molto", "anchored rating 1..5"},
		"of three points":           {"Wie war die Betreuung?", "1 - schlecht|2 - durchwachsen|3 - gut", "anchored rating 1..3"},
		"from 0":                    {"Comment jugez-vous le service ?", "0 - Mauvais|1 - Quelconque|2 - Convenable|3 - Prometteur|4 - Excellent", "anchored rating 0..4"},
		"brackets, the best is 1":   {"¿Cómo valora el servicio?", "Excelente (1)|Apañado (2)|Flojillo (3)|Pésimo (4)", "anchored rating 1..4 reversed"},
		"regions":                   {"Where do you live?", "1 - North|2 - South|3 - East|4 - West", "single "},
		"families":                  {"Household", "1 - No children|2 - One child|3 - Two children", "single "},
		"a group whose words lean":  {"Income group", "1 - Low|2 - Tolerable|3 - High", "single "},
		"what is bad, asked either": {"Wie groß ist Ihr Stress?", "1 - gering|2 - geht so|3 - hoch", "single "},
		"levels of no judgement":    {"Experience level", "1 - Low|2 - Medium|3 - High", "single "},
		"one number twice":          {"How was the load?", "1 - Low|2 - Medium|2 - Middling|3 - High", "single "},
	} {
		c := inspectedText(t, ratedOnce(inWords(test.header, strings.Split(test.labels, "|")))).Columns[0]
		got := string(c.Kind) + " " + c.Scale
		if strings.Contains(flagsOf(c), "turns the answers round") {
			got += " reversed"
		}
		if got != test.want {
			t.Errorf("%s: got %s (%s), want %s", name, got, flagsOf(c), test.want)
		}
	}
}

// Levels are ratings where a judgement is asked for, and the names of groups elsewhere.
func TestLevelsOfAJudgement(t *testing.T) {
	for _, test := range []struct{ header, labels, want string }{
		{"Satisfaction", "Low|Medium|High", "labelled rating: Low < Medium < High"},
		{"Satisfação com o atendimento", "Alta|Média|Baixa", "labelled rating: Baixa < Média < Alta"},
		{"Calidad del servicio", "Muy baja|Baja|Media|Alta|Muy alta", "labelled rating: Muy baja < Baja < Media < Alta < Muy alta"},
		{"Zufriedenheit", "hoch|mittel|niedrig", "labelled rating: niedrig < mittel < hoch"},
		{"Qualité de l'accueil", "Faible|Moyenne|Élevée", "labelled rating: Faible < Moyenne < Élevée"},
		{"Qualità del servizio", "Bassa|Media|Alta", "labelled rating: Bassa < Media < Alta"},
		{"Tevredenheid", "Laag|Gemiddeld|Hoog", "labelled rating: Laag < Gemiddeld < Hoog"},
		{"Income level", "Low|Medium|High", "single: "},
		{"Salary", "low|medium|high", "single: "},
		{"Satisfaction", "Low|High", "single: "},
	} {
		c := inspectedText(t, ratedOnce(inWords(test.header, strings.Split(test.labels, "|")))).Columns[0]
		if got := string(c.Kind) + ": " + strings.Join(c.Labels, " < "); got != test.want {
			t.Errorf("%s: got %s (%s), want %s", test.header, got, flagsOf(c), test.want)
		}
	}
}

// A Dutch noun that ends in -heid is no id.
func TestDutchNounsAreRated(t *testing.T) {
	for _, header := range []string{"Tevredenheid", "Snelheid", "Vriendelijkheid"} {
		if c := inspectedText(t, ratedOnce(answersTo(header, 0, 3, 4, 5, 6, 7))).Columns[0]; c.Scale != "1..5" {
			t.Errorf("%s: %s %s", header, c.Kind, c.Scale)
		}
	}
}

// What is read as a rating is not offered as a group besides, and labels that say their points are not listed one by one.
func TestNumberedLabelsAreNoGroups(t *testing.T) {
	impressive := inWords("How impressive was it?", []string{"1 - Not very impressive", "2 - A bit impressive", "3 - Quite impressive", "4 - Very impressive", "5 - Extremely impressive"})
	quality := inWords("Quality of advice", []string{"Low", "Medium", "High"})
	file := draftFileOf(t, "customers.csv", ratedOnce(impressive, quality, inWords("Branch", []string{"North", "South"})))
	if !strings.Contains(file, "#  branch:") || strings.Contains(file, "#  how_impressive") || strings.Contains(file, "#  quality") {
		t.Errorf("groups in\n%s", file)
	}
	if c := inspectedText(t, ratedOnce(impressive)).Columns[0]; flagsOf(c) != "" {
		t.Errorf("%s", flagsOf(c))
	}
}
