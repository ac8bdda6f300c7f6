package analysis

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// From when to when an audience answered stands where enough have a day, or agreed to be shown, in every file; the newest always does.
func TestAnswerDays(t *testing.T) {
	for _, test := range []struct {
		name      string
		anonymous bool
		days      []study.AnswerDays
		oldest    study.Date
		n         int
	}{
		{"two files", true, []study.AnswerDays{{Oldest: 20, Newest: 30, Answers: 3}, {Oldest: 10, Newest: 12, Answers: 2}}, 10, 5},
		{"too few", true, []study.AnswerDays{{Oldest: 20, Newest: 30, Answers: 4}}, 0, 4},
		{"few who agreed", false, []study.AnswerDays{{Oldest: 20, Newest: 30, Answers: 4}}, 20, 4},
		{"open in one file", true, []study.AnswerDays{{Newest: 30, Answers: 50}, {Oldest: 10, Newest: 12, Answers: 50}}, 0, 100},
		{"a file without days", true, []study.AnswerDays{{Oldest: 20, Newest: 30, Answers: 30}}, 0, 330},
		{"some blanks", true, []study.AnswerDays{{Oldest: 20, Newest: 30, Answers: 300}}, 20, 330},
	} {
		r := &Result{Choices: Choices{MinimumBase: 5}, Audiences: []Audience{{Anonymous: test.anonymous, Bases: []Base{{N: test.n}}}}}
		answerDays(r, test.days)
		if got := r.Audiences[0].Bases[0]; got.Oldest != test.oldest || got.Newest != 30 {
			t.Errorf("%s: from %d to %d, want from %d to 30", test.name, got.Oldest, got.Newest, test.oldest)
		}
	}
}
