package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// pngScale is how many dots a pixel of the drawing has: what prints well.
const pngScale = 2

// PNG draws the same drawing as dots. It reads the drawing's own SVG and its style, so that there is one drawing; what it does not
// know of SVG is an error, not a gap. Letters are those of the Go fonts: missing lists the letters of the texts that they lack, which
// stand as empty boxes.
func (d *Drawing) PNG() (picture []byte, missing string, err error) {
	r, err := newRaster(d.Width, d.Height)
	if err != nil {
		return nil, "", err
	}
	if err := r.draw(d.body); err != nil {
		return nil, "", err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, r.dots); err != nil {
		return nil, "", err
	}
	return b.Bytes(), r.missing, nil
}

// raster is a picture in the making.
type raster struct {
	dots          *image.RGBA
	style         []styleRule
	regular, bold face
	at            transform // of the group that is being drawn
	missing       string
}

// face is a font in the size of the picture, and what letters it has.
type face struct {
	font.Face
	letters *sfnt.Font
}

// transform is a move, and a quarter turn to the left or none: all that the drawings have.
type transform struct {
	x, y   float64
	turned bool
}

func (t transform) apply(x, y float64) (float64, float64) {
	if t.turned {
		x, y = y, -x
	}
	return (t.x + x) * pngScale, (t.y + y) * pngScale
}

func newRaster(width, height float64) (*raster, error) {
	r := &raster{dots: image.NewRGBA(image.Rect(0, 0, int(math.Ceil(width*pngScale)), int(math.Ceil(height*pngScale)))), style: styleRules(Style)}
	draw.Draw(r.dots, r.dots.Bounds(), image.White, image.Point{}, draw.Src)
	var err error
	if r.regular, err = newFace(goregular.TTF); err == nil {
		r.bold, err = newFace(gobold.TTF)
	}
	return r, err
}

func newFace(ttf []byte) (face, error) {
	parsed, err := opentype.Parse(ttf)
	if err != nil {
		return face{}, err
	}
	f, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: textSize * pngScale, DPI: 72})
	return face{f, parsed}, err
}

// draw reads the elements of a drawing one after another.
func (r *raster) draw(body string) error {
	decoder := xml.NewDecoder(strings.NewReader("<g>" + body + "</g>"))
	var around []transform
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch element := token.(type) {
		case xml.StartElement:
			attributes := map[string]string{}
			for _, a := range element.Attr {
				attributes[a.Name.Local] = a.Value
			}
			if element.Name.Local == "g" {
				around = append(around, r.at)
				if r.at, err = r.moved(attributes["transform"]); err != nil {
					return err
				}
				continue
			}
			content := ""
			if element.Name.Local == "text" {
				if err := decoder.DecodeElement(&content, &element); err != nil {
					return err
				}
			}
			if err := r.element(element.Name.Local, attributes, content); err != nil {
				return err
			}
		case xml.EndElement:
			if element.Name.Local == "g" {
				r.at, around = around[len(around)-1], around[:len(around)-1]
			}
		}
	}
}

// moved returns the transform of a group inside the present one.
func (r *raster) moved(text string) (transform, error) {
	if text == "" {
		return r.at, nil
	}
	var t transform
	var angle float64
	if _, err := fmt.Sscanf(text, "translate(%f %f) rotate(%f)", &t.x, &t.y, &angle); err != nil || angle != -90 || r.at != (transform{}) {
		return t, fmt.Errorf("a picture knows no transform %q", text)
	}
	t.turned = true
	return t, nil
}

func (r *raster) element(name string, a map[string]string, content string) error {
	look, err := r.look(name, strings.Fields(a["class"]))
	if err != nil {
		return err
	}
	number := func(key string) float64 {
		x, problem := strconv.ParseFloat(a[key], 64)
		if problem != nil && err == nil {
			err = fmt.Errorf("%s of a %s: %w", key, name, problem)
		}
		return x
	}
	switch name {
	case "line":
		r.stroke([][2]float64{{number("x1"), number("y1")}, {number("x2"), number("y2")}}, false, look)
	case "rect":
		x, y, w, h := number("x"), number("y"), number("width"), number("height")
		r.shape([][2]float64{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, look)
	case "circle":
		r.shape(circle(number("cx"), number("cy"), number("r")), look)
	case "path":
		lines, problem := linesOf(a["d"])
		for _, line := range lines {
			r.stroke(line[:], false, look)
		}
		if problem != nil {
			return problem
		}
	case "polyline", "polygon":
		points, problem := pointsOf(a["points"])
		if problem != nil {
			return problem
		}
		if name == "polygon" {
			r.shape(points, look)
		} else {
			r.stroke(points, false, look)
		}
	case "text":
		r.text(number("x"), number("y"), anchor(a["text-anchor"]), content, look)
	default:
		return fmt.Errorf("a picture knows no %s", name)
	}
	return err
}

func pointsOf(text string) ([][2]float64, error) {
	var points [][2]float64
	for _, pair := range strings.Fields(text) {
		var p [2]float64
		if _, err := fmt.Sscanf(pair, "%f,%f", &p[0], &p[1]); err != nil {
			return nil, fmt.Errorf("point %q: %w", pair, err)
		}
		points = append(points, p)
	}
	return points, nil
}

// linesOf reads a path as canvas.lines writes it: each line from its M to an H, a V or an L.
func linesOf(path string) (lines [][2][2]float64, err error) {
	for _, piece := range strings.Split(strings.TrimPrefix(path, "M"), "M") {
		at := strings.IndexAny(piece, "HVL")
		if at < 0 {
			return nil, fmt.Errorf("no line in %q of the path %q", piece, path)
		}
		var from [2]float64
		if _, err := fmt.Sscanf(piece[:at], "%f %f", &from[0], &from[1]); err != nil {
			return nil, fmt.Errorf("path %q: %w", path, err)
		}
		to := from
		switch end := piece[at+1:]; piece[at] {
		case 'H':
			to[0], err = strconv.ParseFloat(end, 64)
		case 'V':
			to[1], err = strconv.ParseFloat(end, 64)
		default:
			_, err = fmt.Sscanf(end, "%f %f", &to[0], &to[1])
		}
		if err != nil {
			return nil, fmt.Errorf("path %q: %w", path, err)
		}
		lines = append(lines, [2][2]float64{from, to})
	}
	return lines, nil
}

// circle returns a circle as the polygon that dots cannot tell from it.
func circle(x, y, radius float64) [][2]float64 {
	const corners = 48
	points := make([][2]float64, corners)
	for k := range points {
		angle := 2 * math.Pi * float64(k) / corners
		points[k] = [2]float64{x + radius*math.Cos(angle), y + radius*math.Sin(angle)}
	}
	return points
}

// shape fills an area, and draws its edge.
func (r *raster) shape(points [][2]float64, look look) {
	if look.fill != nil {
		r.fill(points, look.fill)
	}
	if look.stroke != nil {
		r.stroke(points, true, look)
	}
}

// fill colours an area. Only the dots around it are looked at: a page is large, and most shapes are small.
func (r *raster) fill(points [][2]float64, with color.Color) {
	if len(points) < 3 {
		return
	}
	corners := make([][2]float64, len(points))
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for k, p := range points {
		x, y := r.at.apply(p[0], p[1])
		corners[k] = [2]float64{x, y}
		left, top, right, bottom = math.Min(left, x), math.Min(top, y), math.Max(right, x), math.Max(bottom, y)
	}
	around := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
	if around.Empty() {
		return
	}
	area := vector.NewRasterizer(around.Dx(), around.Dy())
	for k, c := range corners {
		x, y := float32(c[0]-float64(around.Min.X)), float32(c[1]-float64(around.Min.Y))
		if k == 0 {
			area.MoveTo(x, y)
		} else {
			area.LineTo(x, y)
		}
	}
	area.ClosePath()
	area.Draw(r.dots, around, image.NewUniform(with), image.Point{})
}

// stroke draws a line along points, each stretch as the rectangle that it covers, joined and, where the style says so, ended by circles.
func (r *raster) stroke(points [][2]float64, closed bool, look look) {
	if look.stroke == nil || len(points) < 2 {
		return
	}
	if closed {
		points = append(append([][2]float64{}, points...), points[0])
	}
	half := look.width / 2
	for k := 1; k < len(points); k++ {
		for _, s := range dashed(points[k-1], points[k], look.dash) {
			dx, dy := s[1][0]-s[0][0], s[1][1]-s[0][1]
			length := math.Hypot(dx, dy)
			if length == 0 {
				continue
			}
			nx, ny := -dy/length*half, dx/length*half
			r.fill([][2]float64{{s[0][0] + nx, s[0][1] + ny}, {s[1][0] + nx, s[1][1] + ny}, {s[1][0] - nx, s[1][1] - ny}, {s[0][0] - nx, s[0][1] - ny}}, look.stroke)
		}
		if look.round {
			r.fill(circle(points[k-1][0], points[k-1][1], half), look.stroke)
			r.fill(circle(points[k][0], points[k][1], half), look.stroke)
		}
	}
	for k := 1; half > 0.5 && k < len(points)-1; k++ {
		r.fill(circle(points[k][0], points[k][1], half), look.stroke)
	}
}

// dashed cuts a stretch into its dashes; without dashes it is one.
func dashed(from, to [2]float64, dash [2]float64) [][2][2]float64 {
	length := math.Hypot(to[0]-from[0], to[1]-from[1])
	if dash[0] == 0 || length == 0 {
		return [][2][2]float64{{from, to}}
	}
	at := func(x float64) [2]float64 {
		return [2]float64{from[0] + (to[0]-from[0])*x/length, from[1] + (to[1]-from[1])*x/length}
	}
	var all [][2][2]float64
	for x := 0.0; x < length; x += dash[0] + dash[1] {
		all = append(all, [2][2]float64{at(x), at(math.Min(length, x+dash[0]))})
	}
	return all
}

// text writes a text. One that is turned is drawn flat and then turned dot by dot.
func (r *raster) text(x, y float64, at anchor, text string, look look) {
	f := r.regular
	if look.bold {
		f = r.bold
	}
	r.miss(f, text)
	width := font.MeasureString(f, text)
	shift := map[anchor]fixed.Int26_6{start: 0, "": 0, middle: width / 2, end: width}[at]
	if !r.at.turned {
		px, py := r.at.apply(x, y)
		d := font.Drawer{Dst: r.dots, Src: image.NewUniform(look.fill), Face: f, Dot: fixed.Point26_6{X: dotsOf(px) - shift, Y: dotsOf(py)}}
		d.DrawString(text)
		return
	}
	const room = 2 * pngScale
	high, low := int(math.Ceil(ascent*pngScale))+3*room, int(math.Ceil(descent*pngScale))+room
	flat := image.NewAlpha(image.Rect(-room, -high, width.Ceil()+room, low))
	d := font.Drawer{Dst: flat, Src: image.Opaque, Face: f}
	d.DrawString(text)
	px, py := r.at.apply(x, y)
	left, base := int(math.Round(px)), int(math.Round(py))
	for v := flat.Rect.Min.Y; v < flat.Rect.Max.Y; v++ {
		for u := flat.Rect.Min.X; u < flat.Rect.Max.X; u++ {
			dot := image.Rect(left+v, base-u+shift.Round(), left+v+1, base-u+shift.Round()+1)
			draw.DrawMask(r.dots, dot, image.NewUniform(look.fill), image.Point{}, flat, image.Pt(u, v), draw.Over)
		}
	}
}

func dotsOf(x float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(x * 64)) }

// miss notes the letters of a text that a font lacks.
func (r *raster) miss(f face, text string) {
	var b sfnt.Buffer
	for _, letter := range text {
		if index, err := f.letters.GlyphIndex(&b, letter); (err != nil || index == 0) && !strings.ContainsRune(r.missing, letter) {
			r.missing += string(letter)
		}
	}
}
