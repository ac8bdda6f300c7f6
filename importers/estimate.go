package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// people are those whose answers others estimate, in English, German, French, Spanish, Portuguese, Italian, Dutch. The first group
// are those outside, the second those who work there.
const (
	outsiders = `customers?|clients?|guests?|patients?|passengers?|users?|consumers?|shoppers?|citizens?|` +
		`kunden|kundinnen(?: und kunden)?|kund\*innen|kund:innen|gäste|patienten|fahrgäste|nutzer|nutzerinnen|verbraucher|mandanten|` +
		`usagers|utilisateurs|consommateurs|clientes|huéspedes|usuarios|pacientes|pasajeros|usuários|hóspedes|passageiros|` +
		`clienti|ospiti|pazienti|utenti|passeggeri|klanten|gasten|gebruikers|patiënten|reizigers`
	insiders = `employees|staff|colleagues|team members|workers|mitarbeiter|mitarbeitenden|mitarbeiterinnen|beschäftigten|belegschaft|` +
		`employés|salariés|collaborateurs|empleados|trabajadores|funcionários|colaboradores|dipendenti|collaboratori|medewerkers|werknemers`
	whoever = `(?:` + outsiders + `|` + insiders + `)`
)

var (
	// thinking asks for an opinion: what comes next is what somebody else would say.
	thinking = lazily(lexicon.WordStart + `(?:do you (?:\w+ )?(?:think|believe|expect|suppose|estimate|assume|feel|imagine|reckon)|(?:would|do) you (?:say|guess|estimate)|in your (?:opinion|view|estimation)|your (?:guess|estimate)|how would|what would|` +
		`(?:glauben|denken|meinen|vermuten|schätzen|erwarten) sie|(?:glaubst|denkst|meinst|vermutest|schätzt) du|(?:ihrer|deiner) (?:meinung|ansicht|einschätzung)|(?:ihrer|deiner) schätzung|was würden|wie würden|` +
		`(?:pensez|croyez|estimez|supposez)-vous|(?:penses|crois|estimes)-tu|(?:selon|d'après) (?:vous|toi)|à (?:votre|ton) avis|` +
		`(?:cree|crees|piensa|piensas|considera|consideras|estima|opina) (?:usted )?que|en su opinión|en tu opinión|según usted|` +
		`(?:acha|acredita|pensa|considera|estima) que|na sua opinião|em sua opinião|` +
		`(?:pensa|pensi|crede|credi|ritiene|ritieni|stima) che|secondo (?:lei|te)|a suo (?:parere|avviso)|a tuo (?:parere|avviso)|` +
		`(?:denkt|gelooft|verwacht|schat) u|(?:denk|geloof|verwacht|schat) je|volgens (?:u|jou)|naar uw mening)(?:$|[^\p{L}])`)
	// rateUs asks for a rating with a word for estimating: "Bitte schätzen Sie uns ein".
	rateUs = lazily(lexicon.WordStart + `(?:schätzen sie|schätzt ihr|schätzt du|schätze) (?:bitte )?(?:uns|(?:die )?folgende\p{L}* (?:aussagen|punkte|aspekte)|unser\p{L}* (?:unternehmen|firma|leistung\p{L}*|haus|service|team))(?: \p{L}+){0,3} ein(?:$|[^\p{L}])`)
	// matters is importance for others: "important to our customers".
	matters = lazily(`(?:` + lexicon.WordStart + `(?:to|for|pour|à|aux|para|a|per|ai|agli|voor)|für|aos|wichtig (?:ist|sind|wäre|wären))(?: \p{L}+['’]?){0,2}[ '’]` + whoever + `(?:$|[^\p{L}])`)
	// feel are others as those who judge: "our customers are satisfied", "wie zufrieden sind unsere Kunden", "our customers would rate".
	feel = lazily(whoever + `(?: \p{L}+)? (?:are|is|feel|felt|would|will|rate|rates|think|say|see|consider|perceive|value|find|sind|seien|wären|würden|finden|bewerten|beurteilen|sagen|sont|seraient|trouvent|jugent|notent|évaluent|están|estan|son|dirían|valoran|calificarían|estão|são|diriam|avaliam|avaliariam|sono|siano|direbbero|valutano|valuterebbero|zijn|vinden|beoordelen|zouden)(?:$|[^\p{L}])` +
		`|` + lexicon.WordStart + `siano(?: \p{L}+['’]?){0,3} ` + whoever + `(?:$|[^\p{L}])|` + lexicon.WordStart + `(?:are|would|sind|würden|sont|están|estão|sono|zijn|zouden|finden|bewerten|vinden|beoordelen)(?: \p{L}+['’]?){0,2} ` + whoever + `(?:$|[^\p{L}])`)
	// contentment is what others have, in languages that say it with a noun: "the satisfaction of our customers".
	contentment = lazily(`(?:satisfaction|zufriedenheit|satisfacción|satisfação|soddisfazione|tevredenheid)(?: \p{L}+['’]?){0,2}[ '’]` + whoever + `(?:$|[^\p{L}])`)
	outside     = lazily(`(?:^|[^\p{L}])(?:` + outsiders + `)(?:$|[^\p{L}])`)
)

// estimates reports whether a question asks what others would answer, such as "how satisfied do you think our customers are with …?":
// its answers are no ratings of the respondents' own. "How important do you think …?" is one, "for our customers" makes it none.
func estimates(c Column) bool {
	text := rateUs().ReplaceAllString(askedText(c), " ")
	switch {
	case lexicon.ImportanceWords().MatchString(text) && (matters().MatchString(text) || thinking().MatchString(text) && feel().MatchString(text)):
		return true
	case !thinking().MatchString(text):
		return false
	}
	return feel().MatchString(text) || contentment().MatchString(text)
}

// askedText are the words of a question that ask something. Where a suffix says what its statement is asked for, the statement itself is what
// is rated: that we listen to customers is an item ("Listens to customers (importance)"), and to whom it matters only the suffix or the stem says.
func askedText(c Column) string {
	statement := lexicon.Normalise(c.statement())
	if _, told := lexicon.SuffixKind(statement); !told || thinking().MatchString(statement) {
		return lexicon.Normalise(c.Text)
	}
	stem, _ := lexicon.SplitMatrix(c.heading().Bare())
	return lexicon.Normalise(stem) + " " + lexicon.Suffix().FindStringSubmatch(statement)[1]
}

// estimated is the audience whose answers a question estimates: that which its words name, else the outermost other one; empty if there
// is no other.
func (d *draft) estimated(a *asked) string {
	if a.of != "" {
		return a.of
	}
	of, ownID := "", d.study.Audiences[a.audience].ID
	fromOutside := outside().MatchString(lexicon.Normalise(a.column.Text))
	for _, other := range d.study.Audiences {
		if other.ID != ownID && (fromOutside || of == "" || place(other.ID) == staffPlace) {
			of = other.ID
		}
	}
	return of
}

// estimateOf is an estimate as a study file writes it under an audience; empty if its scale cannot be told. What is estimated was asked
// on the scale of the item, if the answers are on it.
func (w *fileWriter) estimateOf(a *asked, item int) string {
	q := &question{by: []*asked{a}}
	if w.draft.readScales(q) != "" {
		return ""
	}
	if item >= 0 {
		own, low, high := w.draft.usable[item].by[0].read.scale, a.read.scale.Low, a.read.scale.High
		switch {
		case len(own.Labels)+len(a.read.scale.Labels) == 0 && own.Low <= low && high <= own.High:
			a.read.scale = own
		case a.answers.inWords() && len(own.Labels) > len(a.read.scale.Labels) && allAmong(a.answers.words, own.Labels):
			a.read.scale = own // nobody expects others to be neutral, and still it could be chosen
		}
	}
	r := w.draft.rating(q)
	column := w.column(r.Columns[w.draft.study.Audiences[a.audience].ID])
	if inner, mapping := strings.CutPrefix(column, "{"); mapping {
		column = strings.TrimSuffix(inner, "}")
	} else {
		column = "column: " + column
	}
	kind := ""
	if r.Kind == study.Importance {
		kind = ", kind: importance"
	}
	return "{of: " + w.draft.estimated(a) + kind + ", " + column + "}"
}

// allAmong reports whether all words are labels of a scale.
func allAmong(words map[string]int, labels []string) bool {
	known := distinctFolded(labels)
	for word := range words {
		if !known[lexicon.Normalise(word)] {
			return false
		}
	}
	return true
}

// likelyEstimates offers, under an item, what its audiences think that others would answer: what can be compared with a rating of theirs in
// one line, and what cannot yet in another, with what is missing.
func (w *fileWriter) likelyEstimates(item int) {
	compared := w.estimatesUnder([]int{item}, func(e *asked) bool { return w.ratedByEstimated(item, e) })
	if compared != "" {
		w.line("    # ? estimates: %s", compared)
	}
	alone := w.estimatesUnder([]int{item}, func(e *asked) bool { return !w.ratedByEstimated(item, e) })
	if alone == "" {
		return
	}
	var missing, whose []string
	for _, e := range w.look.estimates[item] {
		if of := w.draft.estimated(e); !w.ratedByEstimated(item, e) {
			missing = union(missing, []string{fmt.Sprintf("%s: {%s: COLUMN}", e.asks(), of)})
			whose = union(whose, []string{of})
		}
	}
	remark := fmt.Sprintf("? An estimate of %s, of whom this item has no rating of their own: there is nothing to compare it with. What is missing: %s.", strings.Join(whose, " and "), strings.Join(missing, ", "))
	if compared != "" {
		remark += " With it, the last line takes the place of the one above:"
		alone = w.estimatesUnder([]int{item}, func(*asked) bool { return true })
	}
	w.comment("    ", remark)
	w.line("    # estimates: %s", alone)
}

// ratedByEstimated reports whether the audience whose answers are estimated has a rating of the same kind in an item.
func (w *fileWriter) ratedByEstimated(item int, e *asked) bool {
	of := w.draft.estimated(e)
	return slices.ContainsFunc(w.draft.study.Items[item].Ratings, func(r *study.Rating) bool { return r.Kind == e.asks() && r.Columns[of] != nil })
}

// estimatesUnder writes the estimates of items that are asked for, by the audience that makes them; empty: there are none.
func (w *fileWriter) estimatesUnder(items []int, wanted func(*asked) bool) string {
	var makers []string
	for i, a := range w.draft.study.Audiences {
		var of []string
		for _, item := range items {
			for _, e := range w.look.estimates[item] {
				if e.audience != i || !wanted(e) {
					continue
				}
				if text := w.estimateOf(e, item); text != "" {
					of = append(of, text)
				}
			}
		}
		if len(of) > 0 {
			makers = append(makers, a.ID+": ["+strings.Join(of, ", ")+"]")
		}
	}
	if len(makers) == 0 {
		return ""
	}
	return "{" + strings.Join(makers, ", ") + "}"
}

// looseEstimates names the estimates that no item was found for.
func (w *fileWriter) looseEstimates() {
	headed := false
	for _, e := range w.look.estimates[-1] {
		text := ""
		if w.draft.estimated(e) != "" {
			text = w.estimateOf(e, -1)
		}
		if !headed {
			w.comment("  ", "? These ask what others would answer. Under the item that one is about, it is an estimate of theirs:")
			headed = true
		}
		if text == "" {
			w.comment("    ", scalarOf(lexicon.Shorten(e.column.Text)))
			continue
		}
		w.line("    # estimates: {%s: %s}", w.draft.study.Audiences[e.audience].ID, text)
	}
}
