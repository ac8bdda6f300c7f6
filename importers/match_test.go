package importers

import (
	"strings"
	"testing"
)

// The signs that a sentence ends with part no questions; its words do.
func TestSignsPartNoQuestions(t *testing.T) {
	for _, pair := range [][2]string{
		{"How satisfied are you with speed?", "How satisfied are you with speed"},
		{"Speed of delivery:", "Speed of delivery"},
		{"Wie schnell sind wir ?", "Wie schnell sind wir:"},
		{"¿Está satisfecho con el precio?", "Está satisfecho con el precio"},
		{"We keep our promises.", "We keep our promises *"},
		{"How good is each? [Speed:]", "How good is each: - Speed"},
	} {
		s, notices, err := drafted(t, "staff.csv", ratedOnce(answersTo(pair[0], 0, 4, 4, 4, 4, 4)), "customers.csv", ratedOnce(answersTo(pair[1], 0, 4, 4, 4, 4, 4)))
		if err != nil {
			t.Errorf("%q and %q: %s", pair[0], pair[1], faultsOf(err))
			continue
		}
		if len(s.Items) != 1 {
			t.Errorf("%q and %q: %s", pair[0], pair[1], described(s, notices))
		}
	}
	for _, text := range []string{"?", "...", "*"} {
		if got := unpunctuated(text); got == "" {
			t.Errorf("%q has no key", text)
		}
	}
	_, _, err := drafted(t, "staff.csv", ratedOnce(answersTo("How fast are we?", 0, 4, 4, 4, 4, 4)), "customers.csv", ratedOnce(answersTo("How fast are they?", 0, 4, 4, 4, 4, 4)))
	if !strings.Contains(faultsOf(err), "asked no rating question in the words of another") {
		t.Errorf("different words: %v", err)
	}
}

// What two questions of one audience differ in by a sign only is matched by its very words; without the signs only what is then left, and
// none of several.
func TestVeryWordsMatchFirst(t *testing.T) {
	file := func(texts ...string) string {
		var columns [][]string
		for _, text := range texts {
			columns = append(columns, answersTo(text, 0, 4, 4, 4, 4, 4))
		}
		return ratedOnce(columns...)
	}
	for name, in := range map[string]struct {
		staff, customers []string
		want             string
	}{
		"both signs in both":          {[]string{"Speed", "Speed?"}, []string{"Speed", "Speed?"}, "Speed|Speed?"},
		"in another order":            {[]string{"Speed?", "Speed"}, []string{"Speed", "Speed?"}, "Speed?|Speed"},
		"one without its twin":        {[]string{"Speed", "Speed?", "Care"}, []string{"Speed?", "Care:"}, "Speed?|Care"},
		"none of several":             {[]string{"Speed", "Speed?", "Care"}, []string{"Speed:", "Care"}, "Care"},
		"none for several":            {[]string{"Speed", "Care"}, []string{"Speed:", "Speed?", "Care"}, "Care"},
		"what the first leaves":       {[]string{"Speed", "Speed?"}, []string{"Speed?", "Speed:"}, "Speed|Speed?"},
		"not what stands there twice": {[]string{"Speed", "Care"}, []string{"Speed", "Speed", "Care"}, "Care"},
	} {
		s, notices, err := drafted(t, "staff.csv", file(in.staff...), "customers.csv", file(in.customers...))
		if err != nil {
			t.Errorf("%s: %s", name, faultsOf(err))
			continue
		}
		var labels []string
		for _, item := range s.Items {
			if columns := item.Ratings[0].Columns; columns["staff"] != nil && columns["customers"] != nil {
				labels = append(labels, item.Label)
			}
		}
		if got := strings.Join(labels, "|"); got != in.want {
			t.Errorf("%s: %q, want %q\n%s", name, got, in.want, described(s, notices))
		}
	}
}
