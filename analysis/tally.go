package analysis

import (
	"github.com/cxgap/cxgap/analysis/study"
)

// Tally adds up the answers of a study: a weighted frequency table for every rating, by audience and wave.
// It is a study.Sink, and its size does not grow with the number of rows.
type Tally struct {
	study     *study.Study
	ratings   []*study.Rating
	variables []variable
	pairings  []pairing
	models    []*driverModel         // by audience; nil: no drivers
	cells     [][]*cell              // by audience and wave
	segments  [][][]map[string]*cell // by segment, audience and wave: its values, as far as they occur
	panels    []*panel               // by audience; nil: nobody is known by an id, or there is one wave
	short     bool                   // without what only resamples need
	part      *tallyPart             // through which single blocks go
}

// cell holds the answers of one audience in one wave.
type cell struct {
	n               int
	weight, weight2 float64
	weighted        bool
	counts          []*counts      // by rating; nil: not asked
	clusters        map[string]int // the number of a cluster, in order of appearance; nil: none
	pairs           []*pairCounts  // by pairing; nil: not asked both
	drivers         *driverSums    // nil: no drivers, or of the straight-liners and speeders
	withUnits       bool           // drivers are counted when the units are
	scores          []*scoreCounts // by construct; nil: not asked, as of drivers
	journey         *journeyCounts // nil: none, as of drivers
	units           *units         // nil in a segment, whose respondents are not resampled
	straight        *cell          // the straight-liners alone; nil in a segment
	speeders        *cell          // the speeders alone; nil in a segment
}

// NewTally returns an empty tally of the study.
func NewTally(s *study.Study) *Tally { return newTally(s, false) }

// NewShortTally returns an empty tally that holds what Analyze needs; of a very large audience AnalyzeInFull needs more.
func NewShortTally(s *study.Study) *Tally { return newTally(s, true) }

func newTally(s *study.Study, short bool) *Tally {
	t := &Tally{short: short, study: s, ratings: s.Ratings(), variables: variables(s)}
	t.pairings = pairings(t.ratings)
	for _, audience := range s.Audiences {
		t.models = append(t.models, newDriverModel(s, audience, t.ratings))
	}
	t.cells, t.segments = t.newCells()
	for i, byWave := range t.cells {
		for _, c := range byWave {
			c.units = newUnits(s.Analysis.Seed, t.models[i], t.pairings, len(t.ratings), short)
		}
		t.panels = append(t.panels, newPanel(s, s.Audiences[i]))
	}
	return t
}

// settle completes what is counted late.
func (t *Tally) settle() {
	for _, byWave := range t.cells {
		for _, c := range byWave {
			c.units.settle(c)
		}
	}
}

// newCells returns empty cells by audience and wave, and room for those of segments.
func (t *Tally) newCells() (cells [][]*cell, segments [][][]map[string]*cell) {
	waves := max(1, len(t.study.Waves))
	for _, audience := range t.study.Audiences {
		byWave := make([]*cell, waves)
		for w := range byWave {
			byWave[w] = t.newWholeCell(audience)
			byWave[w].withUnits = !t.short
			byWave[w].straight, byWave[w].speeders = t.newCell(audience), t.newCell(audience)
		}
		cells = append(cells, byWave)
	}
	for range t.study.Segments {
		byAudience := make([][]map[string]*cell, len(t.study.Audiences))
		for i := range byAudience {
			byAudience[i] = make([]map[string]*cell, waves)
			for w := range byAudience[i] {
				byAudience[i][w] = map[string]*cell{}
			}
		}
		segments = append(segments, byAudience)
	}
	return cells, segments
}

// newWholeCell returns an empty cell with what needs several ratings of one respondent.
func (t *Tally) newWholeCell(a *study.Audience) *cell {
	c := t.newCell(a)
	if m := t.models[t.study.Audience(a.ID)]; m != nil {
		c.drivers = m.newSums()
	}
	for _, construct := range t.study.Constructs {
		c.scores = append(c.scores, newScoreCounts(a, construct, t.ratings))
	}
	c.journey = newJourneyCounts(t.study.Journey, a, t.ratings)
	return c
}

// newCell returns an empty cell without what only whole audiences and segments have.
func (t *Tally) newCell(a *study.Audience) *cell {
	ratings := t.ratings
	c := &cell{counts: make([]*counts, len(ratings)), weighted: a.Weight != nil}
	if a.Cluster != nil {
		c.clusters = map[string]int{}
	}
	for i, r := range ratings {
		column, asked := r.Columns[a.ID]
		if !asked {
			continue
		}
		c.counts[i] = newCounts(column.Scale)
	}
	for _, p := range t.pairings {
		c.pairs = append(c.pairs, newPairCounts(a, &t.variables[p.first], &t.variables[p.second]))
	}
	return c
}

// Add counts a block of responses.
func (t *Tally) Add(r *study.Responses) error {
	if t.part == nil {
		t.part = t.newPart()
	}
	if err := t.part.Add(r); err != nil {
		return err
	}
	return t.part.Join()
}

func (c *cell) cluster(name string) int {
	number, known := c.clusters[name]
	if !known {
		number = len(c.clusters)
		c.clusters[name] = number
	}
	return number
}

// segmentCell returns the cell of a value of a segment.
func (t *Tally) segmentCell(segments [][][]map[string]*cell, k, audience, wave int, value string) *cell {
	values := segments[k][audience][wave]
	c := values[value]
	if c == nil {
		c = t.newWholeCell(t.study.Audiences[audience])
		values[value] = c
	}
	return c
}
