package importers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"golang.org/x/text/encoding/htmlindex"
)

// A program that opens UTF-8 as an older encoding and saves it makes two characters or three of one: ß becomes ÃŸ. Nothing is wrong with the
// bytes of such a file; its headings match those of no other wave, and its words no scale.

// misread is an encoding that UTF-8 is taken for, with what the first bytes of its characters look like then.
type misread struct {
	name   string
	starts []string
}

func misreadings() []misread {
	return []misread{
		{"windows-1252", []string{"Ã", "Â", "â€", "Å"}},
		{"macintosh", []string{"√", "¬", "‚Ä"}},
	}
}

// ungarbled returns a text as it was before it was read in an older encoding, and that encoding; ok is false if it holds nothing of the kind.
func ungarbled(text string) (was, encoding string, ok bool) {
	for _, m := range misreadings() {
		coder, err := htmlindex.Get(m.name)
		if err != nil {
			continue
		}
		var b strings.Builder
		found := false
		for rest := text; rest != ""; {
			if char, n := m.character(rest, func(s string) string { raw, _ := coder.NewEncoder().String(s); return raw }); n > 0 {
				b.WriteRune(char)
				rest, found = rest[n:], true
				continue
			}
			_, n := utf8.DecodeRuneInString(rest)
			b.WriteString(rest[:n])
			rest = rest[n:]
		}
		if found {
			return b.String(), m.name, true
		}
	}
	return "", "", false
}

// character returns the letter or sign that the beginning of a text was, and how long that beginning is; 0: it is what it seems.
func (m misread) character(text string, encoded func(string) string) (char rune, length int) {
	for _, start := range m.starts {
		behind, has := strings.CutPrefix(text, start)
		if !has || behind == "" {
			continue
		}
		next, n := utf8.DecodeRuneInString(behind)
		if next < utf8.RuneSelf {
			continue
		}
		raw := encoded(text[:len(start)+n])
		char, size := utf8.DecodeRuneInString(raw)
		if size < 2 || size != len(raw) || char == utf8.RuneError {
			continue
		}
		if closes(next) && !beginsWord(behind[n:]) { // “MAÇÃ”
			continue
		}
		return char, len(start) + n
	}
	return 0, 0
}

// closes reports whether a character may stand behind a word in its own right.
func closes(r rune) bool { return strings.ContainsRune("”’»›…–—™ \u00a0", r) }

// beginsWord reports whether a text goes on with a letter.
func beginsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && unicode.IsLetter(r)
}

// garbledSaid names the first heading that an older encoding has garbled.
func (e *Export) garbledSaid(headers [][]string) {
	for _, record := range headers {
		for i, text := range record {
			was, encoding, garbled := ungarbled(text)
			if !garbled {
				continue
			}
			hint := "export it again, and import it into a spreadsheet as UTF-8: as it stands, its headings and words match no other file and no scale"
			if e.encoding != "" {
				hint = "without --encoding " + e.encoding + " its text may be right"
			}
			e.notices = append(e.notices, study.Notice{
				Code: study.GarbledText, Where: e.Name, Hint: hint,
				Message: fmt.Sprintf("%s: the heading of column %d, %q, was probably %q: UTF-8 that was read as %s", e.Name, i+1, lexicon.Shorten(lexicon.Tidy(text)), lexicon.Shorten(lexicon.Tidy(was)), encodingTitle(encoding)),
			})
			return
		}
	}
}
