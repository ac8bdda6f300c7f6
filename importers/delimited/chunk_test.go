package delimited

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// The short way through a text tells UTF-8 from what is none as Go's library does, and a byte order mark, wherever a character stands and is cut off.
func TestValidText(t *testing.T) {
	pieces := []string{"a", "plain, ", "é", "–", "𝄞", "\xef\xbf\xbd", ByteOrderMark, "\xef\xbb", "\xc3", "\xe2\x80", "\xed\xa0\x80", "\xc0\x80", "\xff"}
	source := rand.New(rand.NewPCG(3, 4))
	valid := 0
	for range 20_000 {
		var text []byte
		for range source.IntN(12) {
			text = append(text, pieces[source.IntN(source.IntN(len(pieces))+1)]...)
		}
		want := utf8.Valid(text) && !bytes.Contains(text, []byte(ByteOrderMark))
		if want {
			valid++
		}
		if got := validText(padded(text)); got != want {
			t.Fatalf("%q: got %v", text, got)
		}
	}
	if valid < 5000 || valid > 15_000 {
		t.Fatalf("this tests nothing: %d of 20,000 are valid", valid)
	}
}
