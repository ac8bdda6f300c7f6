package report

import (
	"strings"
	"testing"
)

// No name of a wave or an item ends the code that it stands in, and what no XML may hold is shown.
func TestNamesStayInside(t *testing.T) {
	for text, want := range map[string]string{"a": "`a`", "a`b": "`` a`b ``", "``": "``` `` ```", "b` <img src=x> `": "`` b` <img src=x> ` ``"} {
		if got := fenced(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := visible("a\ufffeb\uffff"); got != "a<U+FFFE>b<U+FFFF>" {
		t.Errorf("got %q", got)
	}
}

// A page without an answer has where its first link leads, too.
func TestSkipLinkLeadsSomewhere(t *testing.T) {
	r := threeAudiences(t, false)
	r.Figures = r.Figures[:0]
	for _, page := range []string{pageOf(t, threeAudiences(t, false)), pageOf(t, r)} {
		if !strings.Contains(page, `class="skip" href="#main"`) || !strings.Contains(page, `id="main"`) {
			t.Error("the first link leads nowhere")
		}
	}
}
