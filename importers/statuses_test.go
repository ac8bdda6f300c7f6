package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// statusTable is a table of no platform with a status in each row.
func statusTable(heading string, statuses ...string) string {
	text := "Respondent," + heading + ",Speed,Price\n"
	for i, status := range statuses {
		text += fmt.Sprintf("%d,%s,%d,%d\n", i+1, status, 1+i%5, 1+3*i%5)
	}
	return text
}

// A column that is headed as a status and holds nothing else leaves out what is no response, counted by reason and said.
func TestStatusesOfNoPlatform(t *testing.T) {
	for name, test := range map[string]struct {
		text, dropped string
		kept          int
	}{
		"English":           {statusTable("Status", "Complete", "Partial", "complete", "Disqualified", "Test", "Preview", "Complete"), "[{preview 1} {test 1} {disqualified 1} {partial 1}]", 3},
		"Completion":        {statusTable("Completion", "Completed", "Completed", "Screened out", "Quota Full"), "[{disqualified 2}]", 2},
		"of responses":      {statusTable("Response_Status", "COMPLETED", "STARTED", "In Progress", "TERMINATED"), "[{disqualified 1} {partial 2}]", 1},
		"German":            {statusTable("Antwortstatus", "Abgeschlossen", "Unvollständig", "Vorschau", "Abgeschlossen"), "[{preview 1} {partial 1}]", 2},
		"of a panel":        {statusTable("Disposition", "Complete", "Screen out", "Over quota"), "[{disqualified 2}]", 1},
		"of what came back": {statusTable("Rücklaufstatus", "beendet", "abgebrochen", "Screenout", "Testdatensatz"), "[{test 1} {disqualified 1} {partial 1}]", 1},
		"spam and deleted":  {statusTable("Status", "Complete", "Spam", "Deleted"), "[{spam 1} {deleted 1}]", 1},
		"below many rows":   {statusTable("Status", append(strings.Split(strings.Repeat("Complete ", 600), " ")[:600], "Partial", "Complete")...), "[{partial 1}]", 601},
		"blank rows beside": {statusTable("Status", "Complete", "Partial", "Complete") + ",,,\n4,Complete,3,3\n", "[{partial 1}]", 0},
	} {
		in := inspectedText(t, test.text)
		if got := fmt.Sprint(in.Dropped); !strings.HasPrefix(got, strings.TrimSuffix(test.dropped, "]")) || test.kept > 0 && in.Kept != test.kept {
			t.Errorf("%s: kept %d, left out %s", name, in.Kept, got)
		}
		if len(in.Warnings) == 0 || in.Warnings[0].Code != study.StatusRead || in.Columns[1].Kind != study.MetaColumn {
			t.Errorf("%s: %v, %s", name, in.Warnings, in.Columns[1].Kind)
		}
	}
}

// A status of something else, or none for certain, leaves nobody out.
func TestNoStatusesOfResponses(t *testing.T) {
	for name, text := range map[string]string{
		"of an order":           statusTable("Order status", "Complete", "Partial", "Complete"),
		"words of an order":     statusTable("Status", "Completed", "In progress", "Completed"),
		"another word":          statusTable("Status", "Complete", "Partial", "Shipped"),
		"another word far down": statusTable("Status", append(strings.Split(strings.Repeat("Complete Partial ", 300), " ")[:600], "Shipped")...),
		"a blank beside answer": statusTable("Response status", "Complete", "Partial", ""),
		"none complete":         statusTable("Status", "Partial", "Test", "Partial"),
		"all complete":          statusTable("Status", "Complete", "Complete", "Complete"),
		"numbers":               statusTable("Status", "1", "0", "1"),
	} {
		in := inspectedText(t, text)
		if len(in.Dropped) > 0 || in.Kept != in.Read || len(in.Warnings) > 0 && in.Warnings[0].Code == study.StatusRead {
			t.Errorf("%s: %v, %v", name, in.Dropped, in.Warnings)
		}
	}
}

// Partial responses stay if the study says so; a study that names the column decides itself, and is told nothing of it.
func TestStudyDecidesOnStatuses(t *testing.T) {
	text := statusTable("Status", "Complete", "Partial", "Test", "Complete", "Complete")
	const of = "audiences: {staff: {files: [a.csv]%s}}\nscale: 1..5\n%sitems: {s: {performance: Speed}}\n"
	for name, test := range map[string]struct {
		where, more, flow string
		said              bool
	}{
		"by itself":   {"", "", "[{staff a.csv 5 3 [{test 1} {partial 1}]}]", true},
		"partial too": {"", "quality: {partial: report}\n", "[{staff a.csv 5 4 [{test 1}]}]", true},
		"where":       {", where: {Status: [Partial, Test]}", "", "[{staff a.csv 2 2 []} { a.csv 3 0 [{not_selected 3}]}]", false},
		"a segment":   {"", "segments: {s: Status}\n", "[{staff a.csv 5 5 []}]", false},
	} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, test.where, test.more), "a.csv", text)
		if err != nil {
			t.Fatal(name, faultsOf(err))
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(name, faultsOf(err))
		}
		said := false
		for _, n := range intake.Warnings {
			said = said || n.Code == study.StatusRead
		}
		if got := fmt.Sprint(intake.Flow); got != test.flow || said != test.said {
			t.Errorf("%s: %s, %v", name, got, intake.Warnings)
		}
	}
}

// A draft says what it read as status.
func TestDraftSaysStatuses(t *testing.T) {
	got := draftFileOf(t, "staff.csv", statusTable("Status", "Complete", "Partial", "Test", "Complete", "Complete"))
	if !strings.Contains(got, `the column "Status" is read as the status of each response, by its values "Complete", "Partial", "Test"`[:60]) {
		t.Errorf("%s", got)
	}
}

// A column with the heading of a status and words of responses among others may be one: it is said what is not certain, and nobody is left out.
func TestStatusesThatNobodyIsSureOf(t *testing.T) {
	for name, test := range map[string]struct{ text, unsure, where string }{
		"words of much else":    {statusTable("Status", "Abgeschlossen", "Abgebrochen", "Test", "Abgeschlossen"), `"Abgebrochen"`, "where: {Status: [Abgeschlossen]}"},
		"another word":          {statusTable("Response status", "Completed", "Bounced", "Incomplete", "Completed", "Finished"), `"Bounced"`, `where: {"Response status": [Completed, Finished]}`},
		"two of them":           {statusTable("Estado", "Completa", "Parcial", "Rara", "Prueba", "Completa"), `"Prueba", "Rara"`, "where: {Estado: [Completa]}"},
		"a yes of who finished": {statusTable("Finished", "TRUE", "FALSE", "TRUE"), `"FALSE", "TRUE"`, `where: {Finished: ["TRUE"]}`},
		"a question for a yes":  {statusTable("Completed?", "Yes", "No", "Yes"), `"No", "Yes"`, `where: {"Completed?": ["Yes"]}`},
		"a yes in German":       {statusTable("Vollständig ausgefüllt", "ja", "nein", "ja"), `"ja", "nein"`, `where: {"Vollständig ausgefüllt": [ja]}`},
		"a yes of tests":        {statusTable("Is test", "0", "1", "0"), `"0", "1"`, `where: {"Is test": ["0"]}`},
		"bad data":              {statusTable("Status", "complete", "bad data", "complete"), `"bad data"`, "where: {Status: [complete]}"},
		"who gave up in French": {statusTable("Statut", "Terminé", "Abandonné", "Terminé"), `"Abandonné", "Terminé"`, `where: {Statut: ["Terminé"]}`},
		"valid ones":            {statusTable("Quality", "valid", "invalid", "valid"), `"invalid", "valid"`, "where: {Quality: [valid]}"},
		"valid ones in German":  {statusTable("Qualität", "gültig", "ungültig", "gültig"), `"gültig", "ungültig"`, `where: {"Qualität": ["gültig"]}`},
		"valid or not":          {statusTable("Valid", "valid", "invalid", "valid"), `"invalid", "valid"`, "where: {Valid: [valid]}"},
		"how far they came":     {statusTable("Progress", "100", "40", "100", "7", "12", "20", "33", "50", "51", "60", "70", "80", "90"), `"100", "12", "20", "33", "40" and 7 more`, `where: {Progress: ["100"]}`},
		"all came to the end":   {statusTable("Progress", "100", "100", "100"), "", ""},
		"a rated progress":      {statusTable("Progress", "1", "4", "5"), "", ""},
		"more than all":         {statusTable("Progress", "100", "40", "140"), "", ""},
		"a rated quality":       {statusTable("Quality", "good", "bad", "good"), "", ""},
		"finished all":          {statusTable("Finished", "TRUE", "TRUE", "TRUE"), "", ""},
		"finished in part":      {statusTable("Finished", "yes", "no", "nearly"), "", ""},
		"a rating":              {statusTable("Complete", "1", "4", "5"), "", ""},
		"certain":               {statusTable("Status", "Complete", "Partial", "Complete"), "", ""},
		"of orders":             {statusTable("Status", "Complete", "Shipped", "Paid"), "", ""},
		"none complete":         {statusTable("Status", "Partial", "Abgebrochen", "Shipped"), "", ""},
		"of very many values":   {statusTable("Status", "Complete", "Partial", "A", "B", "C", "D", "E", "F", "G", "H", "I"), "", ""},
		"another heading":       {statusTable("Delivery", "Abgeschlossen", "Abgebrochen", "Test"), "", ""},
	} {
		in := inspectedText(t, test.text)
		said := ""
		for _, n := range in.Warnings {
			if n.Code == study.StatusUnsure {
				said = n.Text()
			}
		}
		want := "it is not certain what " + test.unsure + " means there; " + test.where
		if test.unsure == "" && said != "" || test.unsure != "" && (!strings.Contains(said, want) || len(in.Dropped) > 0) {
			t.Errorf("%s: left out %v, said %q", name, in.Dropped, said)
		}
		if test.where != "" && !strings.Contains(draftFileOf(t, "staff.csv", test.text), "# ? "+test.where+" #") {
			t.Errorf("%s: the draft does not offer %s", name, test.where)
		}
	}
}

// A study that names the column has decided, and is told nothing.
func TestStudyNamesAnUnsureStatus(t *testing.T) {
	text := statusTable("Status", "Abgeschlossen", "Abgebrochen", "Abgeschlossen", "Abgeschlossen", "Abgeschlossen", "Abgeschlossen")
	for where, want := range map[string]bool{"": true, ", where: {Status: [Abgeschlossen]}": false} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf("audiences: {staff: {files: [a.csv]%s}}\nscale: 1..5\nitems: {s: {performance: Speed}}\n", where), "a.csv", text)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		said := false
		for _, n := range intake.Warnings {
			said = said || n.Code == study.StatusUnsure
		}
		if said != want {
			t.Errorf("%q: %v", where, intake.Warnings)
		}
	}
}
