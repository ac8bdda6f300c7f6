package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// Degrees of an adjective and of its opposite are one scale: very unsafe, unsafe, safe, very safe. More of a good adjective is better. The opposite is told
// by what denies the adjective (un-, in-, on-), or is one of oppositeWords.

// oppositeTable lists, by language, the degrees of an opposite N and of an adjective X from low to high as degreeTable does. The middle may be missing.
const oppositeTable = `
en: very N|extremely N|highly N|completely N|really N < N|somewhat N|rather N|fairly N|quite N < neutral|neither|neither X nor N|neither N nor X|average|undecided|ok|okay|so-so < X|somewhat X|rather X|fairly X|quite X < very X|extremely X|highly X|completely X|really X
en: very N|extremely N < N|quite N|moderately N|fairly N < slightly N|somewhat N|a little N|a bit N < neutral|neither|neither X nor N|neither N nor X|average < slightly X|somewhat X|a little X|a bit X < X|quite X|moderately X|fairly X < very X|extremely X
de: sehr N|äußerst N|extrem N|völlig N < N|eher N|ziemlich N < neutral|weder noch|weder/noch|teils/teils|teils teils|teils-teils|teils, teils|mittel|mittelmäßig|durchschnittlich|weder X noch N|weder N noch X < X|eher X|ziemlich X < sehr X|äußerst X|extrem X|völlig X
de: sehr N|äußerst N < N|ziemlich N < eher N|etwas N < neutral|weder noch|weder/noch|teils/teils|teils, teils|weder X noch N|weder N noch X < eher X|etwas X < X|ziemlich X < sehr X|äußerst X
fr: très N|extrêmement N|tout à fait N < N|plutôt N|assez N < neutre|ni X ni N|ni N ni X|ni l'un ni l'autre|moyen < X|plutôt X|assez X < très X|extrêmement X|tout à fait X
fr: très N|extrêmement N < N < plutôt N|assez N|un peu N < neutre|ni X ni N|ni N ni X < plutôt X|assez X|un peu X < X < très X|extrêmement X
es: muy N|extremadamente N|sumamente N < N|bastante N|algo N|más bien N < neutral|neutro|ni X ni N|ni N ni X|normal|regular|indiferente < X|bastante X|algo X|más bien X < muy X|extremadamente X|sumamente X
es: muy N|extremadamente N < N|bastante N < algo N|un poco N < neutral|neutro|ni X ni N|ni N ni X < algo X|un poco X < X|bastante X < muy X|extremadamente X
pt: muito N|extremamente N < N|um pouco N|bastante N < neutro|neutra|nem X nem N|nem N nem X|normal|regular|indiferente < X|um pouco X|bastante X < muito X|extremamente X
it: molto N|estremamente N < N|abbastanza N|piuttosto N < neutrale|neutro|né X né N|né N né X|nella media|indifferente < X|abbastanza X|piuttosto X < molto X|estremamente X
nl: zeer N|heel N|erg N|uiterst N < N|enigszins N|tamelijk N|vrij N|redelijk N < neutraal|noch X noch N|niet X, niet N|niet N, niet X|gemiddeld < X|enigszins X|tamelijk X|vrij X|redelijk X < zeer X|heel X|erg X|uiterst X
`

// denyingPrefixes are those that make the opposite of an adjective, by language.
func denyingPrefixes(language string) []string {
	return map[string][]string{
		"en": {"un", "in", "im", "ir", "il", "dis"}, "de": {"un"}, "fr": {"in", "im", "ir", "il", "dés", "mal"}, "es": {"in", "im", "ir", "des"},
		"pt": {"in", "im", "ir", "des"}, "it": {"in", "im", "ir", "s", "dis"}, "nl": {"on"},
	}[language]
}

// oppositeWords lists, by language, adjectives of which more is better with opposites that are other words, each in all its forms.
const oppositeWords = `
en: safe<unsafe/dangerous clean<dirty/unclean/filthy fast<slow quick<slow modern<outdated/old-fashioned strong<weak generous<stingy tidy<untidy/messy fresh<stale
de: sicher<gefährlich sauber<schmutzig schnell<langsam modern<veraltet/altmodisch stark<schwach ordentlich<unordentlich
fr: propre<sale rapide<lent/lente moderne<dépassé/dépassée sûr/sûre<dangereux/dangereuse clair/claire<confus/confuse
es: limpio/limpia<sucio/sucia rápido/rápida<lento/lenta moderno/moderna<anticuado/anticuada seguro/segura<peligroso/peligrosa claro/clara<confuso/confusa
pt: limpo/limpa<sujo/suja rápido/rápida<lento/lenta moderno/moderna<antiquado/antiquada seguro/segura<perigoso/perigosa claro/clara<confuso/confusa
it: pulito/pulita<sporco/sporca rapido/rapida<lento/lenta veloce<lento/lenta moderno/moderna<antiquato/antiquata sicuro/sicura<pericoloso/pericolosa chiaro/chiara<confuso/confusa
nl: schoon<vies/vuil snel<traag/langzaam modern<ouderwets/verouderd veilig<gevaarlijk sterk<zwak
`

// opposed is an adjective of which more is better, with its opposites.
type opposed struct {
	language  string
	good, bad []string // forms, as PlainLabel writes them
	families  func() []*Family
}

// opposedByWord are the adjectives with opposites, by each form of either.
var opposedByWord = sync.OnceValue(func() map[string][]*opposed {
	with := map[string][]*opposed{}
	add := func(language string, good, bad []string) {
		o := &opposed{language: language, good: PlainLabels(good), bad: PlainLabels(bad)}
		o.families = sync.OnceValue(o.degrees)
		for _, form := range slices.Concat(o.good, o.bad) {
			with[form] = append(with[form], o)
		}
	}
	for _, a := range Adjectives() {
		var bad []string
		for _, form := range a.forms {
			for _, prefix := range denyingPrefixes(a.language) {
				bad = append(bad, prefix+form)
			}
		}
		add(a.language, a.forms, bad)
	}
	for _, line := range strings.Split(strings.TrimSpace(oppositeWords), "\n") {
		language, words, _ := strings.Cut(line, ": ")
		for _, pair := range strings.Fields(words) {
			good, bad, _ := strings.Cut(pair, "<")
			add(language, strings.Split(good, "/"), strings.Split(bad, "/"))
		}
	}
	return with
})

// degrees makes the families of an adjective and its opposites.
func (o *opposed) degrees() (all []*Family) {
	for line := range familyLines(oppositeTable) {
		language, table, _ := strings.Cut(line, ": ")
		if language != o.language {
			continue
		}
		var points [][]string
		for point := range strings.SplitSeq(table, " < ") {
			points = append(points, o.written(point))
		}
		f := newFamily(language, degreeName(o.good[0]), points)
		f.opposed, f.Ended = true, true // "safe" and "unsafe" alone are no scale
		at := len(points) / 2
		without := slices.Concat(points[:at], points[at+1:])
		all = append(all, f, indexed(&Family{Language: language, Name: f.Name, Points: without, Full: f, opposed: true, Ended: true}))
	}
	return all
}

// written returns the spellings of a point with all forms of the adjective and of its opposites.
func (o *opposed) written(point string) (spellings []string) {
	for degree := range strings.SplitSeq(point, "|") {
		if !strings.ContainsAny(degree, "XN") {
			spellings = append(spellings, degree)
			continue
		}
		for _, good := range o.good {
			text := strings.ReplaceAll(degree, "X", good)
			if !strings.Contains(text, "N") {
				spellings = append(spellings, text)
				continue
			}
			for _, bad := range o.bad {
				if spelling := strings.ReplaceAll(text, "N", bad); !slices.Contains(spellings, spelling) {
					spellings = append(spellings, spelling)
				}
			}
		}
	}
	return spellings
}

// oppositesOf returns the families of an adjective and its opposite that labels may be of: both of them are said.
func oppositesOf(plain []string) (found []*Family) {
	for _, label := range plain {
		for _, o := range opposedByWord()[lastWord(label)] {
			says := func(forms []string) bool {
				return slices.ContainsFunc(plain, func(label string) bool { return slices.Contains(forms, lastWord(label)) })
			}
			if says(o.good) && says(o.bad) {
				found = append(found, o.families()...)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}
