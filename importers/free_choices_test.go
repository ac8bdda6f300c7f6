package importers

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"
)

// Choices in one cell are parted although nobody chose one of them alone, where people combine them as they like; choices that hold a comma stay whole, and what
// cannot be told is named.
func TestChoicesThatNobodyChoseAlone(t *testing.T) {
	for _, test := range []struct {
		name     string
		cells    []string
		want     map[string]int
		unparted string
	}{
		{
			"in any order",
			[]string{"Phone", "Web, or app, Phone", "Phone, Web, or app, Shop", "Web, or app, Shop, Phone", "Web, or app", "Phone, Shop", "Web, or app, Shop", "Shop, Phone", "Shop, Web, or app"},
			map[string]int{"Phone": 6, "Web, or app": 6, "Shop": 6},
			"",
		},
		{"in the order of the question", []string{"Phone", "Phone, Web", "Phone, Web, Shop", "Web, Shop", "Phone, Shop"}, map[string]int{"Phone": 4, "Web": 3, "Shop": 3}, ""},
		{
			"a choice within another",
			[]string{"Phone", "Phone, landline", "Web", "Web, Phone, landline", "Phone, landline, Shop", "Shop", "Web, Phone"},
			map[string]int{"Phone": 2, "Phone, landline": 3, "Web": 3, "Shop": 2},
			"Phone, landline",
		},
		{"one choice each", []string{"Yes, always", "Yes, sometimes", "No", "Yes, always"}, map[string]int{"Yes, always": 2, "Yes, sometimes": 1, "No": 1}, ""},
		{"amounts", []string{"$25,000 - $49,999", "$50,000 - $74,999", "Under $25,000", "$25,000 - $49,999"}, map[string]int{"$25,000 - $49,999": 2, "$50,000 - $74,999": 1, "Under $25,000": 1}, ""},
	} {
		text := "Which do you use?,We listen\n"
		for _, cell := range test.cells {
			text += fmt.Sprintf("%q,4\n", cell)
		}
		e, err := exported(t, text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := scanExport(context.Background(), e)
		if err != nil {
			t.Fatal(err)
		}
		if c := s.columns[0]; !maps.Equal(c.pieces, test.want) || strings.Join(c.unparted, "; ") != test.unparted {
			t.Errorf("%s: got %v, not parted %q", test.name, c.pieces, c.unparted)
		}
	}
}
