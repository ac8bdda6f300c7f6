package gate

import (
	"cmp"
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// Movement says what became of a figure since the baseline.
type Movement string

// The movements.
const (
	Higher        Movement = "higher" // the whole interval of the change above 0
	Lower         Movement = "lower"
	NoClearChange Movement = "no clear change"
	Unchanged     Movement = "unchanged" // exactly
	New           Movement = "new"       // not in the baseline
	Gone          Movement = "gone"      // not in the result
	NotComparable Movement = "not comparable"
)

// DiffSchema names the form of Diff.
const DiffSchema = "cxgap.baseline-diff/1"

// Diff is a baseline beside a result.
type Diff struct {
	Schema    string             `json:"schema"`
	Generator analysis.Generator `json:"generator"`
	Title     string             `json:"title"`
	Then      string             `json:"then,omitempty"` // the waves
	Now       string             `json:"now,omitempty"`
	Rows      []DiffRow          `json:"rows"`    // by figure
	Remarks   []string           `json:"remarks"` // in which way the baseline is of other people, or counts them otherwise
}

// DiffRow is one figure then and now.
type DiffRow struct {
	Figure   string          `json:"figure"`
	Unit     string          `json:"unit"`
	Then     analysis.Number `json:"then"`
	Now      analysis.Number `json:"now"`
	Change   analysis.Number `json:"change"`
	Low      analysis.Number `json:"low"`
	High     analysis.Number `json:"high"`
	NThen    analysis.Number `json:"n_then"`
	NNow     analysis.Number `json:"n_now"`
	Movement Movement        `json:"movement"`
	Reason   string          `json:"reason,omitempty"`
}

// Diff compares every figure that either side has. Intervals are for each change alone.
func (b *Baseline) Diff(r *analysis.Result) *Diff {
	m := newMeasurer(r)
	m.baseline = b.measurer(r)
	d := &Diff{Schema: DiffSchema, Generator: r.Generator, Title: r.Title, Then: b.Wave, Now: m.wave, Rows: []DiffRow{}}
	d.Remarks = append([]string{}, b.otherRows(nil)...)
	fresh := NewBaseline(r)
	seen := map[string]bool{}
	for _, f := range fresh.Figures {
		seen[f.ID] = true
		d.Rows = append(d.Rows, m.row(f))
	}
	for _, f := range b.Figures {
		if !seen[f.ID] && !m.shows(f.ID) { // what is shown and no longer kept is of no rule
			d.Rows = append(d.Rows, m.gone(f))
		}
	}
	slices.SortFunc(d.Rows, func(x, y DiffRow) int { return cmp.Compare(x.Figure, y.Figure) })
	return d
}

func newDiffRow(f BaselineFigure, in unit) DiffRow {
	nan := analysis.NaN
	return DiffRow{Figure: f.ID, Unit: string(in), Then: nan, Now: nan, Change: nan, Low: nan, High: nan, NThen: nan, NNow: nan}
}

// native is the unit that a figure is shown in as it stands.
func native(u analysis.Unit) unit {
	switch u {
	case analysis.Points:
		return points
	case analysis.POMP:
		return pomp
	case analysis.Share:
		return share
	case analysis.ShareDiff:
		return shareDiff
	}
	return bare
}

// row compares a figure of the result with that of the baseline.
func (m *measurer) row(f BaselineFigure) DiffRow {
	in := native(f.Unit)
	row := newDiffRow(f, in)
	now := m.read(m.newest[f.ID], nil, subject{}, in)
	row.Now, row.NNow = number(now.value), number(now.n)
	earlier, known := m.baseline.figures[f.ID]
	if !known {
		row.Movement = New
		return row
	}
	if why := m.changedQuestion(f.ID, earlier.Unit != f.Unit); why != "" {
		row.Movement, row.Reason = NotComparable, why
		return row
	}
	then := m.baseline.read(earlier, nil, subject{}, in)
	row.Then, row.NThen = number(then.value), number(then.n)
	if then.missing != "" {
		then.missing = "in the baseline: " + then.missing
	}
	x := now.minus(then)
	row.Change, row.Low, row.High = number(x.value), number(x.low), number(x.high)
	switch {
	case x.missing != "":
		row.Movement, row.Reason = NotComparable, x.missing
	case x.value == 0:
		row.Movement = Unchanged
	case !x.bounded():
		row.Movement, row.Reason = NotComparable, noInterval
	case x.low > 0:
		row.Movement = Higher
	case x.high < 0:
		row.Movement = Lower
	default:
		row.Movement = NoClearChange
	}
	return row
}

// shows reports whether the result has a figure to show.
func (m *measurer) shows(id string) bool {
	f := m.newest[id]
	return f != nil && m.read(f, nil, subject{}, native(f.Unit)).missing == ""
}

// gone returns the row of a figure that the result has no more, or does not show.
func (m *measurer) gone(f BaselineFigure) DiffRow {
	in := native(f.Unit)
	row := newDiffRow(f, in)
	row.Movement = Gone
	then := m.baseline.read(m.baseline.figures[f.ID], nil, subject{}, in)
	row.Then, row.NThen = number(then.value), number(then.n)
	if now := m.newest[f.ID]; now != nil {
		row.Reason = m.read(now, nil, subject{}, in).missing
	}
	return row
}

// changedQuestion says why a figure of the baseline is of another question than that of the result.
func (m *measurer) changedQuestion(id string, otherUnit bool) string {
	if f := m.newest[id]; f != nil {
		q := &quantity{of: &definition{
			kind: f.Kind, item: f.Item != "" && f.Item != "outcome", name: f.Statistic, source: source{f.Analysis, f.Statistic},
			construct: source{f.Analysis, f.Statistic}, segment: source{f.Analysis, f.Statistic},
		}}
		for _, audience := range []string{f.Audience, f.Versus} {
			if audience != "" {
				q.audiences = append(q.audiences, audience)
				q.of.audiences++
			}
		}
		if why := m.incomparable(q, subject{id: f.Item, segment: f.Segment}); why != "" {
			return why
		}
	}
	if otherUnit {
		return "in another unit than in the baseline"
	}
	return ""
}
