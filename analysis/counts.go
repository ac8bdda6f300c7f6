package analysis

import (
	"slices"
	"sync"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// counts is the frequency table of one rating. Slices run over the scale points, with "don't know" as the last entry.
type counts struct {
	scale           study.Scale
	count           []int
	weight, weight2 []float64
	clusters        []stats.ClusterCells // by cluster; empty: no answer yet
	room            []stats.ClusterCell  // for the first cells of clusters
	answering       answeringClusters
	blank, notShown int
	suppressed      int // withheld by the platform
	unrated         unrated
	sums            answerSums
}

// unrated are the weights of those who saw the question and left it blank, or whose answer was withheld.
type unrated struct {
	weight, weight2 float64
	clusters        []stats.ClusterCell // by cluster, with no value
}

func (u *unrated) add(n int, w, w2 float64, cluster int) {
	u.weight += w
	u.weight2 += w2
	if cluster < 0 {
		return
	}
	if more := cluster + 1 - len(u.clusters); more > 0 {
		u.clusters = append(u.clusters, make([]stats.ClusterCell, more)...)
	}
	u.clusters[cluster].Count += int32(n)
	u.clusters[cluster].Weight += w
}

// merge adds another; numbers maps its clusters to those of this one.
func (u *unrated) merge(part *unrated, numbers []int) {
	u.add(0, part.weight, part.weight2, -1)
	for j, of := range part.clusters {
		if of.Count > 0 {
			u.add(int(of.Count), 0, 0, numbers[j])
			u.clusters[numbers[j]].Weight += of.Weight
		}
	}
}

func newCounts(scale study.Scale) *counts {
	entries := scale.Points() + 1
	weights := make([]float64, 2*entries)
	return &counts{scale: scale, count: make([]int, entries), weight: weights[:entries:entries], weight2: weights[entries:]}
}

// addColumn counts a column of codes with their weights; cluster is the number of each row's cluster, or nil.
func (t *counts) addColumn(codes []study.Code, weight []float64, cluster []int) {
	if points := len(t.count) - 1; cluster == nil && points <= mostPoints {
		t.addPoints(codes, weight)
		return
	}
	number := -1
	t.roomFor(cluster)
	for i, code := range codes {
		if cluster != nil {
			number = cluster[i]
		}
		t.add(code, weight[i], number)
	}
}

// roomFor makes room for the clusters of some rows at once: made cluster by cluster, the sums would be moved again and again.
func (t *counts) roomFor(cluster []int) {
	if len(cluster) > 0 {
		t.clusters = slices.Grow(t.clusters, max(0, slices.Max(cluster)+1-len(t.clusters)))
	}
}

// mostPoints is the number of points of the widest ordinary scale.
const mostPoints = 16

// pointSums are the sums of an ordinary scale by the entry of a code, side by side; there is room for every entry of five bits.
type pointSums [32]struct {
	count           int
	weight, weight2 float64
}

// addPoints counts a column of an ordinary scale. Whether a cell is blank is as good as random, and a branch would be guessed
// wrong: what is no answer has its sums, too.
func (t *counts) addPoints(codes []study.Code, weight []float64) {
	var sums pointSums
	weight = weight[:len(codes)]
	for i, code := range codes {
		w := weight[i]
		s := &sums[code.Entry()%len(sums)]
		s.count++
		s.weight += w
		s.weight2 += w * w
	}
	for k, s := range sums[study.MissingKinds:][:len(t.count)-1] {
		t.count[k] += s.count
		t.weight[k] += s.weight
		t.weight2[k] += s.weight2
	}
	last, s := len(t.count)-1, &sums[study.DontKnow.Entry()]
	t.count[last] += s.count
	t.weight[last] += s.weight
	t.weight2[last] += s.weight2
	t.blank += sums[study.Blank.Entry()].count
	t.notShown += sums[study.NotShown.Entry()].count
	t.suppressed += sums[study.Suppressed.Entry()].count
	for _, left := range []study.Code{study.Blank, study.Suppressed} {
		s := sums[left.Entry()]
		t.unrated.add(s.count, s.weight, s.weight2, -1)
	}
}

func (t *counts) add(code study.Code, w float64, cluster int) {
	entry := int(code)
	switch code {
	case study.Blank:
		t.blank++
		t.unrated.add(1, w, w*w, cluster)
		return
	case study.NotShown:
		t.notShown++
		return
	case study.Suppressed:
		t.suppressed++
		t.unrated.add(1, w, w*w, cluster)
		return
	case study.DontKnow:
		entry = len(t.count) - 1
	}
	t.count[entry]++
	t.weight[entry] += w
	t.weight2[entry] += w * w
	if cluster >= 0 {
		t.addToCluster(cluster, entry, 1, w)
	}
}

// addToCluster counts answers of one cluster.
func (t *counts) addToCluster(cluster, entry, n int, w float64) {
	if more := cluster + 1 - len(t.clusters); more > 0 {
		t.clusters = append(t.clusters, make([]stats.ClusterCells, more)...)
	}
	cells := t.clusters[cluster]
	if cells == nil {
		cells = t.firstCells()
	}
	t.clusters[cluster] = cells.Add(entry, n, w)
}

// firstCells returns room for the first answers of a cluster. Most give a few, and to ask for each room by itself takes longer than to count.
func (t *counts) firstCells() stats.ClusterCells {
	const few, many = 2, 128
	if len(t.room) < few {
		t.room = make([]stats.ClusterCell, min(many, few*max(1, len(t.clusters))))
	}
	cells := t.room[:0:few]
	t.room = t.room[few:]
	return cells
}

// unweighted returns the table with every weight 1.
func (t *counts) unweighted() *counts {
	u := newCounts(t.scale)
	for k, n := range t.count {
		u.count[k], u.weight[k], u.weight2[k] = n, float64(n), float64(n)
	}
	if t.clusters == nil {
		return u
	}
	total := 0
	for _, cells := range t.clusters {
		total += len(cells)
	}
	all := make([]stats.ClusterCell, 0, total)
	u.clusters = make([]stats.ClusterCells, len(t.clusters))
	for i, cells := range t.clusters {
		from := len(all)
		for _, cell := range cells {
			cell.Weight = float64(cell.Count)
			all = append(all, cell)
		}
		u.clusters[i] = all[from:len(all):len(all)]
	}
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
	rest.clusters = make([]stats.ClusterCells, len(t.clusters))
	for name, i := range whole.clusters {
		if i >= len(t.clusters) {
			continue
		}
		var gone stats.ClusterCells
		if j, has := part.clusters[name]; has && j < len(p.clusters) {
			gone = p.clusters[j]
		}
		for _, c := range t.clusters[i] {
			if less := gone.At(int(c.Value)); c.Count > less.Count {
				rest.addToCluster(i, int(c.Value), int(c.Count-less.Count), c.Weight-less.Weight)
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
	s := stats.Sample{Population: population, Values: make([]float64, points)}
	for k := range points {
		s.Values[k] = value(study.Code(k))
	}
	s.Count = slices.Clone(t.count[:points])
	s.Weight = slices.Clone(t.weight[:points])
	s.Weight2 = slices.Clone(t.weight2[:points])
	if len(t.clusters) > 0 {
		s.Clusters = t.answering.of(t)
	}
	return s
}

// answeringClusters are the valid answers of the clusters that have any. They are found once for the many figures of a question, which may
// be made side by side.
type answeringClusters struct {
	mutex    sync.Mutex
	answers  int // when they were found
	clusters []stats.ClusterCells
}

func (a *answeringClusters) of(t *counts) []stats.ClusterCells {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if _, asked := t.answers(); a.clusters == nil || a.answers != asked {
		a.answers, a.clusters = asked, t.answeringClusters()
	}
	return a.clusters
}

// answeringClusters finds them; nil if there are none.
func (t *counts) answeringClusters() []stats.ClusterCells {
	var all []stats.ClusterCells
	for i, cells := range t.clusters {
		if last := len(cells) - 1; last >= 0 && int(cells[last].Value) == len(t.count)-1 { // don't know
			cells = cells[:last]
		}
		if len(cells) > 0 {
			if all == nil {
				all = make([]stats.ClusterCells, 0, len(t.clusters)-i)
			}
			all = append(all, cells)
		}
	}
	return all
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
	if len(t.clusters) == 0 {
		return s
	}
	memory := make([]stats.ClusterCell, 0, 2*len(t.clusters))
	for _, cells := range t.clusters {
		from := len(memory)
		said := stats.ClusterCells(memory[from : from : from+2])
		for _, c := range cells {
			said = said.Add(int(c.Value)/last, int(c.Count), c.Weight)
		}
		if len(said) > 0 {
			memory = memory[:from+len(said)]
			if s.Clusters == nil {
				s.Clusters = make([]stats.ClusterCells, 0, len(t.clusters))
			}
			s.Clusters = append(s.Clusters, said)
		}
	}
	return s
}

// missing returns the frequency table of those who saw the question and gave no rating, whatever the reason (1), against those who gave
// one (0).
func (t *counts) missing(population int) stats.Sample {
	s := t.dontKnow(population)
	s.Count[1] += t.blank + t.suppressed
	s.Weight[1] += t.unrated.weight
	s.Weight2[1] += t.unrated.weight2
	if len(t.clusters) == 0 && len(t.unrated.clusters) == 0 {
		return s
	}
	clusters := max(len(t.clusters), len(t.unrated.clusters))
	s.Clusters = make([]stats.ClusterCells, 0, clusters)
	for i := range clusters {
		var cells stats.ClusterCells
		if i < len(t.clusters) {
			for _, c := range t.clusters[i] {
				cells = cells.Add(int(c.Value)/(len(t.count)-1), int(c.Count), c.Weight)
			}
		}
		if i < len(t.unrated.clusters) && t.unrated.clusters[i].Count > 0 {
			cells = cells.Add(1, int(t.unrated.clusters[i].Count), t.unrated.clusters[i].Weight)
		}
		if len(cells) > 0 {
			s.Clusters = append(s.Clusters, cells)
		}
	}
	return s
}

// merge adds another table of the same scale; numbers maps its clusters to those of this one.
func (t *counts) merge(part *counts, numbers []int) {
	for k, n := range part.count {
		t.count[k] += n
		t.weight[k] += part.weight[k]
		t.weight2[k] += part.weight2[k]
	}
	t.blank += part.blank
	t.notShown += part.notShown
	t.suppressed += part.suppressed
	t.unrated.merge(&part.unrated, numbers)
	if len(t.clusters) == 0 && asNumbered(numbers) { // the first part, and of a small file all of it
		t.clusters, part.clusters = part.clusters, nil
		return
	}
	for j, cells := range part.clusters {
		for _, c := range cells {
			t.addToCluster(numbers[j], int(c.Value), int(c.Count), c.Weight)
		}
	}
}

func asNumbered(numbers []int) bool {
	for j, i := range numbers {
		if i != j {
			return false
		}
	}
	return true
}

func (t *counts) reset() {
	clear(t.count)
	clear(t.weight)
	clear(t.weight2)
	t.blank, t.notShown, t.suppressed = 0, 0, 0
	t.unrated.weight, t.unrated.weight2, t.unrated.clusters = 0, 0, t.unrated.clusters[:0]
	t.clusters = t.clusters[:0]
}

func sum(x []float64) float64 {
	total := 0.0
	for _, v := range x {
		total += v
	}
	return total
}
