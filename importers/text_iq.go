package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// textIQ ends the tags and texts of what Qualtrics computes from the words of an answer, at the far right of an export. A row of a matrix may be
// called as some of them are.
func textIQ() []string {
	return append(textIQOnly(), "Topics", "Sentiment", "Emotion", "Actionability", "Effort")
}

// textIQOnly are those that nobody asks about.
func textIQOnly() []string {
	return []string{
		"Parent Topics", "Sentiment Score", "Sentiment Polarity", "Topic Sentiment Label", "Topic Sentiment Score", "Topic Hierarchy Level 1", "Emotion Intensity", "Effort Numeric",
	}
}

// dropTextIQ takes out the columns that Text iQ adds: those whose tag says so ("Q7 - Topics", "Q7_TEXT - Sentiment Score"), and those whose
// text does ("What should we do? - Sentiment") beside the question of which they are computed. A row of a matrix may be called Effort: the
// stem alone is no question then. In a table of no known platform only texts tell, and there a question may be rated as a whole and by its
// parts: what may be such a part is taken out beside what nobody asks about, or where topics stand beside sentiment.
func dropTextIQ(columns []Column, qualtrics bool) {
	endings := map[string]map[string]bool{}
	for _, c := range columns {
		endings[questionOfText(c.Text)] = map[string]bool{}
	}
	for _, c := range columns {
		if question, ending, is := computedOf(c.Text); is && endings[question] != nil {
			endings[question][ending] = true
		}
	}
	for i := range columns {
		c := &columns[i]
		question, _, byText := computedOf(c.Text)
		of := endings[question]
		_, _, byTag := computedOf(c.ID)
		if byTag && qualtrics || byText && of != nil && (qualtrics || surelyTextIQ(of)) {
			c.Role, c.textIQ = Dropped, true
		}
	}
}

// computedOf splits what Text iQ calls its columns.
func computedOf(text string) (question, ending string, is bool) {
	for _, ending := range textIQ() {
		if question, is := strings.CutSuffix(text, " - "+ending); is {
			return questionOfText(question), ending, true
		}
	}
	return "", "", false
}

// surelyTextIQ reports whether the columns beside a question are no ratings of its parts.
func surelyTextIQ(endings map[string]bool) bool {
	return endings["Topics"] && endings["Sentiment"] || slices.ContainsFunc(textIQOnly(), func(ending string) bool { return endings[ending] })
}

// questionOfText is a question without the word by which Qualtrics tells the field for its answer.
func questionOfText(text string) string {
	return lexicon.Normalise(strings.TrimSuffix(text, " - Text"))
}
