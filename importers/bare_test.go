package importers

import "testing"

// What is kept of a question is that of its present text.
func TestBareTextFollowsTheText(t *testing.T) {
	columns := []Column{{Text: "Speed (1 = poor, 5 = good)"}}
	keepBare(columns)
	if got := columns[0].bareText(); got != "Speed" || columns[0].bare.text() != got {
		t.Errorf("got %q, kept %q", got, columns[0].bare.text())
	}
	columns[0].Text = "Service (1 = poor, 5 = good) - Speed at the counter"
	if got := columns[0].statement(); got != "Speed at the counter" {
		t.Errorf("after the text has changed: %q", got)
	}
}
