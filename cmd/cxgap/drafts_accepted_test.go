package main

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cxgap/cxgap/docs"
)

// A study file that init drafts is analysed as it stands, whatever the exports hold; or init itself refuses, with the place and with what
// to do.
func TestDraftsAreAccepted(t *testing.T) {
	t.Chdir(t.TempDir())
	schema := compiled(t, docs.StudySchema)
	accepted, refused := 0, 0
	for seed := range uint64(draftedStudies) {
		s := &inventedStudy{Rand: rand.New(rand.NewPCG(seed, 20))}
		args := s.write(t)
		if draftIsAccepted(t, schema, seed, args) {
			accepted++
		} else {
			refused++
		}
	}
	t.Logf("%d drafts accepted, %d studies refused", accepted, refused)
	if accepted < draftedStudies/2 || refused == 0 {
		t.Errorf("%d drafts accepted, %d studies refused: one of them is hardly tried", accepted, refused)
	}
}

const draftedStudies = 300

// draftIsAccepted drafts a study, analyses it and holds it to its schema; false: it was refused as it should be.
func draftIsAccepted(t *testing.T, schema *jsonschema.Schema, seed uint64, args []string) bool {
	t.Helper()
	drafted, errText, code := cxgap(append([]string{"init"}, args...)...)
	if code != exitDone {
		if first, _, _ := strings.Cut(errText, "\n"); drafted != "" || !strings.Contains(errText, "hint: ") || !strings.Contains(first, ".csv") {
			t.Errorf("seed %d: init %q is refused without a place or a hint, exit code %d\n%s", seed, args, code, errText)
		}
		return false
	}
	if err := os.WriteFile("cxgap.yaml", []byte(drafted), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errText, code := cxgap("analyze", "cxgap.yaml"); code != exitDone {
		t.Errorf("seed %d: the draft of %q is refused, exit code %d\n%s\n%s", seed, args, code, errText, drafted)
	}
	if err := schemaFault(schema, []byte(drafted)); err != nil {
		t.Errorf("seed %d: the draft of %q is none by its schema: %v\n%s", seed, args, err, drafted)
	}
	return true
}

// inventedStudy makes up the exports of a study.
type inventedStudy struct {
	*rand.Rand
	files int
}

// write writes the exports and returns what names them on the command line.
func (s *inventedStudy) write(t *testing.T) (args []string) {
	t.Helper()
	names := []string{"leadership", "staff", "customers", "label", "items"}
	s.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var written []string
	for _, audience := range names[:1+s.IntN(3)] {
		for range 1 + s.IntN(5)/4 {
			if len(written) > 0 && s.IntN(15) == 0 { // one file twice
				args = append(args, audience+"="+written[s.IntN(len(written))])
				continue
			}
			s.files++
			name := fmt.Sprintf("export%d.csv", s.files)
			file, err := os.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := csv.NewWriter(file).WriteAll(s.export()); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			written, args = append(written, name), append(args, audience+"="+name)
		}
	}
	return args
}

// export makes up header and rows.
func (s *inventedStudy) export() [][]string {
	rows := []int{1, 2, 5, 12, 40, 80, 150}[s.IntN(7)]
	columns := 1 + s.IntN(8)
	var headers []string
	var cells []func() string
	texts := draftedQuestions()
	for range columns {
		headers = append(headers, texts[s.IntN(len(texts))])
		cells = append(cells, s.column())
	}
	records := s.headed(headers)
	lead := len(records[0]) - columns
	for row := range rows {
		var record []string
		for i := range lead {
			record = append(record, s.meta(records[0][i], row))
		}
		for _, cell := range cells {
			record = append(record, cell())
		}
		records = append(records, record)
	}
	if stray := s.IntN(4); stray == 0 { // what somebody typed into a cell
		odd := []string{"see above", "99", "-1", "6", "11", "n/a", "?", "x", "4.5", "#REF!", "=1+1", "\u202e7"}
		records[len(records)-1-s.IntN(rows)][lead+s.IntN(columns)] = odd[s.IntN(len(odd))]
	}
	return records
}

// headed makes the header rows of a platform, with its own columns before the questions.
func (s *inventedStudy) headed(questions []string) [][]string {
	switch s.IntN(5) {
	case 0: // Qualtrics
		tags, texts, ids := []string{"StartDate", "Finished", "ResponseId"}, []string{"Start Date", "Finished", "Response ID"}, []string{`{"ImportId":"startDate"}`, `{"ImportId":"finished"}`, `{"ImportId":"_recordId"}`}
		for i, question := range questions {
			tags, texts, ids = append(tags, fmt.Sprintf("Q%d", i+1)), append(texts, question), append(ids, fmt.Sprintf(`{"ImportId":"QID%d"}`, i+1))
		}
		return [][]string{tags, texts, ids}
	case 1: // Google Forms
		return [][]string{append([]string{"Timestamp"}, questions...)}
	}
	return [][]string{slices.Clone(questions)}
}

func (s *inventedStudy) meta(header string, row int) string {
	switch header {
	case "ResponseId":
		return fmt.Sprintf("R_%d", row)
	case "Finished":
		return "True"
	}
	return fmt.Sprintf("2026-03-%02d 10:%02d:00", row/60+1, row%60)
}

// column makes up what the cells of one column hold.
func (s *inventedStudy) column() func() string {
	of := func(cells ...string) func() string { return func() string { return cells[s.IntN(len(cells))] } }
	numbers := func(low, high int) func() string {
		return func() string { return fmt.Sprint(low + s.IntN(high-low+1)) }
	}
	usual := []func() string{numbers(1, 5), numbers(1, 7), numbers(0, 10), numbers(1, 10), of("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")}
	if s.IntN(3) > 0 {
		return usual[s.IntN(len(usual))]
	}
	kinds := []func() string{
		numbers(0, 100), numbers(1, 11), numbers(1, 3), numbers(0, 1), numbers(2, 4), numbers(0, 5),
		numbers(1000, 9999), numbers(-2, 3), of("5"), of(""), of("", "", "", "4"), of(" "), of("-", "3", "4"),
		of("Disagree", "Agree"), of("Very satisfied", "Satisfied", "N/A"),
		of("trifft voll zu", "trifft eher zu", "trifft eher nicht zu", "trifft gar nicht zu"), of("Très satisfait", "Satisfait", "Insatisfait", "Très insatisfait"),
		of("Strongly agree", "9", "8", "7", "6", "5", "4", "3", "2", "Strongly disagree"), of("1 - very bad", "2", "3", "4", "5 - very good"),
		of("1 - Gronk", "2", "3", "4", "5 - Splat"), of("1 - Not at all", "2 - Hardly", "3 - So so", "4 - Rather", "5 - Very"), of("Blah", "2", "3", "4", "Bloh"),
		of("1", "2", "3", "4", "6"), of("1", "2", "3", "4", "5", "99"), of("1", "2", "3", "4", "5", "9"), of("A1", "A2", "A3", "A4", "A5"), of("4/5", "3/5", "5/5"), of("★★★", "★★★★", "★"),
		of("3,5", "4", "2,5"), of("3.5", "4", "2.5"), of("80%", "20 %", "100%"), of("North", "South", "West"), of("Red, Green", "Green", "Blue, Red", "Blue"), of("a;b", "b", "a;c;"),
		of("Yes", "No"), of("TRUE", "FALSE"), of("Gold", ""), of("Flop", "OK", "Top"), of("Ann Miller", "Bob Stone", "Cid Young"), of("ann@example.org", "bob@example.org"), of("10.0.0.1", "10.0.0.2"),
		func() string { return fmt.Sprintf("%.3f", 0.5+s.Float64()) },
		func() string { return fmt.Sprintf("comment %d, and more", s.IntN(1000)) },
		func() string { return fmt.Sprintf("2026-04-%02d", 1+s.IntN(28)) },
		of("1\n2", "3"), of("yes", "no", "null", "~"), of("#", "#N/A", "3", "4"), of("5: good", "1: bad", "3"), of(`say "5"`, `\`, "'"), of("Jun-25", "1-5", "6-25"),
	}
	return kinds[s.IntN(len(kinds))]
}

// draftedQuestions are the headers of invented exports.
func draftedQuestions() []string {
	return []string{
		"We listen", "We answer fast", "Fair prices", "Wir hören zu", "Nous écoutons", "How satisfied are you with our service?", "How important is our service?", "How likely are you to recommend us to a friend or colleague?",
		"Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?", "Overall, how satisfied are you?", "How do you rate us? [We listen]", "How do you rate us? [We answer fast]", "Rate us: - We listen", "Rate us (1 = bad, 5 = good)",
		"wt", "weight", "wave", "Region", "Age", "Manager", "Name", "Email", "ID", "", "Q1", "Q1", "Q2", "Q3_1", "Q3_2", "outcome", "items", "label", "yes", "null", "~", "#5", "#1", "- a", "a: b", "{a}", "[b]", "*x", "&y", `say "no"`, "tab\there", "line\nbreak",
		"100%", "Ωμέγα", "日本語の質問", "🙂", "Prices (importance)", "Prices (performance)", "What do customers think of our prices?", strings.Repeat("very long question ", 30), "Sentiment", "We listen - Topics", "Date of visit", "Comment", "Role", "Only here?",
	}
}
