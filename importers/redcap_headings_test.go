package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

// A dictionary says the same of an export with labels as of the raw one: who is identified, what was not shown, and what was answered.
func TestDictionaryOfLabels(t *testing.T) {
	sayings := map[string][]string{}
	for _, variant := range []string{"labelled", "labelled_raw"} {
		o := Options{Dir: sampleFolder, Dictionary: "redcap/" + variant + ".dictionary.csv"}
		in, err := Inspect(context.Background(), "redcap/"+variant+".csv", "", o)
		if err != nil {
			t.Fatal(err)
		}
		accounted(t, in)
		for i, c := range in.Columns {
			if i < 12 && c.Kind != study.MetaColumn && c.Kind != study.TimeColumn { // the two that ask "Why?" cannot be told apart by their heading
				answers := c.Answers
				if c.Kind == study.MultiColumn { // Checked, or 1
					answers = nil
				}
				sayings[variant] = append(sayings[variant], fmt.Sprintf("%s: %s %s %s, %d answered, %d blank, %d not shown, %v", c.Question, c.Kind, c.Scale, c.Labels, c.Answered, c.Blank, *c.NotShown, answers))
			}
		}
	}
	if diff := cmp.Diff(sayings["labelled_raw"], sayings["labelled"]); diff != "" || len(sayings["labelled"]) != 9 {
		t.Errorf("%d columns, raw and labelled (-raw +labelled):\n%s", len(sayings["labelled"]), diff)
	}
	codes := map[string][]study.Code{}
	for variant, columns := range map[string][3]string{
		"labelled":     {"We listen", "We answer", "How satisfied are you with prices?"},
		"labelled_raw": {"listens", "answers", "price"},
	} {
		text := fmt.Sprintf("audiences: {staff: {files: [redcap/%s.csv], dictionary: redcap/%s.dictionary.csv}}\nitems:\n", variant, variant)
		for i, column := range columns {
			text += fmt.Sprintf("  item%d: {performance: {staff: {column: %q, scale: [Very dissatisfied, Dissatisfied, Neutral, Satisfied, Very satisfied]}}}\n", i, column)
		}
		s, err := study.Parse("s.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		survey, err := Open(s, Options{Dir: sampleFolder})
		if err != nil {
			t.Fatal(err)
		}
		var sink codesSink
		if _, err := survey.Read(context.Background(), &sink); err != nil {
			t.Fatal(err)
		}
		for _, of := range sink.codes {
			codes[variant] = append(codes[variant], of...)
		}
	}
	if diff := cmp.Diff(codes["labelled_raw"], codes["labelled"]); diff != "" || len(codes["labelled"]) == 0 {
		t.Errorf("answers (-raw +labelled):\n%s", diff)
	}
}

// A heading that several fields have is named, and kept as personal as any of them; where no heading is a field's, that is said.
func TestHeadingsOfSeveralFields(t *testing.T) {
	const dictionary = `Variable / Field Name,Form Name,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Identifier?
record_id,a,text,Record ID,,
why,a,text,Why?,,y
why2,a,text,Why?,,
how,a,text,How?,,
how2,a,text,How?,,
nick,a,text,What may we call you?,,y
tools,a,checkbox,Which tools?,"1, Saw | 2, Saw | 3, Drill",
`
	const answers = "Record ID,Why?,How?,What may we call you?,Which tools? (choice=Saw),Which tools? (choice=Drill),Complete?\n"
	for name, test := range map[string]struct {
		header string
		said   string
		kinds  map[int]study.ColumnKind
	}{
		"labels":           {answers, `which of them these columns hold cannot be told: #2 "Why?", #3 "How?", #5`, map[int]study.ColumnKind{1: study.PersonalColumn, 3: study.PersonalColumn, 2: study.TextColumn, 4: study.MultiColumn, 5: study.MultiColumn}},
		"a heading twice":  {strings.Replace(answers, "How?", "What may we call you?", 1), `#3 "What may we call you?", #4 "What may we call you?"`, map[int]study.ColumnKind{2: study.PersonalColumn, 3: study.PersonalColumn}},
		"names":            {"record_id,why,how,nick,tools___1,tools___3,a_complete\n", "", map[int]study.ColumnKind{1: study.PersonalColumn, 2: study.TextColumn, 3: study.PersonalColumn}},
		"of another":       {"study_id,b,c,d,f___1,f___2,g_complete\n", "has none of its columns", map[int]study.ColumnKind{1: study.TextColumn}},
		"a labelled other": {"Study ID,b,c,d,f (choice=1),f (choice=2),Complete?\n", "has none of its columns", map[int]study.ColumnKind{1: study.TextColumn}},
	} {
		dir := t.TempDir()
		text := test.header
		for i := range 9 {
			tick := []string{"Checked", "Unchecked"}
			if strings.Contains(test.header, "_complete") {
				tick = []string{"1", "0"}
			}
			text += fmt.Sprintf("%d,so %d,as %d,Nick%c,%s,%s,%d\n", i, i*7, i*3, 'a'+i, tick[i%2], tick[0], 2)
		}
		for file, content := range map[string]string{"d.csv": dictionary, "e.csv": text} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		in, err := Inspect(context.Background(), "e.csv", "", Options{Dir: dir, Dictionary: "d.csv", Platform: "redcap"})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, n := range in.Warnings {
			if n.Code == study.FieldsUnknown {
				said += n.Message
			}
		}
		if !strings.Contains(said, test.said) || test.said == "" && said != "" {
			t.Errorf("%s: said %q, want %q", name, said, test.said)
		}
		for i, want := range test.kinds {
			if got := in.Columns[i].Kind; got != want {
				t.Errorf("%s, column %d: %s, want %s", name, i+1, got, want)
			}
		}
	}
}

// What REDCap writes for a form that nobody opened are no answers; what stands in one that was opened stays.
func TestFormsThatNobodyOpened(t *testing.T) {
	repeated := inspectedText(t, "record_id,redcap_event_name,a_timestamp,race___1,a_complete,s1,b_complete\n1,base,,1,2,,0\n1,later,,0,0,4,2\n")
	for _, at := range []int{3, 5} {
		if c := repeated.Columns[at]; c.Answered != 1 || c.Blank != 1 || c.NotShown != nil {
			t.Errorf("%s of two events: %d answers, %d blank, %v not shown: another record of the person holds the form", c.ID, c.Answered, c.Blank, c.NotShown)
		}
	}
	const header = "record_id,a_timestamp,came,race___1,race___2,tools___1,tools___2,a_complete,b_timestamp,s1,b_complete\n"
	for name, test := range map[string]struct {
		rows                              string
		race, tools, came, raceNot, s1Not int // answers of the first two and of came; not shown of race and s1
	}{
		"opened":                       {"1,2026-09-01 10:00:00,1,1,0,0,0,2,2026-09-01 10:00:00,,2\n", 1, 1, 1, 0, 0},
		"never opened":                 {"1,[not completed],,0,0,0,0,0,2026-09-01 10:00:00,4,2\n", 0, 0, 0, 1, 0},
		"no survey":                    {"1,,,0,0,0,0,0,,4,2\n", 0, 0, 0, 1, 0},
		"begun":                        {"1,[not completed],0,1,0,0,0,0,,,2\n", 1, 0, 1, 0, 0},
		"saved by hand":                {"1,,0,1,0,0,0,0,,,2\n", 1, 1, 1, 0, 0},
		"sent and set back":            {"1,2026-09-01 10:00:00,,0,0,0,0,0,,,2\n", 1, 1, 0, 0, 0},
		"the second was never opened":  {"1,2026-09-01 10:00:00,1,1,0,0,0,2,,,0\n", 1, 1, 1, 0, 1},
		"the second, in words":         {"1,2026-09-01 10:00:00,1,Checked,Unchecked,Unchecked,Unchecked,Complete,[not completed],,Incomplete\n", 1, 1, 1, 0, 1},
		"unverified is opened as well": {"1,,,0,0,0,0,1,,,1\n", 1, 1, 0, 0, 0},
	} {
		in := inspectedText(t, header+test.rows)
		accounted(t, in)
		at := map[string]study.InspectedColumn{}
		for _, c := range in.Columns {
			at[c.ID] = c
		}
		notShown := func(id string) int {
			if n := at[id].NotShown; n != nil {
				return *n
			}
			return 0
		}
		got := [5]int{at["race___1"].Answered, at["tools___2"].Answered, at["came"].Answered, notShown("race___2"), notShown("s1")}
		if want := [5]int{test.race, test.tools, test.came, test.raceNot, test.s1Not}; in.Platform != "redcap" || got != want {
			t.Errorf("%s: %s, %v answers of race, tools and came, not shown of race and s1, want %v", name, in.Platform, got, want)
		}
	}
}
