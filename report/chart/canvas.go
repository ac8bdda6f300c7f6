// Package chart draws the figures of a report: numbers and labels in, charts out. It knows neither results nor documents.
//
// A chart comes in two layouts. Beside a document it is drawings of a fixed size (SVG, or the same as dots), whose labels are measured before they are
// placed, wrapped where they are long, and never leave the frame or lie on each other. In a page the browser lays it out: see Page.
// Series differ in colour and in shape, so that colour is never the only carrier of meaning.
package chart

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

// Drawing is a finished chart.
type Drawing struct {
	Title, Desc   string
	Width, Height float64
	body          string
	texts         []Box
}

// Box is the space that a text takes.
type Box struct {
	Left, Top, Right, Bottom float64
	Text                     string
}

// overlaps reports whether two boxes share more than a hair.
func (b Box) overlaps(o Box) bool {
	const hair = 0.5
	return b.Left < o.Right-hair && o.Left < b.Right-hair && b.Top < o.Bottom-hair && o.Top < b.Bottom-hair
}

// Style is what colours and sizes the drawings. Colours are custom properties, so that a page can turn them dark; the series' are
// those of Okabe and Ito (2008), which the colour-blind can tell apart.
const Style = `.chart text{font:12px Helvetica,Arial,"Liberation Sans",sans-serif;fill:var(--ink,#1c1c1c)}
.chart .muted{fill:var(--muted,#5a5a5a)}.chart .strong{font-weight:bold}
.chart .grid{stroke:var(--rule,#d5d5d5);fill:none}.chart .axis{stroke:var(--muted,#5a5a5a);fill:none}
.chart .span{stroke:var(--rule,#d5d5d5);stroke-width:6;stroke-linecap:round}
.chart .cross{stroke:var(--muted,#5a5a5a);stroke-dasharray:4 3;fill:none}.chart .lead{stroke:var(--muted,#5a5a5a);stroke-width:.7;fill:none}.chart .tie{stroke:var(--muted,#5a5a5a);stroke-width:.7;stroke-dasharray:1.5 2;fill:none}
.chart .s0{fill:var(--s0,#0072b2);stroke:var(--s0,#0072b2)}.chart .s1{fill:var(--s1,#d55e00);stroke:var(--s1,#d55e00)}
.chart .s2{fill:var(--s2,#007a5a);stroke:var(--s2,#007a5a)}.chart .s3{fill:var(--s3,#a34f82);stroke:var(--s3,#a34f82)}
.chart .s4{fill:var(--s4,#8a6d00);stroke:var(--s4,#8a6d00)}.chart .s5{fill:var(--s5,#4a4a4a);stroke:var(--s5,#4a4a4a)}
.chart .low{fill:var(--low,#a84300)}.chart .between{fill:var(--between,#d9d9d9)}.chart .high{fill:var(--high,#0072b2)}
.chart .in{fill:var(--paper,#fff)}.chart .on{fill:#1c1c1c}
.chart .line{fill:none;stroke-width:1.5}.chart .loose{stroke-dasharray:2 3;stroke-width:1}.chart .whisker{stroke-width:2}.chart .paper{fill:var(--paper,#fff)}`

// File returns the drawing as a file of its own.
func (d *Drawing) File() []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="chart-t chart-d" viewBox="0 0 %[1]s %[2]s" width="%[1]s" height="%[2]s">`+
		`<title id="chart-t">%[3]s</title><desc id="chart-d">%[4]s</desc><style>%[5]s</style><rect class="paper" width="%[1]s" height="%[2]s"/>%[6]s</svg>`+"\n",
		px(d.Width), px(d.Height), html.EscapeString(d.Title), html.EscapeString(d.Desc), fileStyle(), d.body)
}

// fileStyle is the style of a drawing that stands alone: with plain colours and plain selectors, since most programs that draw SVG know
// nothing of custom properties and fill with black what they do not know.
func fileStyle() string {
	plain := regexp.MustCompile(`var\(--[a-z0-9]+,([^)]*)\)`).ReplaceAllString(Style, "$1")
	return strings.NewReplacer(".chart ", "", "font:12px ", "font-size:12px;font-family:").Replace(plain)
}

// px writes a length with one decimal at most.
func px(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

// The measures of text.
const (
	textSize   = 12.0
	lineHeight = 15.0
	ascent     = 9.5
	descent    = 3.0
)

// canvas is a drawing in the making.
type canvas struct {
	words         Words
	body          strings.Builder
	regular, bold font.Face
	texts         []Box
}

func newCanvas(words Words) *canvas {
	return &canvas{words: words, regular: measuring(goregular.TTF), bold: measuring(gobold.TTF)}
}

// measuring returns a font in the size of the drawing.
func measuring(ttf []byte) font.Face {
	parsed, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // the font is part of the program
	}
	measured, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: textSize, DPI: 72})
	if err != nil {
		panic(err)
	}
	return measured
}

// textWidth measures a text in the Go font, which runs a little wider than the page's fonts.
func (c *canvas) textWidth(text string) float64 { return measure(c.regular, text) }

func measure(face font.Face, text string) float64 {
	return float64(font.MeasureString(face, text)) / 64
}

// strong is the class of bold texts.
const strong = "strong"

func (c *canvas) faceOf(class string) font.Face {
	if class == strong {
		return c.bold
	}
	return c.regular
}

// wrap breaks a text into lines of at most this width; a word that is wider is broken too.
func (c *canvas) wrap(text string, width float64) []string { return wrapIn(c.regular, text, width) }

// wrapStrong breaks a bold text.
func (c *canvas) wrapStrong(text string, width float64) []string { return wrapIn(c.bold, text, width) }

func wrapIn(face font.Face, text string, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for measure(face, word) > width {
			cut := fitting(face, word, width)
			if line != "" {
				lines, line = append(lines, line), ""
			}
			lines, word = append(lines, word[:cut]), word[cut:]
		}
		switch joined := strings.TrimSpace(line + " " + word); {
		case measure(face, joined) <= width:
			line = joined
		default:
			lines, line = append(lines, line), word
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// fitting returns how many bytes of a word fit, at least its first letter.
func fitting(face font.Face, word string, width float64) int {
	cut := 0
	for i, r := range word {
		end := i + len(string(r))
		if cut > 0 && measure(face, word[:end]) > width {
			return cut
		}
		cut = end
	}
	return cut
}

// anchor says which end of a text stands at its x.
type anchor string

const (
	start  anchor = "start"
	middle anchor = "middle"
	end    anchor = "end"
)

func (c *canvas) text(x, baseline float64, at anchor, class, text string) {
	c.texts = append(c.texts, boxOf(c.faceOf(class), x, baseline, at, text))
	fmt.Fprintf(&c.body, `<text x="%s" y="%s"`, px(x), px(baseline))
	if at != start {
		fmt.Fprintf(&c.body, ` text-anchor="%s"`, at)
	}
	if class != "" {
		fmt.Fprintf(&c.body, ` class="%s"`, class)
	}
	c.body.WriteString(">" + html.EscapeString(text) + "</text>")
}

func boxOf(face font.Face, x, baseline float64, at anchor, text string) Box {
	w := measure(face, text)
	left := map[anchor]float64{start: x, middle: x - w/2, end: x - w}[at]
	return Box{left, baseline - ascent, left + w, baseline + descent, text}
}

// block writes the lines of a text, the first at this baseline.
func (c *canvas) block(x, baseline float64, at anchor, class string, lines []string) {
	for i, line := range lines {
		c.text(x, baseline+float64(i)*lineHeight, at, class, line)
	}
}

func (c *canvas) line(x1, y1, x2, y2 float64, class string) {
	fmt.Fprintf(&c.body, `<line x1="%s" y1="%s" x2="%s" y2="%s" class="%s"/>`, px(x1), px(y1), px(x2), px(y2), class)
}

// lines draws lines of one class, each by its ends x1, y1, x2, y2, as one path: an element for each would make long pages longer.
func (c *canvas) lines(class string, all [][4]float64) {
	if len(all) > 0 {
		fmt.Fprintf(&c.body, `<path class="%s" d="%s"/>`, class, pathOf(all))
	}
}

func pathOf(lines [][4]float64) string {
	var path strings.Builder
	for _, l := range lines {
		x1, y1, x2, y2 := px(l[0]), px(l[1]), px(l[2]), px(l[3])
		path.WriteString("M" + x1 + " " + y1)
		switch {
		case y1 == y2:
			path.WriteString("H" + x2)
		case x1 == x2:
			path.WriteString("V" + y2)
		default:
			path.WriteString("L" + x2 + " " + y2)
		}
	}
	return path.String()
}

func (c *canvas) rect(x, y, w, h float64, class string) {
	fmt.Fprintf(&c.body, `<rect x="%s" y="%s" width="%s" height="%s" class="%s"/>`, px(x), px(y), px(w), px(h), class)
}

func (c *canvas) polyline(points [][2]float64, class string) {
	var b strings.Builder
	for _, p := range points {
		b.WriteString(px(p[0]) + "," + px(p[1]) + " ")
	}
	fmt.Fprintf(&c.body, `<polyline points="%s" class="%s"/>`, strings.TrimSpace(b.String()), class)
}

// series returns the class of a series; there are six, and they come again.
func series(k int) string { return "s" + strconv.Itoa(k%6) }

// marker draws the shape of a series: circle, square, triangle, diamond, downward triangle, cross.
func (c *canvas) marker(k int, x, y, r float64) {
	class := series(k)
	points := func(p ...[2]float64) {
		var b strings.Builder
		for _, q := range p {
			b.WriteString(px(x+q[0]*r) + "," + px(y+q[1]*r) + " ")
		}
		fmt.Fprintf(&c.body, `<polygon points="%s" class="%s"/>`, strings.TrimSpace(b.String()), class)
	}
	switch k % 6 {
	case 0:
		fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="%s" class="%s"/>`, px(x), px(y), px(r), class)
	case 1:
		c.rect(x-.9*r, y-.9*r, 1.8*r, 1.8*r, class)
	case 2:
		points([2]float64{0, -1.1}, [2]float64{1.05, .8}, [2]float64{-1.05, .8})
	case 3:
		points([2]float64{0, -1.2}, [2]float64{1.2, 0}, [2]float64{0, 1.2}, [2]float64{-1.2, 0})
	case 4:
		points([2]float64{0, 1.1}, [2]float64{1.05, -.8}, [2]float64{-1.05, -.8})
	default:
		c.line(x-r, y-r, x+r, y+r, class+" whisker")
		c.line(x-r, y+r, x+r, y-r, class+" whisker")
	}
}

// legend writes the names of the series in as many lines as they need and returns the y below.
func (c *canvas) legend(of looks, names []string, left, top, right float64) float64 {
	x, y := left, top+lineHeight
	for k, name := range names {
		lines := c.wrap(name, right-left-18)
		w := 0.0
		for _, line := range lines {
			w = math.Max(w, c.textWidth(line))
		}
		if x > left && x+18+w > right {
			x, y = left, y+lineHeight
		}
		c.marker(of.at(k), x+6, y-4, 5)
		c.block(x+18, y, start, "", lines)
		y += float64(len(lines)-1) * lineHeight
		x += 18 + w + 22
	}
	return y + 6
}

func (c *canvas) drawing(title, desc string, height float64) *Drawing {
	return &Drawing{Title: title, Desc: desc, Width: chartWidth, Height: height, body: c.body.String(), texts: c.texts}
}
