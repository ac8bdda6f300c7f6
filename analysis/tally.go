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
	study   *study.Study
	ratings []*study.Rating
	cells   [][]*cell // by audience and wave
}

// cell holds the answers of one audience in one wave.
type cell struct {
	n               int
	weight, weight2 float64
	weighted        bool
	counts          []*counts      // by rating; nil: not asked
	clusters        map[string]int // the number of a cluster, in order of appearance; nil: none
	units           units
}

// counts is the frequency table of one rating. Slices run over the scale points, with "don't know" as the last entry.
type counts struct {
	scale           study.Scale
	count           []int
	weight, weight2 []float64
	clusters        [][]float64 // by cluster: weight of each entry; nil rows: no answer yet
	blank, notShown int
	suppressed      int // withheld by the platform
}

// NewTally returns an empty tally of the study.
func NewTally(s *study.Study) *Tally {
	t := &Tally{study: s, ratings: s.Ratings()}
	waves := max(1, len(s.Waves))
	for _, audience := range s.Audiences {
		byWave := make([]*cell, waves)
		for w := range byWave {
			byWave[w] = newCell(audience, t.ratings)
			byWave[w].units.seed = s.Analysis.Seed
		}
		t.cells = append(t.cells, byWave)
	}
	return t
}

func newCell(a *study.Audience, ratings []*study.Rating) *cell {
	c := &cell{counts: make([]*counts, len(ratings)), weighted: a.Weight != nil}
	if a.Cluster != nil {
		c.clusters = map[string]int{}
	}
	for i, r := range ratings {
		column, asked := r.Columns[a.ID]
		if !asked {
			continue
		}
		entries := column.Scale.Points() + 1
		c.counts[i] = &counts{
			scale: column.Scale, count: make([]int, entries),
			weight: make([]float64, entries), weight2: make([]float64, entries),
		}
	}
	return c
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
		t.cells[r.Audience][wave].add(r, row)
	}
	return nil
}

func (c *cell) add(r *study.Responses, row int) {
	w := 1.0
	if r.Weight != nil {
		w = r.Weight[row]
	}
	cluster := -1
	if r.Cluster != nil && c.clusters != nil {
		cluster = c.cluster(r.Cluster[row])
	}
	c.units.add(c.counts, r, row, w, cluster)
	c.n++
	c.weight += w
	c.weight2 += w * w
	for i, table := range c.counts {
		if table != nil && r.Codes[i] != nil {
			table.add(r.Codes[i][row], w, cluster)
		}
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
		t.inCluster(cluster)[entry] += w
	}
}

func (t *counts) inCluster(cluster int) []float64 {
	for len(t.clusters) <= cluster {
		t.clusters = append(t.clusters, nil)
	}
	if t.clusters[cluster] == nil {
		t.clusters[cluster] = make([]float64, len(t.count))
	}
	return t.clusters[cluster]
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
