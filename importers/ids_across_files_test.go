package importers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// threeQuestions is a table of ids and three ratings, whose columns stand in an order; the ratings are those of a seed and of who it is.
func threeQuestions(header string, order [3]int, seed uint64, ids []string) string {
	questions := [3]string{"How satisfied are you with delivery?", "How satisfied are you with advice?", "How satisfied are you with price?"}
	row := func(first string, cells [3]string) string {
		return first + "," + cells[order[0]] + "," + cells[order[1]] + "," + cells[order[2]] + "\n"
	}
	var b strings.Builder
	b.WriteString(row(header, questions))
	for _, id := range ids {
		who := uint64(0)
		for _, letter := range id {
			who = 31*who + uint64(letter)
		}
		random := rand.New(rand.NewPCG(seed, who))
		var cells [3]string
		for i := range cells {
			cells[i] = fmt.Sprint(1 + random.IntN(5))
		}
		b.WriteString(row(id, cells))
	}
	return b.String()
}

// idsFrom are ids from one number to another.
func idsFrom(prefix string, low, high int) (ids []string) {
	for x := low; x <= high; x++ {
		ids = append(ids, fmt.Sprint(prefix, x))
	}
	return ids
}

// acrossSaid drafts a study of one audience in two files, and returns what is said of their ids and rows, and the line that offers an id.
func acrossSaid(t *testing.T, one, two string) (said, offer string) {
	t.Helper()
	o := Options{Dir: written(t, "p1.csv", one, "p2.csv", two)}
	audiences := []AudienceFiles{{ID: "customers", Files: []string{"p1.csv", "p2.csv"}}}
	s, notices, err := Draft(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := readThrough(s, o)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	var messages, offers []string
	for _, n := range append(notices, intake.Warnings...) {
		if n.Code == study.DuplicateIDs || n.Code == study.IdenticalAnswers {
			messages = append(messages, n.Message)
		}
	}
	text, err := DraftFile(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, line := range strings.Split(string(text), "\n") {
		if strings.Contains(line, "? id") {
			offers = append(offers, strings.TrimSpace(line))
		}
	}
	return strings.Join(messages, "\n"), strings.Join(offers, " / ")
}

// Who stands in two files of an audience is named, in whatever order the columns are; numbers that each file gives its own rows name nobody, unless the
// answers agree too.
func TestRespondentsAcrossFiles(t *testing.T) {
	same, moved := [3]int{0, 1, 2}, [3]int{2, 0, 1}
	const offered = "# ? id: ID # duplicates are then reported"
	for name, test := range map[string]struct {
		one, two    string
		said, offer string
	}{
		"numbers that go on": {
			threeQuestions("ID", same, 1, idsFrom("", 1000, 1059)), threeQuestions("ID", moved, 1, idsFrom("", 1050, 1109)),
			"customers: in p2.csv 10 rows with an id of p1.csv and all the same answers, the first at p2.csv:2:1: are these the same responses? Kept", offered,
		},
		"who was asked again": {
			threeQuestions("ID", same, 1, idsFrom("", 1000, 1059)), threeQuestions("ID", same, 2, idsFrom("", 1058, 1109)),
			"customers: in p2.csv 2 rows with an id of p1.csv and other answers, the first at p2.csv:2:1: did these people answer twice? Kept", offered,
		},
		"rows of each file": {
			threeQuestions("ID", same, 1, idsFrom("", 1, 60)), threeQuestions("ID", same, 2, idsFrom("", 1, 50)), "",
			"# ? id: ID # with the next line, if an id is one person in all files; not if each numbers its rows / # ? id_across_files: true # duplicates are then reported",
		},
		"rows of each file, with a letter": {
			threeQuestions("ID", same, 1, idsFrom("R", 1, 60)), threeQuestions("ID", moved, 2, idsFrom("R", 2, 50)), "",
			"# ? id: ID # with the next line, if an id is one person in all files; not if each numbers its rows / # ? id_across_files: true # duplicates are then reported",
		},
		"an export and a later one": {
			threeQuestions("ID", same, 1, idsFrom("", 1, 40)), threeQuestions("ID", same, 1, idsFrom("", 1, 70)),
			"customers: in p2.csv 40 rows with an id of p1.csv and all the same answers, the first at p2.csv:2:1: are these the same responses? Kept", offered,
		},
		"keys": {
			threeQuestions("Kundennummer", same, 1, idsFrom("K-", 1000, 1059)), threeQuestions("Kundennummer", same, 1, append(idsFrom("L-", 1000, 1040), "K-1007")),
			"customers: in p2.csv 1 row with an id of p1.csv and all the same answers, the first at p2.csv:43:1: are these the same responses? Kept",
			"# ? id: Kundennummer # duplicates are then reported",
		},
		"rows of each file, one of them a trial": {
			threeQuestions("ID", same, 1, append(idsFrom("", 1, 60), "test")), threeQuestions("ID", same, 2, append(idsFrom("", 1, 50), "test")), "",
			"# ? id: ID # with the next line, if an id is one person in all files; not if each numbers its rows / # ? id_across_files: true # duplicates are then reported",
		},
		"who was only reminded": {
			threeQuestions("ID", same, 1, idsFrom("", 1000, 1059)) + "1060,,,\n1061,,,\n", threeQuestions("ID", same, 2, idsFrom("", 1061, 1109)) + "1060,,,\n",
			"customers: in p2.csv 1 row with an id of p1.csv, answered in one of the two files only, the first at p2.csv:2:1: is one a later export, or a reminder? Kept", offered,
		},
		"nobody": {threeQuestions("ID", same, 1, idsFrom("", 1, 60)), threeQuestions("ID", same, 1, idsFrom("", 61, 110)), "", offered},
		"firms": {
			threeQuestions("Kundennummer", same, 1, append(idsFrom("K", 1, 10), append(idsFrom("K", 1, 10), idsFrom("K", 1, 10)...)...)),
			threeQuestions("Kundennummer", same, 2, append(idsFrom("K", 5, 14), idsFrom("K", 5, 14)...)), "", "",
		},
	} {
		said, offer := acrossSaid(t, test.one, test.two)
		if said != test.said {
			t.Errorf("%s: said %q, want %q", name, said, test.said)
		}
		if offer != test.offer {
			t.Errorf("%s: offers %q, want %q", name, offer, test.offer)
		}
	}
}

// Whole responses that stand in two files are found without ids too, where the columns of one are in another order or beside others.
func TestResponsesAcrossFilesOfOtherLayouts(t *testing.T) {
	const items = 12
	one := answered(1, 40, items, nil, nil)
	turned := func(line string) string {
		cells := strings.Split(line, ",")
		return cells[items-1] + "," + strings.Join(cells[:items-1], ",") + ",7"
	}
	table := func(header string, lines []string) string { return header + "\n" + strings.Join(lines, "\n") + "\n" }
	header := itemsHeader("", items, "")
	var other, copied []string
	for _, line := range answered(2, 40, items, nil, nil) {
		other = append(other, turned(line))
	}
	for _, line := range one[:6] {
		copied = append(copied, turned(line))
	}
	turnedHeader := turned(header)
	said, _ := acrossSaid(t, table(header, one), table(turnedHeader, append(other, copied...)))
	if want := "p2.csv: at least 6 rows give the answers of a row of p1.csv to all 12 questions that both have: are these the same responses?"; said != want {
		t.Errorf("said %q, want %q", said, want)
	}
	if said, _ := acrossSaid(t, table(header, one), table(turnedHeader, other)); said != "" {
		t.Errorf("of different rows: %q", said)
	}
}

// By chance few answers agree under the same numbers, however alike people are; many agree only where the responses are the same.
func TestAgreementByChance(t *testing.T) {
	const rows = 60
	alike := func(seed uint64) string { // nine in ten give the same answers
		random := rand.New(rand.NewPCG(seed, 3))
		var b strings.Builder
		b.WriteString("ID,How good is delivery?,How good is advice?\n")
		for i := range rows {
			if random.IntN(10) > 0 {
				fmt.Fprintf(&b, "%d,5,5\n", i+1)
				continue
			}
			fmt.Fprintf(&b, "%d,%d,%d\n", i+1, 1+random.IntN(5), 1+random.IntN(5))
		}
		return b.String()
	}
	for seed := range uint64(20) {
		if said, _ := acrossSaid(t, alike(2*seed), alike(2*seed+1)); said != "" {
			t.Errorf("seed %d: %s", seed, said)
		}
	}
}

// Who answered otherwise in another file may have been asked in another wave: the remedy that keeps the answers stands first.
func TestAnotherWaveIsNoDuplicate(t *testing.T) {
	export := func(name string, shift int) *respondents {
		return &respondents{export: &Export{Name: name, Columns: []Column{{ID: "UID"}}}, id: 0, rows: map[uint64]person{7: {line: 2, answers: uint64(shift)}}, order: []uint64{7}}
	}
	shared := sharedAmong([]*respondents{export("f0.csv", 1), export("f1.csv", 2)})
	if len(shared) != 1 {
		t.Fatalf("%d pairs of files share somebody, want 1", len(shared))
	}
	said := shared[0].notices("customers", false)
	if len(said) != 1 || !strings.HasPrefix(said[0].Hint, "if they were asked at different times, a study file names the waves, and nobody is lost: files: {EARLIER: [f0.csv], LATER: [f1.csv]}") {
		t.Errorf("got %+v", said)
	}
}

// An id is the same respondent however a spreadsheet has written it; what only looks alike is another.
func TestIDsAsSpreadsheetsWriteThem(t *testing.T) {
	for cell, want := range map[string]string{
		"4711": "4711", " 4711.0 ": "4711", "'4711": "4711", `="4711"`: "4711", "4711.00": "4711.00", "v1.0": "v1.0", ".0": ".0", "4711.5": "4711.5", "O'Hara": "O'Hara", "#REF!": "", "": "",
	} {
		if got := string(respondentIn([]byte(cell))); got != want {
			t.Errorf("%q names %q, want %q", cell, got, want)
		}
	}
	said, _ := acrossSaid(t, threeQuestions("ID", [3]int{0, 1, 2}, 1, []string{"536296554.0", "536296601.0", "536296602.0"}), threeQuestions("ID", [3]int{0, 1, 2}, 2, []string{"536296554", "536296601", "536296999"}))
	if !strings.Contains(said, "2 rows with an id of p1.csv and other answers") {
		t.Errorf("said %q", said)
	}
}
