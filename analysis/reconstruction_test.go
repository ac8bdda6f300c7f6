package analysis

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// everythingAsked is a study of two waves in which all audiences were asked all that can be asked, and a leadership of 18 whose answers are
// hidden below 10 and, where they are all alike, below 20.
func everythingAsked() *invented {
	all := []string{"leadership", "staff", "customers"}
	in := newInvented(tenPoints, all, "a", "b", "c")
	for _, item := range in.study.Items {
		for _, kind := range []study.Kind{study.Importance, study.Self, study.Organisation, study.Expectation, study.Alternative} {
			rate(item, kind, "", all...)
		}
		rate(item, study.Performance, "customers", "leadership", "staff")
		rate(item, study.Importance, "customers", "leadership", "staff")
	}
	part := func(id string, kind study.Kind, scale study.Scale) *study.Rating {
		r := &study.Rating{Item: &study.Item{ID: id, Label: id, Target: math.NaN()}, Kind: kind, Columns: map[string]*study.Column{}}
		for _, a := range all {
			r.Columns[a] = &study.Column{Scale: scale}
		}
		return r
	}
	in.study.Outcome = part("outcome", study.OutcomeKind, tenPoints)
	in.study.Journey = &study.Journey{
		Outcome: part("journey_outcome", study.JourneyKind, study.NewScale(0, 1)), Treatment: part("journey_treatment", study.JourneyKind, tenPoints),
		Effort: part("journey_effort", study.JourneyKind, tenPoints), Explains: part("journey_explains", study.JourneyKind, study.NewScale(0, 1)),
	}
	in.study.Constructs = []*study.Construct{{ID: "all", Label: "All", Items: in.study.Items}, {ID: "two", Label: "Two", Items: in.study.Items[:2]}}
	in.study.Segments = []study.Segment{{Name: "region"}}
	in.study.Waves = []string{"2025", "2026"}
	in.study.Analysis.Resamples, in.study.Privacy.MinimumBase = 20, 10
	for wave := range in.study.Waves {
		for k, audience := range all {
			in.people(uint64(10*wave+k+1), audience, 18+6*k)
			in.inWave(wave)
			in.inSegment("north", "south")
		}
		in.hangTogether(len(in.blocks) - len(all))
	}
	return in
}

// hangTogether brings what each respondent of a block says of performance near to what he says of the first item: a construct that is scored.
func (in *invented) hangTogether(block int) {
	r := in.blocks[block]
	for row := range r.N {
		first := study.Blank
		for i, rating := range in.study.Ratings() {
			switch {
			case rating.Kind != study.Performance || rating.Of != "":
			case first == study.Blank:
				first = r.Codes[i][row]
			default:
				r.Codes[i][row] = study.Code(min(9, max(0, int(first)+row*(i+3)%3-1)))
			}
		}
	}
}

// shown returns all that is shown, as text: the figures by name, and the rest under no name.
func (in *invented) shown(t *testing.T) map[string]string {
	t.Helper()
	result, figures := in.analyzeInFull(t)
	text := func(x any) string {
		b, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	all := map[string]string{}
	for id, f := range figures {
		all[id] = text(f)
	}
	rest := *result
	rest.Figures = nil
	all[""] = text(rest)
	return all
}

// What is hidden can be had back from nothing that is shown: whatever the hidden answers are, all of the result stays the same. In one of
// two waves leaders' answers to one rating are hidden, because all are alike or because few gave one.
func TestHiddenAnswersChangeNothingThatIsShown(t *testing.T) {
	hide := map[string]func(codes []study.Code, highest, variant int){
		"all alike": func(codes []study.Code, highest, variant int) {
			for row := range codes {
				codes[row] = study.Code(min(highest, []int{0, 5}[variant]))
			}
		},
		"few": func(codes []study.Code, highest, variant int) {
			for row := range codes {
				codes[row] = study.Blank
				if row < 9 {
					codes[row] = study.Code((row*(2-variant) + 5*variant) % (highest + 1))
				}
			}
		},
	}
	for i, rating := range everythingAsked().study.Ratings() {
		if rating.Kind != study.OutcomeKind && rating.Kind != study.JourneyKind && rating.Item.ID != "a" {
			continue
		}
		for how, fill := range hide {
			var results [2]map[string]string
			for variant := range results {
				in := everythingAsked()
				fill(in.blocks[0].Codes[i], rating.Columns["leadership"].Scale.Points()-1, variant)
				results[variant] = in.shown(t)
			}
			for id, text := range results[0] {
				if text != results[1][id] {
					t.Errorf("%s, %s, %s %s: %q tells of them:\n%s\n%s", how, rating.Item.ID, rating.Kind, rating.Perspective(), id, text, results[1][id])
				}
			}
		}
	}
}

// What few said of both importance and performance is in no other item's rank, weight or priority, although the means of all are shown.
func TestFewPairsAreInNoOtherItem(t *testing.T) {
	run := func(swap bool) map[string]string {
		in := newInvented(tenPoints, []string{"customers"}, "hygiene", "delight", "plain", "noise")
		for _, item := range in.study.Items {
			rate(item, study.Importance, "", "customers")
		}
		in.study.Outcome = &study.Rating{
			Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
			Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
		}
		in.study.Constructs = []*study.Construct{{ID: "all", Label: "All", Items: in.study.Items}}
		in.study.Analysis.Resamples = 20
		in.people(5, "customers", 60)
		for i, rating := range in.study.Ratings() {
			if rating.Kind != study.Importance || rating.Item.ID != "hygiene" {
				continue
			}
			codes := in.blocks[0].Codes[i] // of those who rate its performance four find it important or not, and say so
			for row := range codes {
				codes[row] = study.Blank
			}
			for row := range 4 {
				codes[row], codes[50+row] = study.Code(row), study.Code(9-row)
				if swap {
					codes[row], codes[50+row] = codes[50+row], codes[row]
				}
			}
		}
		for i, rating := range in.study.Ratings() {
			if rating.Kind == study.Performance && rating.Item.ID == "hygiene" {
				for row := 50; row < 60; row++ {
					in.blocks[0].Codes[i][row] = study.Blank
				}
			}
		}
		return in.shown(t)
	}
	plain, swapped := run(false), run(true)
	for id, text := range plain {
		var f Figure
		if id != "" {
			if err := json.Unmarshal([]byte(text), &f); err != nil {
				t.Fatal(err)
			}
		}
		if (f.Analysis == shortfall || f.Analysis == "priority") && text != swapped[id] {
			t.Errorf("%s tells of the four:\n%s\n%s", id, text, swapped[id])
		}
		if id == "shortfall/performance/customers/hygiene/shortfall" && f.Value.Defined() {
			t.Error("the shortfall of four is shown")
		}
	}
	if plain["shortfall/performance/customers/delight/weighted_shortfall"] == "" || plain["priority/performance/customers/delight/priority"] == "" {
		t.Error("nothing is shown of the other items: this tests nothing")
	}
}

// A share that none or all of few belong to is not in what is made of it: the opportunity score, and who is in a zone of an item.
func TestShareOfAllOfFewIsInNothingMadeOfIt(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "a", "b")
	for _, item := range in.study.Items {
		rate(item, study.Importance, "", "customers")
	}
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	for row := range 8 { // performance of a and b, importance of a and b, by item; nobody finds a important, b is never in its low zone
		x := float64(row)
		in.answers("customers", []float64{1 + x, 2 + math.Mod(x, 5), 5 + math.Mod(x, 4), 3 + x*0.75 - math.Mod(x*0.75, 1), 3 + math.Mod(x, 6)})
	}
	_, figures := in.analyzeInFull(t)
	for id, shown := range map[string]bool{
		"shortfall/performance/customers/a/top_box_importance": false,
		"shortfall/performance/customers/a/opportunity":        false,
		"asymmetry/performance/customers/b/penalty_base":       false,
		"asymmetry/performance/customers/b/penalty":            false,
		"asymmetry/performance/customers/a/penalty_base":       false,
		"shortfall/performance/customers/a/shortfall":          true,
	} {
		if f := must(t, figures, id); f.Value.Defined() != shown {
			t.Errorf("%s is %v %v", id, f.Value, f.Note)
		}
	}
}

// Of a segment's values that are hidden the total tells their sum and no more: who of them belongs to which changes nothing that is shown.
func TestHiddenValuesOfASegmentChangeNothingThatIsShown(t *testing.T) {
	run := func(east ...int) map[string]string {
		in := everythingAsked()
		for b := range in.blocks {
			r := in.blocks[b]
			names := make([]string, r.N)
			for row := range names {
				names[row] = []string{"north", "west"}[row%2]
				if row >= r.N-7-2*min(1, b%3) { // too few themselves in leadership, else hidden to complete the east
					names[row] = "south"
				}
			}
			for _, row := range east {
				names[r.N-1-row] = "east"
			}
			r.Segments = [][]string{names}
		}
		in.study.Privacy.MinimumBase = 5
		return in.shown(t)
	}
	one, other := run(0, 1, 2), run(1, 3, 5)
	visible := 0
	for id, text := range one {
		if text != other[id] {
			t.Errorf("%q tells of them:\n%s\n%s", id, text, other[id])
		}
		if strings.Contains(id, "@region=north") && !strings.Contains(text, NoteSuppressed) {
			visible++
		}
	}
	if visible == 0 {
		t.Error("nothing is shown of the others: this tests nothing")
	}
}

// Where the hidden values of a segment are few who all gave one answer, the total less those shown would say which: another is hidden too.
func TestFewWhoAreAllAlikeInHiddenValuesAreNotTheRestOfATotal(t *testing.T) {
	for name, test := range map[string]struct {
		east  float64
		shown bool
	}{"one answer": {9, false}, "two answers": {4, true}} {
		in := newInvented(tenPoints, []string{"staff"}, "a")
		in.study.Segments = []study.Segment{{Name: "region"}}
		var rows [][]float64
		var regions []string
		for row := range 40 {
			x, region := float64(1+row%7), []string{"north", "west"}[row%2]
			switch {
			case row < 3:
				x, region = test.east, "east"
			case row < 7:
				x, region = 9, "south"
			case row > 30:
				region = "north"
			}
			rows, regions = append(rows, []float64{x}), append(regions, region)
		}
		in.answers("staff", rows...)
		in.inSegment(regions...)
		_, figures := in.analyze(t)
		if f := must(t, figures, "segment/performance/staff/a/mean@region=west"); f.Value.Defined() != test.shown {
			t.Errorf("%s: the west has %v %v", name, f.Value, f.Note)
		}
		if f := must(t, figures, "segment/performance/staff/a/mean@region=north"); !f.Value.Defined() {
			t.Errorf("%s: the north is hidden", name)
		}
	}
}
