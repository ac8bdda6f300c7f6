package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// readable is the contrast that text needs (WCAG 2.2, 1.4.3).
const readable = 4.5

// seen is the contrast from which a line is seen. A line that only parts chapters need not have the 3 of WCAG's 1.4.11, and the colour of a
// house is to be left as it is wherever it can be seen at all.
const seen = 1.3

// rgb is a colour, each part from 0 to 1.
type rgb [3]float64

// Grounds that the accent stands on as text: the shaded ones of page.css, which leave it less contrast than paper does.
var (
	lightGround = rgb{0xf3 / 255.0, 0xf3 / 255.0, 0xf1 / 255.0}
	darkGround  = rgb{0x23 / 255.0, 0x23 / 255.0, 0x23 / 255.0}
)

// Papers of page.css, which lines stand on.
var (
	lightPaper = rgb{1, 1, 1}
	darkPaper  = rgb{0x17 / 255.0, 0x17 / 255.0, 0x17 / 255.0}
)

// accentRules are the rules of style of a colour that was asked for, on light pages and on dark ones: lines have it as it is where it can be
// seen, text as near to it as can be read.
func accentRules(colour string) string {
	c, ok := parseColour(colour)
	if !ok {
		return ""
	}
	return fmt.Sprintf(":root{--brand:%s;--accent:%s}@media screen and (prefers-color-scheme:dark){:root{--brand:%s;--accent:%s}}",
		c.apart(seen, lightPaper, rgb{}), c.apart(readable, lightGround, rgb{}), c.apart(seen, darkPaper, rgb{1, 1, 1}), c.apart(readable, darkGround, rgb{1, 1, 1}))
}

// AccentOfText is the colour that text has on a light page where an accent is asked for, and whether it had to be darkened to be read.
func AccentOfText(accent string) (text string, darkened bool) {
	c, ok := parseColour(accent)
	if !ok {
		return "", false
	}
	text = c.apart(readable, lightGround, rgb{})
	return text, text != c.String()
}

// parseColour reads #rgb and #rrggbb.
func parseColour(text string) (rgb, bool) {
	digits := strings.TrimPrefix(text, "#")
	if len(digits) == 3 {
		digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:], digits[2:]}, "")
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return rgb{}, false
	}
	return rgb{float64(n>>16) / 255, float64(n>>8&0xff) / 255, float64(n&0xff) / 255}, true
}

// apart moves a colour towards black or white until it has some contrast to a ground, and no further.
func (c rgb) apart(least float64, ground, towards rgb) string {
	const steps = 64
	for k := range steps + 1 {
		var moved rgb
		for i := range c {
			moved[i] = math.Round(255*(c[i]+(towards[i]-c[i])*float64(k)/steps)) / 255
		}
		if moved.contrast(ground) >= least || k == steps {
			return moved.String()
		}
	}
	return c.String()
}

func (c rgb) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(math.Round(255*c[0])), int(math.Round(255*c[1])), int(math.Round(255*c[2])))
}

// contrast is WCAG's ratio of luminances, from 1 to 21.
func (c rgb) contrast(d rgb) float64 {
	a, b := c.luminance(), d.luminance()
	return (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05)
}

func (c rgb) luminance() float64 {
	linear := func(x float64) float64 {
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
