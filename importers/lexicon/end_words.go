package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// How sure somebody is to do something, as an end of a scale says it: with a yes or a no before or behind it ("seguro que sí", "sicher nicht"), or
// for itself.
var (
	surely = lazily(`^(?:(yes|ja|oui|sí|si|sì|sim|no|nein|non|não|nee),? )?(?:(?:ganz|very|most|molto|muy|vast en|heel|con toda|con|com|à|for) )*(?:sure|surely|certain|certainly|definitely|absolutely|sicher(?:lich)?|bestimmt|definitiv|auf jeden fall|in jedem fall|` +
		`certainement|sûrement|assurément|coup sûr|absolument|seguro|seguramente|seguridad|definitivamente|certeza|certamente|sicuramente|sicuro|certo|assolutamente|zeker|beslist|absoluut)(?: (?:que|di|dass|che))?` +
		`(?: (?:(?:would|will) )?(yes|would|will|ja|oui|sí|si|sì|sim|wel|no|not|nein|nicht|non|pas|não|nee|niet)(?: .*)?)?$`)
	noDoubt = lazily(`^(?:(?:without|with no|ohne|sans|sin|sem|senza|zonder) (?:(?:a|any|jeden|aucun|ninguna|nenhuma|alcun|enige) )?)(?:doubt|zweifel|doute|duda|dúvida|dubbio|twijfel)$`)
	noWay   = lazily(`^(?:(?:no|nein|non|não|nee),? )?(?:auf keinen fall|in keinem fall|unter keinen umständen|under no circumstances|en aucun cas|en ningún caso|de ninguna manera|de jeito nenhum|em nenhum caso|in nessun caso|in geen geval)$`)
)

// sureEnd is the end to which such words lean; 0: they are none.
func sureEnd(words string) int {
	m := surely().FindStringSubmatch(words)
	switch {
	case noDoubt().MatchString(words):
		return 1
	case noWay().MatchString(words):
		return -1
	case m == nil:
		return 0
	}
	switch said := cmp.Or(m[2], m[1]); said {
	case "", "yes", "would", "will", "ja", "oui", "sí", "si", "sì", "sim", "wel":
		return 1
	}
	return -1
}

// Leaning says towards which end of a scale a wording leans: +1 the high one, -1 the low one, 0 neither, as far as is known.
func Leaning(words string) int {
	if side := sureEnd(words); side != 0 {
		return side
	}
	for _, start := range beginnings(words) {
		if side := FamilySide(start); side != 0 && (start == words || withoutDegree(start+" …") != "…") { // "very" of "very slow" tells nothing
			return side
		}
	}
	bare := withoutDegree(words)
	switch {
	case badNoun().MatchString(bare) && denied().MatchString(bare):
		return 1
	case badNoun().MatchString(bare):
		return -1
	case words == "++", bare != words && degreeOfGood().MatchString(bare):
		return 1
	case words == "--", bare != words && degreeOfBad().MatchString(bare):
		return -1
	}
	if lowWords().MatchString(bare) || denies(bare) {
		return -1
	}
	first, _, _ := strings.Cut(bare, " ")
	return endTable()[first]
}

// degreeOfGood and degreeOfBad are words of an end behind a word of degree, and others without: "très mal" is bad, "3 mal" is three times.
var (
	degreeOfGood = lazily(`^(?:bien|bene|bem|well|wel)(?: |$)`)
	degreeOfBad  = lazily(`^(?:mal|male|badly)(?: |$)`)
)

// badNoun is a name of what is bad, of which an end says how much there is: "no problems", "many errors".
var badNoun = lazily(WordStart + `(?:problems?|issues|errors?|mistakes?|delays?|defects?|faults|complaints?|trouble|problemen?|fehlern?|mängeln?|verspätung(?:en)?|verzögerung(?:en)?|beschwerden|reklamationen|` +
	`problèmes?|erreurs?|retards?|défauts?|réclamations?|problemas?|errores|retrasos?|fallos?|quejas?|erros|atrasos?|falhas|reclamações|problemi|errori|ritardi|reclami|difetti|fouten|vertraging(?:en)?|klachten|gebreken)` + WordEnd)

// SideOfEnd is the end of a scale to which a label leans: by its words, or by how the words of a high end begin, "extremely impressive".
func SideOfEnd(label string) int {
	words := PlainLabel(label)
	side := Leaning(words)
	if side == 0 && highWords().MatchString(words) {
		side = 1
	}
	return side
}

// beginnings are the first words of a text, the longest run first: what stands behind a label says nothing of it.
func beginnings(text string) []string {
	const longest = 8 // words of a label
	words := strings.Fields(text)
	var all []string
	for n := min(longest, len(words)); n > 0; n-- {
		all = append(all, strings.Join(words[:n], " "))
	}
	return all
}

// FamilySide says in which half of the known families a label stands; 0: in none, or in both.
func FamilySide(label string) int {
	plain, side := PlainLabel(label), 0
	for _, f := range FamiliesAlone(plain) {
		half := 2*f.At[plain] - (len(f.Points) - 1)
		switch {
		case half == 0:
		case half > 0 && side >= 0:
			side = 1
		case half < 0 && side <= 0:
			side = -1
		default:
			return 0
		}
	}
	return side
}

// degrees are the words before an adjective that say how much of it, in the languages of the families, and articles.
var degrees = lazily(`^(?:(?:the|a|very|extremely|totally|completely|highly|absolutely|really|quite|most|fully|strongly|` +
	`der|die|das|am|sehr|äusserst|völlig|absolut|total|besonders|ganz|voll|vollkommen|extrem|` +
	`le|la|très|extrêmement|tout à fait|totalement|vraiment|entièrement|el|lo|muy|extremadamente|totalmente|sumamente|completamente|` +
	`o|muito|extremamente|il|molto|estremamente|assai|het|de|zeer|heel|erg|uiterst|extreem|volledig) )+`)

// withoutDegree takes the words of degree from the beginning of a text.
func withoutDegree(text string) string {
	return strings.TrimSpace(degrees().ReplaceAllString(text, ""))
}

// opposites reports whether one wording denies another: "professional" and "unprofessional", "trifft zu" and "trifft nicht zu".
func opposites(yes, no string) bool {
	positive, negative := strings.Fields(withoutDegree(yes)), strings.Fields(withoutDegree(no))
	if len(positive) == 0 {
		return false
	}
	if len(negative) == len(positive) {
		for i := range positive {
			if negative[i] != positive[i] {
				return Negated(negative[i], positive[i]) && slices.Equal(negative[i+1:], positive[i+1:])
			}
		}
		return false
	}
	left := slices.DeleteFunc(slices.Clone(negative), func(word string) bool {
		return denies(word) || slices.Contains([]string{"at", "all", "gar", "überhaupt", "du", "tout"}, word)
	})
	return len(left) < len(negative) && slices.Equal(left, positive)
}

// Negated reports whether a word is another with a syllable that denies it.
func Negated(word, positive string) bool {
	for _, syllable := range []string{"un", "in", "im", "il", "ir", "dis", "non-", "des", "on"} {
		if word == syllable+positive {
			return true
		}
	}
	return word == strings.TrimSuffix(positive, "ful")+"less" && strings.HasSuffix(positive, "ful")
}

// endTable are the words of the ends of scales that stand in no family, by their side.
var endTable = sync.OnceValue(func() map[string]int {
	sides := map[string]int{}
	for side, table := range map[int]string{1: highEnds, -1: lowEnds} {
		for _, word := range strings.Fields(table) {
			sides[word] = side
		}
	}
	return sides
})

// The words of good and of bad ends, and of much and of little, one language a line.
const (
	highEnds = `
best better good great high highest extreme positive strong strongest excellent outstanding perfect fantastic wonderful exceptional superb happy satisfied agree likely important easy yes always maximum max true useful helpful delighted fast friendly top
beste bester bestes besten gut gute guter hoch hohe hoher höchste höchster stark starke positiv hervorragend ausgezeichnet exzellent perfekt super spitze toll zufrieden einverstanden zustimmung ja immer einfach leicht wichtig wahrscheinlich maximal freundlich schnell
meilleur meilleure bon bonne excellent excellente parfait parfaite élevé élevée haut haute fort forte positif satisfait oui facile toujours important probable maximum
mejor bueno buena excelente perfecto alto alta máximo fuerte positivo satisfecho sí fácil siempre importante probable óptimo óptima
melhor bom boa ótimo ótima perfeito elevado máxima forte satisfeito sim
migliore migliori buono buona ottimo ottima eccellente perfetto elevato massimo massima positivo soddisfatto facile sempre
best beste goed hoog hoogste sterk positief uitstekend perfect tevreden eens ja makkelijk gemakkelijk altijd belangrijk waarschijnlijk`
	lowEnds = `
worst worse bad poor low lowest negative weak weakest terrible awful horrible dreadful unacceptable inadequate unsatisfactory unhappy dissatisfied unsatisfied disagree unlikely unimportant difficult hard never minimum min least false useless slow bottom flop
schlechteste schlechtester schlechtestes schlechtesten schlecht schlechte schlechter mies miserabel katastrophal niedrig niedrige niedrigste gering geringe schwach schwache negativ ungenügend mangelhaft unzufrieden ablehnung nein nie niemals schwierig schwer unwichtig unwahrscheinlich minimal langsam
pire pires mauvais mauvaise médiocre nul nulle faible bas basse négatif insatisfait désaccord jamais difficile improbable minimum
peor malo mala pésimo pésima bajo baja mínimo débil negativo insatisfecho desacuerdo nunca difícil improbable
pior mau má ruim péssimo péssima baixo baixa mínimo fraco insatisfeito discordo
peggiore peggiori cattivo cattiva pessimo pessima scarso scarsa basso bassa minimo minima negativo insoddisfatto disaccordo mai difficile
slechtste slecht slechte laag laagste zwak negatief onvoldoende ontevreden oneens nee nooit moeilijk onbelangrijk onwaarschijnlijk`
)
