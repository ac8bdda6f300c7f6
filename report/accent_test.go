package report

import (
	"math"
	"regexp"
	"testing"
)

// Whatever colour a house has, its text can be read on light pages and on dark ones, and a colour that can be read stays as it is.
func TestAccentCanBeRead(t *testing.T) {
	rules := regexp.MustCompile(`^:root\{--brand:(#\w+);--accent:(#\w+)\}@media screen and \(prefers-color-scheme:dark\)\{:root\{--brand:(#\w+);--accent:(#\w+)\}\}$`)
	for _, accent := range []string{"#ffff00", "#8a1538", "#000000", "#ffffff", "#fff", "#777777", "#0b5c8f", "#00f", "#14213d", "#fff9c4"} {
		m := rules.FindStringSubmatch(accentRules(accent))
		if m == nil {
			t.Fatalf("%s: the rules are %q", accent, accentRules(accent))
		}
		asked, _ := parseColour(accent)
		for n, paper := range []rgb{lightPaper, darkPaper} {
			line, _ := parseColour(m[2*n+1])
			if c := line.contrast(paper); c < seen || asked.contrast(paper) >= seen && line != asked {
				t.Errorf("%s on paper %d: lines have %s, of contrast %.2f", accent, n, m[2*n+1], c)
			}
		}
		for n, ground := range []rgb{lightGround, darkGround} {
			shown, _ := parseColour(m[2*n+2])
			if c := shown.contrast(ground); c < readable {
				t.Errorf("%s on ground %d: %s has a contrast of %.2f", accent, n, m[2*n+2], c)
			}
			if asked.contrast(ground) >= readable && shown != asked {
				t.Errorf("%s on ground %d: became %s, though it could be read", accent, n, m[2*n+2])
			}
		}
	}
	if got := accentRules("red;}"); got != "" {
		t.Errorf("no colour: got %q", got)
	}
}

// The worked examples of WCAG: black on white is 21, #767676 the lightest grey that can be read on it.
func TestContrast(t *testing.T) {
	white, grey, lighter := rgb{1, 1, 1}, rgb{0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0}, rgb{0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0}
	if c := white.contrast(rgb{}); math.Abs(c-21) > 1e-9 {
		t.Errorf("black on white: %v", c)
	}
	if white.contrast(grey) < readable || white.contrast(lighter) >= readable {
		t.Errorf("greys on white: %v and %v", white.contrast(grey), white.contrast(lighter))
	}
}
