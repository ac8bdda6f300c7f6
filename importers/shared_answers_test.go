package importers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// identicalSaid are the notices of rows with the answers of others.
func identicalSaid(notices []study.Notice) (said []string) {
	for _, n := range notices {
		if n.Code == study.IdenticalAnswers {
			said = append(said, n.Message)
		}
	}
	return said
}

// readStudy reads a study file over tables and returns what is said of rows with the answers of others.
func readStudy(t *testing.T, text string, tables ...string) []string {
	t.Helper()
	o := Options{Dir: written(t, tables...)}
	s, err := study.Parse("study.yaml", []byte(text))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := readThrough(s, o)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	return identicalSaid(intake.Warnings)
}

// tableOfLines is a table of lines below a header.
func tableOfLines(header string, lines []string) string {
	return header + "\n" + strings.Join(lines, "\n") + "\n"
}

// Responses that stand in two files are found by the questions that both have, whosever files they are, and whoever describes them.
func TestResponsesBesideOtherColumns(t *testing.T) {
	const items = 12
	lines := answered(1, 40, items, nil, nil)
	other := answered(2, 40, items, nil, func(row int) string { return fmt.Sprint(1 + row%3) })
	weighted := slices.Clone(other)
	for _, line := range lines[:6] {
		weighted = append(weighted, line+",2")
	}
	header, withWeight := itemsHeader("", items, ""), itemsHeader("", items, "Weight of row")
	const itemsOf = "scale: 1..10\nitems: {one: {performance: Satisfaction with part 0 of ten}, two: {performance: Satisfaction with part 1 of ten}}\n"
	studies := map[string]string{
		"two audiences":      "audiences: {a: {files: [one.csv]}, b: {files: [two.csv]}}\n" + itemsOf,
		"one audience":       "audiences: {a: {files: [one.csv, two.csv]}}\n" + itemsOf,
		"two waves":          "waves: [x, y]\naudiences: {a: {files: {x: [one.csv], y: [two.csv]}}}\n" + itemsOf,
		"duplicates dropped": "quality: {duplicates: drop}\naudiences: {a: {files: [one.csv, two.csv]}}\n" + itemsOf,
	}
	const want = "two.csv: at least 6 rows give the answers of a row of one.csv to all 12 questions that both have: are these the same responses?"
	for name, text := range studies {
		if said := readStudy(t, text, "one.csv", tableOfLines(header, lines), "two.csv", tableOfLines(withWeight, weighted)); !slices.Equal(said, []string{want}) {
			t.Errorf("%s: said %q, want %q", name, said, want)
		}
		if said := readStudy(t, text, "one.csv", tableOfLines(header, lines), "two.csv", tableOfLines(withWeight, other)); len(said) > 0 {
			t.Errorf("%s, of different rows: %q", name, said)
		}
		if said := readStudy(t, text, "one.csv", tableOfLines(header, lines), "two.csv", tableOfLines(withWeight, weighted[:42])); len(said) > 0 {
			t.Errorf("%s, two rows: %q", name, said)
		}
	}
	dir := written(t, "one.csv", tableOfLines(header, lines), "two.csv", tableOfLines(withWeight, weighted))
	for name, audiences := range map[string][]AudienceFiles{
		"two audiences": {{ID: "a", Files: []string{"one.csv"}}, {ID: "b", Files: []string{"two.csv"}}}, "files of a pattern": {{ID: "a", Files: []string{"*.csv"}}},
	} {
		text, err := DraftFile(context.Background(), audiences, Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if said := strings.Join(strings.Fields(strings.ReplaceAll(string(text), "\n#", "")), " "); strings.Count(said, want) != 1 {
			t.Errorf("init of %s does not say once %q: %s", name, want, text)
		}
	}
}

// Files that are inspected one after another are compared by the questions of both, too.
func TestInspectTellsRowsBesideOtherColumns(t *testing.T) {
	const items = 12
	lines := answered(1, 40, items, nil, nil)
	var turned []string
	for _, line := range lines[:5] {
		cells := strings.Split(line, ",")
		slices.Reverse(cells)
		turned = append(turned, strings.Join(cells, ",")+",x")
	}
	header := strings.Split(itemsHeader("", items, ""), ",")
	slices.Reverse(header)
	dir := written(t, "one.csv", tableOfLines(itemsHeader("", items, ""), lines), "two.csv", tableOfLines(strings.Join(header, ",")+",Branch", turned))
	beside := &Beside{Files: 2}
	for _, name := range []string{"one.csv", "two.csv"} {
		in, err := Inspect(t.Context(), name, "", Options{Dir: dir, Beside: beside})
		if err != nil {
			t.Fatal(err)
		}
		want := ""
		if name == "two.csv" {
			want = "two.csv: at least 5 rows give the answers of a row of one.csv to all 12 questions that both have: are these the same responses?"
		}
		if said := strings.Join(identicalSaid(in.Warnings), "\n"); said != want {
			t.Errorf("%s: said %q, want %q", name, said, want)
		}
	}
}

// Published surveys share the end of responses whose beginnings differ, under the same questions or others.
func TestResponsesThatEndAlike(t *testing.T) {
	const items, ends = 26, 20
	one, two := answered(1, 60, items, nil, nil), answered(2, 60, items, nil, nil)
	for i := range 9 {
		begins, end := strings.Split(two[i], ",")[:items-ends], strings.Split(one[i], ",")[items-ends:]
		two[i] = strings.Join(append(begins, end...), ",")
	}
	header := itemsHeader("", items, "")
	withWeight := make([]string, len(two))
	for i, line := range two {
		withWeight[i] = line + ",1"
	}
	const want = "two.csv: at least 9 rows give the answers of a row of one.csv to the last 20 questions that both have: are these the same responses?"
	const text = "audiences: {a: {files: [one.csv]}, b: {files: [two.csv]}}\nscale: 1..10\nitems: {one: {performance: Satisfaction with part 0 of ten}}\n"
	if said := readStudy(t, text, "one.csv", tableOfLines(header, one), "two.csv", tableOfLines(header, two)); !slices.Equal(said, []string{want}) {
		t.Errorf("the same columns: said %q, want %q", said, want)
	}
	if said := readStudy(t, text, "one.csv", tableOfLines(header, one), "two.csv", tableOfLines(header+",Weight of row", withWeight)); !slices.Equal(said, []string{want}) {
		t.Errorf("beside another column: said %q, want %q", said, want)
	}
}

// The rows of one file that belong to two audiences are compared within it only.
func TestOneFileOfTwoAudiencesHoldsNoCopies(t *testing.T) {
	lines := answered(1, 60, 12, func(row int) string { return []string{"staff", "customer"}[row%2] }, nil)
	const text = "audiences: {staff: {files: [one.csv], where: {Who: [staff]}}, customers: {files: [one.csv], where: {Who: [customer]}}}\nscale: 1..10\nitems: {one: {performance: Satisfaction with part 0 of ten}}\n"
	if said := readStudy(t, text, "one.csv", tableOfLines(itemsHeader("Who", 12, ""), lines)); len(said) > 0 {
		t.Errorf("said %q", said)
	}
}

// alikeAnswers are the answers of rows of one population: items on so many points, most of them good, correlated by so much.
func alikeAnswers(random *rand.Rand, rows, items, points int, correlation float64) [][]string {
	own := 1 - correlation
	var all [][]string
	for range rows {
		mood := random.NormFloat64()
		var cells []string
		for range items {
			x := 0.6 + (correlation*mood+own*random.NormFloat64())/(correlation*correlation+own*own)
			cells = append(cells, fmt.Sprint(min(points, max(1, int(float64(points)*(0.55+0.22*x))))))
		}
		all = append(all, cells)
	}
	return all
}

// columnsNamed are columns with these questions.
func columnsNamed(names ...string) []Column {
	var columns []Column
	for i, name := range names {
		columns = append(columns, Column{Position: i + 1, ID: name, Text: name, Role: Answer})
	}
	return columns
}

// sharedIn compares the rows of two files.
func sharedIn(one, two []Column, first, second [][]string) sharedRows {
	s := newSeenAnswers(2)
	for file, columns := range [][]Column{one, two} {
		s.open(file, columns)
		for _, cells := range [][][]string{first, second}[file] {
			var kept []uint32
			s.note(file, s.hash(columns, cells, &kept), kept)
		}
	}
	return s.shared(0)[[2]int{0, 1}]
}

// Two samples of one population agree in the questions of both by chance only, however many these are and however alike people are.
func TestSamplesOfOnePopulationAreNoCopies(t *testing.T) {
	for _, items := range []int{10, 12, 16, 20, 24, 30} {
		for _, correlation := range []float64{0.3, 0.45, 0.6} {
			for _, points := range []int{4, 5, 7} {
				random := rand.New(rand.NewPCG(uint64(items), uint64(points)))
				var names []string
				for i := range items {
					names = append(names, fmt.Sprintf("How good is part %d?", i))
				}
				for range 2 {
					first, second := alikeAnswers(random, 500, items, points, correlation), alikeAnswers(random, 500, items, points, correlation)
					for i := range second {
						second[i] = append(second[i], fmt.Sprint(random.IntN(9)))
					}
					if found := sharedIn(columnsNamed(names...), columnsNamed(append(names, "Another question")...), first, second); found.rows > 0 {
						t.Errorf("%d items on %d points, correlated at %v: %+v", items, points, correlation, found)
					}
					for i := range 4 { // and that they would be found
						second[i] = append(slices.Clone(first[i]), "5")
					}
					if found := sharedIn(columnsNamed(names...), columnsNamed(append(names, "Another question")...), first, second); items >= 24 && points == 7 && found.rows == 0 {
						t.Errorf("%d items on %d points, correlated at %v: copies are not found", items, points, correlation)
					}
				}
			}
		}
	}
}

// What people of one team have in common makes nobody of them the other: facts do not tell, nor do answers that agree within each file too.
func TestWhatManyHaveInCommonIsNoCopy(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	facts := []string{"Department", "Country", "City", "Division", "Team", "Gender", "Age group", "Tenure in years", "Job level", "Contract"}
	habits := []string{"I read the magazine.", "I like the tram.", "I drink tea at work.", "My desk is tidy.", "I begin early.", "I like my tools.", "I pay for lunch.", "My wall is bare.", "My door is open.", "I wear blue."}
	people := func(rows, own int, many float64) (all [][]string) {
		for row := range rows {
			team, cells := row%6, []string{}
			for i := range 10 {
				value := fmt.Sprint("v", i, "of", team)
				if random.Float64() > many {
					value = fmt.Sprint("v", i, "by", random.IntN(4))
				}
				cells = append(cells, value)
			}
			for range own {
				cells = append(cells, fmt.Sprint(random.IntN(10)))
			}
			all = append(all, cells)
		}
		return all
	}
	beside := func(common []string, own ...string) []Column {
		return columnsNamed(append(slices.Clone(common), own...)...)
	}
	for range 20 {
		one, two := people(40, 3, 0.9), people(300, 3, 0.9)
		if found := sharedIn(beside(habits, "How good is a?", "How good is b?", "How good is c?"), beside(habits, "How good is d?", "How good is e?", "How good is f?"), one, two); found.rows > 0 {
			t.Errorf("habits: %+v", found)
		}
	}
	one, two := people(6, 1, 1), people(6, 1, 1) // one of each team
	if found := sharedIn(beside(facts, "How good is a?"), beside(facts, "How good is b?"), one, two); found.rows > 0 {
		t.Errorf("facts: %+v", found)
	}
	if found := sharedIn(beside(habits, "How good is a?"), beside(habits, "How good is b?"), one, two); found.rows != 6 {
		t.Errorf("rare habits: %+v, want 6 rows", found)
	}
}

// Of wide files fewer rows are kept, which is said.
func TestFewerRowsOfWideFilesAreCompared(t *testing.T) {
	s := newSeenAnswers(40)
	var names []string
	for i := range 100 {
		names = append(names, fmt.Sprintf("How good is part %d?", i))
	}
	columns := columnsNamed(names...)
	for file := range 2 {
		s.open(file, columns)
	}
	random := rand.New(rand.NewPCG(1, 1))
	var kept []uint32
	for file := range 2 {
		for _, cells := range alikeAnswers(random, 2200, 100, 7, 0.3) {
			kept = kept[:0]
			s.note(file, s.hash(columns, cells, &kept), kept)
		}
		s.end(file, 2200)
	}
	var said []string
	for _, n := range s.notices([]string{"one.csv", "two.csv"}, 0) {
		said = append(said, n.Message)
	}
	want := []string{"one.csv: rows with all the answers of another were looked for among the first 2,097 only", "two.csv: rows with all the answers of another were looked for among the first 2,097 only"}
	if !slices.Equal(said, want) {
		t.Errorf("said %q, want %q", said, want)
	}
	s.open(2, columnsNamed(append(slices.Clone(names[:50]), "Another question")...)) // a file that is not read
	if most, signed := s.lookedAt(1); most != mostSheets/40/100 || !signed {
		t.Errorf("%d rows are compared, want %d", most, mostSheets/40/100)
	}
	alone := newSeenAnswers(40)
	alone.open(0, columns)
	for range 3 {
		kept = kept[:0]
		alone.note(0, alone.hash(columns, alikeAnswers(random, 1, 100, 7, 0.3)[0], &kept), kept)
	}
	alone.end(0, 3)
	alone.shared(0)
	if most, _ := alone.lookedAt(0); most != maxCompared {
		t.Errorf("beside no other file %d rows are compared, want %d", most, maxCompared)
	}
}

// Questions are the same by their text, or where that stands twice by their id too, in whatever order.
func TestCommonQuestions(t *testing.T) {
	column := func(id, text string) Column { return Column{ID: id, Text: text, Role: Answer} }
	one := newQuestionnaire([]Column{column("Q1", "How good is it?"), column("Q2", "Comment"), column("Q3", "Comment"), column("Q4", "Only here"), {ID: "n", Text: "number", Role: Answer, own: rowNames}})
	two := newQuestionnaire([]Column{column("Q3", "Comment"), column("Q2", "Comment"), column("x", "How  good is it?"), column("Q5", "Only there"), {ID: "n", Text: "number", Role: Answer, own: rowNames}})
	of, in := one.common(two)
	if !slices.Equal(of, []int{0, 1, 2}) || !slices.Equal(in, []int{2, 1, 0}) {
		t.Errorf("got %v and %v", of, in)
	}
}
