package gate

import (
	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// Waiver is a waiver as it bears on a verdict.
type Waiver struct {
	Owner  string      `json:"owner"`
	Reason string      `json:"reason"`
	Until  study.Date  `json:"until"`
	State  WaiverState `json:"state"`
}

// WaiverState says what a waiver does.
type WaiverState string

// The states of waivers.
const (
	WaiverHolds    WaiverState = "holds"      // what would stop the pipeline warns
	WaiverUnneeded WaiverState = "not needed" // nothing would
	WaiverExpired  WaiverState = "expired"    // fails by itself, so that nobody lives with a forgotten one
)

// waive applies the waiver of a rule to a verdict, if it has one for its item.
func (r *Rule) waive(v *Verdict, today study.Date) {
	for _, w := range r.check.Waivers {
		if w.Item != "" && w.Item != v.Item {
			continue
		}
		v.Waiver = &Waiver{w.Owner, w.Reason, w.Until, WaiverHolds}
		switch {
		case w.Until < today:
			v.Waiver.State = WaiverExpired
			v.Outcome, v.Level, v.Needed = Fail, Failure, analysis.NaN
			v.Reason = "the waiver of " + w.Owner + " expired on " + w.Until.String() + ": mend the score, renew the waiver, or take it out"
			return // the worst: no other waiver makes it good
		case v.Level == Failure:
			v.Level = Warning
			v.Reason = joined(v.Reason, "waived until "+w.Until.String()+" by "+w.Owner+": "+w.Reason)
		default:
			v.Waiver.State = WaiverUnneeded
			v.Reason = joined(v.Reason, "the waiver of "+w.Owner+" until "+w.Until.String()+" is not needed")
		}
	}
}

func joined(first, second string) string {
	if first == "" {
		return second
	}
	return first + "; " + second
}
