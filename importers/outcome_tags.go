package importers

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Tags for what a survey is made for name a rating as words do: OSAT, CSAT_1, Q9_EFFORT. They often have a scale of their own beside the items.

var (
	// outcomeTag is a word of a tag that names an outcome, or several of them written together, in the languages of the label families.
	outcomeTag = lazily(`^(?:[ocdep]?sat|satisf\p{L}*|csi|acsi|ces|e?nps|lt[rp]|overall|ovr|global|effort|ease|value|vfm|worth|loyal(?:ty)?|recom\p{L}*|reco|trust|qual(?:ity)?|engage(?:ment|d)?|commit(?:ment)?|advocacy|repurchase|rebuy|revisit|renew(?:al)?|retention|intent(?:ion)?|expect(?:ations?)?|happy|happiness|pride|morale|experience|` +
		`ges(?:amt)?|zufr\p{L}*|kundenzufr\p{L}*|gesamtzufr\p{L}*|weiterempf\p{L}*|empfehl\p{L}*|wiederkauf|vertrauen|qualit(?:ä|ae|a)t|aufwand|treue|bindung|recomm\p{L}*|confiance|qualité|qualite|fidélité|fidelite|` +
		`satisfac\p{L}*|calidad|confianza|lealtad|esfuerzo|qualidade|confiança|confianca|lealdade|esforço|esforco|soddisf\p{L}*|qualità|qualita|fiducia|fedeltà|fedelta|sforzo|tevred\p{L}*|kwaliteit|vertrouwen|loyaliteit|moeite)+$`)
	// sortingTag is a word of a tag that sorts by what stands beside it: LOYALTY_TIER, VALUE_SEG.
	sortingTag = lazily(`^(?:codes?|groups?|grp|tiers?|types?|cards?|seg(?:ment)?s?|ids?|nr|no|num|bands?|class|cat(?:egory)?|status|program(?:me)?|member(?:ship)?|club|plan|panel|source|reason|channel|wave|version|date|day|gruppe|typ|karte|stufe|klasse|groupe|carte|niveau|grupo|tipo|tarjeta|gruppo|tessera|groep|kaart)$`)
)

// tagsOutcome reports whether a tag names an outcome, and nothing that is sorted by it.
func tagsOutcome(text string) bool {
	words := strings.FieldsFunc(lexicon.TagInWords(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, outcomeTag().MatchString) && !slices.ContainsFunc(words, sortingTag().MatchString)
}
