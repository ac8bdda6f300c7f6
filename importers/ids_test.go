package importers

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// inspectedJSON is everything that an inspection hands on.
func inspectedJSON(t *testing.T, text string) (*study.Inspection, string) {
	t.Helper()
	in := inspectedText(t, text)
	all, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	return in, string(all)
}

// What respondents are known by leaves an inspection in no warning and no list: neither addresses that are ids, nor numbers of employees.
func TestInspectionNamesNoRespondent(t *testing.T) {
	var long, redcap, numbers strings.Builder
	long.WriteString("respondent,item,value\n")
	redcap.WriteString("record_id,redcap_event_name,q1,q2\n")
	numbers.WriteString("Employee number,Staff no.,Kunden-Nr.,numéro de client,counter,q1\n")
	for i := range 40 {
		fmt.Fprintf(&long, "p%d@mail.example,we listen,%d\np%d@mail.example,we answer,%d\n", i, 1+i%5, i, 1+i%4)
		fmt.Fprintf(&redcap, "p%d@mail.example,e1,%d,%d\n", i%30, 1+i%5, 1+i%4)
		fmt.Fprintf(&numbers, "%d,%d,%d,%d,%d,%d\n", 7100+i/2, 7200+i%9, 7300+i/2, 7400+i/3, 7500+3*i, 1+i%5)
	}
	long.WriteString("p3@mail.example,we listen,1\n")
	in, all := inspectedJSON(t, long.String())
	if strings.Contains(all, "@") || len(in.Warnings) != 1 || !strings.Contains(in.Warnings[0].Message, "the first at a.csv:82") {
		t.Error(all)
	}
	in, all = inspectedJSON(t, redcap.String())
	if strings.Contains(all, "@") || !strings.Contains(flagsOf(in.Columns[0]), "10 rows with an id that stood before, the first at a.csv:32:1") {
		t.Error(all)
	}
	in, _ = inspectedJSON(t, numbers.String())
	for _, c := range in.Columns[:5] {
		if c.Kind != study.MetaColumn || len(c.Answers) > 0 {
			t.Errorf("%s: %s %v", c.ID, c.Kind, c.Answers)
		}
	}
	if c := in.Columns[5]; c.Kind != study.RatingColumn || len(c.Answers) != 5 {
		t.Errorf("%s: %s %v", c.ID, c.Kind, c.Answers)
	}
}

// Numbers that are no ids keep their kind and their list; facts that hardly two share keep their kind only.
func TestNumbersThatAreNoIDs(t *testing.T) {
	var b strings.Builder
	b.WriteString("Visits a year,Yearly income,Number of customers,q1\n")
	for i := range 40 {
		fmt.Fprintf(&b, "%d,%d,%d,%d\n", 13+i%7, 21000+170*i, 30+i%6, 1+i%5)
	}
	in := inspectedText(t, b.String())
	for i, listed := range []bool{true, false, true} {
		if c := in.Columns[i]; c.Kind != study.NumberColumn || len(c.Answers) > 0 != listed {
			t.Errorf("%s: %s %v", c.ID, c.Kind, c.Answers)
		}
	}
}

// Names of people are neither drawn nor offered as the points of a scale; the words of questions about a person are.
func TestNamesOfPeopleAreNotListed(t *testing.T) {
	names := []string{"Ann Ash", "Bob Birch", "Cem Cedar", "Dee Dogwood", "Eve Elm"}
	given := []string{"Adam", "Bela", "Cora", "Dario", "Enid"}
	words := []string{"passt", "passt halb", "passt kaum", "passt gar nicht", "passt genau"}
	var b, other strings.Builder
	b.WriteString("Who served you?,Store manager,Your adviser at the branch,Manager explains,Manager listens,How easy?,How fast?\n")
	other.WriteString("How easy?,How fast?\n")
	for i := range 60 {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%d,%d\n", names[i%5], given[i*3%5], names[i*2%5], words[i%5], words[i*2%5], 1+i%5, 1+i%4)
		fmt.Fprintf(&other, "%d,%d\n", 1+i%5, 1+i%3)
	}
	in := inspectedText(t, b.String())
	for _, c := range in.Columns[:3] {
		if len(c.Answers) > 0 || !strings.Contains(flagsOf(c), "names of people") {
			t.Errorf("%s (%s) lists %v", c.ID, c.Kind, c.Answers)
		}
	}
	if c := in.Columns[3]; len(c.Answers) != 5 {
		t.Errorf("%s (%s) lists %v", c.ID, c.Kind, c.Answers)
	}
	file := draftFileOf(t, "staff.csv", b.String(), "customers.csv", other.String())
	for _, name := range append(names, given...) {
		if strings.Contains(file, name) {
			t.Errorf("the draft names %s:\n%s", name, file)
		}
	}
	if !strings.Contains(file, "passt halb") {
		t.Errorf("the draft does not ask for the order of words:\n%s", file)
	}
}

// Who answered in two waves is no duplicate: the wave comes first.
func TestWaveBeforeDuplicates(t *testing.T) {
	text := "respondent_id,wave,Speed,Care\n"
	for i := range 60 {
		text += fmt.Sprintf("R%d,%d,%d,%d\n", i%30, 2025+i/30, 1+i*7%5, 1+i*3%5)
	}
	for name, test := range map[string]struct{ text, want, never string }{
		"two waves": {text, "did they answer in several waves? a study file says so first, by wave: {column: wave}; only then", ""},
		"no wave":   {strings.Replace(text, "wave", "batch", 1), "a study file can say id: respondent_id and quality: {duplicates: drop}", "wave: {column"},
	} {
		got := strings.Join(strings.Fields(strings.ReplaceAll(draftFileOf(t, "staff.csv", test.text), "\n#", "")), " ")
		if !strings.Contains(got, test.want) || test.never != "" && strings.Contains(got, test.never) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
