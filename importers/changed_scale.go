package importers

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// A scale may change within a column (FORMATS 0.10): ratings of 1 to 5 go on as 1 to 10. Nothing but the order of the answers tells it: up to
// some row none lies beyond the end of a usual shorter scale, and from there on many do; or the other way round, where the newest stand first. Four
// things must come together, for a file may be sorted, or its rows be grouped by how content people are.

const (
	// leastOfScale is how many rows each of the two parts has at least.
	leastOfScale = 20
	// onePart is how improbable it is, were there one scale, that all rows beyond the end stand in one part: −log of one in a million.
	onePart = 13.8
	// leastAtEnd is how often the last point of the shorter scale is chosen at least.
	leastAtEnd = 7
	// Answers that the longer part has up to the end of the shorter scale: a file that is sorted by its answers has none.
	leastInside, leastShareInside = 3, 0.02
)

// evidence is what is asked of a place at which a scale changed: how many answers beyond its end are expected at least of a part that has none, of
// ratings that changed together and of one alone, and how far apart the means of the parts are at most, each on its scale.
type evidence struct {
	together, alone           float64
	apartTogether, apartAlone float64
}

// sureEvidence tells a change; where only that of maybeEvidence is there, it is a question.
func sureEvidence() evidence {
	return evidence{together: 12, alone: 7, apartTogether: 0.25, apartAlone: 0.12}
}

func maybeEvidence() evidence {
	return evidence{together: 4, alone: 5, apartTogether: 0.25, apartAlone: 0.25}
}

// shorterEnds are the points, counted from 0, at which a usual scale with the same low end would end before a scale does.
func shorterEnds(s study.Scale) (ends []int) {
	if s.Points() > 11 || s.Low < 0 || s.Low > 1 || s.Low != math.Trunc(s.Low) {
		return nil
	}
	for _, end := range usualEnds() {
		if end < s.High {
			ends = append(ends, int(end-s.Low))
		}
	}
	return ends
}

// scaleChange is where the scale of some ratings changed.
type scaleChange struct {
	ratings  []int
	end, top int  // the last points of the shorter scale, and of the longer
	at       int  // the row of the order from which on the later one holds
	longer   bool // the later one is the longer
	maybe    bool // it may have: the order of the answers is improbable, but so few chose the end that perhaps nobody wanted to go beyond
}

// beyond is the first row of a rating that lies beyond a point.
type beyond struct {
	rating, row int
	answers     int // before it
}

// scaleChanges finds where the scale of ratings that share one changed. Ratings change together: what each of them hardly tells in some
// dozens of answers, they tell together.
func (o *answerOrder) scaleChanges(scale study.Scale, ratings []int) (found []scaleChange) {
	maybe := false
	for len(ratings) > 0 {
		best := scaleChange{}
		least := sureEvidence()
		if maybe {
			least = maybeEvidence()
		}
		for _, backward := range []bool{false, true} {
			firsts := o.firstsBeyond(scale, ratings, backward)
			for _, end := range shorterEnds(scale) {
				if len(firsts[end]) == 0 {
					continue
				}
				if c, changed := o.changeAt(end, ratings, firsts[end], backward, least); changed && len(c.ratings) > len(best.ratings) {
					best = c
				}
			}
		}
		switch {
		case best.ratings == nil && maybe:
			return found
		case best.ratings == nil:
			maybe = true
			continue
		}
		best.maybe = maybe
		found = append(found, best)
		ratings = slices.DeleteFunc(slices.Clone(ratings), func(r int) bool { return slices.Contains(best.ratings, r) })
	}
	return found
}

// turn is the number of a row from the beginning, or from the end.
func (o *answerOrder) turn(k int, backward bool) int {
	if backward {
		return o.n - 1 - k
	}
	return k
}

// firstsBeyond finds, by point, those ratings that first pass it after some rows.
func (o *answerOrder) firstsBeyond(scale study.Scale, ratings []int, backward bool) [][]beyond {
	last := scale.Points() - 1
	firsts := make([][]beyond, last)
	for _, r := range ratings {
		highest, answers := 0, 0
		for k := 0; k < o.n && highest < last; k++ {
			p := int(o.point(r, o.turn(k, backward)))
			if p == noPoint {
				continue
			}
			for ; highest < p; highest++ {
				if answers >= leastOfScale && o.n-k >= leastOfScale {
					firsts[highest] = append(firsts[highest], beyond{r, k, answers})
				}
			}
			answers++
		}
	}
	return firsts
}

// changeAt judges whether ratings changed their scale where they first pass its end: nearly all of those that were asked together, or one alone. Those
// of many that pass an end late are no evidence: some always do.
func (o *answerOrder) changeAt(end int, ratings []int, firsts []beyond, backward bool, least evidence) (change scaleChange, changed bool) {
	slices.SortStableFunc(firsts, func(a, b beyond) int { return cmp.Compare(b.row, a.row) })
	parts := newScaleParts(o.n, end)
	for i, f := range firsts {
		if parts.add(o, f.rating, backward); together(i+1, len(ratings)) && parts.changedAt(f.row, least.together, least.apartTogether) {
			change, changed = o.changeOf(parts, withNear(firsts, i+1), backward), true
		}
	}
	if changed {
		return change, true
	}
	return o.changesAlone(end, ratings, firsts, backward, least)
}

// withNear are the first of some ratings, and those that pass the end hardly sooner.
func withNear(firsts []beyond, n int) []beyond {
	const least, part = 5, 10
	row := firsts[n-1].row
	for n < len(firsts) && firsts[n].row >= row-max(least, row/part) {
		n++
	}
	return firsts[:n]
}

// changesAlone finds ratings that changed each by itself. The others, which did not, say whether those of the two parts think alike.
func (o *answerOrder) changesAlone(end int, ratings []int, firsts []beyond, backward bool, least evidence) (change scaleChange, changed bool) {
	var alone []beyond
	others := slices.Clone(ratings)
	for _, f := range firsts {
		one := newScaleParts(o.n, end)
		if one.add(o, f.rating, backward); one.changedAt(f.row, least.alone+math.Log(float64(len(ratings))), least.apartAlone) && one.noHeap(f.row) {
			alone, others = append(alone, f), slices.DeleteFunc(others, func(r int) bool { return r == f.rating })
		}
	}
	if len(alone) == 0 {
		return change, false
	}
	rest := newScaleParts(o.n, end)
	for _, r := range others {
		rest.add(o, r, backward)
	}
	for _, f := range alone {
		if len(others) > 0 && !rest.sameShares(f.row) {
			continue
		}
		one := newScaleParts(o.n, end)
		one.add(o, f.rating, backward)
		return o.changeOf(one, []beyond{f}, backward), true
	}
	return change, false
}

// sameShares reports whether answers beyond the end are about as frequent before a row as behind it.
func (p *scaleParts) sameShares(at int) bool {
	const least = 2
	before, behind := tallied(p.rows[:at]), tallied(p.rows[at:])
	return least*before.beyond*behind.answers >= behind.beyond*before.answers
}

// together reports whether so many ratings are nearly all.
func together(n, asked int) bool { return n > 1 && 10*n >= 9*asked }

// changeOf is the change of ratings at the row at which the first of them passes the end.
func (o *answerOrder) changeOf(parts *scaleParts, firsts []beyond, backward bool) scaleChange {
	c := scaleChange{end: parts.end, top: parts.top, at: firsts[len(firsts)-1].row, longer: true}
	if backward {
		c.at, c.longer = o.n-c.at, false
	}
	for _, f := range firsts {
		c.ratings = append(c.ratings, f.rating)
	}
	slices.Sort(c.ratings)
	return c
}

// scaleParts are the answers to ratings that may have changed together, from the part of the shorter scale on.
type scaleParts struct {
	end, top int
	rows     []answeredPoints
}

// answeredPoints are the points that a row has in some ratings, as bits, how many of its answers are the end and the two points before it, and how
// many lie up to the end, and beyond.
type answeredPoints struct {
	points, below, beyond, sum uint16
	last                       [3]uint16
	next                       uint16 // answers of the point behind the end
}

func newScaleParts(n, end int) *scaleParts {
	return &scaleParts{end: end, rows: make([]answeredPoints, n)}
}

// add takes in the answers to one more rating.
func (p *scaleParts) add(o *answerOrder, rating int, backward bool) {
	for k := range p.rows {
		point := int(o.point(rating, o.turn(k, backward)))
		if point == noPoint {
			continue
		}
		row := &p.rows[k]
		row.points |= 1 << point
		row.sum += uint16(point)
		p.top = max(p.top, point)
		switch before := p.end - point; {
		case before < 0:
			if row.beyond++; before == -1 {
				row.next++
			}
			continue
		case before < len(row.last):
			row.last[before]++
		}
		row.below++
	}
}

// changedAt reports whether the scale changed at a row, before which nobody passes the end. Chance leaves out what so many answers are expected of.
func (p *scaleParts) changedAt(at int, expected, apart float64) bool {
	short, long := tallied(p.rows[:at]), tallied(p.rows[at:])
	below := long.answers - long.beyond
	return long.rows >= leastOfScale && below >= leastInside && below >= leastShareInside*long.answers &&
		unlikelyApart(int(short.rows), int(long.rows), int(long.past)) >= onePart &&
		p.endsThere(short, expected) && p.alike(short, long, apart) && p.atOnce(at, long)
}

// partTally is what is counted of a part.
type partTally struct {
	rows, answers, beyond float64
	past                  float64 // rows with an answer beyond
	last                  [3]float64
	next                  float64
	sum                   float64 // of the points
	points                uint16
	endApart, beyondApart float64 // how much more the number of such answers varies from row to row than that of answers drawn at random
}

func tallied(rows []answeredPoints) (t partTally) {
	ends, beyond := 0.0, 0.0
	for _, r := range rows {
		if r.points == 0 {
			continue
		}
		t.rows++
		t.points |= r.points
		t.answers, t.beyond, t.sum = t.answers+float64(r.below+r.beyond), t.beyond+float64(r.beyond), t.sum+float64(r.sum)
		if t.next += float64(r.next); r.beyond > 0 {
			t.past++
		}
		for i, n := range r.last {
			t.last[i] += float64(n)
		}
		ends, beyond = ends+float64(r.last[0])*float64(r.last[0]), beyond+float64(r.beyond)*float64(r.beyond)
	}
	t.endApart, t.beyondApart = dispersion(t.rows, t.last[0], ends), dispersion(t.rows, t.beyond, beyond)
	return t
}

// dispersion is the variance of counts over their mean, at least 1: people who choose a point for one thing choose it for others too.
func dispersion(rows, sum, squares float64) float64 {
	if sum == 0 {
		return 1
	}
	mean := sum / rows
	return max(1, (squares/rows-mean*mean)/mean)
}

// endsThere reports whether a part is of a scale that ends where its answers do: they use its points, and so many chose the last that further ones
// would have been chosen.
func (p *scaleParts) endsThere(short partTally, expected float64) bool {
	return short.rows >= leastOfScale && short.last[0] >= leastAtEnd && bits.OnesCount16(short.points) >= p.end &&
		pastExpected(short.last)/short.endApart >= expected
}

// noHeap reports whether a part of one rating ends where it does though the end is the middle of the longer scale, which many choose who think nothing
// of either side: both parts think alike, more is asked of an end that stands out, and enough is left when it has no more over its neighbours than where
// the longer scale holds.
func (p *scaleParts) noHeap(at int) bool {
	const least, leastOut, out = 7, 12, 1.5
	const some = 3 // added to what one divides by: a few tell of no heap
	if 2*p.end != p.top && 2*p.end != p.top-1 {
		return true
	}
	short, long := tallied(p.rows[:at]), tallied(p.rows[at:])
	if !p.alike(short, long, sureEvidence().apartAlone) || short.last[0] > out*short.last[1] && short.last[0] < leastOut {
		return false
	}
	short.last[0] /= max(1, 2*(long.last[0]+some)/(long.last[1]+long.next+2*some))
	return pastExpected(short.last) >= least
}

// alike reports whether the mean answers of the parts, each on its scale, are not far apart: where they are, it is the people who differ.
func (p *scaleParts) alike(short, long partTally, most float64) bool {
	return math.Abs(short.sum/short.answers/float64(p.end)-long.sum/long.answers/float64(p.top)) <= most
}

// atOnce reports whether answers beyond the end begin at once, and become no more: where content rises bit by bit, or the rows are sorted by
// it, the first are rare, and the end is chosen ever more often before it is passed.
func (p *scaleParts) atOnce(at int, long partTally) bool {
	const leastRows, expected, errors, steady = 20, 15, 2.5, 0.6
	rows, answers, past, share := 0, 0.0, 0.0, long.beyond/long.answers
	for _, r := range p.rows[at:] {
		if r.points == 0 {
			continue
		}
		rows, answers, past = rows+1, answers+float64(r.below+r.beyond), past+float64(r.beyond)
		if rows >= leastRows && share*answers >= expected*long.beyondApart {
			break
		}
	}
	if past+errors*math.Sqrt(past*long.beyondApart) < share*answers {
		return false
	}
	first, second := tallied(p.rows[at:(at+len(p.rows))/2]), tallied(p.rows[(at+len(p.rows))/2:])
	if first.beyond*second.answers < steady*second.beyond*first.answers {
		return false
	}
	first, second = tallied(p.rows[:at/2]), tallied(p.rows[at/2:at])
	return second.last[0]-first.last[0] <= errors*math.Sqrt((first.last[0]+second.last[0])*max(first.endApart, second.endApart))
}

// unlikelyApart is −log of the probability that none of some rows is among so many, and all are among the others, were they drawn at random.
func unlikelyApart(rows, others, past int) float64 {
	sum := 0.0
	for i := range past {
		sum -= math.Log(float64(others-i) / float64(rows+others-i))
	}
	return sum
}

// pastExpected is how many answers further points would have, from those to the last and to the two before it: as they rise or fall from point to
// point, they go on, and each has half of those before it at most.
func pastExpected(last [3]float64) float64 {
	const most = 0.5
	before := (last[1] + most) / (last[2] + most)
	ratio := (last[0] + most) / (last[1] + most)
	ratio = min(most, ratio*min(1, ratio/before))
	return ratio / (1 - ratio) * last[0]
}
