package chart

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// inlay is a chart of a page in the making.
type inlay struct {
	text   strings.Builder
	canvas *canvas // to measure with
	key    string  // begins the ids of what is drawn more than once
	said   string  // title and description, for the first drawing
	open   bool    // rows are being written
}

func (b *inlay) add(format string, parts ...any) { fmt.Fprintf(&b.text, format, parts...) }

// share writes a part of a width or a height, the whole being 100.
func share(x float64) string { return px(x) + "%" }

// shape is the name of the marker of a series.
func (b *inlay) shape(k int) string { return b.key + string(rune('a'+k%6)) }

// shapes defines the markers of so many series.
func (b *inlay) shapes(of looks, count int, radius float64) string {
	var defined strings.Builder
	for k := range min(count, 6) {
		fmt.Fprintf(&defined, `<path id="%s" d="%s"/>`, b.shape(of.at(k)), outline(of.at(k), radius))
	}
	return defined.String()
}

// outline is the marker of a series around the origin, as canvas.marker draws it.
func outline(k int, radius float64) string {
	var corners []float64
	switch k % 6 {
	case 0:
		r := px(radius)
		return fmt.Sprintf("M-%[1]s 0a%[1]s %[1]s 0 1 0 %[2]s 0a%[1]s %[1]s 0 1 0-%[2]s 0z", r, px(2*radius))
	case 1:
		corners = []float64{-.9, -.9, .9, -.9, .9, .9, -.9, .9}
	case 2:
		corners = []float64{0, -1.1, 1.05, .8, -1.05, .8}
	case 3:
		corners = []float64{0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0}
	case 4:
		corners = []float64{0, 1.1, 1.05, -.8, -1.05, -.8}
	default:
		corners = []float64{-1, -1, 0, 0, -1, 1, 0, 0, 1, 1, 0, 0, 1, -1, 0, 0}
	}
	var path strings.Builder
	for i := 0; i < len(corners); i += 2 {
		step := "L"
		if i == 0 {
			step = "M"
		}
		path.WriteString(step + px(corners[i]*radius) + " " + px(corners[i+1]*radius))
	}
	return path.String() + "z"
}

// keySeries explains the markers of the series.
func (b *inlay) keySeries(of looks, names []string) string {
	var key strings.Builder
	for k, name := range names {
		fmt.Fprintf(&key, `<span><svg class="%s" viewBox="-6 -6 12 12"><use href="#%s"/></svg>%s</span>`, series(of.at(k)), b.shape(of.at(k)), html.EscapeString(name))
	}
	return key.String()
}

// keyMark explains a mark of a class, by its outline around the origin.
func keyMark(class, path, name string) string {
	return fmt.Sprintf(`<span><svg class="%s" viewBox="-6 -6 12 12"><path d="%s"/></svg>%s</span>`, class, path, html.EscapeString(name))
}

// rowHead is what stands above the rows of a chart; printed pages repeat it.
type rowHead struct {
	class           string // of the table
	key             string
	measured, noted string    // above the plot, above the notes
	axis            axis      // to shares of the width
	ticks           []float64 // on it
	defined         string    // shapes
	ground          string    // behind every row besides the lines of the ticks
	height          float64   // of a row at least
	rows            []Row     // whose texts need room
}

// mostLabel is up to how many letters' heights the column of labels has what its longest label needs; above that a share of the width.
const mostLabel = 24.0

// begin opens the table of a chart by rows. What HTML lets be left out of tables is: end tags of cells, rows and groups.
func (b *inlay) begin(h rowHead) {
	label, note := 0.0, widest(b.canvas, b.canvas.wrap(h.noted, notesMost))
	for _, row := range h.rows {
		label, note = math.Max(label, b.canvas.textWidth(row.Label)), math.Max(note, widest(b.canvas, b.canvas.wrap(row.Note, notesMost)))
	}
	width := "38%"
	if ems := label/textSize + 1.5; ems < mostLabel {
		width = px(ems) + "em"
	}
	b.add(`<table class="%s" style="--row:%spx"><thead><tr><td class="key" colspan="3">%s`, h.class, px(h.height), h.key)
	b.add(`<tr><td style="width:%s"><td>%s<svg>%s<defs>%s<g id="%sg"><g class="grid">`, width, html.EscapeString(h.measured), b.said, h.defined, b.key)
	for _, tick := range h.ticks {
		b.add(`<line x1="%[1]s" x2="%[1]s" y2="100%%"/>`, share(h.axis.at(tick)))
	}
	b.add(`</g>%s</g></defs><g class="muted">`, h.ground)
	for _, tick := range h.ticks {
		b.add(`<text x="%s" y="12">%s</text>`, share(h.axis.at(tick)), b.canvas.tickText(tick))
	}
	b.add(`</g></svg><td style="width:%sem">%s`, px(note/textSize+1), html.EscapeString(h.noted))
}

// group names the rows that follow, which printed pages tell from those before.
func (b *inlay) group(name string) {
	b.open = true
	b.add(`<tbody><tr class="group"><td colspan="3">%s`, html.EscapeString(name))
}

// row opens a row; what is plotted follows, then its end with the note. There is no group without rows: a printed page would break there,
// between the head and the first row.
func (b *inlay) row(label string) {
	if !b.open {
		b.open = true
		b.add(`<tbody>`)
	}
	b.add(`<tr><td>%s<td><svg><use href="#%sg"/>`, html.EscapeString(label), b.key)
}

func (b *inlay) endRow(note string) {
	b.add(`</svg><td>%s`, html.EscapeString(strings.ReplaceAll(note, " ", noBreak)))
}

const noBreak = "\u00a0"

// upright is a line over the whole height of a row.
func upright(class string, at float64) string {
	return fmt.Sprintf(`<line class="%[1]s" x1="%[2]s" x2="%[2]s" y2="100%%"/>`, class, share(at))
}

func (b *inlay) end() { b.add(`</table>`) }
