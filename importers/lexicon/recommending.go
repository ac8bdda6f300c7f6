package lexicon

import "slices"

// Recommends are the words of the question behind the Net Promoter Score.
var Recommends = lazily(WordStart + `(recommend\p{L}*|weiterempfehl\p{L}*|empfehlen|recommand\p{L}*|recomend\p{L}*|recomiend\p{L}*|nps|net promoter score|raccomand\p{L}*|consigli(?:are|eresti|erebbe|ereste)|(?:ci|che|che (?:lei|tu|voi)) consigli(?:ate)?|conseill(?:eriez|erais|iez)|indica(?:r|ria|rias|riam) (?:(?:a|o|as|os) )?noss[ao]s?|indica(?:r|ria|rias|riam) (?:\p{L}+ ){0,6}(?:amig|colega|familiar|parente|conhecid)\p{L}*|aanbeve{1,2}l\p{L}*|aanraden|aanraadt?)` + WordEnd)

// AsksToRecommend reports whether a question is worded as that of the Net Promoter Score is.
func AsksToRecommend(asked []Heading) bool {
	return slices.ContainsFunc(asked, func(h Heading) bool {
		return Recommends().MatchString(Normalise(h.Text)) && RecommendsOtherwise(h) == ""
	})
}
