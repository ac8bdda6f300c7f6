package lexicon

// Words such as "risk", "stress" and "difficult" are no complaint where the words right beside them say that people face it: risks that are explained,
// stress that they cope with. Elsewhere in a statement such words say nothing of it: "I am dissatisfied with the advice".

const (
	borneHard = `(?:stress|difficult|difficulties|trouble|risks?|hard)`
	faceHard  = `(?:cop(?:e|es|ing) with|bounces? back (?:\p{L}+ )?(?:after|from)|focused (?:under|despite|in)|masters?|mastering|delegates?|discuss|stands? by (?:\p{L}+ )?in|sticks? together in|advice on|explain(?:s|ed)? (?:\p{L}+ )?)`
	restHard  = `(?: (?:times|situations|topics|subjects|issues|questions|conversations|decisions|tasks|customers|phases|periods))?`
)

// facesBad finds what is bad with the words beside it that say how it is faced, in the languages of the label families.
var facesBad = wordPatternLazily(`(?:` + faceHard + ` ?(?:the |my |our |any )?` + borneHard + restHard + `|(?:risks?|stress) (?:awareness|analysis|analyses|assessments?|resistance|prevention|advice)|trouble ?shooting|` +
	`risks?(?: (?:of|from|and) (?:the )?\p{L}+)? (?:is|are|was|were) (?:\p{L}+ )?explained|stress(?: at work)? (?:is|was) kept within limits|` +
	`risiken(?: \p{L}+){0,3} (?:erklärt|aufgeklärt)|aufklärung über (?:\p{L}+ )?risiken|(?:résistance|prévention|conscience) (?:au|aux|du|des) (?:stress|risques?)|risques?(?: \p{L}+){0,3} expliqués?|` +
	`(?:manejo|prevención) (?:del|de los|de) (?:estrés|riesgos?)|riesgos?(?: \p{L}+){0,3} explicados?|(?:prevenção|resistência) (?:do|ao|de) (?:estresse|stresse|stress|riscos?)|riscos?(?: \p{L}+){0,3} explicados?|` +
	`(?:prevenzione|resistenza) (?:dello|allo|dei) (?:stress|rischi)|rischi(?: \p{L}+){0,3} spiegati|(?:omgaan|omgang) met (?:\p{L}+ )?(?:stress|risico['’]?s?)|risico(?:['’]s)?(?: \p{L}+){0,3} uitgelegd|` +
	`(?:handling|return|replacement|repair|exchange) of (?:defective|faulty|broken|damaged|wrong) \p{L}+$)`)

// withoutFaced is a question, normalised, without what is bad and said to be faced, unless something is denied.
func withoutFaced(bare string, words []string) string {
	if !facesBad().mayMatch(words) || denied().MatchString(bare) {
		return bare
	}
	return facesBad().pattern().ReplaceAllString(bare, " ")
}
