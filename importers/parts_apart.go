package importers

import (
	"context"
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Files of one audience, and waves within a file, may have been asked on different scales (FORMATS 0.10): a tracker that went from 1–5 to
// 1–10 has no common mean.

// answersPart are the answers of one file to a question, or of one wave within it.
type answersPart struct {
	name    string
	answers *answersSeen
}

// inParts returns the answers by file, or by wave.
func (a *asked) inParts() []answersPart {
	if a.parts == nil {
		return []answersPart{{fmt.Sprintf("%q", a.file), a.answers.clone()}}
	}
	return a.parts
}

// partsApart says which part of the answers ends where a usual scale does while another goes on, so surely that they are of two scales;
// empty: none does.
func (a *asked) partsApart() string {
	if a.lengths != "" {
		return a.lengths + ": two scales, and no common mean"
	}
	return endsApart(a.parts)
}

// endsApart says it of any parts.
func endsApart(parts []answersPart) string {
	for _, one := range parts {
		for _, other := range parts {
			if end, ends := one.answers.endsBefore(other.answers); ends {
				seen := other.answers.observed()
				return fmt.Sprintf("the answers in %s run to %s, and those in %s end at %s: two scales, and no common mean",
					other.name, lexicon.FormatNumber(seen[len(seen)-1]), one.name, lexicon.FormatNumber(end))
			}
		}
	}
	return ""
}

// partsApart reports whether an audience answered a question on two scales.
func (q *question) partsApart() bool {
	return slices.ContainsFunc(q.by, func(a *asked) bool { return a.partsApart() != "" })
}

// mostWaves is how many different cells a column has at most that is taken for that of the waves.
const mostWaves = 12

// partWaves parts the answers to the columns of a file by the wave that stands beside them, in a pass for each wave.
func (d *draft) partWaves(ctx context.Context, s *scan, columns []*asked, texts map[int]*choices, name string, o Options) error {
	wave := s.waveColumn()
	if wave < 0 {
		return nil
	}
	audience := len(d.study.Audiences) - 1
	d.wavesPooled(s.export, d.study.Audiences[audience].ID, s.export.Columns[wave], s.columns[wave].cells.values())
	for _, value := range s.columns[wave].cells.values() {
		e, err := OpenExport(name, o)
		if err != nil {
			return err
		}
		if own := d.own[audience]; own != nil {
			own.only(e)
		}
		(&ownRows{column: e.Columns[wave], values: []string{value}}).only(e)
		part, err := scanExport(ctx, e)
		if err != nil {
			return err
		}
		for i, c := range part.asked(audience, texts) {
			columns[i].parts = append(columns[i].parts, answersPart{fmt.Sprintf("%s %q", lexicon.Normalise(e.Columns[wave].ID), value), c.answers})
		}
	}
	return nil
}

// wavesPooled says that waves which a column tells apart are taken together: only a study file knows their order.
func (d *draft) wavesPooled(e *Export, audience string, c Column, values []string) {
	d.hinted(study.WavesPooled, audience, fmt.Sprintf("a study file keeps them apart:  waves: [%s]  in order of time, and  wave: {column: %s}  under the audience", few(scalarsOf(values)), scalarOf(selectorText(c))),
		"%s: the answers of all in column %q are taken together (%s): are these waves?", e.Name, lexicon.Shorten(c.ID), few(quoted(values)))
}

// waveColumn is the place of the one column that says in which of a few waves a row was answered; -1: there is none.
func (s *scan) waveColumn() int {
	found := -1
	for i, c := range s.export.Columns {
		cells := &s.columns[i].cells
		if c.Role == Dropped || c.Role == Personal || cells.many || !waveColumn().MatchString(lexicon.Normalise(c.ID)) {
			continue
		}
		if n := cells.distinct(); n < 2 || n > mostWaves {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// values returns the different cells that are not blank, in order.
func (s *seenCells) values() []string {
	var values []string
	for text := range s.count {
		if value := lexicon.Tidy(text); value != "" && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	slices.Sort(values)
	return values
}
