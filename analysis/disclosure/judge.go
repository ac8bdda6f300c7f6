package disclosure

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// quantity is what one audience's mean, share or score is about.
type quantity struct {
	statistic      string
	kind           study.Kind
	perspective    string
	audience, item string
	wave, segment  string
}

// place is an audience's answers to an item in a wave.
type place struct{ audience, item, wave string }

// ends are those of a scale.
type ends struct{ low, high float64 }

// judge holds one output against its minimum base.
type judge struct {
	out       Output
	minimum   int
	waived    map[string]bool
	published map[place]bool
	oneByOne  map[string]bool // audiences that the result says are not sampled by clusters
	waves     []string
	names     []string // of segments
	scales    map[quantity]ends
	means     map[quantity]*analysis.Figure // of everybody and of the values of segments
	order     []quantity                    // of means
	boxes     map[quantity]*analysis.Figure
}

func newJudge(out Output, minimum int) *judge {
	j := &judge{
		out: out, minimum: minimum, waived: map[string]bool{}, oneByOne: map[string]bool{}, published: map[place]bool{},
		scales: map[quantity]ends{}, means: map[quantity]*analysis.Figure{}, boxes: map[quantity]*analysis.Figure{},
	}
	if r := out.Result; r != nil {
		j.minimum, j.waves, j.names = max(minimum, r.Choices.MinimumBase), r.Waves, r.Segments
		j.fromResult(r)
	} else if minimum == 0 {
		j.minimum = DefaultMinimum
	}
	for i := range out.Figures {
		j.enter(&out.Figures[i])
	}
	return j
}

// fromResult takes what a result says beside its figures.
func (j *judge) fromResult(r *analysis.Result) {
	for _, a := range r.Audiences {
		j.waived[a.ID] = !a.Anonymous
		j.oneByOne[a.ID] = !slices.ContainsFunc(a.Bases, func(b analysis.Base) bool { return b.Clusters > 0 })
	}
	for _, item := range r.Items {
		for _, rating := range item.Ratings {
			j.scales[quantity{kind: rating.Kind, perspective: rating.Perspective, item: item.ID}] = ends{rating.Low, rating.High}
		}
	}
}

// enter notes a figure that others are held against.
func (j *judge) enter(f *analysis.Figure) {
	if f.Analysis == "profile" && f.Wave != "" && j.out.Result == nil && !slices.Contains(j.waves, f.Wave) {
		j.waves = append(j.waves, f.Wave)
	}
	if f.Analysis == "segment" && f.Statistic == "gap_range" && j.out.Result == nil && !slices.Contains(j.names, f.Segment) {
		j.names = append(j.names, f.Segment)
	}
	of := quantity{f.Statistic, f.Kind, f.Perspective, f.Audience, f.Item, f.Wave, f.Segment}
	switch {
	case (f.Analysis == "profile" || f.Analysis == "segment") && f.Statistic == "mean":
		if _, twice := j.means[of]; !twice {
			j.order = append(j.order, of)
		}
		j.means[of] = f
		if f.Note.Has(analysis.NoteTabulated) {
			j.published[place{f.Audience, f.Item, f.Wave}] = true
		}
	case f.Analysis == "profile" && (f.Statistic == "top_box" || f.Statistic == "bottom_box"):
		j.boxes[of] = f
	}
}

// segmentOf returns the name of the segment that a name=value is of. A name may hold the sign itself: the longest that is known.
func (j *judge) segmentOf(segment string) string {
	longest := ""
	for _, name := range j.names {
		if strings.HasPrefix(segment, name+"=") && len(name) > len(longest) {
			longest = name
		}
	}
	if longest == "" {
		longest, _, _ = strings.Cut(segment, "=")
	}
	return longest
}

// scaleOf returns the ends of the scale that a figure's mean is on; false where the output does not say.
func (j *judge) scaleOf(f *analysis.Figure) (ends, bool) {
	if f.Unit == analysis.POMP {
		return ends{0, 100}, true
	}
	e, known := j.scales[quantity{kind: f.Kind, perspective: f.Perspective, item: f.Item}]
	return e, known
}

// free reports whether nothing of an audience's answers is to be protected: it agreed to be shown, or its figures were published.
func (j *judge) free(audience string, f *analysis.Figure) bool {
	if j.waived[audience] || f.Note.Has(analysis.NoteTabulated) || f.Note.Has(analysis.NoteUnknownBase) {
		return true
	}
	for _, wave := range j.wavesOf(f.Wave) {
		if j.published[place{audience, f.Item, wave}] {
			return true
		}
	}
	return false
}

// wavesOf returns the waves that a figure is of: the one, or both of a change, the earlier first.
func (j *judge) wavesOf(wave string) []string {
	for _, before := range j.waves {
		for _, after := range j.waves {
			if before+":"+after == wave && !slices.Contains(j.waves, wave) {
				return []string{before, after}
			}
		}
	}
	return []string{wave}
}

// tells reports whether a figure has a number, or a word that stands for one.
func tells(f *analysis.Figure) bool {
	for _, x := range []analysis.Number{f.Value, f.SE, f.Low, f.High, f.P, f.PAdjusted} {
		if x.Defined() {
			return true
		}
	}
	return f.Verdict != ""
}

// file counts what was looked at. Means of groups that are just large enough to be shown are counted by whom they are of.
func (j *judge) file() File {
	file := File{File: j.out.File, MinimumBase: j.minimum, Figures: len(j.out.Figures), Waived: []string{}, Table: j.out.Result == nil}
	for i := range j.out.Figures {
		f := &j.out.Figures[i]
		switch {
		case f.Note.Has(analysis.NoteSuppressed):
			file.NotShown++
		case tells(f):
			file.Shown++
		}
	}
	if j.out.Result != nil {
		for _, a := range j.out.Result.Audiences {
			if !a.Anonymous {
				file.Waived = append(file.Waived, a.ID)
			}
		}
	}
	small := map[group]bool{}
	for _, f := range j.means {
		if n := float64(f.N); f.Value.Defined() && n >= float64(j.minimum) && n < float64(2*j.minimum) && !j.free(f.Audience, f) {
			small[group{audience: f.Audience, wave: f.Wave, segment: f.Segment}] = true
		}
	}
	file.Small = len(small)
	return file
}

// weighted reports whether a mean is of weighted answers, as its effective base says.
func weighted(f *analysis.Figure) bool {
	return !(math.Abs(float64(f.NEffective-f.N)) <= 1e-9*float64(f.N))
}
