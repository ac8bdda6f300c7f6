package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

func TestSentences(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	var texts []string
	for _, f := range l.answer() {
		texts = append(texts, f.head+". "+strings.ReplaceAll(f.text(), noBreak, " "))
	}
	golden(t, "answer.txt", strings.Join(texts, "\n")+"\n")
}

// Nothing is said of an audience below the minimum base, and nothing of items that have no class.
func TestNothingIsSaidOfSuppressedFigures(t *testing.T) {
	if got := newLookup(threeAudiences(t, true), english()).answer(); len(got) > 0 {
		t.Errorf("said %v", got)
	}
}

// Items of a class are counted, the first three named, and the singular is the singular.
func TestSentencesCount(t *testing.T) {
	for n, want := range map[int]string{
		1: "One item is a blind spot, rated higher by Inside than by Outside, and below the target by Outside: “a” by ",
		2: "Two items are blind spots, ",
		5: ", and two more.",
	} {
		var inside, outside []float64
		var labels []string
		for i := range n {
			labels = append(labels, string(rune('a'+i)))
			inside, outside = append(inside, 9-float64(i)/4), append(outside, 4)
		}
		r := invented(t, "Counts", labels, nil, audience{"inside", "Inside", 60, inside, ten(), 0, nil}, audience{"outside", "Outside", 200, outside, ten(), 0, nil})
		got := newLookup(r, english()).answer()[0].text()
		if !strings.Contains(got, want) {
			t.Errorf("%d items: %q, want %q in it", n, got, want)
		}
		if named := strings.Count(got, "“"); named != min(n, mentioned) {
			t.Errorf("%d items: %d are named", n, named)
		}
	}
}

// A small base is marked where its number stands.
func TestSentencesMarkSmallBases(t *testing.T) {
	r := invented(t, "Small", []string{"a"}, nil, audience{"inside", "Inside", 12, []float64{9}, ten(), 0, nil}, audience{"outside", "Outside", 200, []float64{4}, ten(), 0, nil})
	if got := newLookup(r, english()).answer()[0].text(); !strings.Contains(got, "a small base: indicative") {
		t.Errorf("not marked: %q", got)
	}
}

// A stretch whose share may be below a half is not said to be the longer one.
func TestChainIsHedged(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	var share *analysis.Figure
	for _, statistic := range []string{"communication_share", "delivery_share"} {
		for i := range l.result.Figures {
			if f := &l.result.Figures[i]; f.Statistic == statistic && f.Item == "" && f.Value > 0.5 {
				share = f
			}
		}
	}
	const hedge = "does not establish"
	if share.Low = 0.51; strings.Contains(l.breaks("").text(), hedge) {
		t.Error("hedged although its interval lies above a half")
	}
	for _, low := range []float64{0.45, math.NaN()} {
		if share.Low = analysis.Number(low); !strings.Contains(l.breaks("").text(), hedge) {
			t.Errorf("not hedged with %v as the lower end", low)
		}
	}
}

func TestShellWord(t *testing.T) {
	for word, want := range map[string]string{
		"gap/performance/a:b/item/difference@wave=2025-Q3": "gap/performance/a:b/item/difference@wave=2025-Q3",
		"chain/performance/a:b/*/delivery_share":           "'chain/performance/a:b/*/delivery_share'",
		"mean@wave=Q3 'late'":                              `'mean@wave=Q3 '\''late'\'''`,
	} {
		if got := shellWord(word); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}

func TestWidened(t *testing.T) {
	const table = "| item         | a |\n|:-------------|--:|\n| long as this | 1 |\n"
	if got, want := widened(table), "| item         | a |\n|:-------------|----------:|\n| long as this | 1 |\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}
