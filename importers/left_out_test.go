package importers

import (
	"errors"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Half points of one file are named as such, with their file, column and remedy, and no other file is blamed.
func TestHalfPointsAreNamed(t *testing.T) {
	_, _, err := drafted(t, "staff.csv", "We listen\n1\n5\n3.5\n4\n", "customers.csv", "We listen\n1\n5\n3\n4\n")
	var input *study.InputError
	if !errors.As(err, &input) {
		t.Fatalf("error %v", err)
	}
	if len(input.List) != 2 {
		t.Errorf("%d faults, want one an audience: %v", len(input.List), input.List)
	}
	for _, f := range input.List {
		if f.Place.File != "staff.csv" || !strings.Contains(f.Message, `column "We listen": some answers are half points, such as 3.5`) || !strings.Contains(f.Message, "scale: 1..5 by 0.5") {
			t.Errorf("fault %+v", f)
		}
	}
}
