package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// maxSeconds is the longest duration that is told apart: a questionnaire that lay open for longer than a day.
const maxSeconds = 24 * 60 * 60

// damagedLater passes over what makes a file unreadable: the second pass meets it again and says so.
func (r *reading) damagedLater(err error) error {
	var discarded reading
	return discarded.damaged(err)
}

// medianOf returns the median of counted whole numbers.
func medianOf(counts map[int]int) float64 {
	values := make([]int, 0, len(counts))
	total := 0
	for x, n := range counts {
		values = append(values, x)
		total += n
	}
	slices.Sort(values)
	at := func(rank int) float64 { // 0-based
		for _, x := range values {
			if rank -= counts[x]; rank < 0 {
				return float64(x)
			}
		}
		return math.NaN()
	}
	return (at((total-1)/2) + at(total/2)) / 2
}

// parseDuration reads seconds, or minutes and seconds as 4:05 or 1:04:05. A blank cell is no duration.
func parseDuration(text string) (seconds float64, ok bool) {
	parts := strings.Split(strings.TrimSpace(text), ":")
	if len(parts) > 3 {
		return 0, false
	}
	for _, part := range parts {
		x, err := lexicon.ParseNumber(part)
		if err != nil || x < 0 || math.IsInf(x, 0) {
			return 0, false
		}
		seconds = 60*seconds + x
	}
	return seconds, true
}

// speeder reports whether a row took less than the cut of its audience's and wave's median duration.
func (r *rowReader) speeder(p *part, wave int, record Record) bool {
	if p.duration < 0 || strings.TrimSpace(record.Cells[p.duration]) == "" {
		return false
	}
	x, ok := parseDuration(record.Cells[p.duration])
	if !ok {
		r.fault(study.Fault{
			Place:   r.export.place(record, p.duration),
			Message: fmt.Sprintf("duration %q is not a number of seconds (column %s)", lexicon.Shorten(record.Cells[p.duration]), lexicon.Shorten(r.export.Columns[p.duration].ID)),
			Hint:    "seconds, 4:05 or 1:04:05",
		})
		return false
	}
	return r.fast(p, wave, x)
}

// fast reports whether so many seconds are a speeder's.
func (r *rowReader) fast(p *part, wave int, seconds float64) bool {
	return seconds < r.reading.survey.study.Quality.SpeedCut*r.reading.median[[2]int{p.audience, wave}]
}

// flags counts the kept respondents of an audience who were caught by a rule that reports them.
type flags struct{ kept, straight, speeders, leftEarly int }

// flag counts the respondents of a block.
func (r *reading) flag(b *study.Responses) {
	f := &r.flags[b.Audience]
	f.kept += b.N
	f.straight += countTrue(b.Straight)
	f.speeders += countTrue(b.Speeders)
}

func countTrue(values []bool) int {
	n := 0
	for _, v := range values {
		if v {
			n++
		}
	}
	return n
}

// reportFlags says how many respondents were kept although a rule caught them.
func (r *reading) reportFlags() {
	for i, f := range r.flags {
		a := r.survey.study.Audiences[i]
		minimum := r.survey.study.Privacy.MinimumBase
		if a.Anonymous && f.kept < minimum {
			continue // a count of so few would say who
		}
		audience := a.ID
		if few := a.Anonymous && f.kept < 2*minimum; f.straight > 0 && !few { // of few it would say what they answered to an item that is hidden
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.StraightLiners, Where: audience,
				Message: fmt.Sprintf("%s: %s of %s gave one answer to all items of a kind; kept", audience, study.Grouped(f.straight), study.Grouped(f.kept)),
				Hint:    "quality: {straight_liners: drop} leaves them out",
			})
		}
		if f.leftEarly > 0 {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.LeftEarlyKept, Where: audience,
				Message: fmt.Sprintf("%s: %s of %s gave no answer from some question to the end and may have left early, which the platform does not mark; kept", audience, study.Grouped(f.leftEarly), study.Grouped(f.kept)),
				Hint:    "quality: {left_early: drop} leaves them out",
			})
		}
		if f.speeders > 0 {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.SpeedersKept, Where: audience,
				Message: fmt.Sprintf("%s: %s of %s took less than %g of the median time; kept", audience, study.Grouped(f.speeders), study.Grouped(f.kept), r.survey.study.Quality.SpeedCut),
				Hint:    "quality: {speeders: drop} leaves them out",
			})
		}
	}
}
