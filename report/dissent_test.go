package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// inLanguage looks a result up in a language.
func inLanguage(t *testing.T, r *analysis.Result, tag string) *lookup {
	t.Helper()
	w, err := newLanguage(tag)
	if err != nil {
		t.Fatal(err)
	}
	return newLookup(r, w)
}

// What two ends see alike is no agreement of all where a third audience is shown to differ: the answer counts it, and its mean stands beside theirs.
func TestThirdAudienceThatDiffersIsSaid(t *testing.T) {
	for tag, want := range map[string][2]string{"en": {" – though the ratings of Staff differ", ", but Staff "}, "de": {" – allerdings weichen die Bewertungen der Gruppe „Staff“ ab", ", aber Staff "}} {
		r := threeAudiences(t, false)
		l := inLanguage(t, r, tag)
		items := l.ofClass("", analysis.SharedStrength)
		if len(items) == 0 {
			t.Fatal("no shared strength")
		}
		for i := range r.Figures {
			if f := &r.Figures[i]; f.Analysis == "gap" && f.Statistic == "difference" && (f.Audience == "staff" || f.Versus == "staff") {
				f.Verdict = analysis.Inconclusive
			}
		}
		said := func() (answer, parts string) {
			first, last := l.ends("")
			return l.shared("").text(), finding{parts: l.withDissent(l.alike(items[0], first, last), items[0])}.text()
		}
		if answer, parts := said(); strings.Contains(answer, want[0]) || strings.Contains(parts, want[1]) {
			t.Errorf("nobody differs: %q, %q", answer, parts)
		}
		l.gap(items[0].topic, "leadership", "staff", items[0].item.ID, "difference").Verdict = analysis.Disparity
		if answer, parts := said(); !strings.Contains(answer, want[0]) || !strings.Contains(parts, want[1]) {
			t.Errorf("staff differ: %q, %q", answer, parts)
		}
	}
}

// Of several items, those on which another audience differs are counted in words.
func TestDissentIsCounted(t *testing.T) {
	for tag, want := range map[string]string{"en": "though on one of these the ratings of Staff differ", "de": "allerdings weichen bei einem davon die Bewertungen der Gruppe „Staff“ ab"} {
		r := threeAudiences(t, false)
		for i := range r.Figures {
			if f := &r.Figures[i]; f.Analysis == "gap" && f.Statistic == "difference" {
				f.Verdict = analysis.Inconclusive
			}
		}
		l := inLanguage(t, r, tag)
		of := l.topics()[0]
		var items []classified
		for _, i := range of.items[:2] {
			items = append(items, classified{of, r.Items[i], l.gap(of, "leadership", "customers", r.Items[i].ID, "difference")})
		}
		l.gap(of, "leadership", "staff", items[0].item.ID, "difference").Verdict = analysis.Disparity
		if got := (finding{parts: l.dissent(items)}).text(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Items on which the middle audience lies beyond the last have no shares, and are told beside those that have.
func TestItemsBeyondTheChainAreSaid(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "; on one more item on which these two differ, “", "de": "; bei einem weiteren Merkmal, in dem sich diese beiden unterscheiden, „",
	} {
		r := threeAudiences(t, false)
		l := inLanguage(t, r, tag)
		if before := l.breaks("").text(); before == "" || strings.Contains(before, want) {
			t.Fatalf("%q", before)
		}
		item := l.result.Items[1]
		of := func(a, b, statistic string, value analysis.Number, verdict string) {
			l.figures[key{"chain", study.Performance, "own", a, b, item.ID, statistic, ""}] = &analysis.Figure{Value: value, Verdict: verdict}
		}
		of("leadership", "customers", "total_gap", 1, analysis.Disparity)
		of("staff", "customers", "delivery_gap", -0.4, analysis.Disparity)
		if now := l.breaks("").text(); !strings.Contains(now, want+item.Label) || strings.Count(now, ".") < 1 || !strings.HasSuffix(now, ".") {
			t.Errorf("%q", now)
		}
		of("leadership", "customers", "total_gap", 1, analysis.Inconclusive)
		if now := l.breaks("").text(); strings.Contains(now, want) {
			t.Errorf("a gap that is not established: %q", now)
		}
	}
}

// Where items stand on several scales, targets and margins of all are named, and numbers on another scale than the first say so.
func TestNumbersOnAnotherScaleSayWhich(t *testing.T) {
	for tag, want := range map[string][3]string{
		"en": {"(7.3 on the scale 1–10; 4.5 on the scale 1–6)", "(0.45 points on the scale 1–10; 0.25 points on the scale 1–6)", " on the scale 1–6 ("},
		"de": {"(7,3 auf der Skala 1–10; 4,5 auf der Skala 1–6)", "(0,45 Punkte auf der Skala 1–10; 0,25 Punkte auf der Skala 1–6)", " auf der Skala 1–6 ("},
	} {
		r := threeAudiences(t, false)
		rating := &r.Items[1].Ratings[0]
		rating.Scale, rating.Low, rating.High, rating.Margin = "1..6", 1, 6, 0.25
		l := inLanguage(t, r, tag)
		said := strings.ReplaceAll(l.yardsticks(), noBreak, " ")
		if !strings.Contains(said, want[0]) || !strings.Contains(said, want[1]) {
			t.Errorf("%q", said)
		}
		_, last := l.ends("")
		for k, other := range map[int]bool{0: false, 1: true} {
			of := l.topics()[slices.IndexFunc(l.topics(), func(t *topic) bool { return slices.Contains(t.items, k) && t.kind == study.Performance })]
			level := finding{parts: l.levelOf(classified{topic: of, item: r.Items[k]}, last)}.text()
			if strings.Contains(level, want[2]) != other {
				t.Errorf("item %d: %q", k, level)
			}
		}
	}
}

// Estimates are called what an audience would say, once in a report; congruency is explained where there is any.
func TestEstimatesAreCalledWhatTheyAre(t *testing.T) {
	for tag, want := range map[string][2]string{
		"en": {"What Customers would say, as estimated by Staff: performance, scale 1–10", "congruency: how far"},
		"de": {"Was die Gruppe „Customers“ sagen würde, geschätzt von der Gruppe „Staff“: Leistung, Skala 1–10", "Kongruenz: wie weit"},
	} {
		for _, congruent := range []bool{false, true} {
			r := threeAudiences(t, false)
			rating := r.Items[0].Ratings[0]
			rating.Perspective, rating.Asked = "estimate_of:customers", []analysis.Asked{{Audience: "staff", Scale: "1..10"}}
			r.Items[0].Ratings = append(r.Items[0].Ratings, rating)
			of := func(name, versus, statistic string) analysis.Figure {
				return analysis.Figure{Analysis: name, Kind: study.Performance, Perspective: rating.Perspective, Audience: "staff", Versus: versus, Item: r.Items[0].ID, Statistic: statistic, Value: 5, Low: 4, High: 6, N: 40}
			}
			r.Figures = append(r.Figures, of("profile", "", "mean"), of("accuracy", "customers", "difference"))
			if congruent {
				r.Figures = append(r.Figures, of("congruency", "", "difference"))
			}
			l := inLanguage(t, r, tag)
			l.client = true
			var found []section
			for _, s := range l.otherChapter() {
				if strings.Contains(s.title, "Customers") && s.says() {
					found = append(found, s)
				}
			}
			if len(found) != 1 || found[0].title != want[0] {
				t.Errorf("%d sections of estimates: %+v", len(found), found)
				continue
			}
			if strings.Contains(strings.Join(found[0].lines, "\n"), want[1]) != congruent {
				t.Errorf("congruent %v: %q", congruent, found[0].lines)
			}
		}
	}
}
