package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Who answered, and whom they name, is personal in every language; a question that has a name in it, or is about a name, is not.
func TestPersonalColumnsOfManyLanguages(t *testing.T) {
	for header, cell := range map[string]string{
		"Imię i nazwisko": "Jan Kowalski", "Ваше имя": "Иван", "お名前": "山田", "Straße und Hausnummer": "Hauptstr. 1", "IPv6 address": "2001:db8::1", "Signature": "Bob",
		"Where from": "fe80::a:1", "Contact person": "Bob Ray", "Who filled this in?": "Cy Young", "Name of your account manager": "Jo Smith",
		"Name des Ansprechpartners": "Meier", "Name Ihres Betreuers": "Vogel", "Nom de votre conseiller": "Petit", "Naam van uw begeleider": "Smit", "Names of the team leaders": "x y",
	} {
		if got := kindOfColumn(t, header, cell); got != study.PersonalColumn {
			t.Errorf("%s: %s", header, got)
		}
	}
	for header, cell := range map[string]string{
		"Name the biggest problem": "slow", "Brand name awareness": "high", "Who answered the telephone?": "A machine", "Name of the product": "Alpha", "Working hours": "10:30:15",
	} {
		if got := kindOfColumn(t, header, cell); got == study.PersonalColumn {
			t.Errorf("%s: personal", header)
		}
	}
}

// What somebody is called on a platform is personal, with its sign and without; what was rated of a platform, or chosen, is not.
func TestNamesOnPlatforms(t *testing.T) {
	for _, test := range []struct {
		header, cell string
		personal     bool
	}{
		{"Handle", "@zqxeva", true},
		{"Handle", "zqxeva", true},
		{"@names", "zqxeva", true},
		{"Twitter handle", "zqxeva", true},
		{"X handle", "zqxeva", true},
		{"Your social media handle", "zqxeva", true},
		{"Discord username", "zqxeva#1234", true},
		{"Instagram-Name", "zqxeva", true},
		{"Benutzername bei Instagram", "zqxeva", true},
		{"Pseudo Discord", "zqxeva", true},
		{"Usuario de Instagram", "zqxeva", true},
		{"Conta do Instagram", "zqxeva", true},
		{"Account di Instagram", "zqxeva", true},
		{"Gebruikersnaam op Discord", "zqxeva", true},
		{"Instagram", "zqx.eva_1", true},
		{"Twitter", "@zqxeva", true},
		{"Instagram", "Often", false},
		{"Discord", "Yes", false},
		{"Handle", "4", false},
		{"Handle", "Very good", false},
		{"Handle", "Agree", false},
		{"Handling", "quick", false},
		{"How do you follow us?", "Instagram", false},
		{"Twitter support", "slow", false},
		{"Line", "Line_12", false},
	} {
		if got := kindOfColumn(t, test.header, test.cell); (got == study.PersonalColumn) != test.personal {
			t.Errorf("%s: %s: %s", test.header, test.cell, got)
		}
	}
	var many strings.Builder
	for i := range 400 {
		fmt.Fprintf(&many, "zqx%s,4\n", strings.Repeat("ab", i))
	}
	if got := kindOfColumn(t, "Handle", "", many.String()); got != study.PersonalColumn {
		t.Errorf("many handles: %s", got)
	}
}

// kindOfColumn says what a column with a header and the same cell in every row is taken for.
func kindOfColumn(t *testing.T, header, cell string, more ...string) study.ColumnKind {
	t.Helper()
	dir := t.TempDir()
	text := "\"" + header + "\",We listen\n" + strings.Repeat("\""+cell+"\",4\n", 6) + strings.Join(more, "")
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	return in.Columns[0].Kind
}

// The name of whom people deal with does not enter a drafted study, nor does what they write in their own words.
func TestDraftQuotesNobody(t *testing.T) {
	text := "We listen,Name des Ansprechpartners,Comments,What should we do first?,Region\n" +
		strings.Repeat("1,Meier,Too few vans,Fix it,North\n4,Schulze,None,Call back,South\n5,Vogel,Too slow,Fix it,North\n", 5)
	got := draftFileOf(t, "customers.csv", text, "staff.csv", text)
	for _, word := range []string{"Meier", "Ansprechpartner", "vans", "Call back"} {
		if strings.Contains(got, word) {
			t.Errorf("%q stands in\n%s", word, got)
		}
	}
	if !strings.Contains(got, `#  region: {staff: Region, customers: Region} # 2 values: "North", "South"`) {
		t.Error(got)
	}
}

// A long statement among ratings is one, whatever word stands in it; a row that is nothing but a fact is none.
func TestLongStatementAmongRatings(t *testing.T) {
	text := "How well do we do? [We listen],How well do we do? [We answer],How well do we do? [We are fair],How well do we do? [We are fast]," +
		"\"How well do we do? [Informs us without being asked, by e-mail, of any new date of delivery]\",How well do we do? [Age]\n" + strings.Repeat("1,2,3,4,5,1\n5,4,3,2,1,2\n", 8)
	got := draftFileOf(t, "customers.csv", text, "staff.csv", text)
	if !strings.Contains(got, "label: \"How well do we do? - Informs us without being asked") && !strings.Contains(got, "label: \"Informs us without being asked") {
		t.Error(got)
	}
	if strings.Contains(got, "\n    label: Age") || !strings.Contains(got, "taken for facts, not ratings: \"How well do we do? [Age]\"") {
		t.Error(got)
	}
}

// An item that takes up the question of an audience with words of its own takes up its importance too.
func TestWhatGoesWithAFurtherAudience(t *testing.T) {
	inside := "How well do we do? [We listen to you],How well do we do? [We answer at once]\n" + strings.Repeat("1,5\n4,2\n5,3\n", 6)
	customers := "How well does Acme do? [We listen to you],How well does Acme do? [We answer at once],How important is this? [We listen to you],How important is this? [We answer at once]\n" +
		strings.Repeat("1,5,5,4\n4,2,3,1\n5,3,2,2\n", 6)
	got := draftFileOf(t, "leadership.csv", inside, "staff.csv", inside, "customers.csv", customers)
	for _, want := range []string{
		`# ? importance: {customers: "How important is this? [We listen to you]"} # goes with it`,
		"# With these, take out the item how_well_does_acme_do_we_listen_to_you; what else it holds belongs here.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// The names of personal data are spelled as headers are looked up.
func TestPersonalWordsAreNormalised(t *testing.T) {
	for line := range strings.SplitSeq(strings.TrimSpace(personalWords), "\n") {
		for name := range strings.SplitSeq(line, "|") {
			if normal := lexicon.Normalise(name); normal != strings.ReplaceAll(name, "ß", "ss") {
				t.Errorf("%q is looked up as %q", name, normal)
			}
		}
	}
}
