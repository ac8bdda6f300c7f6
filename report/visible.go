package report

import (
	"fmt"
	"strings"
	"unicode"
)

// visible makes what a terminal would obey, and what would turn text around, visible: texts of a study may come from
// anywhere. Line ends become blanks.
func visible(text string) string {
	return strings.TrimSpace(controls(lineEnds.Replace(text)))
}

var lineEnds = strings.NewReplacer("\n", " ", "\t", " ", "\r", " ", "\u00a0", " ", "\u2028", " ", "\u2029", " ")

// controls makes characters visible that steer a terminal or the direction of text; blanks and line ends stay.
func controls(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteRune(r)
		case r < 0x20:
			b.WriteRune(0x2400 + r) // the picture of a control character
		case r == 0x7f:
			b.WriteRune(0x2421)
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' || r == '\ufffe' || r == '\uffff': // the last two stand in no XML
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
