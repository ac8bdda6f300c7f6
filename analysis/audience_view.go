package analysis

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// ForAudience returns the part of a result that may be handed to one of its audiences.
//
// The people of an audience know each other and those around them: what a study may show to whom commissioned it (a leadership team of
// four, who agreed) is not for them. So the result must be of a study whose waivers of the minimum base are off (study.Unwaive), and of every
// other audience nothing is left that tells of a small group:
//
//   - An audience with fewer answers in a wave than the minimum base is not in it: neither its own figures, nor gaps with it, nor what is
//     computed over all audiences together (the alignment, the chain), from which it could be had back.
//   - What the analysis suppressed of other audiences' groups in a segment does not even stand there as suppressed.
//   - Rows and files of such an audience are not in it; warnings of one that is in no wave go with it; the reasons of waivers stay with the study.
//
// The audience's own figures are those of the result. There are no verbatims in a result. A result that a waiver of another audience has
// shaped is refused with a WaivedError.
func ForAudience(r *Result, audience string) (*Result, error) {
	if waived := r.waivedBeside(audience); waived != nil {
		return nil, waived
	}
	v := &audienceView{result: r, audience: audience, hidden: map[hiddenGroup]bool{}}
	v.find()
	out := *r
	out.Audiences, out.Figures = v.audiences(), v.figures()
	gone := v.gone(out.Audiences)
	out.Items = v.items(gone)
	out.Flow, out.Inputs = v.files()
	out.Warnings, out.Assumptions = v.notices(r.Warnings, gone), v.notices(r.Assumptions, gone)
	out.fillLists()
	return &out, nil
}

// WaivedError says that a result shows a small audience because its study waives the minimum base.
type WaivedError struct{ Label string }

func (e *WaivedError) Error() string {
	return fmt.Sprintf("few answers of %s are shown, as the study waives the minimum base", e.Label)
}

// waivedBeside returns the first audience but one's own that a waiver shows something of; nil: there is none. Of twice the minimum
// base a waiver shows nothing that would else be hidden.
func (r *Result) waivedBeside(audience string) *WaivedError {
	few := map[string]bool{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Item == "" && (f.Analysis == "agreement" || f.Analysis == "chain") { // their base is a number of items
			continue
		}
		for id, n := range f.sides() {
			few[id] = few[id] || n > 0 && n < Number(2*r.Choices.MinimumBase)
		}
	}
	for _, a := range r.Audiences {
		if few[a.ID] && !a.Anonymous && a.ID != audience {
			return &WaivedError{a.Label}
		}
	}
	return nil
}

// audienceView is what of a result one audience may see.
type audienceView struct {
	result   *Result
	audience string
	hidden   map[hiddenGroup]bool
}

// hiddenGroup is an audience in a wave.
type hiddenGroup struct{ audience, wave string }

// sides are the audiences of a figure with the answers that it rests on.
func (f *Figure) sides() map[string]Number {
	sides := map[string]Number{}
	if f.Audience != "" {
		sides[f.Audience] = f.N
	}
	if f.Versus != "" {
		sides[f.Versus] = f.NVersus
	}
	return sides
}

// find notes the other audiences that are too small in a wave.
func (v *audienceView) find() {
	for _, a := range v.result.Audiences {
		for _, base := range a.Bases {
			if a.ID != v.audience && base.N < v.result.Choices.MinimumBase && !base.Tabulated {
				v.hidden[hiddenGroup{a.ID, base.Wave}] = true
			}
		}
	}
}

// hides reports whether a figure tells of a group that is hidden.
func (v *audienceView) hides(f *Figure) bool {
	foreign := false
	for audience := range f.sides() {
		foreign = foreign || audience != v.audience
		for _, wave := range v.result.WavesOf(f.Wave) {
			if v.hidden[hiddenGroup{audience, wave}] {
				return true
			}
		}
	}
	if f.Audience == "" || f.Analysis == "chain" { // over all audiences
		for group := range v.hidden {
			if slices.Contains(v.result.WavesOf(f.Wave), group.wave) {
				return true
			}
		}
	}
	return foreign && f.Segment != "" && f.Note.Withheld()
}

func (v *audienceView) figures() []Figure {
	var shown []Figure
	for i := range v.result.Figures {
		if !v.hides(&v.result.Figures[i]) {
			shown = append(shown, v.result.Figures[i])
		}
	}
	return shown
}

// audiences returns those that are in any wave, with the waves that they are in.
func (v *audienceView) audiences() []Audience {
	var shown []Audience
	for _, a := range v.result.Audiences {
		var bases []Base
		for _, base := range a.Bases {
			if !v.hidden[hiddenGroup{a.ID, base.Wave}] {
				bases = append(bases, base)
			}
		}
		if len(bases) == 0 {
			continue
		}
		a.Bases = bases
		if a.ID != v.audience {
			a.Reason = ""
		}
		shown = append(shown, a)
	}
	return shown
}

// gone are the audiences that are in no wave.
func (v *audienceView) gone(shown []Audience) map[string]bool {
	gone := map[string]bool{}
	for _, a := range v.result.Audiences {
		gone[a.ID] = !slices.ContainsFunc(shown, func(b Audience) bool { return a.ID == b.ID })
	}
	return gone
}

// items leaves out what only audiences were asked that are gone.
func (v *audienceView) items(gone map[string]bool) []Item {
	var items []Item
	for _, item := range v.result.Items {
		var ratings []Rating
		for _, rating := range item.Ratings {
			rating.Asked = slices.DeleteFunc(slices.Clone(rating.Asked), func(a Asked) bool { return gone[a.Audience] })
			if len(rating.Asked) > 0 {
				ratings = append(ratings, rating)
			}
		}
		if item.Ratings = ratings; len(ratings) > 0 {
			items = append(items, item)
		}
	}
	return items
}

// cut are the audiences of which a wave or all is hidden: how many rows they have in all tells how many are hidden.
func (v *audienceView) cut() map[string]bool {
	cut := map[string]bool{}
	for group := range v.hidden {
		cut[group.audience] = true
	}
	return cut
}

// files leaves out the rows of audiences that are cut, and the files that hold nobody else. What is left of a file adds up: its rows
// less those that are shown would be those that are not.
func (v *audienceView) files() (flow []study.Flow, inputs []study.Input) {
	cut, kept, rows, less := v.cut(), map[string]bool{}, map[string]int{}, map[string]bool{}
	for _, f := range v.result.Flow {
		if cut[f.Audience] {
			less[f.File] = true
			continue
		}
		kept[f.File] = kept[f.File] || f.Audience != ""
		rows[f.File] += f.Read
	}
	for _, f := range v.result.Flow {
		if !cut[f.Audience] && (kept[f.File] || !less[f.File]) {
			flow = append(flow, f)
		}
	}
	for _, in := range v.result.Inputs {
		switch {
		case !less[in.File]:
			inputs = append(inputs, in)
		case kept[in.File]:
			in.Rows = rows[in.File]
			inputs = append(inputs, in)
		}
	}
	return flow, inputs
}

// notices leaves out the waivers, what names an audience that is gone, and what counts all rows of one that is cut.
func (v *audienceView) notices(all []study.Notice, gone map[string]bool) []study.Notice {
	var shown []study.Notice
	cut := v.cut()
	for _, n := range all {
		names := n.Code == WarnShownBelowMinimum && n.Where != v.audience
		ofAllRows := n.Code == study.StraightLiners || n.Code == study.LeftEarlyKept || n.Code == study.SpeedersKept
		for _, a := range v.result.Audiences {
			names = names || (gone[a.ID] || cut[a.ID] && ofAllRows) && (n.Where == a.ID || strings.Contains(n.Text(), a.ID) || strings.Contains(n.Text(), a.Label))
		}
		if !names {
			shown = append(shown, n)
		}
	}
	return shown
}
