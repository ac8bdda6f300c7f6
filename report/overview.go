package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// overview says who answered: one row for every audience and wave, so that every figure below has its base.
func (l *lookup) overview() section {
	s := section{title: "Who answered"}
	s.grid.columns = []column{{"audience", words}, {"short", words}, {"answered", words}, {"effective", words}, {"answers per item", words}}
	names := shortNames(l.result.Audiences)
	for i, a := range l.result.Audiences {
		for _, base := range a.Bases {
			name := visible(a.Label)
			if base.Wave != "" {
				name += ", " + visible(base.Wave)
			}
			s.grid.rows = append(s.grid.rows, row{cells: []cell{
				{name}, {names[i]}, {answered(a, base)}, {rounded(base.NEffective)}, {l.answersPerItem(a.ID, base.Wave)},
			}})
		}
	}
	return s
}

// answered writes how many answered, out of how many where the study says it, and how they were sampled.
func answered(a analysis.Audience, base analysis.Base) string {
	if base.Tabulated {
		return "published figures"
	}
	text := whole(base.N)
	if a.Population > 0 {
		text += " of " + whole(a.Population)
	}
	if base.Census {
		text += ", census"
	}
	if base.Weighted {
		text += ", weighted"
	}
	if base.Clusters > 0 {
		text += ", " + counted(base.Clusters, "cluster")
	}
	return text
}

// answersPerItem returns the range of the bases, and of the effective ones where weights make them differ.
func (l *lookup) answersPerItem(audience, wave string) string {
	low, high := math.Inf(1), math.Inf(-1)
	lowEffective, highEffective := math.Inf(1), math.Inf(-1)
	hidden := false
	for i := range l.result.Figures {
		f := &l.result.Figures[i]
		if f.Analysis != "profile" || f.Statistic != "mean" || f.Audience != audience || f.Wave != wave {
			continue
		}
		if f.Note.Has(analysis.NoteSuppressed) {
			hidden = true
			continue
		}
		low, high = math.Min(low, float64(f.N)), math.Max(high, float64(f.N))
		if f.NEffective.Defined() {
			lowEffective, highEffective = math.Min(lowEffective, float64(f.NEffective)), math.Max(highEffective, float64(f.NEffective))
		}
	}
	text := ""
	if low <= high {
		text = fromTo(low, high)
		if e := fromTo(lowEffective, highEffective); lowEffective <= highEffective && e != text {
			text += ", effective " + e
		}
	}
	if hidden {
		text = strings.TrimPrefix(text+", some "+withheld, ", some ")
	}
	return text
}

func fromTo(low, high float64) string {
	from, to := rounded(analysis.Number(low)), rounded(analysis.Number(high))
	if from == to {
		return from
	}
	return from + "–" + to
}

// shortNames returns names for column heads: the ids, long ones cut to their first letters where those tell them apart.
func shortNames(audiences []analysis.Audience) []string {
	const long, least = 6, 4
	names := make([]string, len(audiences))
	for i, a := range audiences {
		names[i] = a.ID
		if len(a.ID) <= long {
			continue
		}
		for n := least; n < len(a.ID); n++ {
			if unique(audiences, i, a.ID[:n]) {
				names[i] = a.ID[:n]
				break
			}
		}
	}
	return names
}

func unique(audiences []analysis.Audience, i int, prefix string) bool {
	for j, other := range audiences {
		if j != i && strings.HasPrefix(other.ID, prefix) {
			return false
		}
	}
	return true
}

// pairName writes a pair as a column head.
func (l *lookup) pairName(a, b string) string {
	names := shortNames(l.result.Audiences)
	text := ""
	for _, id := range []string{a, b} {
		for i, audience := range l.result.Audiences {
			if audience.ID == id {
				text += fmt.Sprintf(" − %s", names[i])
			}
		}
	}
	return strings.TrimPrefix(text, " − ")
}
