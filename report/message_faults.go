package report

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// check says what would make a wrong figure or a broken sentence of a message file: a number without its decimal mark reads as another
// number, and a placeholder that is not filled reaches the reader. Texts that the file leaves out stay English and are no fault.
func (f *messageFile) check() error {
	for _, mark := range []struct{ key, text, example string }{
		{"decimal", f.Decimal, `"."`}, {"separator", f.Separator, `";"`}, {"quotes", f.Quotes[0], "[“, ”]"}, {"quotes", f.Quotes[1], "[“, ”]"},
	} {
		if mark.text == "" {
			return fmt.Errorf("%s: is not said, or empty: write  %s: %s", mark.key, mark.key, mark.example)
		}
	}
	switch {
	case f.Decimal == f.Thousands:
		return fmt.Errorf("decimal and thousands are both %q: a number could be read in two ways", f.Decimal)
	case strings.ContainsAny(f.Decimal+f.Thousands, "0123456789+-−%"):
		return errors.New("decimal and thousands stand between digits: they hold no digit, sign or percent")
	}
	for _, key := range slices.Sorted(maps.Keys(f.Messages)) {
		m, err := parseMessage(f.Messages[key])
		if err == nil {
			err = m.check(key)
		}
		if err != nil {
			return fmt.Errorf("%q: %w", key, err)
		}
	}
	return nil
}

// check holds the placeholders of a text against those of its English wording.
func (m message) check(english string) error {
	want := placeholders(english)
	if strings.TrimSpace(m.other) == "" {
		return errors.New("is said as nothing")
	}
	if err := wellFormed(m.other); err != nil {
		return err
	}
	if got := placeholders(m.other); !slices.Equal(got, want) {
		return fmt.Errorf("its placeholders are %s, not %s", listed(want), listed(got))
	}
	for _, form := range slices.Sorted(maps.Keys(m.forms)) {
		text := m.forms[form]
		if err := wellFormed(text); err != nil {
			return err
		}
		got := placeholders(text)
		for _, p := range got { // a form for one thing may leave the number out
			if !slices.Contains(want, p) {
				return fmt.Errorf("its placeholders are %s, and %s is not among them", listed(want), p)
			}
		}
		if len(got) > 0 && len(got) < len(want) && !strings.Contains(text, "%[") {
			return fmt.Errorf("a form that leaves a placeholder out numbers the others: %s", listed(want))
		}
	}
	return nil
}

var (
	placeholder = lazily(`%(\[\d+\])?[a-z]`)
	stray       = lazily(`%.{0,8}`)
)

// placeholders lists what a text has to be filled with, each with its number.
func placeholders(text string) []string {
	all := placeholder().FindAllString(strings.ReplaceAll(text, "%%", ""), -1)
	next := 1
	for k, p := range all {
		if !strings.Contains(p, "[") {
			all[k] = fmt.Sprintf("%%[%d]%s", next, p[1:])
		}
		next++
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// wellFormed refuses a percent sign that is no placeholder: as one of a text it is written twice.
func wellFormed(text string) error {
	if rest := placeholder().ReplaceAllString(strings.ReplaceAll(text, "%%", ""), ""); strings.Contains(rest, "%") {
		return fmt.Errorf("%q is no placeholder; a percent sign is written %%%%", stray().FindString(rest))
	}
	return nil
}

func listed(placeholders []string) string {
	if len(placeholders) == 0 {
		return "none"
	}
	return strings.Join(placeholders, " ")
}
