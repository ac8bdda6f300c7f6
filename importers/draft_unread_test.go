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

// Options that are joined in one cell are listed, the most frequent first, with why they are neither items nor segments; names of people are not.
func TestJoinedOptionsAreListed(t *testing.T) {
	five := answersTo("We listen", 0, 9, 9, 9, 9, 9)
	uses := inWords("What do you use?", []string{"Mail; Phone", "Mail", "Phone; Chat; Mail"})
	who := inWords("Whom do you call?", []string{"Ann Miller; Bob Carter", "Bob Carter", "Ann Miller"})
	got := draftFileOf(t, "customers.csv", ratedOnce(five, uses, who))
	said := strings.Join(strings.Fields(strings.ReplaceAll(got, "\n#", " ")), " ")
	if want := `of several answers in one cell nothing is worked out: "What do you use?": "Mail", "Phone", "Chat"; exported with one column an option, each of them can be a segment`; !strings.Contains(said, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
	if strings.Contains(got, "Miller") {
		t.Errorf("people are named in\n%s", got)
	}
}
