package study

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A character of an expression has its place in the file, however YAML writes the text down.
func TestExpressionPlaces(t *testing.T) {
	for _, test := range []struct {
		file         string
		line, column int // of the word audience
	}{
		{"checks:\n  - id: a\n    expect: mean(audience, easy) >= 1pt\n", 3, 18},
		{"checks:\n  - id: a\n    expect: 'mean(audience, easy) >= 1pt'\n", 3, 19},
		{"checks: [{id: a, expect: \"mean(audience, easy) >= 1pt\"}]\n", 1, 32},
		{"checks:\n  - id: a\n    expect: |\n      n(staff) >= 5\n      and mean(audience, easy) >= 1pt\n", 5, 16},
		{"checks:\n  - id: a\n    expect: >-\n\n      n(staff) >= 5 and\n      mean(audience, easy) >= 1pt\n", 6, 12},
		{"checks:\n  - id: a\n    expect: n(staff) >= 5 and\n      mean(audience, easy) >= 1pt\n", 4, 12},
		{"checks:\n  - id: ü\n    expect: n(ä) ≥ 5 and mean(audience, easy) >= 1pt\n", 3, 31},
	} {
		checks, err := ParseChecks("rules.yaml", []byte(test.file))
		if err != nil {
			t.Errorf("%q: %v", test.file, err)
			continue
		}
		text := checks[0].Expect.Text
		before, _, _ := strings.Cut(text, "audience")
		place, line := checks[0].Expect.At(utf8.RuneCountInString(before))
		if place.Line != test.line || place.Column != test.column || !strings.HasPrefix(string([]rune(line)[place.Column-1:]), "audience") {
			t.Errorf("%q: got %s in %q, want %d:%d", test.file, place, line, test.line, test.column)
		}
	}
}

// Every character of a plain text is found where it stands.
func TestExpressionPlacesAreThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z]([a-z(),]{0,5} ?[<>=0-9a-z]){1,8}`).Draw(t, "text")
		checks, err := ParseChecks("rules.yaml", []byte("checks:\n  - id: a\n    expect: |\n      "+text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range []rune(text) {
			place, _ := checks[0].Expect.At(i)
			if r != ' ' && (place.Line != 4 || place.Column != 7+i) {
				t.Fatalf("character %d of %q: got %s", i, text, place)
			}
		}
	})
}

// Whatever the bytes, the readers of rules and of rule tests return something or faults with places in the text.
func FuzzRuleFiles(f *testing.F) {
	f.Add([]byte("checks:\n  - {id: a, expect: \"gap(a, b) <= 1pt\", warn: x, waivers: [{owner: a, until: 2026-01-01}]}\n"))
	f.Add([]byte("checks: [{id: a, expect: gap(a, b) <= 1pt}]\n"))
	f.Add([]byte("cases:\n  - name: a\n    given: {\"gap(a, b, c)\": {value: 1pt, interval: [0, 2], n: [1, 2]}, n(a): 5, nps(a): suppressed}\n    want: {a: {b: fail}, c: no data}\n    exit: 1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, read := range []func() error{
			func() error { _, err := ParseChecks("f.yaml", text); return err },
			func() error { _, err := ParseRuleTests("f.yaml", text); return err },
		} {
			var faults *FileError
			if err := read(); err != nil && (!errors.As(err, &faults) || faults.Empty()) {
				t.Fatalf("got %v, want faults", err)
			}
			if faults == nil {
				continue
			}
			lines := linesOf(string(text))
			for _, fault := range faults.List {
				_ = fault.Caret()
				if n := fault.Place.Line; n > len(lines) {
					t.Fatalf("a fault in line %d of %d: %s", n, len(lines), fault.Message)
				}
			}
		}
	})
}
