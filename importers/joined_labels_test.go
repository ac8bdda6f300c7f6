package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// A form of KoboToolbox exported with the names of its choices holds labels joined by underscores; so is spelled what nobody chose.
func TestJoinedLabels(t *testing.T) {
	for cells, want := range map[string]string{
		"strongly_disagree|disagree|neutral|agree|strongly_agree":                            "strongly_disagree|disagree|neutral|agree|strongly_agree",
		"disagree|neither_agree_nor_disagree|agree|strongly_agree":                           "strongly_disagree|disagree|neither_agree_nor_disagree|agree|strongly_agree",
		"1_very_dissatisfied|2_dissatisfied|3_neutral|4_satisfied|5_very_satisfied":          "1_very_dissatisfied|2_dissatisfied|3_neutral|4_satisfied|5_very_satisfied",
		"Sehr_unzufrieden|Unzufrieden|Neutral|Zufrieden":                                     "Sehr_unzufrieden|Unzufrieden|Neutral|Zufrieden|Sehr_zufrieden",
		"Strongly disagree|Disagree|Neutral|Agree|Strongly agree":                            "Strongly disagree|Disagree|Neutral|Agree|Strongly agree",
		"stimme_überhaupt_nicht_zu|stimme_eher_nicht_zu|teils_teils|stimme_voll_und_ganz_zu": "stimme_überhaupt_nicht_zu|stimme_eher_nicht_zu|teils_teils|stimme_eher_zu|stimme_voll_und_ganz_zu",
	} {
		found := lexicon.Fit(strings.Split(cells, "|"))
		if found == nil {
			t.Errorf("%s: no scale", cells)
			continue
		}
		if got := strings.Join(found.Labels, "|"); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", cells, got, want)
		}
	}
}

// What stands between group and question is told by several groups, where no question with several answers tells it.
func TestKoboSeparatorWithoutOptions(t *testing.T) {
	for separator, header := range map[string]string{
		"/": "start,Quality/Keeps promises,Quality/Fast,Other|Word,_uuid,_submission_time",
		"%": "start,Quality%Keeps promises,Quality%Fast,Price/Fair,_uuid,_submission_time",
		">": "start,A>B>Keeps promises,A>B>Fast,_uuid,_submission_time",
	} {
		e, err := exported(t, header+"\n"+strings.Repeat("x,", strings.Count(header, ","))+"y\n", Options{})
		if err != nil || e.Platform != "kobotoolbox" {
			t.Fatalf("%s: %v", header, err)
		}
		if got := e.Columns[1].Text + "|" + e.Columns[2].Text; got != "Keeps promises|Fast" {
			t.Errorf("%s: got %s", separator, got)
		}
	}
}

// Excel's mark of a number that was typed as text does not make it a word.
func TestNumbersTypedAsText(t *testing.T) {
	e, err := exported(t, "We listen\n1\n'1\n2\n3\n4\n'5\n5\n", Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	s, err := scanExport(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	columns := s.asked(0, nil)
	found := s.classify(columns)[0]
	if !found.kind.Rates() || found.read.scale.String() != "1..5" || columns[0].answers.numbers[1] != 2 || columns[0].answers.numbers[5] != 2 {
		t.Errorf("got %+v, %v", found, columns[0].answers.numbers)
	}
	r := cellsOf(t, "scale: 1..5")
	if code, ok := r.read("'4"); !ok || code != 3 {
		t.Errorf("read as %v, %v", code, ok)
	}
}

// A dash in place of several answers is blank, and no option that people chose.
func TestDashIsNoOption(t *testing.T) {
	dir := t.TempDir()
	text := "Which of these?\n" + strings.Repeat("\"Shop, Phone\"\n", 5) + strings.Repeat("\"Phone, Web\"\n", 5) + "Shop\nPhone\nWeb\n-\n-\nn/a\n"
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	c := in.Columns[0]
	if got := fmt.Sprint(c.Kind, c.Answers, c.Distinct, c.Blank, c.DontKnow); got != "multi[{Phone 11} {Shop 6} {Web 6}] 3 2 1" {
		t.Errorf("got %s", got)
	}
}
