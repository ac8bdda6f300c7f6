package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// scope says in a sentence who was asked, of what, on which scales, and when.
func (l *lookup) scope() string {
	r := l.result
	var items int
	var scales []string
	for _, item := range r.Items {
		rated := false
		for _, rating := range item.Ratings {
			if rating.Kind == study.OutcomeKind || rating.Kind == study.JourneyKind {
				continue
			}
			rated = true
			for _, asked := range rating.Asked {
				if scale := strings.ReplaceAll(visible(asked.Scale), "..", " to "); !slices.Contains(scales, scale) {
					scales = append(scales, scale)
				}
			}
		}
		if rated {
			items++
		}
	}
	var audiences []string
	for _, a := range r.Audiences {
		audiences = append(audiences, visible(a.Label))
	}
	text := fmt.Sprintf("%s on %s", listed(audiences), counted(items, "item"))
	if len(scales) > 0 {
		text += fmt.Sprintf(", rated on %s", scaleWords(scales))
	}
	if len(r.Waves) > 1 {
		text += fmt.Sprintf(", in the waves %s; what is of one wave is of the last", listed(visibles(r.Waves)))
	}
	if len(r.Segments) > 0 {
		text += "; by " + listed(visibles(r.Segments))
	}
	return text + "."
}

func scaleWords(scales []string) string {
	if len(scales) == 1 {
		return "a scale of " + scales[0]
	}
	return "scales of " + listed(scales)
}

func visibles(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, visible(text))
	}
	return all
}

// listed writes several things as a list in a sentence.
func listed(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:len(texts)-1], ", ") + " and " + texts[len(texts)-1]
}
