package disclosure

import (
	"cmp"
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// Schema names the form of Report.
const Schema = "cxgap.privacy/1"

// DefaultMinimum is the minimum base of an output that names none.
const DefaultMinimum = 5

// The codes of findings.
const (
	FewAnswers        = "few_answers"
	AllAlike          = "all_alike"
	RestOfTotal       = "rest_of_total"
	FollowsFromOthers = "follows_from_others"
	BetweenOutputs    = "between_outputs"
)

// Output is what one finished output holds.
type Output struct {
	File    string
	Figures []analysis.Figure
	Result  *analysis.Result // nil: a tidy table
}

// Report is what was looked at and what was found.
type Report struct {
	Schema   string    `json:"schema"`
	Files    []File    `json:"files"`
	Findings []Finding `json:"findings"`
	Refuted  []Refuted `json:"refuted"`
}

// File is what was looked at in one output.
type File struct {
	File        string   `json:"file"`
	MinimumBase int      `json:"minimum_base"`
	Figures     int      `json:"figures"`
	Shown       int      `json:"shown"`      // figures with a number
	NotShown    int      `json:"suppressed"` // figures that are marked as suppressed
	Waived      []string `json:"waived"`     // audiences that are not judged: anonymous: false
	Small       int      `json:"small"`      // groups of minimum … 2·minimum−1 answers whose means are shown: their answers can nearly be told
	Table       bool     `json:"table"`      // a tidy table: no waivers, scales and minimum base are known
}

// Finding is one group of people of whom figures could tell what they answered. The figures' values are not in it.
type Finding struct {
	Code     string   `json:"code"`
	Files    []string `json:"files"`
	Audience string   `json:"audience"`
	Wave     string   `json:"wave,omitempty"`
	Segment  string   `json:"segment,omitempty"` // name=value; of a rest the name alone
	Base     int      `json:"base,omitempty"`    // how many are exposed; the smallest and the largest number over the figures; 0: not known
	BaseTo   int      `json:"base_to,omitempty"`
	Weighted bool     `json:"weighted,omitempty"` // what follows is less exact
	Assumed  bool     `json:"assumed,omitempty"`  // that two outputs are of one study is not said by both
	Figures  []string `json:"figures"`
}

// Refuted is a group whose bases in two outputs differ by few, and whose figures show that neither is a part of the other.
type Refuted struct {
	Files    []string `json:"files"`
	Audience string   `json:"audience"`
	Wave     string   `json:"wave,omitempty"`
	Segment  string   `json:"segment,omitempty"`
}

// Check looks through outputs one by one, and at every two of them together. A minimum base of 0 is each output's own; a larger one than its own
// holds in its place, and of a tidy table, which has none, any.
func Check(outputs []Output, minimum int) *Report {
	r := &Report{Schema: Schema, Files: []File{}, Findings: []Finding{}, Refuted: []Refuted{}}
	var judged []*judge
	for _, out := range outputs {
		j := newJudge(out, minimum)
		judged = append(judged, j)
		r.Files = append(r.Files, j.file())
		f := &findings{files: []string{out.File}}
		j.few(f)
		j.alike(f)
		j.rests(f)
		j.follow(f)
		r.Findings = append(r.Findings, f.list()...)
	}
	for i, a := range judged {
		for _, b := range judged[i+1:] {
			f := &findings{files: []string{a.out.File, b.out.File}}
			r.Refuted = append(r.Refuted, between(a, b, f)...)
			r.Findings = append(r.Findings, f.list()...)
		}
	}
	return r
}

// group is whom a finding is about.
type group struct{ code, audience, wave, segment string }

// findings gathers the findings of one or two files by whom they are about.
type findings struct {
	files []string
	by    map[group]*Finding
	order []group
}

// add enters figures that expose so many; 0: not known how many.
func (f *findings) add(g group, base int, figures ...string) *Finding {
	if f.by == nil {
		f.by = map[group]*Finding{}
	}
	x := f.by[g]
	if x == nil {
		x = &Finding{Code: g.code, Files: f.files, Audience: g.audience, Wave: g.wave, Segment: g.segment, Base: base, BaseTo: base}
		f.by[g] = x
		f.order = append(f.order, g)
	}
	x.Base, x.BaseTo = min(x.Base, base), max(x.BaseTo, base)
	for _, id := range figures {
		if !slices.Contains(x.Figures, id) {
			x.Figures = append(x.Figures, id)
		}
	}
	return x
}

// list returns the findings, those of one code together, in the order of the codes above.
func (f *findings) list() []Finding {
	codes := []string{FewAnswers, AllAlike, RestOfTotal, FollowsFromOthers, BetweenOutputs}
	slices.SortStableFunc(f.order, func(a, b group) int {
		return cmp.Compare(slices.Index(codes, a.code), slices.Index(codes, b.code))
	})
	var all []Finding
	for _, g := range f.order {
		all = append(all, *f.by[g])
	}
	return all
}
