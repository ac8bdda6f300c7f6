package analysis

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
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
	row       driverRow              // the memory of the row at hand
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
	scores          []*scoreCounts // by construct; nil: not asked, as of drivers
	journey         *journeyCounts // nil: none, as of drivers
	units           *units         // nil in a segment, whose respondents are not resampled
	straight        *cell          // the straight-liners alone; nil in a segment
	speeders        *cell          // the speeders alone; nil in a segment
}

// counts is the frequency table of one rating. Slices run over the scale points, with "don't know" as the last entry.
type counts struct {
	scale           study.Scale
	count           []int
	weight, weight2 []float64
	clusters        [][]float64 // by cluster: weight of each entry; nil rows: no answer yet
	clusterCount    [][]float64 // the same unweighted
	blank, notShown int
	suppressed      int // withheld by the platform
}

// NewTally returns an empty tally of the study.
func NewTally(s *study.Study) *Tally {
	t := &Tally{study: s, ratings: s.Ratings(), variables: variables(s)}
	t.pairings = pairings(t.ratings)
	for _, audience := range s.Audiences {
		t.models = append(t.models, newDriverModel(s, audience, t.ratings))
	}
	waves := max(1, len(s.Waves))
	for _, audience := range s.Audiences {
		byWave := make([]*cell, waves)
		for w := range byWave {
			c := t.newWholeCell(audience)
			c.units = newUnits(s.Analysis.Seed, t.models[s.Audience(audience.ID)], len(t.pairings))
			c.straight, c.speeders = t.newCell(audience), t.newCell(audience)
			byWave[w] = c
		}
		t.cells = append(t.cells, byWave)
		t.panels = append(t.panels, newPanel(s, audience))
	}
	for range s.Segments {
		byAudience := make([][]map[string]*cell, len(s.Audiences))
		for i := range byAudience {
			byAudience[i] = make([]map[string]*cell, waves)
			for w := range byAudience[i] {
				byAudience[i][w] = map[string]*cell{}
			}
		}
		t.segments = append(t.segments, byAudience)
	}
	return t
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

func newCounts(scale study.Scale) *counts {
	entries := scale.Points() + 1
	return &counts{scale: scale, count: make([]int, entries), weight: make([]float64, entries), weight2: make([]float64, entries)}
}

// Add counts a block of responses.
func (t *Tally) Add(r *study.Responses) error {
	if r.Audience < 0 || r.Audience >= len(t.cells) || len(r.Codes) != len(t.ratings) {
		return fmt.Errorf("block of audience %d with %d ratings does not fit the study", r.Audience, len(r.Codes))
	}
	for row := range r.N {
		wave := 0
		if r.Wave != nil {
			wave = r.Wave[row]
		}
		t.cells[r.Audience][wave].add(t, r, row)
		if p := t.panels[r.Audience]; p != nil {
			p.add(t.cells[r.Audience][wave].units, r, wave, row)
		}
		for k := range r.Segments {
			t.segment(k, wave, r, row)
		}
	}
	return nil
}

// segment counts a row in the segment that it belongs to; a row without a value counts under "".
func (t *Tally) segment(k, wave int, r *study.Responses, row int) {
	if r.Segments[k] == nil {
		return
	}
	values := t.segments[k][r.Audience][wave]
	c := values[r.Segments[k][row]]
	if c == nil {
		c = t.newWholeCell(t.study.Audiences[r.Audience])
		values[r.Segments[k][row]] = c
	}
	c.add(t, r, row)
}

func (c *cell) add(t *Tally, r *study.Responses, row int) {
	w := 1.0
	if r.Weight != nil {
		w = r.Weight[row]
	}
	cluster := -1
	if r.Cluster != nil && c.clusters != nil {
		cluster = c.cluster(r.Cluster[row])
	}
	if c.units != nil {
		c.units.add(c, t, r, row, w, cluster)
	}
	if c.straight != nil && r.Straight != nil && r.Straight[row] {
		c.straight.add(t, r, row)
	}
	if c.speeders != nil && r.Speeders != nil && r.Speeders[row] {
		c.speeders.add(t, r, row)
	}
	c.n++
	c.weight += w
	c.weight2 += w * w
	for i, table := range c.counts {
		if table != nil && r.Codes[i] != nil {
			table.add(r.Codes[i][row], w, cluster)
		}
	}
	for k, table := range c.pairs {
		if table != nil {
			p := t.pairings[k]
			table.add(codeAt(r, p.first, row), codeAt(r, p.second, row), w, cluster)
		}
	}
	c.addWhole(t, r, row, w, cluster)
}

// addWhole counts what needs several ratings of one respondent.
func (c *cell) addWhole(t *Tally, r *study.Responses, row int, w float64, cluster int) {
	code := func(rating int) study.Code { return codeAt(r, rating, row) }
	if c.drivers != nil && t.models[r.Audience].row(&t.row, code) {
		c.drivers.add(w, &t.row)
	}
	for _, s := range c.scores {
		if s != nil {
			s.add(code, w, cluster)
		}
	}
	if c.journey != nil {
		c.journey.add(code, w, cluster)
	}
}

func (c *cell) cluster(name string) int {
	number, known := c.clusters[name]
	if !known {
		number = len(c.clusters)
		c.clusters[name] = number
	}
	return number
}

func (t *counts) add(code study.Code, w float64, cluster int) {
	entry := int(code)
	switch code {
	case study.Blank:
		t.blank++
		return
	case study.NotShown:
		t.notShown++
		return
	case study.Suppressed:
		t.suppressed++
		return
	case study.DontKnow:
		entry = len(t.count) - 1
	}
	t.count[entry]++
	t.weight[entry] += w
	t.weight2[entry] += w * w
	if cluster >= 0 {
		t.inCluster(cluster)
		t.clusters[cluster][entry] += w
		t.clusterCount[cluster][entry]++
	}
}

// inCluster makes room for a cluster.
func (t *counts) inCluster(cluster int) {
	for len(t.clusters) <= cluster {
		t.clusters, t.clusterCount = append(t.clusters, nil), append(t.clusterCount, nil)
	}
	if t.clusters[cluster] == nil {
		t.clusters[cluster], t.clusterCount[cluster] = make([]float64, len(t.count)), make([]float64, len(t.count))
	}
}

// unweighted returns the table with every weight 1.
func (t *counts) unweighted() *counts {
	u := newCounts(t.scale)
	for k, n := range t.count {
		u.count[k], u.weight[k], u.weight2[k] = n, float64(n), float64(n)
	}
	u.clusters, u.clusterCount = t.clusterCount, t.clusterCount
	return u
}

// less returns the table of a cell without the respondents of a part of it.
func (t *counts) less(whole, part *cell, p *counts) *counts {
	rest := newCounts(t.scale)
	for k := range t.count {
		rest.count[k] = t.count[k] - p.count[k]
		if rest.count[k] > 0 { // a difference of sums would leave a rest of rounding
			rest.weight[k], rest.weight2[k] = t.weight[k]-p.weight[k], t.weight2[k]-p.weight2[k]
		}
	}
	if t.clusters == nil {
		return rest
	}
	for name, i := range whole.clusters {
		if i >= len(t.clusters) || t.clusters[i] == nil {
			continue
		}
		rest.inCluster(i)
		j, has := part.clusters[name]
		for k := range t.count {
			weight, n := t.clusters[i][k], t.clusterCount[i][k]
			if has && j < len(p.clusters) && p.clusters[j] != nil {
				weight, n = weight-p.clusters[j][k], n-p.clusterCount[j][k]
			}
			if n > 0 {
				rest.clusters[i][k], rest.clusterCount[i][k] = weight, n
			}
		}
	}
	return rest
}

// answers returns the number of valid answers, and of those with "don't know" added.
func (t *counts) answers() (valid, asked int) {
	last := len(t.count) - 1
	for _, n := range t.count[:last] {
		valid += n
	}
	return valid, valid + t.count[last]
}

// sample returns the valid answers as a frequency table whose values are given by value.
func (t *counts) sample(population int, value func(study.Code) float64) stats.Sample {
	points := len(t.count) - 1
	s := stats.Sample{Population: population}
	for k := range points {
		s.Values = append(s.Values, value(study.Code(k)))
	}
	s.Count = slices.Clone(t.count[:points])
	s.Weight = slices.Clone(t.weight[:points])
	s.Weight2 = slices.Clone(t.weight2[:points])
	for _, byEntry := range t.clusters {
		if byEntry != nil && sum(byEntry[:points]) > 0 {
			s.Clusters = append(s.Clusters, byEntry[:points])
		}
	}
	return s
}

// dontKnow returns the frequency table of "don't know" (1) against a valid answer (0).
func (t *counts) dontKnow(population int) stats.Sample {
	last := len(t.count) - 1
	valid, asked := t.answers()
	s := stats.Sample{
		Population: population,
		Values:     []float64{0, 1},
		Count:      []int{valid, asked - valid},
		Weight:     []float64{sum(t.weight[:last]), t.weight[last]},
		Weight2:    []float64{sum(t.weight2[:last]), t.weight2[last]},
	}
	for _, byEntry := range t.clusters {
		if byEntry != nil {
			s.Clusters = append(s.Clusters, []float64{sum(byEntry[:last]), byEntry[last]})
		}
	}
	return s
}

func sum(x []float64) float64 {
	total := 0.0
	for _, v := range x {
		total += v
	}
	return total
}
