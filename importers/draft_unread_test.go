package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of one audience too, what is no rating because nothing tells the order of its words, or because it has several answers, is named.
func TestUnreadOfOneAudience(t *testing.T) {
	rows := strings.Repeat("dobrze,slabo,North,4,Price;Speed\nslabo,dobrze,South,5,Speed\nsrednio,srednio,North,3,Price;Quality\n", 12)
	_, notices, err := drafted(t, "customers.csv", "How was it? [Advice],How was it? [Delivery],Region,How good is our price?,What matters?\n"+rows)
	if err != nil {
		t.Fatal(err)
	}
	got := described(&study.Study{}, notices)
	for _, want := range []string{
		`groups, or answers in words of no known order, and so no ratings: "Advice", "Delivery", "Region"; a study file can say the order of their words`,
		`questions with several answers, and so no ratings: "What matters?"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}
