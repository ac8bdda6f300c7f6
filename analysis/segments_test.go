package analysis

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// inSegments has two audiences in three regions, and a few respondents without a region.
func inSegments(t *testing.T) *invented {
	t.Helper()
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy", "quick")
	in.study.Segments = []study.Segment{{Name: "region"}}
	in.around(1, "staff", 45, 7, 8)
	in.inSegment("North", "South", "West")
	in.around(2, "customers", 90, 5, 8)
	in.inSegment("North", "South", "South", "West")
	return in
}

func TestSegmentGapsAndTheirDecomposition(t *testing.T) {
	_, figures := inSegments(t).analyze(t)
	low, high := math.Inf(1), math.Inf(-1)
	for _, region := range []string{"North", "South", "West"} {
		d := must(t, figures, "segment/performance/staff:customers/easy/difference@region="+region)
		if d.Family != 2 || d.Segment != "region="+region {
			t.Errorf("%s: family %v, segment %q, want 2 comparisons of its own", region, d.Family, d.Segment)
		}
		low, high = math.Min(low, float64(d.Value)), math.Max(high, float64(d.Value))
	}
	pooled := must(t, figures, "gap/performance/staff:customers/easy/difference")
	mix := must(t, figures, "segment/performance/staff:customers/easy/mix@region")
	rate := must(t, figures, "segment/performance/staff:customers/easy/rate@region")
	if math.Abs(float64(mix.Value+rate.Value-pooled.Value)) > 1e-12 {
		t.Errorf("mix %v and rate %v are not the pooled gap %v", mix.Value, rate.Value, pooled.Value)
	}
	if r := must(t, figures, "segment/performance/staff:customers/easy/gap_range@region"); math.Abs(float64(r.Value)-(high-low)) > 1e-12 {
		t.Errorf("range: got %v, want %v", r.Value, high-low)
	}
}

// Values stand in the order that the study gives, those that it does not name behind; without one by size and by letters.
func TestValuesOfASegmentHaveTheirOrder(t *testing.T) {
	for _, test := range []struct{ given, want []string }{
		{nil, []string{"2", "10", "over", "under"}},
		{[]string{"under", "10"}, []string{"under", "10", "2", "over"}},
		{[]string{"nobody", "over"}, []string{"over", "2", "10", "under"}},
	} {
		values := []string{"under", "10", "over", "2"}
		if slices.SortFunc(values, orderOf(test.given)); !slices.Equal(values, test.want) {
			t.Errorf("%q: got %q, want %q", test.given, values, test.want)
		}
	}
}

// Simpson's reversal: in each region customers rate higher, but staff work where everybody rates high.
func TestSignReversal(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy")
	in.study.Segments = []study.Segment{{Name: "region"}}
	add := func(audience, region string, n int, answers ...float64) {
		var rows [][]float64
		for i := range n {
			rows = append(rows, []float64{answers[i%len(answers)]})
		}
		in.answers(audience, rows...)
		in.inSegment(region)
	}
	add("staff", "North", 40, 8, 9)
	add("staff", "South", 10, 3, 4)
	add("customers", "North", 10, 9, 10)
	add("customers", "South", 40, 4, 5)
	_, figures := in.analyze(t)
	mix := must(t, figures, "segment/performance/staff:customers/easy/mix@region")
	if !mix.Note.Has(NoteSignReversal) || !(mix.Value > 0) {
		t.Errorf("mix: got %v with notes %v, want a positive mix and the note", mix.Value, mix.Note)
	}
	if rate := must(t, figures, "segment/performance/staff:customers/easy/rate@region"); !(rate.Value < 0) {
		t.Errorf("rate: got %v, want it negative", rate.Value)
	}
	_, plain := inSegments(t).analyze(t)
	if must(t, plain, "segment/performance/staff:customers/easy/mix@region").Note.Has(NoteSignReversal) {
		t.Error("a gap of one sign everywhere is called reversed")
	}
}

// With one region below the minimum base the next smallest goes too: the total less the others would give it away.
func TestComplementarySuppression(t *testing.T) {
	for _, test := range []struct {
		name    string
		regions []string // of the staff
		hidden  []string
		shown   []string
	}{
		{"all large", repeat("North", 10, "South", 8, "West", 6), nil, []string{"North", "South", "West"}},
		{"one small", repeat("North", 10, "South", 8, "West", 3), []string{"West", "South"}, []string{"North"}},
		{"two small, together enough", repeat("North", 10, "South", 4, "West", 3), []string{"South", "West"}, []string{"North"}},
		{"two small, together too few", repeat("North", 10, "South", 8, "West", 2, "East", 1), []string{"West", "East", "South"}, []string{"North"}},
		{"rows without a region hide it", repeat("North", 10, "South", 8, "West", 3, "", 6), []string{"West"}, []string{"North", "South"}},
		{"two rows without a region are as small as a region", repeat("North", 10, "South", 8, "", 2), []string{"South"}, []string{"North"}},
	} {
		in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy")
		in.study.Segments = []study.Segment{{Name: "region"}}
		in.around(1, "staff", len(test.regions), 6)
		in.inSegment(test.regions...)
		in.around(2, "customers", 60, 6)
		in.inSegment("North", "South", "West", "East")
		_, figures := in.analyze(t)
		for _, region := range test.hidden {
			if f := must(t, figures, "segment/performance/staff/easy/mean@region="+region); f.Value.Defined() || f.N.Defined() || !f.Note.Has(NoteSuppressed) {
				t.Errorf("%s: %s is shown: %v (n %v)", test.name, region, f.Value, f.N)
			}
			if f := must(t, figures, "segment/performance/staff:customers/easy/difference@region="+region); f.Value.Defined() {
				t.Errorf("%s: the gap of %s is shown: %v", test.name, region, f.Value)
			}
		}
		for _, region := range test.shown {
			if f := must(t, figures, "segment/performance/staff/easy/mean@region="+region); !f.Value.Defined() {
				t.Errorf("%s: %s is hidden", test.name, region)
			}
		}
		for id := range figures {
			if strings.HasSuffix(id, "@region=") {
				t.Errorf("%s: rows without a region have a figure %s", test.name, id)
			}
		}
	}
}

func repeat(pairs ...any) []string {
	var values []string
	for i := 0; i < len(pairs); i += 2 {
		for range pairs[i+1].(int) {
			values = append(values, pairs[i].(string))
		}
	}
	return values
}
