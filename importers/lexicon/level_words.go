package lexicon

import (
	"slices"
	"sync"
)

// levelTable lists, as familyTable does, levels from low to high, all in the forms that adjectives have.
const levelTable = `
en level!: low < medium|moderate|average|mid < high
en level!: low < medium|moderate|average < high < very high
en level!: very low < low < medium|moderate|average|neutral|neither low nor high|neither high nor low < high < very high
de level!: niedrig|gering|tief < mittel|mittelmäßig|durchschnittlich < hoch
de level!: niedrig|gering|tief < mittel|mittelmäßig|durchschnittlich < hoch < sehr hoch
de level!: sehr niedrig|sehr gering|sehr tief < niedrig|gering|tief|eher niedrig|eher gering < mittel|mittelmäßig|durchschnittlich < hoch|eher hoch < sehr hoch
fr level!: faible|bas|basse < moyen|moyenne|modéré|modérée < élevé|élevée|fort|forte|haut|haute
fr level!: très faible|très bas|très basse < faible|bas|basse|plutôt faible < moyen|moyenne|modéré|modérée < élevé|élevée|fort|forte|haut|haute|plutôt élevé|plutôt élevée < très élevé|très élevée|très fort|très forte|très haut|très haute
es level!: bajo|baja < medio|media|regular|moderado|moderada < alto|alta
es level!: muy bajo|muy baja < bajo|baja < medio|media|regular|moderado|moderada < alto|alta < muy alto|muy alta
pt level!: baixo|baixa < médio|média|regular|moderado|moderada < alto|alta
pt level!: muito baixo|muito baixa < baixo|baixa < médio|média|regular|moderado|moderada < alto|alta < muito alto|muito alta
it level!: basso|bassa < medio|media|moderato|moderata < alto|alta|elevato|elevata
it level!: molto basso|molto bassa < basso|bassa < medio|media|moderato|moderata < alto|alta|elevato|elevata < molto alto|molto alta|molto elevato|molto elevata
nl level!: laag|lage < gemiddeld|gemiddelde|middelmatig|matig|midden|medium < hoog|hoge
nl level!: zeer laag|heel laag|erg laag < laag < gemiddeld|middelmatig|matig|midden|medium < hoog < zeer hoog|heel hoog|erg hoog
`

// levels are the families of levelTable, in its order.
var levels = sync.OnceValue(func() []*Family { return familiesOf(levelTable) })

// LevelsOf returns the family of levels that labels are, every one of its points; nil: they are none.
func LevelsOf(labels []string) *Family {
	plain := PlainLabels(labels)
	for _, f := range levels() {
		if at, unseen := f.Place(labels, plain); at != nil && unseen == 0 {
			return f
		}
	}
	return nil
}

// IsLevel reports whether a label is one of some family of levels.
func IsLevel(label string) bool {
	plain := PlainLabel(label)
	return slices.ContainsFunc(levels(), func(f *Family) bool { _, is := f.At[plain]; return is })
}
