package lexicon

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Exports lose the accents of labels: a system wrote them in capitals, or in letters of ASCII alone. "Tres utile" is "Très utile", and "Uberhaupt"
// is written "Ueberhaupt".

// germanLetters are how German writes its letters where a keyboard has none.
var germanLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// unaccented is a normalised text of a language as it is written without accents: itself, if it has none.
func unaccented(language, text string) string {
	if language == "de" && !ascii(text) {
		return germanLetters.Replace(text)
	}
	return WithoutAccents(text)
}

// WithoutAccents writes letters as people do whose keyboard has no accents: direccion, codigo postal.
func WithoutAccents(text string) string {
	if ascii(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// pictograph reports whether a rune is a picture, or joins or colours one: 🙂, ★, 👍🏽.
func pictograph(r rune) bool {
	const joiner, asText, asPicture, keycap, firstSymbol = 0x200d, 0xfe0e, 0xfe0f, 0x20e3, 0x2000 // before it are ° and accents that stand alone
	return r >= firstSymbol && unicode.In(r, unicode.So, unicode.Sk) || r == joiner || r == asText || r == asPicture || r == keycap
}

// withoutPictures leaves out pictures where words are left.
func withoutPictures(text string) string {
	if ascii(text) || strings.IndexFunc(text, pictograph) < 0 {
		return text
	}
	bare := strings.Map(func(r rune) rune {
		if pictograph(r) {
			return ' '
		}
		return r
	}, text)
	if strings.IndexFunc(bare, unicode.IsLetter) < 0 {
		return text
	}
	return strings.TrimSpace(foldSpace(bare))
}
