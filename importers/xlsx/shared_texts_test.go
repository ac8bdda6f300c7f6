package xlsx

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Texts beyond what is kept in memory come back from the disk, in any order.
func TestSharedTexts(t *testing.T) {
	const n = 60_000
	var b strings.Builder
	b.WriteString("<sst>")
	text := func(i int) string { return fmt.Sprintf("%d%s", i, strings.Repeat("é", i%251)) }
	for i := range n {
		b.WriteString("<si><t>" + text(i) + "</t></si>")
	}
	b.WriteString("</sst>")
	s := &sharedTexts{part: newTagReader(strings.NewReader(b.String()))}
	defer s.Close()
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n + 5000 {
		if i < n && i%3 == 0 {
			i = r.IntN(i + 1)
		} else if i >= n {
			i = r.IntN(n)
		}
		if got, err := s.at(i); err != nil || got != text(i) {
			t.Fatalf("text %d: got %q, %v", i, got, err)
		}
	}
	if _, err := s.at(n); !errors.Is(err, errNoSuchText) || s.read() != n {
		t.Errorf("behind the last: %v, %d read", err, s.read())
	}
	if len(s.firstOf) < 50 || s.keptBytes > maxTextsKept || s.cached > maxTextsCached {
		t.Errorf("%d blocks, %d and %d bytes in memory", len(s.firstOf), s.keptBytes, s.cached)
	}
}
