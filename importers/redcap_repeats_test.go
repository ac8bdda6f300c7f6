package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a box of another record holds is not known: where the boxes that a condition names stand in the base record of a person, its blank
// or unticked cells in the records of a repeating form tell nothing. Those of a form that the record holds do.
func TestBoxesOfAnotherRecord(t *testing.T) {
	const dictionary = `Variable / Field Name,Form Name,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Branching Logic (Show field only if...)
record_id,base,text,Record ID,,
tools,base,checkbox,What do you use?,"1, App | 2, Phone",
note,base,text,Anything else?,,[tools(2)] = '1'
came,visit,checkbox,How did you come?,"1, By train | 2, By car",[tools(1)] = '1'
speed,visit,radio,We were prompt,"1, Strongly disagree | 2, Disagree | 3, Neutral | 4, Agree | 5, Strongly agree",[tools(1)] = '1'
park,visit,radio,Parking was easy,"1, Strongly disagree | 2, Disagree | 3, Neutral | 4, Agree | 5, Strongly agree",[came(2)] = '1'
`
	for name, in := range map[string]struct{ box, status string }{"blank": {"", ""}, "zeroes": {"0", "0"}, "labels": {"Unchecked", "Incomplete"}} {
		var answers strings.Builder
		answers.WriteString("record_id,redcap_repeat_instrument,redcap_repeat_instance,tools___1,tools___2,note,base_complete,came___1,came___2,speed,park,visit_complete\n")
		for id := 1; id <= 20; id++ {
			fmt.Fprintf(&answers, "%d,,,1,0,,2,%s,%[2]s,,,%s\n", id, in.box, in.status)
			fmt.Fprintf(&answers, "%d,visit,1,%s,%[2]s,,%s,%d,%d,%d,,2\n", id, in.box, in.status, id%2, 0, 1+id%5)
		}
		dir := t.TempDir()
		for file, text := range map[string]string{"d.csv": dictionary, "a.csv": answers.String()} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		seen, err := Inspect(context.Background(), "a.csv", "", Options{Dir: dir, Dictionary: "d.csv"})
		if err != nil {
			t.Fatal(err)
		}
		accounted(t, seen)
		for id, want := range map[string][3]int{ // answered, blank, not shown
			"came___1": {20, 20, 0}, // 10 ticked and 10 not
			"speed":    {20, 20, 0},
			"note":     {0, 20, 20}, // nobody ticked the telephone; what the boxes say is in the base record only
			"park":     {0, 20, 20}, // nobody came by car; that record holds the form of its condition
		} {
			for _, c := range seen.Columns {
				if c.ID != id {
					continue
				}
				if got := [3]int{c.Answered, c.Blank, *c.NotShown}; got != want {
					t.Errorf("%s, %s: answered, blank, not shown %v, want %v", name, id, got, want)
				}
			}
		}
	}
}

// However many fields and terms look at a value, it is read once a record, and a condition of many fields is evaluated once.
func TestConditionsReadARecordOnce(t *testing.T) {
	d := &redCapDictionary{fields: map[string]redCapField{
		"site": {kind: "radio", choices: []sssValue{{"1", "North"}, {"2", "South"}}},
		"q1":   {shownIf: "[site] = '1' or [site] = '3'"},
		"q2":   {shownIf: "[site] = '1' or [site] = '3'"},
		"q3":   {shownIf: "[site] <> '1'"},
	}}
	columns := []Column{{Header: "site"}, {Header: "q1"}, {Header: "q2"}, {Header: "q3"}}
	d.place(columns)
	shown, told := d.shown(columns)
	if len(told) > 0 || len(shown.groups) != 2 {
		t.Fatalf("%d conditions, want 2; %v", len(shown.groups), told)
	}
	read, counted := 0, &shownFields{}
	site := counted.remembered(func(r *branchRow) branchValue {
		read++
		return branchValueOf(r.cells[0])
	})
	for i, text := range []string{"[site] = 1 or [site] = 3 or [site] = 4", "[site] <> 1"} {
		when, why := readBranching(text, map[string]operand{"site": site}, false)
		if why != "" {
			t.Fatal(why)
		}
		counted.groups = append(counted.groups, shownGroup{when, []int{1 + i}})
	}
	row := counted.newRow()
	for i, want := range [][]string{{"2", notShownCell, ""}, {"4", "", ""}, {"1", "", notShownCell}} {
		cells := []string{want[0], "", ""}
		if counted.hide(row, columns[:3], cells); cells[1] != want[1] || cells[2] != want[2] || read != i+1 {
			t.Errorf("%q, want %q; read %d times in %d records", cells, want, read, i+1)
		}
	}
	south := newRedCapCodes(d.fields["site"].choices)
	for cell, want := range map[string]string{"2": "2", "02": "2", "2.0": "2", "South": "2", " South ": "2", "3": "3", "West": "West"} {
		if got := south.value(cell, false).text; got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
}
