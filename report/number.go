package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// undefined stands for a number that is undefined; a footnote says why.
func (w *language) undefined() string { return w.text("n/a") }

// withheld stands for a number from fewer answers than may be shown.
func (w *language) withheld() string { return w.text("supp.") }

// notAsked stands where an audience was not asked.
const notAsked = "–"

// decimals returns how many decimals means and gaps have in a table: enough to tell apart what the margin tells apart.
func decimals(t *topic) int {
	switch span := t.high - t.low; {
	case span < 5:
		return 2
	case span < 500:
		return 1
	}
	return 0
}

// number writes a value with a true minus sign; what rounds to zero has no sign.
func (w *language) number(x analysis.Number, digits int) string {
	text := strconv.FormatFloat(float64(x.Rounded(digits)), 'f', digits, 64)
	if strings.Trim(text, "-0.") == "" {
		return w.point(strings.TrimPrefix(text, "-"))
	}
	return w.point(strings.Replace(text, "-", "−", 1))
}

// signed writes a difference: + or − before everything but zero.
func (w *language) signed(x analysis.Number, digits int) string {
	text := w.number(x, digits)
	if strings.HasPrefix(text, "−") || strings.Trim(text, "0.,") == "" {
		return text
	}
	return "+" + text
}

// between writes an interval; the empty text if it has no ends. Of differences, which are written with their sign, 0 decides; what
// else something hangs on are the limits.
func (w *language) between(low, high analysis.Number, write func(analysis.Number) string, limits ...float64) string {
	if !low.Defined() || !high.Defined() {
		return ""
	}
	separator := ","
	if w != nil {
		separator = w.separator
	}
	if strings.HasPrefix(write(1), "+") {
		limits = append(limits[:len(limits):len(limits)], 0)
	}
	from, to := w.bounds(low, high, write, limits)
	return "[" + from + separator + noBreak + to + "]"
}

// bounds writes the ends of an interval beside limits. One that excludes 0 is not written as one that reaches it; one that spans it may be.
func (w *language) bounds(low, high analysis.Number, write func(analysis.Number) string, limits []float64) (from, to string) {
	if low <= 0 && high >= 0 {
		limits = slices.DeleteFunc(slices.Clone(limits), func(x float64) bool { return x == 0 })
	}
	return w.sided(low, write, limits...), w.sided(high, write, limits...)
}

// sided writes a number that stands beside limits: where rounding would put it onto a limit that it is off, or beyond it, it is marked
// with the side on which it lies of what is written, as <0.60. Every number that a verdict hangs on is written by it.
func (w *language) sided(x analysis.Number, write func(analysis.Number) string, limits ...float64) string {
	text := write(x)
	shown := w.read(text) / w.read(write(1))
	for _, limit := range limits {
		if sideOf(shown, limit) == sideOf(float64(x), limit) || !x.Defined() {
			continue
		}
		if float64(x) < shown {
			return "<" + text
		}
		return ">" + text
	}
	return text
}

// sideOf returns on which side of a limit a number lies: −1, 0 on it but for the last bits of a computer's fractions, 1.
func sideOf(x, limit float64) int {
	switch near := 1e-12 * math.Max(1, math.Abs(limit)); {
	case x < limit-near:
		return -1
	case x > limit+near:
		return 1
	}
	return 0
}

// read returns the number that a text shows, whatever unit stands beside it.
func (w *language) read(text string) float64 {
	fraction := "."
	if w != nil {
		fraction = w.fraction
	}
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case r == '−':
			return '-'
		case string(r) == fraction:
			return '.'
		}
		return -1
	}, text)
	x, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

// whole writes a count with a comma between thousands.
func (w *language) whole(n int) string {
	text, comma := strconv.Itoa(n), ","
	if w != nil {
		comma = w.thousands
	}
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + comma + text[i:]
	}
	return text
}

// percent writes a share as a percentage.
func (w *language) percent(x analysis.Number, digits int) string {
	return w.number(100*x, digits) + " %"
}

// short writes a number with as many digits as it has, but not those that come of computing with fractions of two: a margin of 0.3.
func (w *language) short(x float64) string {
	const carried = 12
	return w.point(strings.Replace(strconv.FormatFloat(x, 'g', carried, 64), "-", "−", 1))
}

// point writes a number's decimal point as the language does.
func (w *language) point(text string) string {
	if w == nil {
		return text
	}
	return strings.Replace(text, ".", w.fraction, 1)
}

// noBreak is a space at which no line is broken; it is written as a plain one.
const noBreak = "\u00a0"

// superscript writes the number of a footnote.
func superscript(n int) string {
	return raised.Replace(strconv.Itoa(n))
}

var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// rounded returns a whole number for display.
func (w *language) rounded(x analysis.Number) string {
	if !x.Defined() {
		return w.undefined()
	}
	return w.whole(int(x.Rounded(0)))
}
