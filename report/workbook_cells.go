package report

import (
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// piece is what a column of a table is spread over: the value, the ends of its interval, its verdict, its marks.
type piece int

const (
	pieceValue piece = iota
	pieceLow
	pieceHigh
	pieceVerdict
	pieceMarks
	piecesOfCell
)

// spread takes a cell apart.
func (b *workbook) spread(c cell, align alignment) (out [piecesOfCell]string) {
	if len(c) == 1 {
		out[pieceValue] = c[0]
		if low, high, isInterval := b.ends(c[0]); isInterval && !align.left() {
			out[pieceValue], out[pieceLow], out[pieceHigh] = "", low, high
		}
		return out
	}
	out[pieceValue] = c[0]
	names := map[string]string{
		"●": b.text("established difference"), "○": b.word(analysis.Trivial), "=": b.word(analysis.Similar), "~": b.word(analysis.Inconclusive),
	}
	for _, part := range c[1:] {
		if low, high, isInterval := b.ends(part); isInterval {
			out[pieceLow], out[pieceHigh] = low, high
		} else if name, isVerdict := names[part]; isVerdict {
			out[pieceVerdict] = name
		} else {
			out[pieceMarks] += part
		}
	}
	return out
}

// ends takes an interval apart.
func (b *workbook) ends(text string) (low, high string, isInterval bool) {
	inside, opened := strings.CutPrefix(text, "[")
	inside, closed := strings.CutSuffix(inside, "]")
	if !opened || !closed {
		return "", "", false
	}
	separator := ","
	if b.language != nil {
		separator = b.separator
	}
	return strings.Cut(inside, separator+noBreak)
}

var plainDigits = lazily(`^[+−]?[0-9]+(\.([0-9]+))?$`)

// typed reads a number that the report has written, and the format in which it was: what is shown and what is computed with are the
// same number. One that is said to lie below or above what is written, such as a p of <0.001, is what is written, and its sign stands in
// the format: it sorts and counts as a number, and reads as it was meant. The figures in full precision have a sheet of their own.
func (b *workbook) typed(text string) (x float64, format string, numeric bool) {
	thousands, point := ",", "."
	if b.language != nil {
		thousands, point = b.thousands, b.fraction
	}
	beyond := ""
	if strings.HasPrefix(text, "<") || strings.HasPrefix(text, ">") {
		beyond, text = `"`+text[:1]+`"`, text[1:]
	}
	text, percent := strings.CutSuffix(text, " %")
	text = strings.ReplaceAll(text, thousands, "")
	text = strings.Replace(text, point, ".", 1)
	m := plainDigits().FindStringSubmatch(text)
	if m == nil {
		return 0, "", false
	}
	x, err := strconv.ParseFloat(strings.Replace(text, "−", "-", 1), 64)
	if err != nil {
		return 0, "", false
	}
	format = "#,##0"
	if m[2] != "" {
		format = "0." + strings.Repeat("0", len(m[2]))
	}
	if percent {
		return x / 100, beyond + format + " %", true
	}
	switch {
	case strings.HasPrefix(text, "+"):
		format = beyond + "+" + format + ";" + beyond + "−" + format + ";" + beyond + format
	case beyond != "":
		format = beyond + format + ";" + beyond + "−" + format
	}
	return x, format, true
}
