package report

import (
	"github.com/cxgap/cxgap/analysis"
)

// ends are the audiences that are told apart in a wave: those that classes are about, where there are any.
func (l *lookup) ends(wave string) (first, last analysis.Audience) {
	if pair, classified := l.classed[wave]; classified {
		return l.audience(pair[0]), l.audience(pair[1])
	}
	return l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
}

// audience returns an audience by its id.
func (l *lookup) audience(id string) analysis.Audience {
	for _, a := range l.result.Audiences {
		if a.ID == id {
			return a
		}
	}
	return analysis.Audience{ID: id, Label: id}
}

// headPair is the pair of audiences that the table of a topic is sorted by: those that classes are about, if the topic has classes, else
// the two furthest apart of which a gap is shown.
func (l *lookup) headPair(t *topic) [2]string {
	first, last := l.ends(t.wave)
	for _, i := range t.items {
		if l.gap(t, first.ID, last.ID, l.result.Items[i].ID, "class") != nil {
			return [2]string{first.ID, last.ID}
		}
	}
	i, j := analysis.WidestPair(len(t.audiences), func(i, j int) bool {
		for _, item := range t.items {
			if f := l.gap(t, t.audiences[i].ID, t.audiences[j].ID, l.result.Items[item].ID, "difference"); f != nil && f.Value.Defined() {
				return true
			}
		}
		return false
	})
	return [2]string{t.audiences[i].ID, t.audiences[j].ID}
}

// compares tells whom the answer is about where it is not about the first and the last audience of the study; without words where it is.
func (l *lookup) compares(wave string) phrase {
	first, last := l.ends(wave)
	n := len(l.result.Audiences)
	if first.ID == l.result.Audiences[0].ID && last.ID == l.result.Audiences[n-1].ID {
		return nil
	}
	return l.phrase("What follows compares %s with %s.", plain(visible(first.Label)), plain(visible(last.Label)))
}
