package lexicon

import (
	"slices"
	"strings"
)

// Recommends are the words of the question behind the Net Promoter Score.
var Recommends = lazily(WordStart + `(recommend\p{L}*|weiterempfehl\p{L}*|weiterzuempfehlen|empfehlen|(?:weiter)?empfiehl(?:s?t)?|refer (?:(?:us|it) to )?(?:a |an |your |our |other )*(?:friends?|colleagues?|family|peers?)|suggest (?:us|our \p{L}+) to (?:(?:a|an|your|other) )*(?:friends?|colleagues?|others|family|people)|recommand\p{L}*|recomend\p{L}*|recomiend\p{L}*|nps|net promoter score|raccomand\p{L}*|consigli(?:are|eresti|erebbe|ereste)|(?:ci|che|che (?:lei|tu|voi)) consigli(?:ate)?|conseill(?:eriez|erais|iez)|indica(?:r|ria|rias|riam) (?:(?:a|o|as|os) )?noss[ao]s?|indica(?:r|ria|rias|riam) (?:\p{L}+ ){0,6}(?:amig|colega|familiar|parente|conhecid)\p{L}*|aan te (?:bevelen|raden)|aanbeve{1,2}l\p{L}*|aanraden|aanraadt?)` + WordEnd)

// AsksToRecommend reports whether a question is worded as that of the Net Promoter Score is.
func AsksToRecommend(asked []Heading) bool {
	return slices.ContainsFunc(asked, func(h Heading) bool {
		return (Recommends().MatchString(Normalise(h.Text)) || TagsRecommending(h.Text)) && RecommendsOtherwise(h) == ""
	})
}

// recommendTag are tags that are nothing but that question: Qrecommend, q12_likelihood_to_recommend, recommend_score.
var recommendTag = lazily(`^(?:q ?\d* ?)?(?:(?:likelihood|likely|intent|intention|willing|willingness|would|will) (?:to )?)?recommend(?:ation)?(?: (?:score|rating|likelihood|us|to friend|company|employer))?$`)

// TagsRecommending reports whether a text is a tag of one word for the question behind the Net Promoter Score.
func TagsRecommending(text string) bool {
	return isTag(text) && recommendTag().MatchString(TagInWords(text))
}

var (
	// promoterTag is a word of a tag that leaves no doubt.
	promoterTag = lazily(`(?:^| )e?nps(?: |\d*$)`)
	// besidePromoters are words of tags of what stands beside the score.
	besidePromoters = lazily(`(?:^| )(?:group|grp|category|cat|segment|type|class|status|bucket|band|label|reason|comment|why|text|open|verbatim|follow|followup|target|goal|benchmark|weight|date|time|count|n|other|driver|contact|change|delta|previous|last|avg|mean)(?: |$)`)
)

// TagsPromoters reports whether a text is a tag of one word that calls a column by the Net Promoter Score: nps_recommend, q12_nps.
func TagsPromoters(text string) bool {
	words := TagInWords(text)
	return isTag(text) && promoterTag().MatchString(words) && !besidePromoters().MatchString(words)
}

// isTag reports whether a text is one word, as the tags of columns are.
func isTag(text string) bool { return !strings.ContainsAny(strings.TrimSpace(text), " \t\n\u00a0") }

// capitalInside is where a word begins within a tag.
var capitalInside = lazily(`(\p{Ll})(\p{Lu})`)

// TagInWords is a tag of one word, normalised and parted where its author began a word with a capital or a line: TeamSize, num_reports. Words
// that are written apart stay as they are.
func TagInWords(tag string) string {
	if isTag(tag) {
		tag = capitalInside().ReplaceAllString(tag, "$1 $2")
	}
	return strings.TrimSpace(strings.ReplaceAll(Normalise(tag), "_", " "))
}
