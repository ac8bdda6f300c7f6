package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"
)

// Every kind of chart can be drawn as dots, twice alike, and shows each of its texts.
func TestPictures(t *testing.T) {
	for name, d := range charts(4, 1) {
		first, missing, err := d.PNG()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		second, _, _ := d.PNG()
		if !bytes.Equal(first, second) {
			t.Errorf("%s: two pictures differ", name)
		}
		if missing != "" {
			t.Errorf("%s: the font lacks %q", name, missing)
		}
		picture, err := png.Decode(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := picture.Bounds().Dx(), int(math.Ceil(d.Width*pngScale)); got != want {
			t.Errorf("%s: %d dots wide, want %d", name, got, want)
		}
		for _, box := range d.texts {
			if blank(picture, box) {
				t.Errorf("%s: %q cannot be seen", name, box.Text)
			}
		}
	}
}

// blank reports whether a box of a picture has one colour.
func blank(picture image.Image, b Box) bool {
	first := picture.At(int(b.Left*pngScale), int(b.Top*pngScale))
	for y := int(b.Top * pngScale); y < int(b.Bottom*pngScale); y++ {
		for x := int(b.Left * pngScale); x < int(b.Right*pngScale); x++ {
			if picture.At(x, y) != first {
				return false
			}
		}
	}
	return strings.TrimSpace(b.Text) != ""
}

// drawn draws a piece of SVG on a page of 40 × 20.
func drawn(t *testing.T, body string) image.Image {
	t.Helper()
	picture, _, err := (&Drawing{Width: 40, Height: 20, body: body}).PNG()
	if err != nil {
		t.Fatal(err)
	}
	out, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestElementsStandWhereTheyAre(t *testing.T) {
	blue, white := color.RGBA{0x00, 0x72, 0xb2, 0xff}, color.RGBA{0xff, 0xff, 0xff, 0xff}
	for _, c := range []struct {
		body string
		x, y float64
		want color.RGBA
	}{
		{`<rect x="10" y="5" width="10" height="10" class="s0"/>`, 15, 10, blue},
		{`<rect x="10" y="5" width="10" height="10" class="s0"/>`, 22, 10, white},
		{`<circle cx="20" cy="10" r="5" class="s0"/>`, 24, 10, blue},
		{`<circle cx="20" cy="10" r="5" class="s0"/>`, 24.5, 14.5, white},
		{`<line x1="5" y1="10" x2="35" y2="10" class="s0 whisker"/>`, 20, 10, blue},
		{`<line x1="5" y1="10" x2="35" y2="10" class="s0 whisker"/>`, 20, 12, white},
		{`<path class="s0 whisker" d="M5 10H35M20 2V18M1 1L9 9"/>`, 30, 10, blue},
		{`<path class="s0 whisker" d="M5 10H35M20 2V18M1 1L9 9"/>`, 20, 4, blue},
		{`<path class="s0 whisker" d="M5 10H35M20 2V18M1 1L9 9"/>`, 5, 5, blue},
		{`<path class="s0 whisker" d="M5 10H35M20 2V18M1 1L9 9"/>`, 12, 5, white},
		{`<polygon points="10,5 30,5 20,18" class="s0"/>`, 20, 10, blue},
		{`<polyline points="5,5 20,15 35,5" class="s0 line"/>`, 20, 15, blue},
		{`<polyline points="5,5 20,15 35,5" class="s0 line"/>`, 20, 8, white},
		{`<g transform="translate(10 18) rotate(-90)"><rect x="0" y="-4" width="16" height="8" class="s0"/></g>`, 10, 5, blue},
		{`<g transform="translate(10 18) rotate(-90)"><rect x="0" y="-4" width="16" height="8" class="s0"/></g>`, 20, 17, white},
	} {
		if got := color.RGBAModel.Convert(drawn(t, c.body).At(int(c.x*pngScale), int(c.y*pngScale))); got != c.want {
			t.Errorf("%s: %v at %v, %v; want %v", c.body, got, c.x, c.y, c.want)
		}
	}
}

// What a picture does not know is an error, never a gap in it.
func TestPicturesRefuseWhatTheyDoNotKnow(t *testing.T) {
	for _, body := range []string{
		`<ellipse rx="1" ry="1"/>`, `<rect x="1" y="1" width="1" height="1" class="nosuch"/>`, `<rect x="a" y="1" width="1" height="1"/>`,
		`<g transform="scale(2)"/>`, `<polygon points="1 2 3"/>`, `<rect`,
		`<path d=""/>`, `<path d="M1 2"/>`, `<path d="M1 2C3 4 5 6 7 8"/>`, `<path d="M1 2H3V4"/>`, `<path d="M1 2Lx y"/>`, `<path d="M1H3"/>`,
	} {
		if _, _, err := (&Drawing{Width: 4, Height: 4, body: body}).PNG(); err == nil {
			t.Errorf("%s is drawn", body)
		}
	}
}

func TestMissingLetters(t *testing.T) {
	if _, missing, err := (&Drawing{Width: 90, Height: 20, body: `<text x="1" y="12">Ärger − Ω 語</text>`}).PNG(); err != nil || missing != "語" {
		t.Errorf("missing %q, %v", missing, err)
	}
}
