package importers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// "How satisfied are our customers with delivery?" asks staff for no rating of their own: its subject are others, who are an audience of the
// study. What staff answer is an estimate of theirs.

// judging is how a question asks how others judge something: its beginning, and what stands behind those others.
type judging struct {
	opening, behind func() *regexp.Regexp
}

// judgingTable holds these words in the languages that init pairs in.
var judgingTable = sync.OnceValue(func() []judging {
	of := func(opening, behind string) judging {
		return judging{lazily(`(?:^|[.:?!] )¿?(?:` + opening + `) `), lazily(`^(?:` + behind + `)`)}
	}
	const nothing = `$|[?:.\[]| [-–—\[>(]`
	return []judging{
		of(`how (?:satisfied|happy|content|pleased) (?:are|were)`, ` (?:with|about) |`+nothing),
		of(`how (?:do|did)`, ` (?:rate|judge|perceive|assess|evaluate|feel about|think of)(?: |$|[?:])`),
		of(`wie zufrieden (?:sind|waren)`, ` (?:insgesamt )?(?:mit|über) |`+nothing),
		of(`wie (?:bewerten|beurteilen)`, ` \pL|`+nothing),
		of(`dans quelle mesure|à quel point`, ` sont[ -](?:ils |elles )?(?:\pL+ )?satisfait`),
		of(`comment`, ` (?:jugent|évaluent|notent|perçoivent)(?:[ -]|$)`),
		of(`(?:qué tan|cuán) satisfech[oa]s (?:están|estuvieron)`, ` con |`+nothing),
		of(`cómo (?:valoran|califican|evalúan)`, ` \pL|`+nothing),
		of(`quão satisfeit[oa]s (?:estão|estavam)`, ` com |`+nothing),
		of(`como (?:avaliam|classificam)`, ` \pL|`+nothing),
		of(`quanto sono soddisfatt[ie]`, ` d(?:i|el|ello|ella|ei|egli|elle|ell['’])|`+nothing),
		of(`come (?:valutano|giudicano)`, ` \pL|`+nothing),
		of(`hoe tevreden (?:zijn|waren)`, ` (?:over|met) |`+nothing),
		of(`hoe (?:beoordelen|waarderen)`, ` \pL|`+nothing),
		// whether others would recommend: the outcome as they see it
		of(`how (?:likely|willing) (?:are|were|would)|how (?:likely|probable) is it that|(?:what is the )?likelihood (?:of|that)|(?:would|will|do)`, ` (?:\pL+ ){0,3}recommend`),
		of(`wie wahrscheinlich (?:ist es,? dass|werden|würden)|(?:würden|werden)`, ` (?:\pL+ ){0,6}(?:weiter)?empfehlen`),
		of(`quelle est la probabilité que|dans quelle mesure|à quel point|est-ce que`, ` (?:nous )?recommand`),
		of(`(?:qué tan|cuán) probable es que|con qué probabilidad|qué probabilidad hay de que`, ` (?:\pL+ )?(?:recomienden|recomendarían)`),
		of(`(?:qual (?:é )?a probabilidade de|quão provável é que)`, ` (?:\pL+ )?(?:recomend|indicar)`),
		of(`quanto è probabile che|con (?:quale|che) probabilità`, ` (?:ci )?(?:raccomand|consigli)`),
		of(`hoe waarschijnlijk is het,? dat`, ` (?:\pL+ ){0,6}(?:aanbevelen|aanraden)`),
	}
})

// leaders are those who lead, in the languages of the label families.
const leaders = `leaders|leadership|management|managers|executives|supervisors|führungskräfte|geschäftsleitung|geschäftsführung|vorgesetzten?|dirigeants|cadres|directivos|dirigentes|gestores|gerentes|dirigenti|manager|leidinggevenden`

var (
	// ofWhom are the words before those who judge.
	ofWhom = lazily(`^(?:(?:the|our|most|your|die|unsere?|ihre?|les|nos|vos|los|las|nuestr[oa]s|sus|os|as|nossos|nossas|i|gli|le|nostri|de|onze|uw) ){0,2}`)
	// people, at the beginning of a text.
	outsidersFirst = lazily(`^(` + outsiders + `)(?:$|[^\p{L}])`)
	insidersFirst  = lazily(`^(` + insiders + `)(?:$|[^\p{L}])`)
	leadersFirst   = lazily(`^(` + leaders + `)(?:$|[^\p{L}])`)
)

// placeOfPeople tells how far inside those stand whom a text, normalised, begins with, and the word for them.
func placeOfPeople(text string) (at int, word string) {
	if m := outsidersFirst().FindStringSubmatch(text); m != nil {
		return customersPlace, m[1]
	}
	if m := insidersFirst().FindStringSubmatch(text); m != nil {
		return staffPlace, m[1]
	}
	if m := leadersFirst().FindStringSubmatch(text); m != nil {
		return leadershipPlace, m[1]
	}
	return otherPlace, ""
}

// placeOf tells how far inside an audience stands, by its name in any of the languages.
func placeOf(id string) int {
	if at := place(id); at != otherPlace {
		return at
	}
	at, _ := placeOfPeople(strings.ReplaceAll(id, "_", " "))
	return at
}

// judgedBy returns the audience whose judgement a question asks another for; empty: it asks for one's own, or for that of people who are no
// audience of their own here.
func (d *draft) judgedBy(a *asked) string {
	text := lexicon.Normalise(a.column.Text)
	for _, j := range judgingTable() {
		at := j.opening().FindStringIndex(text)
		if at == nil {
			continue
		}
		if of, behind := d.audienceCalled(ofWhom().ReplaceAllString(text[at[1]:], ""), a.audience); of != "" && j.behind().MatchString(behind) {
			return of
		}
	}
	return ""
}

// audienceCalled returns the audience, other than that which was asked, that a text begins with, by its own name or by a usual word for such
// people, and what stands behind; empty: there is none, or several could be meant.
func (d *draft) audienceCalled(text string, asked int) (id, behind string) {
	for i, a := range d.study.Audiences {
		for _, name := range []string{lexicon.Normalise(a.Label), lexicon.Normalise(a.Label) + "s"} {
			rest, begins := strings.CutPrefix(text, name)
			if next, _ := utf8.DecodeRuneInString(rest); !begins || unicode.IsLetter(next) {
				continue
			}
			if i == asked {
				return "", ""
			}
			return a.ID, rest
		}
	}
	at, word := placeOfPeople(text)
	var called []string
	for _, a := range d.study.Audiences {
		if placeOf(a.ID) == at {
			called = append(called, a.ID)
		}
	}
	if at == otherPlace || len(called) != 1 || called[0] == d.study.Audiences[asked].ID {
		return "", ""
	}
	return called[0], text[len(word):]
}

// setEstimatesApart takes the questions how another audience judges something out of the ratings, unless that audience was asked the very same.
func (d *draft) setEstimatesApart() {
	for i, of := range d.columns {
		var kept []*asked
		var texts []string
		for _, a := range of {
			judge := d.judgedBy(a)
			if at := d.study.Audience(judge); judge == "" || slices.ContainsFunc(d.columns[at], func(b *asked) bool { return sameQuestion(a, b) }) {
				kept = append(kept, a)
				continue
			}
			a.of = judge
			d.estimates = append(d.estimates, a)
			texts = append(texts, fmt.Sprintf("%q", shortenQuestion(a.column)))
		}
		d.columns[i] = kept
		d.saysEstimates(d.study.Audiences[i], texts)
	}
}

// saysEstimates says which questions are taken for estimates.
func (d *draft) saysEstimates(a *study.Audience, texts []string) {
	if len(texts) > 0 {
		d.hinted(study.NoRating, a.ID, "a study file can name them under  estimates", "%s: taken for estimates of what others would answer, not ratings of their own: %s", a.ID, few(texts))
	}
}
