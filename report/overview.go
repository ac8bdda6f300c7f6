package report

import (
	"cmp"
	"math"

	"github.com/cxgap/cxgap/analysis"
)

// overview says who answered: one row for every audience and wave, so that every figure below has its base.
func (l *lookup) overview() section {
	s := section{title: l.text("Who answered")}
	s.grid.columns = []column{{l.text("audience"), words}, {l.text("short"), words}, {l.text("answered"), amounts}, {l.text("effective"), amounts}, {l.text("answers per item"), amounts}}
	names := l.shortNames()
	for i, a := range l.result.Audiences {
		for _, base := range a.Bases {
			name := visible(a.Label)
			if base.Wave != "" {
				name += ", " + visible(base.Wave)
			}
			if base.N == 0 && base.Wave != "" && !base.Tabulated { // most often it was not asked in that wave: no share of anybody
				s.grid.rows = append(s.grid.rows, row{cells: []cell{{name}, {names[i]}, {l.text("no answers")}, {notAsked}, {notAsked}}})
				continue
			}
			if base.Tabulated { // nobody answered here
				s.grid.rows = append(s.grid.rows, row{cells: []cell{{name}, {names[i]}, {l.answered(a, base)}, {notAsked}, {cmp.Or(l.answersPerItem(a.ID, base.Wave), notAsked)}}})
				continue
			}
			s.grid.rows = append(s.grid.rows, row{cells: []cell{
				{name}, {names[i]}, {l.answered(a, base)}, {l.rounded(base.NEffective)}, {l.answersPerItem(a.ID, base.Wave)},
			}})
		}
	}
	if !l.abbreviates(names) {
		s.grid = s.grid.only([]int{0, 2, 3, 4})
	}
	return s
}

// abbreviates reports whether a short name is another than the label.
func (l *lookup) abbreviates(names []string) bool {
	for i, a := range l.result.Audiences {
		if names[i] != visible(a.Label) {
			return true
		}
	}
	return false
}

// answered writes how many answered, out of how many where the study says it, and how they were sampled.
func (w *language) answered(a analysis.Audience, base analysis.Base) string {
	if base.Tabulated {
		return w.text("published figures")
	}
	text := w.whole(base.N)
	if a.Population > 0 {
		text = w.text("%s of %s", text, w.whole(a.Population))
	}
	if base.Census {
		text += ", " + w.text("census")
	}
	if base.Weighted {
		text += ", " + w.text("weighted")
	}
	if base.Clusters > 0 {
		text += ", " + w.counted(base.Clusters, "%s cluster", "%s clusters")
	}
	return text
}

// answersPerItem returns the range of the bases, and of the effective ones where weights make them differ.
func (l *lookup) answersPerItem(audience, wave string) string {
	low, high := math.Inf(1), math.Inf(-1)
	lowEffective, highEffective := math.Inf(1), math.Inf(-1)
	hidden, rescaled := false, false
	tabulated := published(l.audience(audience), wave)
	for i := range l.result.Figures {
		f := &l.result.Figures[i]
		counted := f.Statistic == "mean" || tabulated && f.Statistic == "top_box" // a share alone may have been published, with its base
		if f.Analysis != "profile" || !counted || f.Audience != audience || f.Wave != wave || tabulated && !f.N.Defined() {
			continue
		}
		if f.Note.Has(analysis.NoteSuppressed) {
			hidden = true
			continue
		}
		if f.Note.Has(analysis.NoteRescaled) {
			rescaled = true
			continue
		}
		low, high = math.Min(low, float64(f.N)), math.Max(high, float64(f.N))
		if f.NEffective.Defined() {
			lowEffective, highEffective = math.Min(lowEffective, float64(f.NEffective)), math.Max(highEffective, float64(f.NEffective))
		}
	}
	text := ""
	if low <= high {
		text = l.fromTo(low, high)
		if e := l.fromTo(lowEffective, highEffective); lowEffective <= highEffective && e != text {
			text += ", " + l.text("effective %s", e)
		}
	}
	if hidden {
		if text == "" {
			return l.withheld()
		}
		text += ", " + l.text("some %s", l.withheld())
	}
	if rescaled && text == "" {
		return l.undefined()
	} else if rescaled {
		text += ", " + l.text("some on another scale")
	}
	return text
}

func (w *language) fromTo(low, high float64) string {
	from, to := w.rounded(analysis.Number(low)), w.rounded(analysis.Number(high))
	if from == to {
		return from
	}
	return from + "–" + to
}
