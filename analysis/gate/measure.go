package gate

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// measured is a quantity with what is known of it, in the unit of its limit.
type measured struct {
	value, low, high float64 // low and high are the value itself where it is exact
	se               float64 // of a t interval; else NaN
	level, df        float64 // of the interval; df NaN: a normal or score interval
	n, nVersus       float64
	least            float64 // the smallest base that the value rests on, that of a baseline too
	small            bool    // fewer than 30 answers and no census
	figure           string
	category         string  // of a quadrant, in place of a value
	stability        float64 // the share of resamples that say the same
	missing          string  // why there is no value; empty: there is one
	doubtful         bool    // missing because the answers seem to be on another scale: they are there, and tell nothing either way
}

// noInterval is why a figure of which only the value is known decides nothing.
const noInterval = "the figure has no interval"

func absent(why string) measured {
	nan := math.NaN()
	return measured{value: nan, low: nan, high: nan, n: nan, nVersus: nan, least: nan, se: nan, level: nan, df: nan, missing: why}
}

// held returns what is held back for its scale. It is no rule's failure, and no want of data either: the rule is inconclusive.
func held() measured {
	x := absent("held back: the answers seem to be on another scale; if they are not,  quality: {same_scales: true}  in the study shows them")
	x.doubtful = true
	return x
}

// suppressed returns what is not shown.
func suppressed() measured {
	return absent("suppressed: too few answers to be shown, or few that are all alike")
}

// exact returns a value without sampling error.
func exact(value, n float64) measured {
	x := absent("")
	x.value, x.low, x.high, x.n, x.least = value, value, value, n, n
	return x
}

// isExact reports whether there is no sampling error.
func (x measured) isExact() bool { return x.low == x.high }

// measurer finds quantities in a result.
type measurer struct {
	result   *analysis.Result
	figures  map[string]*analysis.Figure
	newest   map[string]*analysis.Figure // the figures of the newest wave, by their ids without it
	wave     string                      // the newest
	today    study.Date
	baseline *measurer            // nil: none
	given    *invented            // of a rule test: in place of figures
	waves    map[string]*measurer // the earlier waves
	kept     *Baseline            // of a baseline: itself
	over     map[string][]string  // of a baseline: the items that a figure about all of them rests on
}

// newMeasurer measures the newest wave of a result.
func newMeasurer(r *analysis.Result) *measurer {
	n := len(r.Waves)
	if n == 0 {
		return newMeasurerOf(r, "")
	}
	m := newMeasurerOf(r, r.Waves[n-1])
	m.waves = map[string]*measurer{}
	for _, wave := range r.Waves[:n-1] {
		m.waves[wave] = newMeasurerOf(r, wave)
	}
	return m
}

func newMeasurerOf(r *analysis.Result, wave string) *measurer {
	m := &measurer{result: r, wave: wave, figures: map[string]*analysis.Figure{}, newest: map[string]*analysis.Figure{}}
	for i := range r.Figures {
		f := &r.Figures[i]
		m.figures[f.ID] = f
		if f.Wave == m.wave {
			m.newest[withoutWave(f.ID, f.Wave)] = f
		}
	}
	return m
}

// operand measures one side of a comparison on a subject.
func (m *measurer) operand(o *operand, s subject, in unit) measured {
	switch o.function {
	case absolute:
		return m.operand(o.inner, s, in).absolute()
	case change:
		if m.given == nil {
			return m.change(o, s, in)
		}
	}
	if m.given != nil {
		return m.recall(o, s, in)
	}
	return m.measure(o.quantity, s, in)
}

// measure returns a quantity of an item (or of none) in the unit of a limit.
func (m *measurer) measure(q *quantity, s subject, in unit) measured {
	audiences, item := q.on(s)
	s.id = item
	switch q.of.analysis {
	case "base":
		return m.base(q, audiences[0])
	case "quadrant":
		return m.quadrant(q, audiences, s)
	}
	if f, found := m.figures[m.id(q, audiences, s)]; found {
		return m.read(f, q, s, in)
	}
	if len(audiences) == 2 { // a gap is stored with the more internal audience first
		if f, found := m.figures[m.id(q, []string{audiences[1], audiences[0]}, s)]; found {
			x := m.read(f, q, s, in)
			x.value, x.low, x.high, x.n, x.nVersus = -x.value, -x.high, -x.low, x.nVersus, x.n
			return x
		}
	}
	return m.without(m.id(q, audiences, s))
}

// without says that a figure is not there. A baseline may be of a version that had it not.
func (m *measurer) without(id string) measured {
	if m.kept != nil {
		return absent("no figure " + id + ": cxgap check baseline write makes it anew")
	}
	return absent("the result has no " + id)
}

// id returns the name of the figure that holds a quantity of a subject.
func (m *measurer) id(q *quantity, audiences []string, s subject) string {
	audience := "*"
	if len(audiences) > 0 {
		audience = audiences[0]
	}
	if len(audiences) == 2 {
		audience += ":" + audiences[1]
	}
	item := s.id
	switch {
	case q.of.kind == study.OutcomeKind:
		item = "outcome"
	case !q.of.item:
		item = "*"
	}
	from, segment := q.of.source, ""
	switch {
	case q.of.item && m.construct(s.id) != nil:
		from = q.of.construct
	case s.segment != "":
		from, segment = q.of.segment, "@"+s.segment
	}
	id := fmt.Sprintf("%s/%s/%s/%s/%s", from.analysis, q.of.kind, audience, item, from.statistic)
	if m.wave != "" {
		id += "@wave=" + m.wave
	}
	return id + segment
}

// read takes a figure over, in the unit of the limit.
func (m *measurer) read(f *analysis.Figure, q *quantity, s subject, in unit) measured {
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		return suppressed()
	case f.Note.Has(analysis.NoteRescaled):
		return held()
	case !f.Value.Defined():
		return absent("undefined: " + joinNotes(f.Note))
	}
	factor, offset := 1.0, 0.0
	switch {
	case in == points && f.Unit == analysis.POMP:
		return absent("the audiences answered on different scales: compare in pomp")
	case in == pomp && f.Unit == analysis.Points:
		low, high := m.scale(q, s)
		if !(high > low) {
			return absent("the scale is not known")
		}
		if factor = 100 / (high - low); placed(f) {
			offset = -factor * low
		}
	case in == share || in == shareDiff:
		factor = 100
	}
	x := measured{
		value: factor*float64(f.Value) + offset, low: factor*float64(f.Low) + offset, high: factor*float64(f.High) + offset,
		se: factor * float64(f.SE), level: float64(f.Level), df: float64(f.DF), n: float64(f.N), nVersus: float64(f.NVersus),
		small: f.Note.Has(analysis.NoteSmallBase), figure: f.ID,
	}
	if !f.Low.Defined() && (f.SE == 0 || counted(f)) { // a census, or a number of people: no sampling error
		x.low, x.high = x.value, x.value
	}
	x.least = least(x.n, x.nVersus)
	return x
}

// least returns the smaller of two bases, either of which may not be known.
func least(a, b float64) float64 {
	switch {
	case math.IsNaN(a):
		return b
	case math.IsNaN(b):
		return a
	}
	return math.Min(a, b)
}

func joinNotes(notes analysis.Notes) string {
	if len(notes) == 0 {
		return "no reason given"
	}
	var texts []string
	for _, code := range notes {
		text := code
		for _, known := range analysis.Codes() {
			if known.Code == code {
				text = known.Meaning + " (" + code + ")"
			}
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", ")
}

// counted reports whether a figure is a number of people.
func counted(f *analysis.Figure) bool {
	return f.Unit == analysis.Count && strings.HasPrefix(f.ID, "profile/")
}

// placed reports whether a figure is a place on the scale, as a mean is and a gap is not.
func placed(f *analysis.Figure) bool {
	switch f.Analysis + " " + f.Statistic {
	case "profile mean", "segment mean", "construct score":
		return true
	}
	return false
}

// scale returns the ends of the scale that a quantity of a subject is in points of: that of its first audience (where two
// answered on different scales there are no points), or that which all share.
func (m *measurer) scale(q *quantity, s subject) (low, high float64) {
	audiences, _ := q.on(s)
	items := []string{s.id}
	if c := m.construct(s.id); c != nil {
		items = c.Items
	}
	if q.of.kind == study.OutcomeKind {
		items = []string{"outcome"}
	}
	for _, item := range items {
		r := m.ratingOf(q.of.kind, item)
		switch {
		case r == nil:
			continue
		case len(audiences) == 0:
			return r.Low, r.High
		}
		for _, a := range r.Asked {
			if a.Audience == audiences[0] {
				return ends(a.Scale)
			}
		}
	}
	return math.NaN(), math.NaN()
}

// ends reads the ends of a scale as a result writes it: 1..10, or 0..5 by 0.5.
func ends(scale string) (low, high float64) {
	scale, _, _ = strings.Cut(scale, " by ")
	first, last, _ := strings.Cut(scale, "..")
	low, lowErr := strconv.ParseFloat(first, 64)
	high, highErr := strconv.ParseFloat(last, 64)
	if lowErr != nil || highErr != nil {
		return math.NaN(), math.NaN()
	}
	return low, high
}

// rating returns the question that a quantity of an item is about; nil if the result has none.
func (m *measurer) rating(q *quantity, s subject) *analysis.Rating {
	if q.of.kind == study.OutcomeKind {
		return m.ratingOf(q.of.kind, "outcome")
	}
	return m.ratingOf(q.of.kind, s.id)
}

func (m *measurer) ratingOf(kind study.Kind, item string) *analysis.Rating {
	for i := range m.result.Items {
		for k := range m.result.Items[i].Ratings {
			r := &m.result.Items[i].Ratings[k]
			if m.result.Items[i].ID == item && r.Kind == kind && r.Perspective == "own" {
				return r
			}
		}
	}
	return nil
}

// absolute returns the absolute value; the interval of one that reaches across 0 begins at 0, and is a t interval no more.
func (x measured) absolute() measured {
	switch {
	case x.missing != "":
	case x.low <= 0 && x.high >= 0:
		x.value, x.low, x.high, x.se = math.Abs(x.value), 0, math.Max(-x.low, x.high), math.NaN()
		if x.high == 0 {
			x.se = 0
		}
	case x.value < 0:
		x.value, x.low, x.high = -x.value, -x.high, -x.low
	}
	return x
}
