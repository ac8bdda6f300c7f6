package analysis

import (
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// discloser decides what may be seen of a small group (METHODS section 9): nothing of fewer answers than the minimum base, and of
// fewer than twice as many nothing that says what each single one answered.
type discloser struct {
	anonymous bool
	minimum   int
	group     int // how many of the group answered the survey
}

func (a *analyzer) discloser(audience *study.Audience, group int) discloser {
	return discloser{audience.Anonymous, a.study.Privacy.MinimumBase, group}
}

// discloserOf decides on an answer. Published figures are public: nothing of them is hidden.
func (a *analyzer) discloserOf(x *answer) discloser {
	d := a.discloser(x.audience, x.group)
	d.anonymous = d.anonymous && x.published == nil
	return d
}

// tooFew reports whether so many answers may not be seen. Of a small group none may neither: where few are hidden, that an item has no
// answers at all would tell of everyone in the group that he did not answer it, and of the items that are hidden that somebody did.
func (d discloser) tooFew(n int) bool {
	return d.anonymous && n < d.minimum && (n > 0 || d.few(d.group))
}

// few reports whether an extreme of so many answers would tell what each of them is.
func (d discloser) few(n int) bool { return d.anonymous && n > 0 && n < 2*d.minimum }

// hides reports whether nothing may be seen of a sample: too few answers, or few that are all alike, whose mean, wherever it lies
// on the scale, is the answer of each.
func (d discloser) hides(s stats.Sample, n int) bool {
	return d.tooFew(n) || d.few(n) && alike(s)
}

// tells reports whether a share gives few respondents away: all of them, or none, belong to it.
func (d discloser) tells(share stats.Estimate) bool {
	return d.few(share.N) && (share.Value == 0 || share.Value == 1)
}

// alike reports whether all values of a sample are one.
func alike(s stats.Sample) bool {
	different := 0
	for _, n := range s.Count {
		if n > 0 {
			different++
		}
	}
	return different == 1
}

// suppressShares takes the numbers out of figures if one of the shares that they are made of tells too much: the others would give
// it away, as parts of one whole or as its difference from a share that is shown.
func (d discloser) suppressShares(figures []*Figure, shares ...stats.Estimate) {
	for _, share := range shares {
		if d.tells(share) {
			for _, f := range figures {
				f.suppress()
			}
			return
		}
	}
}
