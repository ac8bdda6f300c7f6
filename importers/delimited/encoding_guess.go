package delimited

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// EncodingGuess is an East Asian encoding that the bytes of a file speak for.
type EncodingGuess struct {
	Encoding string
	Bad      BadByte // the first that is not UTF-8
}

// GuessEncoding looks whether bytes that are not UTF-8 are Korean, Japanese or Chinese: only where every one of them decodes,
// and most letters of the cells that hold any are of that script (FORMATS 0.2). nil: they are not; Windows-1252 is assumed.
func GuessEncoding(raw []byte) *EncodingGuess {
	if len(raw) == Sniffed { // the last line may be cut within a character
		raw = raw[:bytes.LastIndexByte(raw, '\n')+1]
	}
	at := firstInvalid(raw)
	if at < 0 || bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) || bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}) {
		return nil
	}
	for _, candidate := range []struct {
		name    string
		script  func(rune) bool
		another func(rune) bool // must be there too, or only Han would speak for any of them
	}{
		{"shift_jis", isJapanese, isKana},
		{"euc-kr", isHangul, isHangul},
		{"gbk", isHan, isHan},
	} {
		encoding, err := htmlindex.Get(candidate.name)
		if err != nil {
			continue
		}
		text, err := encoding.NewDecoder().Bytes(raw)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) || !spokenFor(string(text), candidate.script, candidate.another) {
			continue
		}
		char, _ := utf8.DecodeRune(text[decodedBefore(encoding.NewDecoder().Bytes, raw[:at]):])
		return &EncodingGuess{candidate.name, BadByte{Value: raw[at], Line: 1 + bytes.Count(raw[:at], []byte{'\n'}), Char: char, As: candidate.name}}
	}
	return nil
}

// decodedBefore returns the length of the text before a byte. The byte may stand within a character that begins before it: bytes that are
// not UTF-8 from there on may be so up to there.
func decodedBefore(decode func([]byte) ([]byte, error), raw []byte) int {
	for n := len(raw); n > 0; n-- {
		if text, err := decode(raw[:n]); err == nil && !bytes.ContainsRune(text, utf8.RuneError) {
			return len(text)
		}
	}
	return 0
}

// firstInvalid returns the position of the first byte that is not UTF-8, or -1.
func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// spokenFor reports whether the cells that go beyond ASCII are of a script: more than half of their letters, nearly all of
// those beyond ASCII (Chinese read as Korean is half Hangul, half Han), and a quarter of them of the script's mark.
func spokenFor(text string, script, mark func(rune) bool) bool {
	letters, beyond, of, marks := 0, 0, 0, 0
	for _, c := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\t\r\n\"", r) }) {
		if strings.IndexFunc(c, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
			continue
		}
		for _, r := range c {
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			if r >= utf8.RuneSelf {
				beyond++
			}
			if script(r) {
				of++
			}
			if mark(r) {
				marks++
			}
		}
	}
	return 2*of > letters && 10*of >= 9*beyond && 4*marks >= of
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }
func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) }
func isKana(r rune) bool {
	return (unicode.In(r, unicode.Hiragana, unicode.Katakana) || r == 'ー') && r < 0xFF00
}
func isJapanese(r rune) bool { return isKana(r) || isHan(r) }
