package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Articles and dashboards head their tables of results in words of their own: Attribute, Group, Mean, SD, N. Such a table is told from one of
// respondents by all of its columns together; what its columns have to be called to be read is said, and nothing of it is guessed.

// resultsPart is what a column of a table of results holds.
type resultsPart int

const (
	partUnknown  resultsPart = iota // words or numbers under a heading that says neither
	partItem                        // what was rated
	partSection                     // a group of items
	partAudience                    // who rated it
	partMean
	partShare // a percentage, such as of those who chose the two highest points
	partBase
	partFigure // a figure beside the means: their spread, interval, difference, rank
)

// The headings of tables of results, one language a line.
const (
	itemHeadings = `
item|items|attribute|attributes|statement|question|question text|aspect|factor|driver|topic|indicator
merkmal|merkmale|attribut|aussage|frage|fragetext|aspekt|kriterium|thema
affirmation|critère|aspect|énoncé|thème|pregunta|atributo|ítem|aspecto|criterio|afirmación
pergunta|aspeto|critério|afirmação|domanda|attributo|aspetto|affermazione|vraag|stelling|kenmerk`
	sectionHeadings = `
dimension|section|area|theme|category|construct|scale|subscale|block
bereich|kategorie|abschnitt|skala|catégorie|domaine|categoría|categoria|sección|dimensión|dimensão|dimensione|categorie|dimensie`
	audienceHeadings = `
group|audience|segment|sample|subgroup|population|stakeholder|stakeholder group|respondents|respondent group|role|team|department|region|country|level
gruppe|zielgruppe|befragte|befragtengruppe|stichprobe|rolle|abteilung|land
groupe|public|échantillon|grupo|público|muestra|amostra|gruppo|campione|groep|doelgroep|steekproef|afdeling`
	baseHeadings = `
n|base|count|counts|responses|respondents|answers|sample size|number of responses|number of respondents|no of responses|no. of responses|valid n|# responses
basis|anzahl|fallzahl|antworten|anzahl antworten|effectif|nombre de réponses|réponses|respuestas|número de respuestas|respostas|risposte|numero|antwoorden|aantal|aantal antwoorden`
	figureHeadings = `
sd|s.d.|std|std dev|std. dev.|stddev|stdev|standard deviation|se|s.e.|std error|standard error|sem|variance|var|median|mode|min|max|minimum|maximum|range
ci|95% ci|95 % ci|ci low|ci high|ci lower|ci upper|lower|upper|lower ci|upper ci|lower bound|upper bound|moe|margin of error|t|t value|p|p value|p-value|sig|sig.|f|d|cohen's d|effect size|alpha
gap|difference|diff|delta|change|rank|no|no.|nr|nr.|#|index
stabw|standardabweichung|standardfehler|varianz|modus|spannweite|differenz|abstand|rang|lücke|untergrenze|obergrenze
écart-type|écart type|médiane|écart|rang|desviación estándar|desviación típica|mediana|diferencia|brecha|desvio padrão|diferença|deviazione standard|differenza|standaarddeviatie|standaardafwijking|verschil|mediaan`
)

// meanWord is a word of a heading above means: Mean, Average rating, Importance (mean), Mittelwert.
var meanWord = lazily(`(?:^|[^\p{L}])(?:means?|averages?|avg|mittelwerte?|mw|durchschnitt|durchschnittswert|ø|moyennes?|medias?|médias?|promedios?|medie|gemiddelden?|gemiddelde)(?:$|[^\p{L}])`)

// shareWord is what headings above percentages have: Top-2 %, Top box, Share favourable.
var shareWord = lazily(`%|(?:^|[^\p{L}\d])(?:percent|per cent|percentages?|prozent|pourcentages?|porcentajes?|porcentagem|percentagem|percentuali?|percentages?|procent|share|anteil|part|top[ -]?(?:2|3|two|three|box)(?:[ -]?box)?|t2b|t3b|fav|favou?rable)(?:$|[^\p{L}\d])`)

// baseOfGroup is the heading of the base of one group beside others: Leaders n, Customers (n).
var baseOfGroup = lazily(`^.*\pL.*[ (-](?:n|base|basis|count|anzahl|effectif)\)?$`)

// spreadWord is a heading of standard deviations or errors, maybe of one kind of rating: SD, importance_sd.
var spreadWord = lazily(`(?:^|[ _-])(?:sd|s\.d\.|std|std\.? ?dev\.?|stddev|stdev|standard deviation|se|s\.e\.|std\.? error|standard error|sem|stabw|standardabweichung|standardfehler|écart[ -]type|erreur type|desviación (?:estándar|típica)|error estándar|desvio padrão|erro padrão|deviazione standard|errore standard|standaarddeviatie|standaardafwijking|standaardfout)$`)

func saysSpread(heading string) bool { return spreadWord().MatchString(heading) }

// partHeaded tells what a column holds by its heading.
func partHeaded(heading string) resultsPart {
	heading = strings.ReplaceAll(heading, "_", " ")
	for _, of := range []struct {
		names string
		part  resultsPart
	}{
		{itemHeadings, partItem}, {sectionHeadings, partSection}, {audienceHeadings, partAudience}, {baseHeadings, partBase}, {figureHeadings, partFigure},
	} {
		if lexicon.Listed(of.names, heading) {
			return of.part
		}
	}
	switch {
	case meanWord().MatchString(heading):
		return partMean
	case baseOfGroup().MatchString(heading):
		return partFigure
	case shareWord().MatchString(heading):
		return partShare
	}
	return partUnknown
}

// resultsTable is a table of results under headings of its own, by the positions of its columns.
type resultsTable struct {
	heads          []string // as they stand
	item, audience int      // -1: none
	sections       []int
	other          []int // of words under other headings
	means          []int
	shares         []int // percentages
	base           int   // -1: none
	beside         bool  // it has figures beside means and bases
	named          bool  // the heading of the items is one of items
	unsaid         bool  // broken numbers are taken for means although no word says so
	inShares       bool  // for want of means, the percentages are the results
}

// asResults returns the table of results that records of another heading hold; nil: they may be of respondents. Each column has to be a part of
// such a table, and each item, of each group, to have one row, whose means are not the whole numbers of single answers.
func asResults(records [][]string) *resultsTable {
	const mostRows = 300
	header, rows := records[0], records[1:]
	if who, _, _ := longColumns(header); who >= 0 || len(rows) < 2 || len(rows) > mostRows {
		return nil
	}
	t := &resultsTable{item: -1, audience: -1, base: -1}
	for i, h := range header {
		t.heads = append(t.heads, lexicon.Tidy(h))
		if !t.take(i, partHeaded(lexicon.Normalise(h)), rows) {
			return nil
		}
	}
	if !t.place(rows) || !t.told(rows) {
		return nil
	}
	return t
}

// take enters a column; it reports whether its cells are those of such a part.
func (t *resultsTable) take(i int, part resultsPart, rows [][]string) bool {
	words, figures := holdsWords(rows, i), figuresIn(rows, i)
	switch {
	case figures && part == partShare: // written as 81% they are words, too
		t.shares = append(t.shares, i)
	case words && part == partItem && t.item < 0:
		t.item, t.named = i, true
	case words && part == partAudience && t.audience < 0:
		t.audience = i
	case words && part == partSection:
		t.sections = append(t.sections, i)
	case words && part != partMean:
		t.other = append(t.other, i)
	case figures && part == partMean:
		t.means = append(t.means, i)
	case figures && part == partBase && t.base < 0:
		t.base = i
	case figures && (part == partBase || part == partFigure):
		t.beside = true
	case figures && part == partUnknown && broken(rows, i):
		t.means, t.unsaid = append(t.means, i), true
	default:
		return false
	}
	return true
}

// place gives the columns of words under other headings the part that is left, and reports whether there is one for each. What the rows of an
// item have beside its name and differ in tells the groups apart.
func (t *resultsTable) place(rows [][]string) bool {
	switch {
	case t.item < 0 && len(t.other) > 0:
		t.item, t.other = t.other[0], t.other[1:]
	case t.item < 0 && len(t.sections) > 0:
		t.item, t.named = t.sections[len(t.sections)-1], true
	}
	if t.audience < 0 && t.named && len(t.other) > 0 && !t.once(rows) {
		t.audience, t.other = t.other[0], t.other[1:]
	}
	if t.beside = t.beside || len(t.means) > 0 && len(t.shares) > 0; len(t.means) == 0 {
		t.means, t.inShares = t.shares, true
	}
	return (len(t.other) == 0 || t.named && len(t.other) == 1) && (t.item >= 0 || t.audience >= 0)
}

// once reports whether each item, of each group, has one row.
func (t *resultsTable) once(rows [][]string) bool {
	seen := map[[2]string]bool{}
	for _, row := range rows {
		seen[[2]string{lexicon.Normalise(cell(row, t.item)), lexicon.Normalise(cell(row, t.audience))}] = true
	}
	return len(seen) == len(rows)
}

// told reports whether the rows can only be results: broken means, one row of each, and more than a name and a number that no word calls a mean.
// Percentages are published whole: beside items that are called so they have the groups, or bases.
func (t *resultsTable) told(rows [][]string) bool {
	if len(t.means) == 0 || !t.once(rows) || t.unsaid && !t.named {
		return false
	}
	if t.inShares {
		return t.named && (t.base >= 0 || t.audience >= 0 || t.beside) && t.percent(rows)
	}
	several := len(t.means) > 1 || t.base >= 0 || t.beside
	return broken(rows, t.means...) && (several || t.named && !t.unsaid)
}

// percent reports whether all results are percentages, and not all the same.
func (t *resultsTable) percent(rows [][]string) bool {
	seen := map[float64]bool{}
	for _, row := range rows {
		for _, i := range t.means {
			text := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(cell(row, i)), "%"))
			if x, _, is := figureIn(text); is && (x < 0 || x > 100) {
				return false
			} else if is {
				seen[x] = true
			}
		}
	}
	return len(seen) > 1
}

// broken reports whether most numbers of columns are no whole ones.
func broken(rows [][]string, columns ...int) bool {
	fractions, numbers := 0, 0
	for _, row := range rows {
		for _, i := range columns {
			if x, _, is := figureIn(strings.TrimSpace(cell(row, i))); is {
				if numbers++; x != math.Trunc(x) {
					fractions++
				}
			}
		}
	}
	return 2*fractions > numbers
}

// holdsWords reports whether a column holds a text in every row, and no number.
func holdsWords(rows [][]string, at int) bool {
	return !slices.ContainsFunc(rows, func(row []string) bool { return numeric(cell(row, at)) })
}

// figuresIn reports whether a column holds numbers, or nothing where one was not published.
func figuresIn(rows [][]string, at int) bool {
	some := false
	for _, row := range rows {
		text := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(cell(row, at)), "%"))
		if _, _, number := figureIn(text); !number && text != "" && !lexicon.MeansBlank(text) {
			return false
		}
		some = some || text != ""
	}
	return some
}

// evidence says why a table is taken for one of results.
func (t *resultsTable) evidence() string {
	var names []string
	for _, i := range append([]int{t.item, t.audience}, append(slices.Clone(t.means), t.base)...) {
		if i >= 0 {
			names = append(names, t.heads[i])
		}
	}
	return "results, and no respondents: the columns " + few(quoted(names))
}

// renaming says what the columns of a table have to be called to be read; empty: they are called so.
func (t *resultsTable) renaming() string {
	var steps, said []string
	call := func(at int, names ...string) {
		if at >= 0 && !oneOfWords(lexicon.Normalise(t.heads[at]), names...) {
			steps = append(steps, fmt.Sprintf("%q to %s", lexicon.Shorten(t.heads[at]), names[0]))
		}
	}
	call(t.item, itemNames()...)
	call(t.audience, "audience")
	kinds, unsaid := t.kinds()
	switch {
	case len(t.means) == 1:
		call(t.means[0], "value")
	default:
		for i, at := range t.means {
			if kinds[i] != "" {
				call(at, append([]string{string(kinds[i])}, kindNames()[kinds[i]]...)...)
			}
		}
	}
	call(t.base, "base", "n")
	if len(steps) > 0 {
		said = append(said, "rename "+strings.Join(steps, ", "))
	}
	if len(t.means) > 1 && len(unsaid) > 0 {
		said = append(said, fmt.Sprintf("%s: call them by what was rated (importance, performance, expectation, alternative), or, if each is a group of people, write a row for each with the columns item, audience and value", few(unsaid)))
	}
	if t.inShares {
		said = append(said, "if these are the shares of those who chose the highest points, add a column statistic with top_box in every row, and write them as 81 % or 0.81")
	}
	if t.item < 0 {
		said = append(said, "add a column item that says what was rated")
	}
	return strings.Join(said, "; ")
}

// kinds returns, of the columns of means, what each heading says was rated, and those that say nothing; where some do, the others are figures
// beside them, unless a word calls them means.
func (t *resultsTable) kinds() (kinds []study.Kind, unsaid []string) {
	some := false
	for _, at := range t.means {
		kind := kindHeaded(t.heads[at])
		kinds, some = append(kinds, kind), some || kind != ""
	}
	for i, at := range t.means {
		if kinds[i] == "" && (!some || partHeaded(lexicon.Normalise(t.heads[at])) == partMean) {
			unsaid = append(unsaid, fmt.Sprintf("%q", lexicon.Shorten(t.heads[at])))
		}
	}
	return kinds, unsaid
}

// kindHeaded returns the kind of rating that a heading of means names; empty: none, or several.
func kindHeaded(heading string) (kind study.Kind) {
	words := strings.FieldsFunc(lexicon.Normalise(heading), func(r rune) bool { return strings.ContainsRune(" _-()/:,.", r) })
	for k, names := range kindNames() {
		if slices.ContainsFunc(words, func(word string) bool { return slices.Contains(names, word) }) {
			if kind != "" {
				return ""
			}
			kind = k
		}
	}
	if kind == "" {
		if asked := kindOf(Column{ID: heading, Header: heading, Text: heading}); asked != study.Performance {
			return asked
		}
	}
	return kind
}

// readable reports whether the table can be read as it stands: its columns are known, and without its groups each item has one row.
func (t *resultsTable) readable(records [][]string) bool {
	var heads []string
	for _, h := range t.heads {
		heads = append(heads, lexicon.Normalise(h))
	}
	known := headed(heads, itemNames()...) >= 0 && len(valueColumns(heads)) > 0
	all := *t
	all.audience = -1
	own := t.audience >= 0 && oneOfWords(heads[t.audience], "audience", "kind", "statistic") // what a study file reads groups by
	return known && (t.audience < 0 || own || headed(heads, "audience") >= 0 || all.once(records[1:]))
}

// resultsRenamed says what a table of results under headings of its own takes to be read.
func (e *Export) resultsRenamed(records [][]string) {
	t := asResults(records)
	if t == nil || t.readable(records) {
		return
	}
	if e.renaming = t.renaming(); e.renaming == "" {
		return
	}
	e.notices = append(e.notices, study.Notice{
		Code: study.ResultsRenamed, Where: e.Name,
		Message: fmt.Sprintf("%s: each row seems to be a result, and no respondent", e.Name),
		Hint:    "before a study file can read it with  tabulated: true: " + e.renaming + "; --platform generic takes it for a table of respondents",
	})
}
