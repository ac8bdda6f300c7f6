package lexicon

import (
	"math"
	"slices"
	"strings"
)

// shortFamilyTable lists the forms with fewer points that families of familyTable are asked in, written as there. Such a form is only taken
// where each of its points was chosen, and by enough people; of few answers it is the longer family, which nobody chose all points of. Of a form
// marked ^ the longer family has ends beyond its own: it is only taken where chance would not leave them out.
const shortFamilyTable = `
en frequency: never < rarely|seldom|hardly ever < often|frequently|usually < always
en extent: not at all < slightly|a little|a little bit < quite a bit|a lot|very < very much|a great deal|extremely|completely
en extent: not at all < slightly|a little|a little bit < moderately|somewhat < extremely|completely|very much|a great deal
en extent: not at all < moderately|somewhat < very|a lot|quite a bit
en quality: bad|poor < ok|okay|fair|average|neutral|acceptable|adequate < good
en satisfaction: dissatisfied|unsatisfied < neutral|neither satisfied nor dissatisfied|neither < satisfied
en importance: not important|unimportant|not at all important < somewhat important|moderately important|fairly important < very important
en importance: not important|unimportant|not at all important < somewhat important|moderately important|fairly important < important < very important|extremely important
en likelihood: unlikely < neutral|neither likely nor unlikely|maybe|undecided < likely
en expectation: worse than expected|below expectations|worse < as expected|met expectations|meets expectations|about the same < better than expected|exceeds expectations|above expectations|exceeded expectations|better
en ease: difficult|hard < neutral|neither easy nor difficult|neither < easy
de frequency: nie|niemals < selten < oft|häufig|meistens < immer
de frequency: nie|niemals < manchmal|gelegentlich < oft|häufig|meistens < immer
de extent: gar nicht|überhaupt nicht < wenig|kaum|etwas < ziemlich|überwiegend|stark < sehr|völlig|sehr stark
de quality: schlecht < mittelmäßig|mittel|durchschnittlich|neutral|teils/teils|teils, teils < gut
de satisfaction: unzufrieden < neutral|teils/teils|teils, teils|weder noch|weder zufrieden noch unzufrieden < zufrieden
de importance: unwichtig < neutral|mittelmäßig wichtig|teils/teils|teils, teils < wichtig
de ease: schwierig|schwer < neutral|weder noch|mittel|mittelmäßig|teils/teils|teils, teils < einfach|leicht
fr frequency: jamais < rarement < souvent|régulièrement < toujours
fr frequency: jamais < parfois|de temps en temps|quelquefois < souvent|régulièrement < toujours
fr extent: pas du tout < un peu|peu < beaucoup|assez < énormément|tout à fait|totalement
fr quality: mauvais|mauvaise|médiocre < moyen|moyenne|passable|correct|correcte < bon|bonne|bien
fr satisfaction: insatisfait|pas satisfait|mécontent < neutre|ni satisfait ni insatisfait < satisfait|content
fr importance: pas important|pas du tout important < peu important < important < très important
fr ease: difficile < neutre|ni facile ni difficile < facile
es frequency: nunca < raramente|rara vez|casi nunca|pocas veces < frecuentemente|a menudo|con frecuencia < siempre
es frequency: nunca < a veces|algunas veces|de vez en cuando < frecuentemente|a menudo|con frecuencia < siempre
es extent: nada|para nada < poco|un poco < bastante < mucho|muchísimo
es quality: malo|mala|mal|mala calidad|baja calidad|de mala calidad < regular|normal|aceptable|calidad media|media calidad|calidad regular|de calidad media < bueno|buena|bien|buena calidad|alta calidad|de buena calidad
es satisfaction: insatisfecho < neutral|ni satisfecho ni insatisfecho|regular|indiferente < satisfecho
es importance: nada importante < poco importante < importante|bastante importante < muy importante
es ease: difícil < neutral|neutro|regular|normal|ni fácil ni difícil < fácil
pt frequency: nunca < raramente < frequentemente|com frequência|muitas vezes < sempre
pt frequency: nunca < às vezes|algumas vezes|de vez em quando < frequentemente|com frequência|muitas vezes < sempre
pt extent: nada < pouco|um pouco < bastante|muito < totalmente|completamente|muitíssimo
pt quality: ruim|mau|má < regular|razoável|médio|média < bom|boa
pt satisfaction: insatisfeito < neutro|nem satisfeito nem insatisfeito|indiferente|regular < satisfeito
pt importance: nada importante < pouco importante < importante|bastante importante < muito importante
pt ease: difícil < neutro|regular|nem fácil nem difícil < fácil
it frequency: mai < raramente < spesso|frequentemente < sempre
it frequency: mai < a volte|qualche volta|talvolta < spesso|frequentemente < sempre
it extent: per niente|per nulla < poco < abbastanza < molto
it quality: scarso|scarsa|cattivo|cattiva < sufficiente|medio|media|discreto|discreta < buono|buona
it satisfaction: insoddisfatto < neutrale|né soddisfatto né insoddisfatto|neutro < soddisfatto
it ease: difficile < neutrale|neutro|né facile né difficile < facile
nl frequency: nooit < zelden < vaak|meestal|regelmatig < altijd
nl frequency: nooit < soms|af en toe < vaak|meestal|regelmatig < altijd
nl extent: helemaal niet < een beetje|weinig < tamelijk|veel|behoorlijk < heel veel|helemaal|zeer
nl quality: slecht|onvoldoende < matig|redelijk|voldoende|gemiddeld|neutraal < goed
nl satisfaction: ontevreden|niet tevreden < neutraal|niet tevreden, niet ontevreden|noch tevreden noch ontevreden < tevreden
nl importance: helemaal niet belangrijk|onbelangrijk < niet zo belangrijk|weinig belangrijk|niet belangrijk < belangrijk|tamelijk belangrijk < zeer belangrijk|heel belangrijk
nl ease: moeilijk < neutraal|niet makkelijk, niet moeilijk < makkelijk|gemakkelijk
en agreement^: disagree < somewhat disagree|tend to disagree|slightly disagree|rather disagree|partly disagree < somewhat agree|tend to agree|slightly agree|rather agree|partly agree < agree
en agreement^: disagree < somewhat disagree|tend to disagree|slightly disagree|rather disagree|partly disagree < neutral|neither agree nor disagree|neither|undecided < somewhat agree|tend to agree|slightly agree|rather agree|partly agree < agree
en satisfaction^: dissatisfied|unsatisfied < somewhat dissatisfied|slightly dissatisfied|somewhat unsatisfied < somewhat satisfied|slightly satisfied < satisfied
en satisfaction^: dissatisfied|unsatisfied < somewhat dissatisfied|slightly dissatisfied|somewhat unsatisfied < neutral|neither satisfied nor dissatisfied|neither < somewhat satisfied|slightly satisfied < satisfied
en quality^: below average < average < above average
de agreement^: stimme nicht zu|stimme gar nicht zu|stimme überhaupt nicht zu < stimme teilweise zu|stimme teils zu < stimme zu < stimme voll zu|stimme völlig zu|stimme voll und ganz zu|stimme vollkommen zu
de satisfaction^: unzufrieden < eher unzufrieden < eher zufrieden < zufrieden
de satisfaction^: unzufrieden < eher unzufrieden < neutral|weder noch|teils/teils|teils, teils|teils teils|teils-teils|weder zufrieden noch unzufrieden < eher zufrieden < zufrieden
pt agreement^: discordo < discordo parcialmente|discordo em parte|discordo um pouco < concordo parcialmente|concordo em parte|concordo um pouco < concordo
pt agreement^: discordo < discordo parcialmente|discordo em parte|discordo um pouco < neutro|neutra|nem concordo nem discordo|não concordo nem discordo|indiferente < concordo parcialmente|concordo em parte|concordo um pouco < concordo
`

// enoughToShorten is how many answers tell that a point in the middle which nobody chose was not offered.
const enoughToShorten = 30

// shortFamilies are the families of shortFamilyTable, each with the longer one that it is a form of.
func shortFamilies(longer []*Family) []*Family {
	var all []*Family
	for line := range familyLines(shortFamilyTable) {
		head, points, _ := strings.Cut(line, ":")
		language, name, _ := strings.Cut(head, " ")
		name, within := strings.CutSuffix(name, "^")
		f := newFamily(language, name, spelled(points))
		f.Short, f.Within = true, within
		f.Full = longestWith(longer, f)
		all = append(all, f)
	}
	return all
}

// longestWith returns the family with the most points, up to the usual five, that has the names of all points of another; of one within others the
// family that has those and ends beyond them.
func longestWith(families []*Family, short *Family) (longest *Family) {
	const usual = 5
	var names []string
	for _, point := range short.Points {
		names = append(names, point[0])
	}
	for _, f := range families {
		fits := len(f.Points) <= usual && !short.Within || short.Within && f.inRow(names)
		if f.Language == short.Language && !f.Whole && len(f.Points) > len(short.Points) && fits && (longest == nil || len(f.Points) > len(longest.Points)) && f.Has(names) {
			longest = f
		}
	}
	return longest
}

// inRow reports whether labels are points of the family without another between them.
func (f *Family) inRow(names []string) bool {
	first, has := f.At[names[0]]
	for i, name := range names {
		at, known := f.At[name]
		has = has && known && at == first+i
	}
	return has
}

// Offered returns the family that the answers show to have been offered: of few answers the longer one of a short form; of many without the
// points in the middle that nobody chose though their neighbours are frequent, which it names.
func (f *Fitted) Offered(counted map[string]int, answers int, labels []string) *Fitted {
	if f.Numbering < Unnumbered {
		return f // the numbers of the labels say which points there are between them
	}
	if f.Family.Short && f.Family.Full != nil {
		whole := f.Family.Full.Fit(labels)
		if whole != nil && (answers < enoughToShorten || f.Family.Within && whole.mayMissEnds(whole.counts(counted))) {
			if f.Family.Within {
				whole.Fewer = f.Labels
			}
			return whole
		}
	}
	if len(f.Unseen) == 0 || answers < enoughToShorten || len(labels) < 3 {
		return f
	}
	counts := f.counts(counted)
	shorter := &Fitted{Family: f.Family, Without: f.Without, Fewer: f.Fewer}
	inner := false
	for i, label := range f.Labels {
		switch unseen := f.unseen(i); { // others may have chosen what nobody here did
		case unseen && f.hole(i, counts):
			shorter.Dropped, inner = append(shorter.Dropped, label), true
			continue
		case unseen && i == 0 && !f.mirrored() && f.expectedAtEnd(i, counts) >= FrequentNeighbours:
			shorter.Dropped = append(shorter.Dropped, label)
			continue
		case unseen:
			shorter.Unseen = append(shorter.Unseen, label)
		}
		shorter.Labels = append(shorter.Labels, label)
	}
	if known := knownForm(labels); known != nil && inner {
		return known
	}
	if len(shorter.Dropped) == 0 {
		shorter.Fewer = shorter.withoutDoubtfulEnds(counts)
	}
	return shorter
}

// knownForm returns the short form of which the labels are all points but an end; nil: of none.
func knownForm(labels []string) *Fitted {
	var best *Fitted
	for _, f := range WordFamilies() {
		if !f.Short {
			continue
		}
		if found := f.Fit(labels); found != nil && len(found.innerUnseen()) == 0 && (best == nil || len(found.Unseen) < len(best.Unseen)) {
			best = found
		}
	}
	return best
}

// hole reports whether a point that nobody chose stands between points that many chose.
func (f *Fitted) hole(at int, counts []int) bool {
	below, above := at-1, at+1
	for below >= 0 && f.unseen(below) {
		below--
	}
	for above < len(counts) && f.unseen(above) {
		above++
	}
	return below >= 0 && above < len(counts) && math.Sqrt(float64(counts[below])*float64(counts[above])) >= FrequentNeighbours
}

// OtherForm returns the labels of another scale that the answers may be of, from low to high: without the points in the middle that nobody
// chose, or with those that a short form lacks; nil: of none.
func (f *Fitted) OtherForm(labels []string) []string {
	if f.Numbering < Unnumbered {
		return nil
	}
	if len(f.Dropped) > 0 || f.Without != "" {
		if whole := f.Family.Fit(labels); whole != nil {
			return whole.Labels
		}
	}
	if f.Family.Short && f.Family.Full != nil {
		if whole := f.Family.Full.Fit(labels); whole != nil {
			return whole.Labels
		}
	}
	inner := f.innerUnseen()
	if len(inner) == 0 {
		return f.Fewer
	}
	return slices.DeleteFunc(slices.Clone(f.Labels), func(label string) bool { return slices.Contains(inner, label) })
}

// innerUnseen are the labels that nobody chose between labels that somebody chose.
func (f *Fitted) innerUnseen() []string {
	first, last := -1, -1
	for i, label := range f.Labels {
		if !slices.Contains(f.Unseen, label) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	var inner []string
	for i, label := range f.Labels {
		if i > first && i < last && slices.Contains(f.Unseen, label) {
			inner = append(inner, label)
		}
	}
	return inner
}

// FrequentNeighbours is the geometric mean of a point's neighbours from which the point itself is expected: chance leaves it
// empty in fewer than 1 of 1,000 such cases (e⁻⁷).
const FrequentNeighbours = 7
