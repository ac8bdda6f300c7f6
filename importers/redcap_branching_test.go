package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Branching logic is evaluated where it is simple, and not where somebody would have to guess.
func TestBranchingLogic(t *testing.T) {
	values := map[string]operand{}
	for name, i := range map[string]int{"q1": 0, "age": 1, "q2(3)": 2, "q2(-1)": 3} {
		values[name] = func(r *branchRow) branchValue { return branchValueOf(r.cells[i]) }
	}
	cells := []string{"2", "18", "1", "0"}
	for text, want := range map[string]truth{
		"[q1] = '2'":                       isTrue,
		`[Q1]="02"`:                        isTrue,
		"[q1] = '1'":                       isFalse,
		"[q1] <> '1'":                      isTrue,
		"[q1] != 2":                        isFalse,
		"[q2(3)] = '1' and [q2(-1)] = '1'": isFalse,
		"[q2(3)] = '1' AND ([q1]='1' or [age] >= 18)": isTrue,
		"[q1] = '1' or [age] > 18 or [age] < 18":      isFalse,
		"[q1] &lt;&gt; '1'":                           isTrue,
		"[q1] = '1' or\n[q1] = '2'":                   isTrue,
		"([q1] = '1')":                                isFalse,
		"[q1] = ''":                                   isFalse,
		"[q1] < 'b'":                                  cannotTell,
	} {
		c, why := readBranching(text, values, false)
		if why != "" {
			t.Errorf("%s: %s", text, why)
			continue
		}
		if got := c(&branchRow{cells: cells}); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]truth{"[q1] = '1'": isFalse, "[q1] <> '1'": isTrue, "[q1] = ''": isTrue, "[q1] = 0": cannotTell, "[age] < 18": isFalse, "[q1] < 18": cannotTell, "[age] = '0' or [q1] = ''": isTrue} {
		c, why := readBranching(text, values, false)
		if got := c(&branchRow{cells: []string{"", "30", "", ""}}); why != "" || got != want {
			t.Errorf("blank, %s: %d %s, want %d", text, got, why, want)
		}
	}
	if c, _ := readBranching("[q1] = '1'", values, true); c(&branchRow{cells: []string{"", "", "", ""}}) != cannotTell {
		t.Error("a blank of one event is taken for one of all")
	}
	for _, text := range []string{
		"[q9] = '1'", "datediff([q1], 'today', 'y') > 3", "[event_1][q1] = '1'", "[q1] = '1", "([q1] = '1'", "[q1] = '1' xor [q1] = '2'", "[q1]", "[q1] =", "", "[user-name] = 'x'", "sum([q1],[age]) > 3", "[q1] = [q1", "[q1] = '1')",
	} {
		if c, why := readBranching(text, values, false); why == "" {
			t.Errorf("%s is evaluated: %v", text, c(&branchRow{cells: cells}))
		}
	}
}

// A blank cell of a field that its branching logic hides was not shown; one that it shows was not answered; options that were not shown are
// no zeroes. What cannot be evaluated is named.
func TestHiddenFieldsAreNotShown(t *testing.T) {
	const dictionary = `Variable / Field Name,Form Name,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Branching Logic (Show field only if...)
record_id,care,text,Record ID,,
came,care,yesno,Did you come?,,
again,care,radio,We were prompt,"1, Strongly disagree | 2, Disagree | 3, Neutral | 4, Agree | 5, Strongly agree",[came] = '1'
how,care,checkbox,How did you come?,"1, By train | 2, By car",[came] = '1'
park,care,radio,Parking was easy,"1, Strongly disagree | 2, Disagree | 3, Neutral | 4, Agree | 5, Strongly agree",[how(2)] = '1' and [came] <> '0'
late,care,radio,We were late,"1, Strongly disagree | 2, Disagree | 3, Neutral | 4, Agree | 5, Strongly agree","datediff([came], 'today', 'd') > 3"
`
	const answers = "record_id,came,again,how___1,how___2,park,late,care_complete\n" +
		"1,1,1,1,0,,2,2\n2,0,,0,0,,,2\n3,1,,0,1,4,3,2\n4,1,5,0,1,,4,2\n5,0,3,0,0,,5,2\n6,1,4,1,0,2,1,2\n"
	labels := strings.NewReplacer("1,1,1,1,0", "1,Yes,Strongly disagree,Checked,Unchecked", "2,0,,0,0", "2,No,,Unchecked,Unchecked", "3,1,,0,1", "3,Yes,,Unchecked,Checked", "4,1,5,0,1", "4,Yes,Strongly agree,Unchecked,Checked",
		"5,0,3,0,0", "5,No,Neutral,Unchecked,Unchecked", "6,1,4,1,0", "6,Yes,Agree,Checked,Unchecked").Replace(answers)
	dir := t.TempDir()
	for name, text := range map[string]string{"d.csv": dictionary, "coded.csv": answers, "labels.csv": labels} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"coded.csv", "labels.csv"} {
		in, err := Inspect(context.Background(), file, "", Options{Dir: dir, Dictionary: "d.csv"})
		if err != nil {
			t.Fatal(err)
		}
		accounted(t, in)
		for id, want := range map[string][3]int{"again": {4, 1, 1}, "park": {2, 1, 3}, "late": {5, 1, 0}, "how___1": {4, 0, 2}} { // answered, blank, not shown
			for _, c := range in.Columns {
				if c.ID != id {
					continue
				}
				if c.NotShown == nil || [3]int{c.Answered, c.Blank, *c.NotShown} != want {
					t.Errorf("%s, %s: %d answered, %d blank, %v not shown, want %v", file, id, c.Answered, c.Blank, c.NotShown, want)
				}
			}
		}
		named := false
		for _, n := range in.Warnings {
			named = named || n.Code == study.BranchingUnread && strings.Contains(n.Message, `late ("datediff(`)
		}
		if !named {
			t.Errorf("%s: nobody says that a condition was not evaluated: %v", file, in.Warnings)
		}
	}
	s, err := study.Parse("s.yaml", []byte("audiences: {staff: {files: [coded.csv], dictionary: d.csv}}\nitems:\n  parking: {performance: {staff: {column: park, scale: [Strongly disagree, Disagree, Neutral, Agree, Strongly agree]}}}\n  prompt: {performance: {staff: {column: again, scale: [Strongly disagree, Disagree, Neutral, Agree, Strongly agree]}}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	survey, err := Open(s, Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	var sink codesSink
	if _, err := survey.Read(context.Background(), &sink); err != nil {
		t.Fatal(err)
	}
	hidden, blank := 0, 0
	for _, code := range sink.codes[0] {
		switch code {
		case study.NotShown:
			hidden++
		case study.Blank:
			blank++
		}
	}
	if hidden != 2 || blank != 1 { // the record without any answer is left out
		t.Errorf("%d not shown, %d blank of %v", hidden, blank, sink.codes[0])
	}
}

// codesSink keeps the codes by rating.
type codesSink struct{ codes [][]study.Code }

func (s *codesSink) Add(r *study.Responses) error {
	for i, codes := range r.Codes {
		if len(s.codes) <= i {
			s.codes = append(s.codes, nil)
		}
		s.codes[i] = append(s.codes[i], codes...)
	}
	return nil
}
