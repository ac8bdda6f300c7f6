package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// scope says in sentences who was asked, of what, on which scales, and when.
func (l *lookup) scope() string {
	r := l.result
	var items, compared int
	var scales []string
	for _, item := range r.Items {
		rated, together := false, false
		for _, rating := range item.Ratings {
			if rating.Kind == study.OutcomeKind || rating.Kind == study.JourneyKind {
				continue
			}
			rated = true
			together = together || rating.Perspective == "own" && len(rating.Asked) > 1
			for _, asked := range rating.Asked {
				if scale := l.scaleEnds(visible(asked.Scale)); !slices.Contains(scales, scale) {
					scales = append(scales, scale)
				}
			}
		}
		if rated {
			items++
		}
		if together {
			compared++
		}
	}
	var audiences []string
	for _, a := range r.Audiences {
		audiences = append(audiences, visible(a.Label))
	}
	text := l.subject(l.listed(audiences), items, compared, scales)
	if alone := items - compared; compared > 0 && alone > 0 {
		text += " " + l.plural(alone, "%[1]s more item was asked of one audience only.", "%[1]s more items were each asked of one audience only.", l.inWords(alone))
	}
	if len(r.Waves) > 1 {
		text += " " + l.text("The waves are %s; where no wave is named, the last is meant.", l.listed(visibles(r.Waves)))
	}
	if when := l.fieldwork(); when != "" {
		text += " " + when
	}
	if len(r.Segments) > 0 {
		var names []string
		for _, name := range r.Segments {
			names = append(names, l.segmentName(name))
		}
		text += " " + l.text("It also looks at groups of respondents, by %s.", l.listed(names))
	}
	return text
}

// subject says who rated what, and on which scales: how many items are compared, where any item is.
func (l *lookup) subject(audiences string, items, compared int, scales []string) string {
	several := compared > 0
	if several {
		items = compared
	}
	things := l.counted(items, "%s item", "%s items")
	switch {
	case items == 0:
		return l.text("This report shows what %s answered.", audiences)
	case several && len(scales) > 0:
		return l.text("This report compares how %s rate %s, on %s.", audiences, things, l.scaleWords(scales))
	case several:
		return l.text("This report compares how %s rate %s.", audiences, things)
	case len(scales) > 0:
		return l.text("This report shows how %s rate %s, on %s.", audiences, things, l.scaleWords(scales))
	}
	return l.text("This report shows how %s rate %s.", audiences, things)
}

func (w *language) scaleWords(scales []string) string {
	if len(scales) == 1 {
		return w.text("a scale of %s", scales[0])
	}
	return w.text("scales of %s", w.listed(scales))
}

func visibles(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, visible(text))
	}
	return all
}

// listed writes several things as a list in a sentence.
func (w *language) listed(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	between := ", "
	if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, ",") }) {
		between = "; " // a comma within would read as one between
	}
	list := strings.Join(texts[:len(texts)-1], between)
	if between == "; " {
		list += ";"
	}
	return w.text("%s and %s", list, texts[len(texts)-1])
}
