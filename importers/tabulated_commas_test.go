package importers

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Published figures with decimal commas are read where the study says so, and refused where it does not.
func TestTabulatedDecimalCommas(t *testing.T) {
	const text = "item;statistic;value;base\nprompt;mean;3,75;120\nprompt;top_box;8,5 %;120\nfair;mean;4;\nfair;top_box;0,25;\n"
	read := func(key string) (string, error) {
		_, v, err := survey(t, "s.yaml", "audiences: {customers: {files: [c.csv], tabulated: true"+key+"}}\nscale: 1..5\n"+
			"items: {prompt: {performance: prompt}, fair: {performance: fair}}\n", "c.csv", text)
		if err != nil {
			return "", err
		}
		var c collector
		intake, err := v.Read(context.Background(), &c)
		if err != nil {
			return "", err
		}
		got := ""
		for _, f := range intake.Tabulated {
			got += fmt.Sprintf("%d %s %.4g %d; ", f.Rating, f.Statistic, f.Value, f.Base)
		}
		return got, nil
	}
	got, err := read(", decimal: comma")
	if want := "0 mean 3.75 120; 0 top_box 0.085 120; 1 mean 4 0; 1 top_box 0.25 0; "; err != nil || got != want {
		t.Errorf("got %s, %s, want %s", got, faultsOf(err), want)
	}
	_, err = read("")
	var input *study.InputError
	if !errors.As(err, &input) {
		t.Fatalf("commas are read though nobody said that they are decimal ones: %v", err)
	}
	if f := input.Faults.List[0]; f.Message != `value "3,75" is not a mean` || !strings.Contains(f.Hint, "decimal: comma") {
		t.Errorf("got %+v", f)
	}
}
