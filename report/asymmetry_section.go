package report

import (
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// asymmetrySection says of which items low ratings go with a lower outcome, and of which high ratings with a higher one.
func (t *importanceTopic) asymmetrySection() section {
	rows := figureRows{notes: &footnotes{language: t.language, result: t.result}}
	s := section{title: t.title(t.text("Penalty and reward"))}
	s.grid.columns = []column{
		{t.text("item"), words}, {t.text("penalty"), gaps}, {t.text("reward"), gaps}, {t.text("asymmetry"), gaps}, {t.text("kind"), words},
	}
	for _, i := range t.drivers {
		if ia := t.of("asymmetry", t.result.Items[i].ID, "impact_asymmetry"); ia != nil && !ia.Note.Has(analysis.NoteTooFewForDrivers) {
			rows.add(func(notes *footnotes) row { return t.asymmetryRow(t.result.Items[i], notes) })
		}
	}
	if len(rows.rows) == 0 {
		reason := t.noAsymmetry()
		switch {
		case reason != "":
			return section{title: s.title, lines: []string{t.text("no penalty and reward: %s", reason)}}
		case len(rows.blank) < 2:
			return section{} // nothing of it is told
		}
	}
	if reason := t.noKinds(); t.client && reason != "" {
		return section{title: s.title, lines: []string{t.text("of no item is it known whether low or high ratings of it weigh more with the outcome, so that none is called a basic (%s)", reason)}}
	}
	c := t.result.Choices
	s.lines = []string{t.text("regression of the outcome on low (%s) and high (%s) ratings of all items at once; penalty: how much lower the outcome is where the item is rated low, "+
		"reward: how much higher where it is rated high; asymmetry −1: penalty only, +1: reward only; basic below −0.2, excitement above 0.2, performance between, where the whole interval is; undetermined: the interval reaches over one of these limits, or there is none", t.zoneName(c.LowZone, "bottom %s"), t.zoneName(c.HighZone, "top %s"))}
	rows.into(&s)
	return s
}

func (t *importanceTopic) asymmetryRow(item analysis.Item, notes *footnotes) row {
	coefficient := func(x analysis.Number) string { return t.signed(x, 1) }
	asymmetry := func(x analysis.Number) string { return t.signed(x, 2) }
	of := func(statistic string) *analysis.Figure { return t.of("asymmetry", item.ID, statistic) }
	penalty, reward, index := *of("penalty"), *of("reward"), *of("impact_asymmetry") // a whole result has all of them, or none
	cells := []cell{{visible(item.Label)}, notes.intervalCell(&penalty, coefficient), notes.intervalCell(&reward, coefficient)}
	if t.neitherShown(item) {
		cells = append(cells, cell{t.undefined() + noBreak + notes.ref(t.neitherMeaning()), "", ""})
	} else {
		cells = append(cells, notes.intervalCell(&index, asymmetry, -analysis.AsymmetryCut, analysis.AsymmetryCut))
	}
	return row{cells: append(cells, cell{orDash(t.word(index.Verdict))})}
}

// neitherShown reports whether neither the penalty nor the reward of an item is shown: each has the wrong sign, or an interval that reaches 0.
// Their asymmetry is a number all the same, often −1 or +1, which would read as sure.
func (t *importanceTopic) neitherShown(item analysis.Item) bool {
	penalty, reward, index := t.of("asymmetry", item.ID, "penalty"), t.of("asymmetry", item.ID, "reward"), t.of("asymmetry", item.ID, "impact_asymmetry")
	if !index.Value.Defined() {
		return false
	}
	return !(penalty.Value < 0 && !(penalty.High >= 0)) && !(reward.Value > 0 && !(reward.Low <= 0)) // without an interval, as of a census, the value is exact
}

// neitherMeaning says why an asymmetry of what is not shown is not written.
func (t *importanceTopic) neitherMeaning() string {
	return t.text("neither a penalty nor a reward is shown: the interval of each reaches 0, or it has the wrong sign")
}

// noAsymmetry says why there is no penalty and no reward of any item; empty if there is one, or if it may not be shown.
func (t *importanceTopic) noAsymmetry() string {
	notes := &footnotes{language: t.language, result: t.result}
	if len(t.drivers) > 0 && t.of("derived", t.result.Items[t.drivers[0]].ID, "derived_share").Note.Withheld() {
		return t.text("there is no derived importance either")
	}
	for _, i := range t.drivers {
		for _, statistic := range []string{"penalty", "reward"} {
			f := t.of("asymmetry", t.result.Items[i].ID, statistic)
			if f == nil || f.Note.Withheld() || f.Value.Defined() {
				return ""
			}
			if f.Note.Has(analysis.NoteWrongSign) {
				continue // no reason to refuse it
			}
			notes.of(f)
		}
	}
	return strings.Join(notes.noted, "; ")
}

// noKinds says why no item has an asymmetry that is shown; empty if one has, or if none may be shown.
func (t *importanceTopic) noKinds() string {
	notes := &footnotes{language: t.language, result: t.result}
	for _, i := range t.drivers {
		f := t.of("asymmetry", t.result.Items[i].ID, "impact_asymmetry")
		switch {
		case f == nil || f.Note.Withheld():
			continue
		case t.neitherShown(t.result.Items[i]):
			notes.ref(t.neitherMeaning())
			continue
		case f.Value.Defined():
			return ""
		}
		notes.of(f)
	}
	return strings.Join(notes.noted, "; ")
}

// zoneName writes a zone: bottom 2, or the limit as the study has it.
func (w *language) zoneName(zone, end string) string {
	if len(zone) > 1 && (zone[0] == '.' || zone[len(zone)-1] == '.') {
		return zone
	}
	return w.text(end, zone)
}
