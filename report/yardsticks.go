package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// yardsticks say what the classes of items are made with, the target and the margin, and where they come from: a reader of the first
// page takes "below the target" for a target of the client's.
func (l *lookup) yardsticks() string {
	if len(l.result.Audiences) < 2 && len(l.importanceTopics()) == 0 {
		return ""
	}
	target, margin := l.text("%s of 100", l.everyTarget()), strings.ReplaceAll(l.margin(l.result.Choices.Equivalence, "%s %% of the scale"), " %", noBreak+"%")
	if topics := l.classedTopics(); len(topics) > 0 {
		target, margin = l.text("%s (%s)", target, l.targetsByScale(topics)), l.inPoints(margin, topics)
	}
	text := l.text("Target, from which a mean counts as good: %s; margin, within which a gap does not count: %s.", target, margin)
	switch targetPreset, marginPreset := l.presets(); {
	case targetPreset && marginPreset:
		text += " " + l.text("Both are the general values of the method, which apply where a study agrees on no others.")
	case targetPreset:
		text += " " + l.text("The target is the general value of the method, which applies where a study agrees on no other; the margin is that of this study.")
	case marginPreset:
		text += " " + l.text("The margin is the general value of the method, which applies where a study agrees on no other; the target is that of this study.")
	default:
		text += " " + l.text("Both are those of this study.")
	}
	return text
}

// targetsByScale writes the target in points, each with its scale.
func (l *lookup) targetsByScale(topics []*topic) string {
	var all []string
	for _, t := range topics {
		all = append(all, l.text("%s on the %s", (&gapTable{lookup: l, topic: t}).targets(), l.scaleName(t)))
	}
	return strings.Join(all, "; ")
}

// inPoints adds to the margin what it is in points: on each scale where it is not the same on all.
func (l *lookup) inPoints(margin string, topics []*topic) string {
	if !slices.ContainsFunc(topics, func(t *topic) bool { return l.short(t.margin) != l.short(topics[0].margin) }) {
		return l.text("%s (%s points)", margin, l.short(topics[0].margin))
	}
	var all []string
	for _, t := range topics {
		all = append(all, l.text("%s points on the %s", l.short(t.margin), l.scaleName(t)))
	}
	return l.text("%s (%s)", margin, strings.Join(all, "; "))
}

// classedTopics are the tables of performance of the newest wave, in scale points, of several audiences: that of the headline first.
func (l *lookup) classedTopics() (topics []*topic) {
	for _, t := range l.topics() {
		if t.kind == study.Performance && t.perspective == "own" && l.newest(t) && len(t.audiences) > 1 && t.unit == analysis.Points {
			topics = append(topics, t)
		}
	}
	return topics
}

// onItsScale adds to a number in a sentence the scale that it is on, where the study has figures on several and this is not the first.
func (l *lookup) onItsScale(number string, t *topic) string {
	if t.unit != analysis.Points {
		return number
	}
	if topics := l.classedTopics(); len(topics) == 0 || t.scale == topics[0].scale {
		return number
	}
	return l.text("%s on the %s", number, l.scaleName(t))
}

// presets reports whether the target and the margin are those that hold where a study names none.
func (l *lookup) presets() (target, margin bool) {
	_, preset, _ := study.Defaults()
	return l.everyTarget() == l.short(preset.Target), l.result.Choices.Equivalence == strconv.FormatFloat(100*preset.Equivalence.Share, 'g', -1, 64)+"%"
}

// assumed are the assumptions of a result, and among them the yardsticks that nobody chose.
func (l *lookup) assumed() []string {
	lines := l.assumptions(l.result).lines
	target, margin := l.presets()
	if !target && !margin || len(l.result.Audiences) < 2 && len(l.importanceTopics()) == 0 {
		return lines
	}
	if len(l.result.Assumptions) == 0 {
		lines = nil // it would say that nothing is assumed
	}
	what := l.text("target and margin: the general values of the method; a study file sets others under “analysis” (target, equivalence)")
	switch {
	case !margin:
		what = l.text("target: the general value of the method; a study file sets another under “analysis” (target)")
	case !target:
		what = l.text("margin: the general value of the method; a study file sets another under “analysis” (equivalence)")
	}
	return append(lines, what)
}
