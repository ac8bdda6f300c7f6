package gate

import (
	"fmt"
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// measured is a quantity with what is known of it, in the unit of its limit.
type measured struct {
	value, low, high float64 // low and high are the value itself where it is exact
	level, df        float64 // of the interval; df NaN: a normal or score interval
	n, nVersus       float64
	small            bool // fewer than 30 answers and no census
	figure           string
	missing          string // why there is no value; empty: there is one
}

func absent(why string) measured {
	nan := math.NaN()
	return measured{value: nan, low: nan, high: nan, n: nan, nVersus: nan, missing: why}
}

// measurer finds quantities in a result.
type measurer struct {
	result  *analysis.Result
	figures map[string]*analysis.Figure
	wave    string // the newest
}

func newMeasurer(r *analysis.Result) *measurer {
	m := &measurer{result: r, figures: map[string]*analysis.Figure{}}
	for i := range r.Figures {
		m.figures[r.Figures[i].ID] = &r.Figures[i]
	}
	if n := len(r.Waves); n > 0 {
		m.wave = r.Waves[n-1]
	}
	return m
}

// measure returns a quantity of an item (or of none) in the unit of a limit.
func (m *measurer) measure(q *quantity, item string, in unit) measured {
	if q.of.analysis == "base" {
		return m.base(q)
	}
	audience := "*"
	if len(q.audiences) > 0 {
		audience = q.audiences[0]
	}
	if len(q.audiences) == 2 {
		audience += ":" + q.audiences[1]
	}
	switch {
	case q.of.kind == study.OutcomeKind:
		item = "outcome"
	case !q.of.item:
		item = "*"
	}
	id := fmt.Sprintf("%s/%s/%s/%s/%s", q.of.analysis, q.of.kind, audience, item, q.of.statistic)
	if m.wave != "" {
		id += "@wave=" + m.wave
	}
	f, found := m.figures[id]
	if turned := m.turned(q, item); !found && turned != nil {
		x := m.read(turned, q, item, in)
		x.value, x.low, x.high, x.n, x.nVersus = -x.value, -x.high, -x.low, x.nVersus, x.n
		return x
	}
	if !found {
		return absent("the result has no " + id)
	}
	return m.read(f, q, item, in)
}

// turned returns the figure of a pair in the other order: a gap is stored with the more internal audience first.
func (m *measurer) turned(q *quantity, item string) *analysis.Figure {
	if len(q.audiences) != 2 {
		return nil
	}
	id := fmt.Sprintf("%s/%s/%s:%s/%s/%s", q.of.analysis, q.of.kind, q.audiences[1], q.audiences[0], item, q.of.statistic)
	if m.wave != "" {
		id += "@wave=" + m.wave
	}
	return m.figures[id]
}

// read takes a figure over, in the unit of the limit.
func (m *measurer) read(f *analysis.Figure, q *quantity, item string, in unit) measured {
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		return absent("suppressed: fewer answers than the minimum base")
	case !f.Value.Defined():
		return absent("undefined: " + joinNotes(f.Note))
	}
	factor, offset := 1.0, 0.0
	switch {
	case in == points && f.Unit == analysis.POMP:
		return absent("the audiences answered on different scales: compare in pomp")
	case in == pomp && f.Unit == analysis.Points:
		low, high, found := m.scale(item, q.of.kind)
		if !found {
			return absent("the scale of the item is not known")
		}
		if factor = 100 / (high - low); q.of.analysis == "profile" { // a mean has a place on the scale, a gap has not
			offset = -100 * low / (high - low)
		}
	case in == share || in == shareDiff:
		factor = 100
	}
	x := measured{
		value: factor*float64(f.Value) + offset, low: factor*float64(f.Low) + offset, high: factor*float64(f.High) + offset,
		level: float64(f.Level), df: float64(f.DF), n: float64(f.N), nVersus: float64(f.NVersus),
		small: f.Note.Has(analysis.NoteSmallBase), figure: f.ID,
	}
	if !f.Low.Defined() && f.SE == 0 { // a census: no sampling error
		x.low, x.high = x.value, x.value
	}
	return x
}

func joinNotes(notes analysis.Notes) string {
	if len(notes) == 0 {
		return "no reason given"
	}
	text := notes[0]
	for _, code := range notes[1:] {
		text += ", " + code
	}
	return text
}

// scale returns the ends of an item's scale.
func (m *measurer) scale(item string, kind study.Kind) (low, high float64, found bool) {
	for _, i := range m.result.Items {
		for _, r := range i.Ratings {
			if i.ID == item && r.Kind == kind && r.Perspective == "own" {
				return r.Low, r.High, true
			}
		}
	}
	return 0, 0, false
}

// base returns how many answered, or which share of those who could have; both are exact.
func (m *measurer) base(q *quantity) measured {
	for _, a := range m.result.Audiences {
		if a.ID != q.audiences[0] {
			continue
		}
		for _, b := range a.Bases {
			if b.Wave != m.wave {
				continue
			}
			x := measured{value: float64(b.N), n: float64(b.N), nVersus: math.NaN(), level: math.NaN(), df: math.NaN()}
			if q.of.statistic == "response_rate" {
				if a.Population == 0 {
					return absent("the study does not say how many could have answered: population")
				}
				x.value = 100 * float64(b.N) / float64(a.Population)
			}
			x.low, x.high = x.value, x.value
			return x
		}
	}
	return absent("the result has no audience " + q.audiences[0])
}

// absolute returns the absolute value; the interval of one that reaches across 0 begins at 0.
func (x measured) absolute() measured {
	switch {
	case x.missing != "":
	case x.low <= 0 && x.high >= 0:
		x.value, x.low, x.high = math.Abs(x.value), 0, math.Max(-x.low, x.high)
	case x.value < 0:
		x.value, x.low, x.high = -x.value, -x.high, -x.low
	}
	return x
}
