package report

import (
	"math"
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
	case span <= 1:
		return 3
	case span < 5:
		return 2
	case span < 500:
		return 1
	}
	return 0
}

// number writes a value with a true minus sign; what rounds to zero has no sign.
func (w *language) number(x analysis.Number, digits int) string {
	text := strconv.FormatFloat(float64(x), 'f', digits, 64)
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

// between writes an interval; the empty text if it has no ends. Of differences, which are written with their sign, 0 decides: where
// the interval excludes it, an end that is rounded to it says on which side it lies.
func (w *language) between(low, high analysis.Number, write func(analysis.Number) string) string {
	if !low.Defined() || !high.Defined() {
		return ""
	}
	separator := ","
	if w != nil {
		separator = w.separator
	}
	from, to := write(low), write(high)
	if (low > 0 || high < 0) && strings.HasPrefix(write(1), "+") {
		from, to = offZero(from, low), offZero(to, high)
	}
	return "[" + from + separator + noBreak + to + "]"
}

// offZero marks the text of a number that was rounded to 0.
func offZero(text string, x analysis.Number) string {
	switch {
	case x == 0 || strings.Trim(text, "0.,") != "":
		return text
	case x > 0:
		return ">" + text
	}
	return "<" + text
}

// beside writes a number with so many digits, or as many more as it takes to be seen on its side of a limit beside it.
func (w *language) beside(x analysis.Number, limit float64, digits int) string {
	for ; digits < math.MaxInt8; digits++ {
		shown, err := strconv.ParseFloat(strconv.FormatFloat(float64(x), 'f', digits, 64), 64)
		if err != nil || (shown < limit) == (float64(x) < limit) {
			break
		}
	}
	return w.number(x, digits)
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
	return w.whole(int(math.Round(float64(x))))
}
