package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Headings are short, and kinds are cut in them: Imp_Delivery and Perf_Delivery, "Delivery (Wichtigk.)" and "Delivery (Zufr.)". One alone may be cut from
// anything; where several subjects have one for importance and one for performance, these are meant.

// cutKinds returns the kinds by what is left of their names, which are written out.
func cutKinds() map[string]string {
	return map[string]string{
		"imp": "Importance", "impt": "Importance", "import": "Importance", "importance": "Importance",
		"perf": "Performance", "performance": "Performance", "sat": "Satisfaction", "satis": "Satisfaction", "satisf": "Satisfaction", "satisfaction": "Satisfaction",
		"wicht": "Wichtigkeit", "wichtigk": "Wichtigkeit", "wichtigkeit": "Wichtigkeit",
		"zufr": "Zufriedenheit", "zufried": "Zufriedenheit", "zufriedenh": "Zufriedenheit", "zufriedenheit": "Zufriedenheit", "leist": "Leistung", "leistg": "Leistung", "leistung": "Leistung",
	}
}

const cutKindNames = `((?i:imp(?:t|ort|ortance)?|perf(?:ormance)?|sat(?:is|isf|isfaction)?|wicht(?:igk|igkeit)?|zufr(?:ied|iedenh|iedenheit)?|leist(?:g|ung)?))`

var (
	cutKindBefore = lazily(`^` + cutKindNames + `\.?(?:[\s_.:–-]+(\pL.*|\d+)|(\p{Lu}\p{Ll}.*|\d+))$`)
	cutKindBehind = lazily(`^(.*[^\s_.:–(\[-])(?:[\s_.:–-]+[(\[]?|[(\[])` + cutKindNames + `\.?[)\]]?$`)
)

// kindStems are what cut kinds begin with; most headings have none.
func kindStems() []string { return []string{"imp", "perf", "sat", "wicht", "zufr", "leist"} }

// partCutKind parts a heading into its subject and the kind that is named before or behind it, written out; empty: none is.
func partCutKind(text string) (subject, kind string) {
	if normal := lexicon.Normalise(text); !slices.ContainsFunc(kindStems(), func(stem string) bool { return strings.Contains(normal, stem) }) {
		return "", ""
	}
	if m := cutKindBefore().FindStringSubmatch(text); m != nil {
		return m[2] + m[3], cutKinds()[strings.ToLower(m[1])]
	}
	if m := cutKindBehind().FindStringSubmatch(text); m != nil {
		return m[1], cutKinds()[strings.ToLower(m[2])]
	}
	return "", ""
}

// bothKinds are the columns that ask for the importance of a subject and for how good it is.
type bothKinds struct {
	importance, performance []int
	cut                     bool // a name is cut
}

// writeOutKinds writes "Imp_Delivery" as "Delivery (Importance)" where two subjects or more have one column for importance and one for performance.
func writeOutKinds(columns []Column) {
	const fewest = 2
	of, kinds, subjects := map[string]*bothKinds{}, make([]string, len(columns)), make([]string, len(columns))
	for i := range columns {
		c := &columns[i]
		if c.Role != Answer {
			continue
		}
		if subjects[i], kinds[i] = partCutKind(lexicon.Tidy(c.ID)); kinds[i] == "" {
			continue
		}
		subject := lexicon.Normalise(subjects[i])
		if of[subject] == nil {
			of[subject] = &bothKinds{}
		}
		b := of[subject]
		b.cut = b.cut || !strings.Contains(strings.ToLower(c.ID), strings.ToLower(kinds[i]))
		if kind, _ := lexicon.SuffixKind("x (" + kinds[i] + ")"); kind == study.Importance {
			b.importance = append(b.importance, i)
		} else {
			b.performance = append(b.performance, i)
		}
	}
	var pairs []*bothKinds
	for _, b := range of {
		if len(b.importance) == 1 && len(b.performance) == 1 && b.cut && oneText(&columns[b.importance[0]], &columns[b.performance[0]]) {
			pairs = append(pairs, b)
		}
	}
	if len(pairs) < fewest {
		return
	}
	for _, b := range pairs {
		for _, i := range []int{b.importance[0], b.performance[0]} {
			if columns[i].HasID {
				subjects[i] = columns[i].Text
			}
			columns[i].Text = subjects[i] + " (" + kinds[i] + ")"
		}
	}
}

// oneText reports whether columns have no question beside their headings, or the same.
func oneText(a, b *Column) bool {
	return !a.HasID && !b.HasID && a.Text == lexicon.Tidy(a.ID) && b.Text == lexicon.Tidy(b.ID) || a.HasID && b.HasID && lexicon.Normalise(a.Text) == lexicon.Normalise(b.Text)
}
