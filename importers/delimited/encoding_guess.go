package delimited

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// EncodingGuess is an East Asian encoding that the bytes of a file speak for.
type EncodingGuess struct {
	Encoding string
	Bad      BadByte // the first that is not UTF-8
}

// GuessEncoding looks whether bytes that are not UTF-8 are Korean, Japanese or Chinese: only where every one of them decodes,
// most letters of the cells that hold any are of that script (FORMATS 0.2), and these are the usual ones. nil: they are not; Windows-1252 is assumed.
func GuessEncoding(raw []byte) *EncodingGuess {
	if len(raw) == Sniffed { // the last line may be cut within a character
		raw = raw[:bytes.LastIndexByte(raw, '\n')+1]
	}
	at := firstInvalid(raw)
	if at < 0 || bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) || bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}) {
		return nil
	}
	var guess *EncodingGuess
	most := 0.0
	for _, candidate := range eastAsian() {
		chosen, err := htmlindex.Get(candidate.name)
		if err != nil {
			continue
		}
		text, err := chosen.NewDecoder().Bytes(raw)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			continue
		}
		share := candidate.spokenFor(string(text), chosen.NewEncoder())
		if share <= most {
			continue
		}
		char, _ := utf8.DecodeRune(text[decodedBefore(chosen.NewDecoder().Bytes, raw[:at]):])
		most, guess = share, &EncodingGuess{candidate.name, BadByte{Value: raw[at], Line: 1 + bytes.Count(raw[:at], []byte{'\n'}), Char: char, As: candidate.name}}
	}
	return guess
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
