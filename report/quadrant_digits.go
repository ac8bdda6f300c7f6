package report

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
)

// mostMoreDigits is how many decimals more than a scale deserves are written to tell a mean from the cross-hair; what that does not
// tell apart is marked.
const mostMoreDigits = 2

// besideCross returns how many decimals the means need to be seen on their side of the cross-hair: of importance and of performance as many
// as either needs, for the two stand side by side and are compared.
func (t *importanceTopic) besideCross() int {
	return max(t.onTheirSide("importance"), t.onTheirSide("performance"))
}

// onTheirSide returns how many decimals the means of one of the two need.
func (t *importanceTopic) onTheirSide(statistic string) int {
	limit := t.crosshair(statistic)
	for digits := t.digits; digits < t.digits+mostMoreDigits; digits++ {
		told := true
		for _, i := range t.rated {
			f := t.of("quadrant", t.result.Items[i].ID, statistic)
			if f != nil && f.Value.Defined() && sideOf(atDigits(float64(f.Value), digits), t.writtenCross(limit, digits)) != sideOf(float64(f.Value), limit) {
				told = false
			}
		}
		if told {
			return digits
		}
	}
	return t.digits + mostMoreDigits
}

// crosshair returns where the cross-hair stands on an axis; NaN if nowhere.
func (t *importanceTopic) crosshair(statistic string) float64 {
	if f := t.of("quadrant", "", "crosshair_"+statistic); f != nil {
		return float64(f.Value)
	}
	return math.NaN()
}

// writtenCross is the cross-hair as it is written below means of so many decimals.
func (t *importanceTopic) writtenCross(limit float64, digits int) float64 {
	return atDigits(limit, t.crossDigits(digits))
}

func (t *importanceTopic) crossDigits(digits int) int { return max(t.digits+1, digits) }

func atDigits(x float64, digits int) float64 { return float64(analysis.Number(x).Rounded(digits)) }

// quadrantMean writes the mean of an item, marked where it cannot be told from the cross-hair as that is written.
func (t *importanceTopic) quadrantMean(item, statistic string, digits int) string {
	limit := t.crosshair(statistic)
	return t.orUndefined(t.of("quadrant", item, statistic).Value, func(x analysis.Number) string {
		text := t.number(x, digits)
		side := sideOf(float64(x), limit)
		if sideOf(atDigits(float64(x), digits), t.writtenCross(limit, digits)) == side || math.IsNaN(limit) {
			return text
		}
		return map[int]string{-1: "<", 0: "", 1: ">"}[side] + text
	})
}
