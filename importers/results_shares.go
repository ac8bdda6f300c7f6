package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Some published tables say how many gave each answer: a row for the percentages of an item and one for the counts, or a row for each answer of each
// group. They have no respondents, and no one figure of an item that could be read.

// measureWords are what the rows of such a table call their figures, one language a line.
const measureWords = `
percentage|percentages|percent|per cent|%|share|count|counts|number|frequency|n|mean|average
prozent|prozentwert|anteil|anzahl|häufigkeit|mittelwert
pourcentage|effectif|nombre|fréquence|moyenne
porcentaje|recuento|frecuencia|número|media|promedio
percentagem|porcentagem|contagem|frequência|média
percentuale|conteggio|frequenza|numero
aantal|frequentie|gemiddelde`

// leastOfShares is how many rows tell such a table.
const leastOfShares = 4

// sharesOfAnswers says why a table is one of how many gave each answer; empty: it is none. Either a column has nothing but words for figures, two of
// them at least, beside two columns of figures or more; or labels of a scale stand beside the shares of each; or one names the answer (response), another its percentage and a third the base.
func sharesOfAnswers(records [][]string) string {
	if why := sharesByLabel(records); why != "" {
		return why
	}
	header, rows := records[0], records[1:]
	if len(rows) < leastOfShares || !mayShare(header, rows) {
		return ""
	}
	var figures []int
	measure, share, base, answer := -1, -1, -1, -1
	for i, h := range header {
		heading := headingOfShares(h)
		switch counted := figuresIn(rows, i); {
		case counted && partHeaded(heading) == partShare:
			share, figures = i, append(figures, i)
		case counted && baseOfShares().MatchString(heading):
			base, figures = i, append(figures, i)
		case counted:
			figures = append(figures, i)
		case measures(rows, i):
			measure = i
		case holdsWords(rows, i) && headsAnswer(heading):
			answer = i
		}
	}
	switch {
	case measure >= 0 && len(figures) > 1:
		return fmt.Sprintf("results, and no respondents: %q says what the figures of each row are", lexicon.Tidy(header[measure]))
	case share >= 0 && base >= 0 && answer >= 0:
		return fmt.Sprintf("results, and no respondents: %q of those who gave each %q", lexicon.Tidy(header[share]), lexicon.Tidy(header[answer]))
	}
	return ""
}

// mayShare reports whether a table can be such a one, before the figures of all its columns are read: one of them has words for figures, or one is headed as the
// answers are, and another as their base.
func mayShare(header []string, rows [][]string) bool {
	answer, base := false, false
	for i, h := range header {
		if measures(rows, i) {
			return true
		}
		heading := headingOfShares(h)
		answer, base = answer || headsAnswer(heading), base || baseOfShares().MatchString(heading)
	}
	return answer && base
}

func headingOfShares(header string) string {
	return strings.ReplaceAll(lexicon.Normalise(header), "_", " ")
}

func headsAnswer(heading string) bool {
	return slices.Contains(answerNames(), strings.ReplaceAll(heading, " ", ""))
}

// baseOfShares is the heading of how many were asked.
var baseOfShares = lazily(`^(?:(?:un)?weighted )?(?:n|base|basis|sample size|respondents)$`)

// measures reports whether the cells of a column are words for figures, of which there are several.
func measures(rows [][]string, at int) bool {
	seen := map[string]bool{}
	for _, row := range rows {
		word := lexicon.Normalise(cell(row, at))
		if !lexicon.Listed(measureWords, word) {
			return false
		}
		seen[word] = true
	}
	return len(seen) > 1
}

// sharesRenamed says what such a table takes to be read.
func (e *Export) sharesRenamed() {
	e.renaming = "work out one figure of each item (the mean, or the share of those who chose the highest points) and write it with the columns item, value, base and statistic (mean or top_box), and audience where there are several"
	e.notices = append(e.notices, study.Notice{
		Code: study.ResultsRenamed, Where: e.Name,
		Message: fmt.Sprintf("%s: each row seems to be a result, and no respondent", e.Name),
		Hint:    "before a study file can read it with  tabulated: true: " + e.renaming + "; --platform generic takes it for a table of respondents",
	})
}
