package importers

import "strings"

// textIQ ends the tags and texts of what Qualtrics computes from the words of an answer, at the far right of an export.
func textIQ() []string {
	return []string{
		"Topics", "Parent Topics", "Sentiment", "Sentiment Score", "Sentiment Polarity", "Topic Sentiment Label", "Topic Sentiment Score", "Topic Hierarchy Level 1",
		"Emotion", "Emotion Intensity", "Actionability", "Effort", "Effort Numeric",
	}
}

// dropTextIQ takes out the columns that Text iQ adds: those whose tag says so ("Q7 - Topics", "Q7_TEXT - Sentiment Score"), and those whose
// text does ("What should we do? - Sentiment") beside the question of which they are computed. A row of a matrix may be called Effort: the
// stem alone is no question then. In a table of no known platform only texts tell.
func dropTextIQ(columns []Column, tags bool) {
	asked := map[string]bool{}
	for _, c := range columns {
		asked[questionOfText(c.Text)] = true
	}
	for i := range columns {
		c := &columns[i]
		for _, ending := range textIQ() {
			_, byTag := strings.CutSuffix(c.ID, " - "+ending)
			question, byText := strings.CutSuffix(c.Text, " - "+ending)
			if tags && byTag || byText && asked[questionOfText(question)] {
				c.Role, c.textIQ = Dropped, true
			}
		}
	}
}

// questionOfText is a question without the word by which Qualtrics tells the field for its answer.
func questionOfText(text string) string {
	return Normalise(strings.TrimSuffix(text, " - Text"))
}
