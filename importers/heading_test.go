package importers

import (
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// What is kept of a question is that of its present text.
func TestHeadingFollowsTheText(t *testing.T) {
	columns := []Column{{Text: "Speed (1 = poor, 5 = good)"}}
	keepHeadings(columns)
	if got := columns[0].heading().Bare(); got != "Speed" || columns[0].kept.Bare() != got {
		t.Errorf("got %q, kept %q", got, columns[0].kept.Bare())
	}
	columns[0].Text = "Service (1 = poor, 5 = good) - Speed at the counter"
	if got := columns[0].statement(); got != "Speed at the counter" {
		t.Errorf("after the text has changed: %q", got)
	}
}

// headings are questions with these texts.
func headings(texts ...string) []lexicon.Heading {
	var all []lexicon.Heading
	for _, text := range texts {
		all = append(all, lexicon.HeadingOf(text))
	}
	return all
}

func TestColumnsKeepTheirHeadings(t *testing.T) {
	for _, s := range sampleFiles(t) {
		e, err := OpenExport(s.file, Options{Dir: sampleFolder, Dictionary: s.dictionary})
		if err != nil {
			t.Fatalf("%s: %s", s.file, faultsOf(err))
		}
		for _, c := range e.Columns {
			if c.kept.Legend == nil || c.kept.Text != c.Text {
				t.Errorf("%s: %q keeps the heading of %q", s.file, c.Text, c.kept.Text)
			}
		}
	}
}
