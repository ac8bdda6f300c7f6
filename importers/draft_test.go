package importers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"github.com/google/go-cmp/cmp"
)

// described writes a draft as lines: its items with kind and scale, then its notices.
func described(s *study.Study, notices []study.Notice) string {
	var b strings.Builder
	for _, item := range s.Items {
		r := item.Ratings[0]
		fmt.Fprintf(&b, "%s %q %s", item.ID, item.Label, r.Kind)
		for _, a := range s.Audiences {
			if c := r.Columns[a.ID]; c != nil {
				fmt.Fprintf(&b, " %s=%s", a.ID, c.Scale)
			}
		}
		b.WriteByte('\n')
	}
	for _, n := range notices {
		fmt.Fprintf(&b, "%s: %s\n", n.Code, n.Text())
	}
	return b.String()
}

func TestDraft(t *testing.T) {
	s, notices, err := drafted(t,
		"customers.csv", `Timestamp,How do you rate us? [We listen],How do you rate us? [We answer fast],How important is price?,Age,wt,Would you come back (0 = never; 10 = surely)?,Only here?,Comment
2026/01/01 10:00,3,5,4,31,1.2,9,4,fine
2026/01/01 10:01,4,N/A,5,42,0.8,10,5,"so, so"
2026/01/01 10:02,2,2,5,58,1.0,3,1,-
`,
		"leaders.csv", `ID,Start time,Completion time,Email,Name,How do you rate us?.We listen,How do you rate us?.We answer  fast,How important is price?,Age,Would you come back (0 = never; 10 = surely)?,Were we quick to answer?
1,1/1/26 9:00:00,1/1/26 9:01:00,anonymous,,5,4,3,50,9,4
2,1/1/26 9:00:00,1/1/26 9:01:00,anonymous,,4,4,-,51,8,5
3,1/1/26 9:00:00,1/1/26 9:01:00,anonymous,,5,5,2,52,7,5
`)
	if err != nil {
		t.Fatal(err)
	}
	want := `we_listen "We listen" performance leaders=1..5 customers=1..5
we_answer_fast "We answer fast" performance leaders=1..5 customers=1..5
how_important_is_price "How important is price?" importance leaders=1..5 customers=1..5
would_you_come_back "Would you come back?" performance leaders=0..10 customers=0..10
no_rating: leaders: taken for facts, not ratings: "Age"
weight_unused: customers: column "wt" is not used as a weight; a study file can say  weight: wt
no_rating: customers: taken for facts, not ratings: "Age"
order_assumed: order from inside to outside: leaders, customers
scale_assumed: scale 1..5 for 3 items, although nobody answered 1: "We listen", "We answer fast", "How important is price?"
scale_assumed: scale 0..10 for 1 item
kind_assumed: 3 questions read as ratings of performance
kind_assumed: 1 question read as ratings of importance
dont_know_assumed: "N/A" (1 cell) read as don't know or not applicable
blank_assumed: "-" (1 cell) read as not answered
not_paired: leaders: importance without a question on performance in the same words: "How important is price?"
not_paired: customers: importance without a question on performance in the same words: "How important is price?"
asked_of_one: left out: 1 rating asked of leaders only: "Were we quick to answer?"
asked_of_one: left out: 1 rating asked of customers only: "Only here?"
`
	if diff := cmp.Diff(want, described(s, notices)); diff != "" {
		t.Errorf("draft (-want +got):\n%s", diff)
	}
}

// What its platform calls a weight is proposed as one, whatever its name.
func TestDraftProposesThePlatformsWeight(t *testing.T) {
	const text = "AGENCY,Q1,Q2,POSTWT\nA,5,4,1.25\nA,1,2,0.75\nB,3,5,0.8\n"
	_, notices, err := drafted(t, "staff.csv", text, "leaders.csv", text+"B,2,1,1.1\n")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(notices, func(n study.Notice) bool { return n.Code == study.WeightUnused && n.Where == "staff" }) {
		t.Errorf("got %+v", notices)
	}
}

func TestInferScale(t *testing.T) {
	cells := func(texts ...string) *answersSeen {
		seen := &seenCells{}
		for _, text := range texts {
			seen.add(text)
		}
		a := newAnswersSeen()
		a.sort(seen)
		return a
	}
	for _, test := range []struct {
		name   string
		cells  []string
		texts  []string
		scale  string // empty: none
		remark string
	}{
		{"ends observed", []string{"1", "5", "3"}, nil, "1..5", ""},
		{"low end unobserved", []string{"2", "5"}, nil, "1..5", "nobody answered 1"},
		{"both ends unobserved", []string{"6", "8"}, nil, "1..9", "nobody answered 1 or 9"},
		{"zero makes it 0..10", []string{"0", "7"}, nil, "0..10", "nobody answered 10"},
		{"zero and one", []string{"0", "1"}, nil, "0..1", ""},
		{"the text names the ends", []string{"4", "5"}, []string{"Quick? 10 - strongly agree, 1 - strongly disagree"}, "1..10", ""},
		{"the text names a range", []string{"4", "5"}, []string{"On a scale from 1 to 7, how quick?"}, "1..7", ""},
		{"the text names one end only", []string{"4", "5"}, []string{"Quick? (5 = very)"}, "1..5", "nobody answered 1"},
		{"two scales", []string{"4", "5"}, []string{"Quick? (1-5)", "Quick? (1-10)"}, "", `the questions name different scales: "Quick? (1-5)"`},
		{"years are no scale", []string{"4", "5"}, []string{"In 2025-2026, how quick?"}, "1..5", "nobody answered 1"},
		{"a slider", []string{"0", "55", "100"}, []string{"How quick?"}, "0..100", ""},
		{"a code for no answer", []string{"1", "7", "10", "99", "98"}, nil, "", "98 and 99 beside answers up to 10: these may stand for \"don't know\" or for no answer"},
		{"a slider that ends at 99", []string{"1", "7", "54", "99"}, []string{"Satisfaction"}, "0..100", "nobody answered 0 or 100"},
		{"no word of a slider", []string{"18", "44", "67"}, []string{"Speed"}, "", "answers from 18 to 67: no word of the question tells that it is answered on 0 to 100"},
		{"one answer", []string{"5", "5"}, nil, "", "all answers are 5"},
		{"a code beyond", []string{"1", "5", "-99"}, nil, "", "answers from -99 to 5 fit no usual scale"},
		{"halves", []string{"1", "2.5"}, nil, "", "some answers are half points, such as 2.5: a study file takes them, with  scale: 1..4 by 0.5  if that is the scale"},
		{"anchored", []string{"2", "3", "4", "Strongly agree"}, nil, "", `some answers are words: "Strongly agree"`},
		{"don't know is no word", []string{"1", "5", "N/A", "don’t know", "-"}, nil, "1..5", ""},
		{"other spellings of numbers", []string{"1.0", " 5 ", "3"}, nil, "1..5", ""},
	} {
		scale, remark := inferScale(cells(test.cells...), headings(test.texts...))
		got := ""
		if scale.Defined() {
			got = scale.String()
		}
		if got != test.scale || remark != test.remark {
			t.Errorf("%s: got %q (%s), want %q (%s)", test.name, got, remark, test.scale, test.remark)
		}
	}
}

func TestDraftRefuses(t *testing.T) {
	const rated = "Q\n1\n5\n3\n"
	for _, test := range []struct {
		name  string
		files []string
		want  string
	}{
		{
			"nothing in common",
			[]string{"staff.csv", "We listen to customers\n1\n5\n", "customers.csv", "They listen to customers\n1\n5\n"},
			"staff.csv: staff was asked no rating question in the words of another audience",
		},
		{"words only", []string{"customers.csv", "Q\nred\nblue\n"}, "customers.csv: no column of customers holds ratings in numbers or in words of a known scale"},
		{"empty", []string{"staff.csv", "", "customers.csv", rated}, "staff.csv: the file is empty"},
	} {
		_, _, err := drafted(t, test.files...)
		var input *study.InputError
		if !errors.As(err, &input) {
			t.Errorf("%s: got %v, want an input error", test.name, err)
			continue
		}
		if f := input.List[0]; f.Place.String()+": "+f.Message != test.want {
			t.Errorf("%s: got %s: %s, want %s", test.name, f.Place, f.Message, test.want)
		}
	}
	if _, _, err := Draft(context.Background(), []AudienceFiles{{ID: "My Team", Files: []string{"x.csv"}}}, Options{}); err == nil ||
		!strings.Contains(err.Error(), `"My Team" is no name for an audience`) {
		t.Errorf("an audience of a bad name: got %v", err)
	}
}

func TestDraftOfOneAudienceTakesAllRatings(t *testing.T) {
	s, _, err := drafted(t, "customers.csv", "We listen,We answer\n1,2\n5,4\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 2 {
		t.Errorf("got %d items, want 2", len(s.Items))
	}
}

// A text that stands twice in one export names no question.
func TestDraftDoesNotGuessBetweenTwins(t *testing.T) {
	_, notices, err := drafted(t,
		"staff.csv", "Speed,Care\n1,1\n5,5\n", "customers.csv", "Speed,Speed,Care\n1,2,1\n5,4,4\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notices {
		if n.Code == study.AskedOfOne && strings.Contains(n.Message, `2 ratings asked of customers only`) {
			return
		}
	}
	t.Errorf("nothing is said of the twins: %v", notices)
}

func TestDraftReadsStandardInputOnce(t *testing.T) {
	in := NewStandardInput(strings.NewReader("We listen,We answer\n1,2\n5,4\n2,3\n1,1\n4,4\n"))
	o := Options{Stdin: in}
	s, _, err := Draft(context.Background(), []AudienceFiles{{ID: "customers", Files: []string{"-"}}}, o)
	if err != nil {
		t.Fatal(err)
	}
	intake, err := readThrough(s, o)
	if err != nil {
		t.Fatal(err)
	}
	if got := intake.Flow[0].Kept; got != 5 {
		t.Errorf("kept %d rows of standard input, want 5", got)
	}
}

type discardSink struct{}

func (discardSink) Add(*study.Responses) error { return nil }

func TestSimilarity(t *testing.T) {
	similarity := func(a, b string) float64 {
		return alike(trigrams(lexicon.HeadingOf(a).Statement()), trigrams(lexicon.HeadingOf(b).Statement()))
	}
	same := similarity("How true? [We listen to our customers]", "We listen to our customers")
	near := similarity("We listen to customers", "We listen to what customers say")
	far := similarity("We listen to customers", "Invoices are correct")
	if same != 1 || !(near >= nearEnough && near < 1) || far >= nearEnough {
		t.Errorf("similarity: got %v for the same statement, %v for a similar one, %v for another", same, near, far)
	}
}

// What several audiences were asked in the same words, and is no item, is said: nothing is left out in silence.
func TestDraftSaysWhatItCannotRead(t *testing.T) {
	staff, customers := "Vi lyssnar,Trust us,Slider\n", "Vi lyssnar,Trust us,Slider\n"
	words := []string{"Varken eller", "Instämmer helt", "Instämmer inte alls"}
	for i := range 200 {
		staff += fmt.Sprintf("%s,%d,%d.5\n", words[i%3], i%5+1, i)
		customers += fmt.Sprintf("%s,%d,%d.25\n", words[(i+1)%3], (i+1)%5+1, i)
	}
	_, notices, err := drafted(t, "staff.csv", staff, "customers.csv", customers)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []study.Notice{
		{Code: study.WordsNotRead, Message: `groups, or answers in words of no known order, and so no ratings: "Vi lyssnar"`, Hint: "a study file can say the order of their words (scale: [...]), or take one as a segment"},
		{Code: study.ScaleUnknown, Message: `left out: more different numbers than a scale has points: "Slider"`, Hint: "rounded to whole numbers they can be read"},
	} {
		if !slices.Contains(notices, want) {
			t.Errorf("not said: %s\nsaid: %+v", want.Message, notices)
		}
	}
}
