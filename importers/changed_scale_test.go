package importers

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// answersInOrder is a sample of answers to ratings, row by row, from the low end of their scale on; a negative one is none.
func answersInOrder(low int, rows [][]int) *answerOrder {
	s := &answerSample{first: len(rows), every: 1}
	for i := range rows[0] {
		s.ratings = append(s.ratings, i)
	}
	for _, row := range rows {
		for _, x := range row {
			if x < low {
				s.put(noPoint)
			} else {
				s.put(uint8(x - low))
			}
		}
	}
	return newOrder([]*answerSample{s}, 0, false)
}

// changesIn are those found among answers on a scale.
func changesIn(low, high int, rows [][]int) []scaleChange {
	o := answersInOrder(low, rows)
	return o.scaleChanges(study.NewScale(float64(low), float64(high)), o.samples[0].ratings)
}

// opinions draws respondents: what each thinks in general and of each thing, on a scale, around a mean between 0 and 1.
type opinions struct {
	r         *rand.Rand
	low, high int
	halo      float64 // how much of an opinion is general
	spread    float64
}

func (o opinions) row(ratings int, mean float64) []int {
	general := o.r.NormFloat64()
	row := make([]int, ratings)
	for i := range row {
		x := mean + o.spread*(math.Sqrt(o.halo)*general+math.Sqrt(1-o.halo)*o.r.NormFloat64())
		points := o.high - o.low + 1
		row[i] = o.low + min(points-1, max(0, int(math.Floor(x*float64(points)))))
	}
	return row
}

// scalesAsked are those of the simulations.
var scalesAsked = [][2]int{{1, 5}, {1, 7}, {1, 10}, {0, 10}}

// simulated are answers on one scale in some order.
type simulated struct {
	opinions
	rows    int
	ratings int
	mean    float64
}

func newSimulated(seed uint64) *simulated {
	r := rand.New(rand.NewPCG(seed, 7))
	scale := scalesAsked[seed%4]
	s := &simulated{opinions: opinions{r, scale[0], scale[1], []float64{0, 0.5, 0.8}[r.IntN(3)], 0.15 + 0.15*r.Float64()}}
	s.rows, s.ratings, s.mean = 50+r.IntN(600), []int{1, 1, 3, 20}[r.IntN(4)], 0.1+0.8*r.Float64()
	if seed%50 == 0 {
		s.rows = 2000
	}
	return s
}

// answered are answers whose mean depends on the row.
func (s *simulated) answered(mean func(k int) float64) (rows [][]int) {
	for k := range s.rows {
		rows = append(rows, s.row(s.ratings, mean(k)))
	}
	return rows
}

func sumOf(row []int) (sum int) {
	for _, x := range row {
		sum += x
	}
	return sum
}

// group is one of three for how content somebody is, from 0 to 1, as promoters, passives and detractors are.
func group(content float64) int { return min(2, max(0, int(4*content)-1)) }

// Answers on one scale are no change of it: in any order, sorted by themselves or by others, grouped by how content people are. Where the mean
// of a few ratings jumps by a fifth of the scale from one group to the next, or drifts so far, fewer than one in a hundred is taken for one.
func TestOneScaleIsNoChange(t *testing.T) {
	alarms, asked := map[string]int{}, map[string]int{}
	const seeds = 500
	for seed := range uint64(seeds) {
		s := newSimulated(seed)
		part := func(k int) float64 { return float64(k) / float64(s.rows) }
		rows := s.answered(func(int) float64 { return s.mean })
		for name, by := range map[string]func(row []int) int{
			"in any order":          func([]int) int { return 0 },
			"sorted by an answer":   func(row []int) int { return row[0] },
			"sorted downwards":      func(row []int) int { return -row[0] },
			"sorted by the last":    func(row []int) int { return row[len(row)-1] },
			"sorted by their sum":   sumOf,
			"by group of the first": func(row []int) int { return group(float64(row[0]-s.low) / float64(s.high-s.low)) },
			"by group of the sum": func(row []int) int {
				return group((float64(sumOf(row))/float64(len(row)) - float64(s.low)) / float64(s.high-s.low))
			},
		} {
			sorted := slices.Clone(rows)
			slices.SortStableFunc(sorted, func(a, b []int) int { return by(a) - by(b) })
			if changesIn(s.low, s.high, sorted) != nil {
				t.Errorf("%s: the answers of seed %d are taken for a change", name, seed)
			}
		}
		for name, mean := range map[string]func(k int) float64{
			"rising":        func(k int) float64 { return 0.3 + 0.4*part(k) },
			"falling":       func(k int) float64 { return 0.7 - 0.4*part(k) },
			"two branches":  func(k int) float64 { return []float64{0.45, 0.65}[int(2*part(k))] },
			"five branches": func(k int) float64 { return []float64{0.4, 0.6, 0.5, 0.7, 0.45}[int(5*part(k))] },
			"a bad start":   func(k int) float64 { return []float64{0.4, 0.6}[min(1, k/60)] },
		} {
			switch found := changesIn(s.low, s.high, s.answered(mean)); {
			case surely(found):
				alarms[name]++
			case found != nil:
				asked[name]++
			}
		}
	}
	for name, n := range asked {
		if n > seeds/100 {
			t.Errorf("%s: of %d of %d it is asked whether they are a change", name, n, seeds)
		}
	}
	for name, n := range alarms {
		if n > seeds/100 {
			t.Errorf("%s: %d of %d are taken for a change", name, n, seeds)
		}
	}
}

// drawn draws answers by the shares of the points of a scale, from its low end on.
func drawn(r *rand.Rand, low int, shares []float64) int {
	x := r.Float64() * sumOfShares(shares)
	for k, share := range shares {
		if x -= share; x < 0 {
			return low + k
		}
	}
	return low + len(shares) - 1
}

func sumOfShares(shares []float64) (sum float64) {
	for _, share := range shares {
		sum += share
	}
	return sum
}

// heaped are the shares of normal answers whose middle, in place 5 or 4, is chosen more often.
func heaped(points int, mean, heap float64) (shares []float64) {
	const spread = 2.3
	for k := range points {
		apart := (float64(k) - mean) / spread
		shares = append(shares, math.Exp(-apart*apart/2))
	}
	shares[(points-1)/2] *= heap
	return shares
}

// The middle of 0..10 and of 1..10, on which answers are heaped, is no end of a scale: a few poor answers before better ones are no change.
func TestAHeapIsNoEnd(t *testing.T) {
	const seeds = 400
	poor := []float64{8, 5, 8, 14, 16, 40, 4, 3, 1.5, .5, .2}
	for name, test := range map[string]struct {
		low         int
		poor, other []float64
		most        int
	}{
		"0..10":           {0, poor, heaped(11, 6, 2), seeds / 50},
		"0..10, no heap":  {0, poor, heaped(11, 6, 1), seeds / 20},
		"0..10, high":     {0, poor, heaped(11, 6, 3), seeds / 100},
		"1..10":           {1, poor[1:], heaped(10, 5, 2), seeds / 50},
		"1..10 and worse": {1, poor[1:], heaped(10, 4, 2), seeds / 50},
	} {
		for _, n := range [][2]int{{25, 150}, {40, 200}, {80, 200}} {
			alarms := 0
			for seed := range uint64(seeds) {
				r := rand.New(rand.NewPCG(seed, 99))
				var rows [][]int
				for range n[0] {
					rows = append(rows, []int{drawn(r, test.low, test.poor)})
				}
				for range n[1] {
					rows = append(rows, []int{drawn(r, test.low, test.other)})
				}
				if surely(changesIn(test.low, 10, rows)) {
					alarms++
				}
			}
			if alarms > test.most {
				t.Errorf("%s, %v rows: %d of %d are taken for a change, more than %d", name, n, alarms, seeds, test.most)
			}
		}
	}
}

// Where too few chose the last point for a change to be sure, it is asked.
func TestAChangeOfScaleIsAsked(t *testing.T) {
	const seeds = 50
	asked, missed := 0, 0
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 17))
		var rows [][]int
		before, after := opinions{r, 1, 5, 0.3, 0.25}, opinions{r, 1, 10, 0.3, 0.25}
		for k := range 350 {
			o := after
			if k < 150 {
				o = before
			}
			rows = append(rows, o.row(3, 0.5))
		}
		found := changesIn(1, 10, rows)
		if found == nil {
			missed++
			continue
		}
		if !surely(found) {
			asked++
		}
		if c := found[0]; c.end != 4 || c.at < 150 || c.at > 160 {
			t.Errorf("seed %d: %+v", seed, c)
		}
	}
	if asked == 0 || missed > seeds/10 {
		t.Errorf("of %d, %d are asked about and %d missed", seeds, asked, missed)
	}
}

// A change is found in either direction, of many ratings in some dozens of answers, of one where there are more.
func TestAChangeOfScaleIsFound(t *testing.T) {
	const seeds = 30
	for _, ends := range [][3]int{{1, 5, 10}, {1, 7, 10}, {0, 5, 10}, {1, 5, 7}} {
		for _, test := range []struct{ at, ratings, mostMissed int }{{40, 20, seeds / 5}, {500, 20, seeds / 10}, {500, 1, seeds / 10}} {
			missed := 0
			for seed := range uint64(seeds) {
				r := rand.New(rand.NewPCG(seed, 9))
				spread, halo, mean := 0.2+0.1*r.Float64(), 0.5*r.Float64(), 0.5+0.3*r.Float64()
				before, after := opinions{r, ends[0], ends[1], halo, spread}, opinions{r, ends[0], ends[2], halo, spread}
				var rows [][]int
				for k := range 1000 {
					asked := after
					if k < test.at {
						asked = before
					}
					rows = append(rows, asked.row(test.ratings, mean))
				}
				forward := changesIn(ends[0], ends[2], rows)
				slices.Reverse(rows)
				backward := changesIn(ends[0], ends[2], rows)
				if len(forward) != len(backward) {
					t.Errorf("%v, seed %d: %v forward, %v backward", ends, seed, forward, backward)
				}
				if len(forward) != 1 {
					missed++
					continue
				}
				f, b, end := forward[0], backward[0], ends[1]-ends[0]
				if f.end != end || b.end != end || !f.longer || b.longer || f.at < test.at || f.at != len(rows)-b.at || len(f.ratings) != test.ratings {
					t.Errorf("%v at %d, seed %d: %+v forward, %+v backward", ends, test.at, seed, f, b)
				}
			}
			if missed > test.mostMissed {
				t.Errorf("%v at %d of %d ratings: %d of %d are missed", ends, test.at, test.ratings, missed, seeds)
			}
		}
	}
}

// askedOn are the cells of answers to ratings, a line a respondent.
func askedOn(r *rand.Rand, low, high, ratings, n int) (lines []string) {
	o := opinions{r, low, high, 0.3, 0.25}
	for range n {
		var cells []string
		for _, x := range o.row(ratings, 0.6) {
			cells = append(cells, fmt.Sprint(x))
		}
		lines = append(lines, strings.Join(cells, ","))
	}
	return lines
}

// withCell puts a cell before each line.
func withCell(lines []string, cell func(k int) string) (with []string) {
	for k, line := range lines {
		with = append(with, cell(k)+","+line)
	}
	return with
}

// A scale that changed is told by the order of the answers: their waves, their days, where the study or the file says them, and their files and rows.
func TestAChangeOfScaleIsRefusedWhereItIs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	short, long := askedOn(r, 1, 5, 3, 120), askedOn(r, 1, 10, 3, 200)
	file := func(header string, lines ...[]string) string {
		return header + "\n" + strings.Join(slices.Concat(lines...), "\n") + "\n"
	}
	day := func(from int) func(int) string {
		return func(k int) string { return fmt.Sprintf("2015-%02d-%02d", from+k/28%5, 1+k%28) }
	}
	byAirline := func(day func(int, int) string) string { // as reviews stand that are read airline by airline
		var lines []string
		for airline := range 4 {
			lines = append(lines, withCell(long[50*airline:50*airline+50], func(k int) string { return day(7, k) })...)
			lines = append(lines, withCell(short[30*airline:30*airline+30], func(k int) string { return day(2, k) })...)
		}
		return file("when,listens,fair,quick", lines)
	}
	dayIn := func(from, k int) string { return day(from)(k) }
	born := func(first, second string) string { // another day before that of the answers
		year := 1940
		return strings.Replace(regexp.MustCompile(`(?m)^2015`).ReplaceAllStringFunc(byAirline(dayIn), func(day string) string {
			year = 1940 + (year*7+3)%60
			return fmt.Sprintf("%d-05-06,%s", year, day)
		}), "when", first+","+second, 1)
	}
	dayLater := func(k int) string { return dayIn(7, k) }
	monthFirst := func(from, k int) string { return fmt.Sprintf("%d/%d/2015", from+k/28%5, 1+k%28) }
	const items = "scale: 1..10, items: {listens: {performance: listens}, fair: {performance: fair}, quick: {performance: quick}}}"
	whole := "{audiences: {customers: {files: [c.csv]}}, " + items
	dated := "{audiences: {customers: {files: [c.csv], time: {column: when}}}, " + items
	for name, test := range map[string]struct {
		study string
		files []string
		want  string // empty: nothing is refused
	}{
		"rows":                {whole, []string{"c.csv", file("listens,fair,quick", short, long)}, "c.csv:122: customers: answers to 3 columns from listens on (listens) end at 5 in the 120 rows before this one and run to 10 from here on: two scales, and no common mean"},
		"newest first":        {whole, []string{"c.csv", file("listens,fair,quick", long, short)}, "c.csv:202: customers: answers to 3 columns from listens on (listens) run to 10 in the 200 rows before this one and end at 5 from here on"},
		"days of the study":   {dated, []string{"c.csv", byAirline(dayIn)}, "c.csv: customers: answers to 3 columns from listens on (listens) end at 5 up to 2015-03-02 and run to 10 from 2015-07-01 on"},
		"days of the file":    {whole, []string{"c.csv", byAirline(dayIn)}, "end at 5 up to 2015-03-02 and run to 10 from 2015-07-01 on"},
		"months before days":  {whole, []string{"c.csv", byAirline(monthFirst)}, "end at 5 up to 2015-03-02 and run to 10 from 2015-07-01 on"},
		"born, then asked":    {whole, []string{"c.csv", born("born", "asked")}, "end at 5 up to 2015-03-02 and run to 10 from 2015-07-01 on"},
		"joined, then asked":  {whole, []string{"c.csv", born("joined", "asked")}, "end at 5 up to 2015-03-02 and run to 10 from 2015-07-01 on"},
		"joined, and answers": {whole, []string{"c.csv", born("joined", "Date of response")}, "end at 5 up to 2015-03-02 and run to 10 from 2015-07-01 on"},
		"only born":           {whole, []string{"c.csv", strings.Replace(byAirline(dayIn), "when", "Date of birth", 1) + strings.Join(withCell(long[:60], dayLater), "\n") + "\n"}, ""},
		"the same, joined":    {whole, []string{"c.csv", strings.Replace(byAirline(dayIn), "when", "joined", 1) + strings.Join(withCell(long[:60], dayLater), "\n") + "\n"}, "run to 10 from 2015-07-01 on"},
		"files": {
			"{audiences: {customers: {files: [a.csv, b.csv]}}, " + items,
			[]string{"a.csv", file("listens,fair,quick", short), "b.csv", file("listens,fair,quick", long)},
			"b.csv: customers: answers to 3 columns from listens on (listens) end at 5 in a.csv and run to 10 in b.csv",
		},
		"a column of waves": {
			"{waves: [2014, 2015], audiences: {customers: {files: [c.csv], wave: {column: when}}}, " + items,
			[]string{"c.csv", file("when,listens,fair,quick", withCell(long, func(int) string { return "2015" }), withCell(short, func(int) string { return "2014" }))},
			"", // who compares waves asks
		},
		"within a wave": {
			"{waves: [2014, 2015], audiences: {customers: {files: [c.csv], wave: {column: when}}}, " + items,
			[]string{"c.csv", file("when,listens,fair,quick", withCell(short, func(int) string { return "2015" }), withCell(long[:100], func(int) string { return "2014" }), withCell(long[100:], func(int) string { return "2015" }))},
			"c.csv:222: customers: answers to 3 columns from listens on (listens) end at 5 in the 120 rows of wave 2015 before this one and run to 10 from here on",
		},
		"the same scales":       {strings.Replace(whole, "scale:", "quality: {same_scales: true}, scale:", 1), []string{"c.csv", file("listens,fair,quick", short, long)}, ""},
		"one scale":             {strings.Replace(whole, "scale:", "one_scale: true, scale:", 1), []string{"c.csv", file("listens,fair,quick", short, long)}, ""},
		"one scale of an item":  {strings.Replace(whole, "{performance: listens}", "{performance: listens, one_scale: true}", 1), []string{"c.csv", file("listens,fair,quick", short, long)}, "answers to 2 columns from fair on"},
		"one scale of a column": {strings.Replace(whole, "{performance: listens}", "{performance: {customers: {column: listens, one_scale: true}}}", 1), []string{"c.csv", file("listens,fair,quick", short, long)}, "answers to 2 columns from fair on"},
		"turned round":          {strings.Replace(whole, "{performance: listens}", "{performance: listens, reversed: true}", 1), []string{"c.csv", file("listens,fair,quick", short, long)}, "answers to 3 columns from listens on"},
		"nothing changed":       {whole, []string{"c.csv", file("listens,fair,quick", long, long)}, ""},
		"two audiences": {
			"{audiences: {before: {files: [a.csv]}, after: {files: [b.csv]}}, items: {listens: {performance: {before: {column: listens, scale: 1..5}, after: {column: listens, scale: 1..10}}}}}",
			[]string{"a.csv", file("listens,fair,quick", short), "b.csv", file("listens,fair,quick", long)},
			"",
		},
	} {
		_, _, err := readFiles(t, slices.Concat([]string{"s.yaml", test.study}, test.files)...)
		var refused *RefusedError
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %s", name, faultsOf(err))
		case test.want != "" && (!errors.As(err, &refused) || !strings.Contains(faultsOf(err), test.want)):
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}

// Of many rows a part is kept, the same however the file is read, and the change is told as nearly as that.
func TestAChangeOfScaleInALongFile(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	text := "listens\n" + strings.Join(slices.Concat(askedOn(r, 1, 5, 1, 30000), askedOn(r, 1, 10, 1, 30000)), "\n") + "\n"
	_, _, err := readFiles(t, "s.yaml", "{audiences: {customers: {files: [c.csv]}}, scale: 1..10, items: {listens: {performance: listens}}}", "c.csv", text)
	m := regexp.MustCompile(`c\.csv:(\d+): .* in the about (\d+),(\d+) rows before this one`).FindStringSubmatch(faultsOf(err))
	if m == nil {
		t.Fatalf("got %v", err)
	}
	if rows, _ := strconv.Atoi(m[2] + m[3]); rows < 30000 || rows > 30000+4*sampledEvery || m[1] != fmt.Sprint(rows+2) {
		t.Errorf("line %s after %s,%s rows", m[1], m[2], m[3])
	}
}

// What may be a change is averaged and asked about, with its place, unless the study says that it is none.
func TestAChangeInDoubtIsANotice(t *testing.T) {
	var rows []string
	r := rand.New(rand.NewPCG(4, 17))
	before, after := opinions{r, 1, 5, 0.3, 0.25}, opinions{r, 1, 10, 0.3, 0.25}
	for k := range 350 {
		o := after
		if k < 150 {
			o = before
		}
		rows = append(rows, strings.Trim(strings.ReplaceAll(fmt.Sprint(o.row(3, 0.5)), " ", ","), "[]"))
	}
	text := "listens,fair,quick\n" + strings.Join(rows, "\n") + "\n"
	const head, items = "{audiences: {customers: {files: [c.csv]}}, ", "scale: 1..10, items: {listens: {performance: listens}, fair: {performance: fair}, quick: {performance: quick}}}"
	for _, says := range []string{"", "one_scale: true, ", "quality: {same_scales: true}, "} {
		_, intake, err := readFiles(t, "s.yaml", head+says+items, "c.csv", text)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		var told []string
		for _, n := range intake.Warnings {
			if n.Code == study.ScaleChanged {
				told = append(told, n.Message)
			}
		}
		want := []string{"customers: answers in 3 columns from listens on end at 5 before c.csv:153 and run to 10 from there on: was it the same scale? Averaged as they stand"}
		if says != "" {
			want = nil
		}
		if !slices.Equal(told, want) {
			t.Errorf("%s: %q, want %q", says, told, want)
		}
	}
}

// The rows before a change are counted as they stand in the files, of which a sample is kept.
func TestRowsBeforeAChange(t *testing.T) {
	s, of := &answerSample{first: 16, every: 4, kept: 100, ratings: []int{0}, pieces: [][]uint8{make([]uint8, 37)}}, &answerSample{first: 16, every: 4, kept: 60, ratings: []int{0}, pieces: [][]uint8{make([]uint8, 27)}}
	whole := &answerSample{first: 100, every: 4, kept: 60, ratings: []int{0}, pieces: [][]uint8{make([]uint8, 60)}}
	waves := []string{"2014", "2015"}
	inWaves := func(s *answerSample) *answerSample {
		with := *s
		with.waves = make([]uint16, s.rows())
		for i := range with.waves {
			with.waves[i] = uint16(i % 2)
		}
		return &with
	}
	for name, test := range map[string]struct {
		samples []*answerSample
		waves   []string
		at      int
		want    string
	}{
		"of one file":                {[]*answerSample{whole}, nil, 30, "the 30 rows"},
		"of one file, thinned":       {[]*answerSample{s}, nil, 20, "the about 32 rows"},
		"not thinned yet":            {[]*answerSample{s}, nil, 16, "the 16 rows"},
		"behind a whole one":         {[]*answerSample{whole, of}, nil, 70, "the 70 rows"},
		"behind a thinned one":       {[]*answerSample{s, of}, nil, 47, "the about 110 rows"},
		"of a wave among others":     {[]*answerSample{inWaves(whole)}, waves, 20, "the 20 rows of wave 2015"},
		"of a wave, and are thinned": {[]*answerSample{inWaves(s)}, waves, 15, "the rows of wave 2015"},
	} {
		r := &reading{survey: &Survey{study: &study.Study{Waves: test.waves}}}
		if got := r.rowsBefore(newOrder(test.samples, len(test.waves)/2, false), test.at); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// The files of an audience share the rows that are kept at first, and each row is found in its file.
func TestFilesShareTheFirstRows(t *testing.T) {
	for files, want := range map[int]int{1: 16384, 2: 8192, 3: 5461, 4: 4096, 60: 4096} {
		p := &part{ratings: []*cellReader{{column: &study.Column{Scale: study.NewScale(1, 10)}}}}
		if s := newSample(nil, p, files, &study.Study{}); s.first != want {
			t.Errorf("of %d files: %d rows, want %d", files, s.first, want)
		}
	}
	var samples []*answerSample
	for _, rows := range []int{3, 1, 4} {
		samples = append(samples, &answerSample{first: 10, every: 1, ratings: []int{0}, pieces: [][]uint8{make([]uint8, rows)}})
	}
	o := newOrder(samples, 0, false)
	var got [][2]int
	for k := range o.n {
		p := o.inFiles(k)
		got = append(got, [2]int{slices.Index(samples, p.answerSample), p.at})
	}
	if want := [][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {2, 3}}; !slices.Equal(got, want) {
		t.Errorf("rows stand at %v, want %v", got, want)
	}
}

// Who drafts a study file is told why it cannot be read as it stands, and nothing where it can.
func TestAnUnreadDraftIsTold(t *testing.T) {
	for name, test := range map[string]struct {
		text   string
		unread bool
	}{
		"nobody": {"items: {}\naudiences: {customers: {files: [customers.csv]}}\n", false},
		"faults": {"scale: 1..5\naudiences: {customers: {files: [none.csv]}}\nitems: {a: {performance: a}}\n", true},
	} {
		_, unread, err := refusedIn(context.Background(), []byte(test.text), Options{Dir: t.TempDir()})
		if (unread != nil) != test.unread || err != nil {
			t.Errorf("%s: unread: %v, error %v", name, unread, err)
		}
	}
}

// The rows of a sample are those that it says they are.
func TestRowsOfASample(t *testing.T) {
	s := &answerSample{ratings: []int{0}, turned: []uint8{0}, first: 8, every: 4}
	var kept []int
	for _, n := range []int{3, 7, 1, 30, 2} {
		b := &blockOf{}
		b.block.N = n
		b.block.Codes = [][]study.Code{make([]study.Code, n)}
		for k := range n {
			b.block.Codes[0][k] = study.Code(s.kept + k)
		}
		s.enter(b)
	}
	for at := range s.rows() {
		if int(s.pointAt(at, 0)) != s.row(at) {
			t.Errorf("place %d holds row %d, and is said to be of row %d", at, s.pointAt(at, 0), s.row(at))
		}
		kept = append(kept, s.row(at))
	}
	if want := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 28, 32, 36, 40}; !slices.Equal(kept, want) || s.kept != 43 {
		t.Errorf("kept rows %v of %d, want %v", kept, s.kept, want)
	}
}

// A draft leaves out what changed its scale and keeps the other questions, without a study file and in one.
func TestDraftsLeaveOutWhatChangedItsScale(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	short, long := askedOn(r, 1, 5, 1, 100), askedOn(r, 1, 10, 1, 100)
	other := askedOn(r, 1, 5, 1, 200)
	rows := slices.Concat(short, long)
	for k := range rows {
		rows[k] += "," + other[k]
	}
	files := []string{"customers.csv", "How satisfied are you with the lounge?,How satisfied are you with the seats?\n" + strings.Join(rows, "\n") + "\n"}
	audiences, o := audiencesIn(t, files...)
	first, _, err := Draft(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := readThrough(first, o); !o.Without(err) {
		t.Fatalf("reading the first draft: got %v, want a refusal", err)
	}
	again, notices, err := Draft(context.Background(), audiences, o)
	if err != nil || len(again.Items) != 1 || !strings.Contains(fmt.Sprint(notices), "answers end at 5 in the 100 rows before customers.csv:102 and run to 10 from there on") {
		t.Errorf("the second draft: %v, %v, %v", again, notices, err)
	}
	text := draftFileOf(t, files...)
	for _, taken := range []string{text, regexp.MustCompile(`(?m)^#  (how_.*one_scale: true)`).ReplaceAllString(text, "  $1")} {
		parsed, err := study.Parse("s.yaml", []byte(taken))
		if err != nil {
			t.Fatalf("%v\n%s", err, taken)
		}
		if _, err := readThrough(parsed, o); err != nil {
			t.Errorf("%v\n%s", err, taken)
		}
	}
}
