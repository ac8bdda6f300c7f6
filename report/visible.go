package report

import (
	"fmt"
	"strings"
	"unicode"
)

// visible makes what a terminal would obey, and what would turn text around, visible: texts of a study may come from
// anywhere. Line ends become blanks.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case r < 0x20:
			b.WriteRune(0x2400 + r) // the picture of a control character
		case r == 0x7f:
			b.WriteRune(0x2421)
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff':
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}
