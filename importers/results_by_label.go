package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Reports print how many gave each answer: a row for each label of a scale, with the percentages of each group or item beside it, or a row for each item, with
// a column for each label. Read as respondents, the labels would be answers of five people, and the percentages their ratings.

// sharesByLabel says why a table is one of how many chose each label; empty: it is none.
func sharesByLabel(records [][]string) string {
	header, rows := records[0], filledRows(records[1:])
	if len(rows) < 2 || len(rows) > mostByLabel {
		return ""
	}
	if at := labelColumns(header); len(at) > 0 && sharesAcross(header, rows, at) {
		return fmt.Sprintf("results, and no respondents: how many of each row chose %q to %q", lexicon.Tidy(header[at[0]]), lexicon.Tidy(header[at[len(at)-1]]))
	}
	for at := range header {
		if sharesBelow(header, rows, at) {
			return fmt.Sprintf("results, and no respondents: how many chose %q to %q", lexicon.Tidy(cell(rows[0], at)), lexicon.Tidy(lastLabel(rows, at)))
		}
	}
	return ""
}

// fewestLabels and mostLabels are how many labels of one scale tell such a table, mostByLabel is how many rows it may have.
const (
	fewestLabels, mostLabels = 3, 11
	mostByLabel              = 300
)

func filledRows(records [][]string) [][]string {
	return slices.DeleteFunc(slices.Clone(records), blankRecord)
}

// noLabel reports whether a text stands among the labels of such a table without being one: a total, a base, no answer.
func noLabel(text string) bool {
	return lexicon.IsFooterWord(text) || lexicon.MeansDontKnow(text) || lexicon.MeansBlank(text)
}

// labelColumns returns the columns that are headed by the labels of a scale, each once, side by side.
func labelColumns(header []string) (at []int) {
	for first := range header {
		if len(familiesWith(lexicon.PlainLabel(header[first]))) == 0 {
			continue
		}
		var labels []string
		at = nil
		for i := first; i < min(len(header), first+mostLabels); i++ {
			if text := lexicon.Tidy(header[i]); text == "" || noLabel(text) || slices.Contains(labels, text) || numeric(text) {
				break
			}
			labels, at = append(labels, lexicon.Tidy(header[i])), append(at, i)
			if len(at) >= fewestLabels && lexicon.Fit(labels) != nil && (i+1 == len(header) || lexicon.Fit(append(slices.Clone(labels), lexicon.Tidy(header[i+1]))) == nil) {
				return at
			}
		}
	}
	return nil
}

// sharesAcross reports whether the figures below labels are the parts of a whole, in each of two rows or more that are named differently.
func sharesAcross(header []string, rows [][]string, at []int) bool {
	named := map[string]bool{}
	for _, row := range rows {
		if noLabel(lexicon.Tidy(row[0])) {
			continue
		}
		var parts []string
		for _, i := range at {
			parts = append(parts, cell(row, i))
		}
		if !partsOfWhole(parts) {
			return false
		}
		var name []string
		for i := range header {
			if text := lexicon.Normalise(cell(row, i)); !slices.Contains(at, i) && !numeric(text) {
				name = append(name, text)
			}
		}
		key := strings.Join(name, "\x00")
		if key == "" || named[key] {
			return false
		}
		named[key] = true
	}
	return len(named) > 1
}

// sharesBelow reports whether the cells of a column are the labels of a scale in their order, each once beside what else names the row, and the figures of
// another column are the parts of a whole.
func sharesBelow(header []string, rows [][]string, at int) bool {
	if first := slices.IndexFunc(rows, func(row []string) bool { return !noLabel(lexicon.Tidy(cell(row, at))) }); first < 0 || len(familiesWith(lexicon.PlainLabel(cell(rows[first], at)))) == 0 {
		return false
	}
	var groups []string
	labels, figures := map[string][]string{}, map[string][][]string{}
	for _, row := range rows {
		label := lexicon.Tidy(cell(row, at))
		if label == "" || numeric(label) {
			return false
		}
		if noLabel(label) {
			continue
		}
		var name, numbers []string
		for i := range header {
			switch text := strings.TrimSpace(cell(row, i)); {
			case i == at:
			case figureOf(text) >= 0:
				numbers = append(numbers, text)
			case text != "":
				name = append(name, lexicon.Normalise(text))
			}
		}
		group := strings.Join(name, "\x00")
		if slices.Contains(labels[group], label) || len(numbers) == 0 || len(figures[group]) > 0 && len(figures[group][0]) != len(numbers) {
			return false
		}
		if len(labels[group]) == 0 {
			groups = append(groups, group)
		}
		labels[group], figures[group] = append(labels[group], label), append(figures[group], numbers)
	}
	for _, group := range groups {
		if of := labels[group]; len(of) < fewestLabels || !inOrderOfScale(of) || !slices.Equal(of, labels[groups[0]]) {
			return false
		}
		whole := false
		for i := range figures[group][0] {
			var parts []string
			for _, numbers := range figures[group] {
				parts = append(parts, numbers[i])
			}
			whole = whole || partsOfWhole(parts)
		}
		if !whole {
			return false
		}
	}
	return len(groups) > 0
}

// inOrderOfScale reports whether labels are those of one scale, from one end to the other.
func inOrderOfScale(labels []string) bool {
	of := lexicon.Fit(labels)
	if of == nil {
		return false
	}
	var places []int
	for _, label := range labels {
		places = append(places, slices.Index(of.Labels, label))
	}
	reversed := slices.Clone(places)
	slices.Reverse(reversed)
	return slices.IsSorted(places) || slices.IsSorted(reversed)
}

// lastLabel is the last label of a column.
func lastLabel(rows [][]string, at int) string {
	for i := len(rows) - 1; i >= 0; i-- {
		if text := cell(rows[i], at); !noLabel(lexicon.Tidy(text)) {
			return text
		}
	}
	return ""
}

// figureOf reads a figure with or without its percent sign; -1: it is none.
func figureOf(text string) float64 {
	x, _, is := figureIn(strings.TrimSpace(strings.TrimSuffix(text, "%")))
	if !is || x < 0 {
		return -1
	}
	return x
}

// partsOfWhole reports whether figures add up to 100, or to 1 where they are broken: a 1 beside zeros is a tick.
func partsOfWhole(parts []string) bool {
	const roundedPercent = 0.5
	sum, broken := 0.0, false
	for _, text := range parts {
		x := figureOf(strings.TrimSpace(text))
		if x < 0 {
			return false
		}
		sum, broken = sum+x, broken || x != math.Trunc(x)
	}
	off := roundedPercent*float64(len(parts)) + 0.01
	return math.Abs(sum-100) <= off || broken && math.Abs(100*sum-100) <= off
}
