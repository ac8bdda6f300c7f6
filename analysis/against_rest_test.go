package analysis

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// opposing returns rows of n respondents who answer the items alike on the ten points, but for one item, to which their answers are opposed.
func opposing(n, items, against int) [][]float64 {
	rows := make([][]float64, n)
	for k := range rows {
		for i := range items {
			x := float64(1 + (k*3+i*i*k%2)%10)
			if i == against {
				x = 11 - x
			}
			rows[k] = append(rows[k], x)
		}
	}
	return rows
}

func against(r *Result) (all []study.Notice) {
	for _, w := range r.Warnings {
		if w.Code == NegativeItemRest {
			all = append(all, w)
		}
	}
	return all
}

func TestQuestionsThatRunAgainstTheRestAreNamed(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "first", "second", "third", "fourth")
	in.answers("leadership", opposing(40, 4, -1)...)
	in.answers("customers", opposing(60, 4, 2)...)
	result, _ := in.analyze(t)
	named := against(result)
	if len(named) != 1 || named[0].Where != "customers" ||
		!strings.HasPrefix(named[0].Message, `answers of customers to 1 of 4 questions fall where those to the rest rise: "third" (r = −`) || !strings.Contains(named[0].Message, "n = 60") {
		t.Errorf("%+v", named)
	}
}

func TestTurnedQuestionsRunWithTheRest(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "first", "second", "third", "fourth")
	in.answers("customers", opposing(60, 4, -1)...) // as an importer hands a reversed column on
	in.study.Items[2].Ratings[0].Columns["customers"].Reversed = true
	if result, _ := in.analyze(t); len(against(result)) != 0 {
		t.Errorf("%+v", against(result))
	}
}

func TestFewPeopleAreNotLookedAt(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership"}, "first", "second", "third")
	in.answers("leadership", opposing(4, 3, 1)...)
	if result, _ := in.analyze(t); len(against(result)) != 0 {
		t.Errorf("%+v", against(result))
	}
}

func TestOnlyWhatIsGoodWhenHighIsLookedAt(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "first", "second", "third", "fourth")
	in.study.Items[2].Ratings[0].Kind = study.Expectation
	in.answers("customers", opposing(60, 4, 2)...)
	if result, _ := in.analyze(t); len(against(result)) != 0 {
		t.Errorf("%+v", against(result))
	}
}

// Of very many every k-th tells.
func TestManyPeopleAreLookedAtInPart(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "first", "second", "third", "fourth")
	in.answers("customers", opposing(2*ratedTogether+1, 4, 3)...)
	result, _ := in.analyze(t)
	if named := against(result); len(named) != 1 || !strings.Contains(named[0].Message, `"fourth"`) || !strings.Contains(named[0].Message, "n = 3334") {
		t.Errorf("%+v", named)
	}
}

// Of few who answered a question and the rest the correlation would tell what each of them said, however many the audience are.
func TestFewWhoAnsweredAreNotNamed(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "first", "second", "third", "fourth")
	rows := opposing(60, 4, 2)
	for _, row := range rows[in.study.Privacy.MinimumBase+2:] {
		row[2] = math.NaN()
	}
	in.answers("customers", rows...)
	if result, _ := in.analyze(t); len(against(result)) != 0 {
		t.Errorf("%+v", against(result))
	}
}

// An item of which a high answer may be a bad one has no class, and its mean says why; the others keep theirs.
func TestWhatRunsAgainstTheRestHasNoClass(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "first", "second", "third", "fourth")
	low := opposing(60, 4, -1)
	for _, row := range low {
		for i := range row {
			row[i] = 1 + (row[i]-1)/3
			row[i] = float64(int(row[i]))
		}
	}
	in.answers("leadership", low...)
	in.answers("customers", opposing(60, 4, 2)...)
	_, figures := in.analyze(t)
	if f := must(t, figures, "gap/performance/leadership:customers/third/class"); f.Verdict != Uncertain || !f.Note.Has(NegativeItemRest) {
		t.Errorf("third: %q %v", f.Verdict, f.Note)
	}
	if f := must(t, figures, "gap/performance/leadership:customers/first/class"); f.Verdict != HiddenStrength || f.Note.Has(NegativeItemRest) {
		t.Errorf("first: %q %v", f.Verdict, f.Note)
	}
	for id, want := range map[string]bool{"customers/third": true, "leadership/third": false, "customers/first": false} {
		if f := must(t, figures, "profile/performance/"+id+"/mean"); f.Note.Has(NegativeItemRest) != want {
			t.Errorf("%s: %v", id, f.Note)
		}
	}
}
