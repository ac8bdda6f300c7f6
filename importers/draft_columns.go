package importers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// audience adds an audience to the study and returns its rating columns.
func (d *draft) audience(ctx context.Context, index int, a AudienceFiles, o Options) ([]*asked, error) {
	audience := &study.Audience{ID: a.ID, Label: label(a.ID), Anonymous: true, LabelsFrom: a.LabelsFrom, Dictionary: a.Dictionary, DecimalComma: o.DecimalComma, Platform: o.Platform, HeaderRows: o.HeaderRows}
	o.Dictionary, o.RedCap = cmp.Or(a.Dictionary, o.Dictionary), a.RedCap
	if own := d.own[index]; own != nil {
		audience.Where = []study.Condition{own.condition()}
	}
	d.study.Audiences = append(d.study.Audiences, audience)
	var faults study.InputError
	var columns []*asked
	files := 0
	for _, pattern := range a.Files {
		names, err := expand(pattern, o.Dir)
		for _, name := range names {
			var of []*asked
			if of, err = d.file(ctx, index, name, a.LabelsFrom, o); err != nil {
				break
			}
			audience.Files = append(audience.Files, study.File{Name: name})
			if files++; files == 1 {
				columns = of
			} else {
				rated := slices.ContainsFunc(columns, (*asked).mayRate) && slices.ContainsFunc(of, (*asked).mayRate)
				if columns = d.inBoth(audience, name, columns, of); rated && !slices.ContainsFunc(columns, (*asked).mayRate) {
					d.setApart(index, name)
				}
			}
		}
		var input *study.InputError
		switch {
		case errors.As(err, &input):
			faults.Append(&input.Faults)
		case err != nil:
			return nil, err
		}
	}
	if !faults.Empty() {
		return nil, &faults
	}
	rowNumbers := false // the ids may be those of rows
	if exports := d.exports[index]; len(exports) > 1 {
		said, numbered, err := acrossFiles(ctx, audience.ID, exports)
		if err != nil {
			return nil, err
		}
		d.notices = append(d.notices, said...)
		rowNumbers = numbered
	}
	if index < len(d.hints) {
		d.hints[index] = append(d.idHints(index, rowNumbers), d.hints[index]...)
	}
	return d.ratingsOf(audience, columns), nil
}

// idHints offers the ids of an audience. Where they may number the rows of each file, only those who made the files know whether the same id is one person.
func (d *draft) idHints(audience int, rowNumbers bool) []string {
	id := d.ids[audience]
	switch {
	case id == "":
		return nil
	case rowNumbers:
		return []string{
			"? id: " + id + " # with the next line, if an id is one person in all files; not if each numbers its rows",
			"? id_across_files: true # duplicates are then reported",
		}
	}
	return []string{"? id: " + id + " # duplicates are then reported"}
}

// file reads one export and returns every column that can hold answers.
func (d *draft) file(ctx context.Context, audience int, name, labelsFrom string, o Options) ([]*asked, error) {
	e, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	if e.Platform == (tabulated{}).name() {
		hint := "a study file takes it:  files: [" + e.Name + "], tabulated: true  and names its rows as columns of items; cxgap init drafts one"
		if e.renaming != "" {
			hint = strings.TrimSuffix(hint, "; cxgap init drafts one") + "; before that: " + e.renaming + "; if its rows are respondents after all:  --platform generic"
		}
		return nil, inputFault(study.Place{File: e.Name}, "is a table of results, without respondents", hint)
	}
	if own := d.own[audience]; own != nil {
		own.only(e)
	}
	d.toldOf(audience, e, o)
	var texts map[int]*choices
	if labelsFrom != "" {
		if texts, err = pairChoices(ctx, e, labelsFrom, nil, o); err != nil {
			return nil, err
		}
		e.explained = true
	}
	scanned, err := scanBeside(ctx, e, d.beside)
	if err != nil {
		return nil, err
	}
	if why := scanned.nobodyKept(); why != "" {
		return nil, inputFault(study.Place{File: e.Name}, why, e.otherSheets)
	}
	d.exports[audience] = append(d.exports[audience], e)
	d.computed(audience, e)
	d.idsTwice(audience, scanned)
	all := scanned.asked(audience, texts)
	if err := d.partWaves(ctx, scanned, all, texts, name, o); err != nil {
		return nil, err
	}
	columns := scanned.rateable(all)
	if len(d.hints) == audience { // the first file of the audience speaks for all
		d.hints, d.ids = append(d.hints, scanned.hints()), append(d.ids, scanned.idName())
		d.sheets = append(d.sheets, e.otherSheets)
		d.choices = append(d.choices, fewChoices(columns))
	}
	return columns, nil
}

// toldOf keeps what the reading of a file needed to be told, for the study to be read again without it. A text has no sheet, and a
// workbook no encoding.
func (d *draft) toldOf(audience int, e *Export, o Options) {
	a := d.study.Audiences[audience]
	a.Dictionary = cmp.Or(a.Dictionary, e.redCap)
	if e.workbook {
		a.Sheet = o.Sheet
	} else {
		a.Encoding, a.Delimiter = o.Encoding, o.Delimiter
	}
}

// computed says which columns of a file the platform computed from answers.
func (d *draft) computed(audience int, e *Export) {
	var names, scores []string
	for _, c := range e.Columns {
		switch {
		case c.textIQ:
			names = append(names, fmt.Sprintf("%q", lexicon.Shorten(c.ID)))
		case c.score:
			scores = append(scores, fmt.Sprintf("%q", lexicon.Shorten(c.ID)))
		}
	}
	id := d.study.Audiences[audience].ID
	if len(scores) > 0 {
		d.notice(study.NoRating, id, "%s: scores that Qualtrics worked out of the answers, and no ratings: %s", id, few(scores))
	}
	if len(names) > 0 {
		d.notice(study.NoRating, id, "%s: computed by Text iQ from answers in words, and no ratings: %s", id, few(names))
	}
}

// rateable keeps the columns that can hold answers, with what their cells tell besides ratings.
func (s *scan) rateable(columns []*asked) []*asked {
	ticks, boxes := s.tickGroups(), s.boxGrids(columns)
	for i := range s.ranked() {
		columns[i].kind = study.RankColumn
	}
	for i := range s.mostAndLeast() {
		columns[i].kind, columns[i].what = study.SingleColumn, "the item that matters most or least"
	}
	var kept []*asked
	for i, c := range columns {
		cells := s.columns[i]
		if c.column.Role != Answer || c.column.Text == "" || cells.reaches(c.column) || expression().MatchString(c.column.Text) {
			continue
		}
		c.people = cells.ofPeople(c.column)
		c.commas, c.commaWeight = certainCommas(cells), isWeight(c.column) && cells.inCommas()
		switch {
		case c.kind != "":
		case maybeWeight(c.column) && cells.broken():
			c.kind, c.commaWeight = study.WeightColumn, cells.inCommas()
		case c.column.Kind != "":
			c.kind = c.column.Kind
		case s.equation(i):
			c.kind, c.what = study.DropColumn, "computed"
		case cells.counts(c.column):
			c.kind, c.what = study.MetaColumn, "a running number"
		case i == s.id && s.eachHasOne():
			c.kind, c.what = study.MetaColumn, "ids of respondents"
		case ticks[i] == tickBeside:
			c.kind = study.OtherTextColumn
		case ticks[i] == ticked, boxes[i], cells.severalAnswers() && len(c.answers.numbers) == 0:
			c.kind = study.MultiColumn
			if ticks[i] != ticked && !boxes[i] && c.answers.reachesSomebody() == 0 {
				c.options = cells.joinedOptions()
			}
		case cells.filled > 0 && cells.dates == cells.filled, cells.yearless(c.column):
			c.kind = study.TimeColumn
		}
		if c.commas == "" && (c.kind == "" || c.kind == study.MultiColumn) {
			c.commas, _ = cells.decimalCommas() // or several codes: that is asked, and not decided
		}
		kept = append(kept, c)
	}
	return kept
}

// inBoth keeps the columns that another file of the same audience has too, with the answers of both.
func (d *draft) inBoth(a *study.Audience, file string, columns, more []*asked) []*asked {
	var kept []*asked
	byID := map[string]*asked{} // which are unique within a file
	for _, m := range more {
		byID[m.column.ID] = m
	}
	for _, c := range columns {
		if m := byID[c.column.ID]; m != nil && lexicon.Normalise(m.column.Text) == lexicon.Normalise(c.column.Text) {
			c.parts = append(c.inParts(), m.inParts()...)
			c.answers.pool(m.answers)
			kept = append(kept, c)
		} else if c.answers.rated() {
			d.notice(study.NoRating, a.ID, "%s: %q is not in %s: left out", a.ID, shortenQuestion(c.column), file)
		}
	}
	d.onlyIn(a, file, columns, more)
	return kept
}

// onlyIn says which questions a file of an audience has and those before it have not: they may be the same ones under other names.
func (d *draft) onlyIn(a *study.Audience, file string, columns, more []*asked) {
	before := map[string]bool{}
	for _, c := range columns {
		before[c.column.ID+"\x00"+lexicon.Normalise(c.column.Text)] = true
	}
	for _, m := range more {
		if m.answers.rated() && !before[m.column.ID+"\x00"+lexicon.Normalise(m.column.Text)] {
			d.hinted(study.NoRating, a.ID, "one question under two names is a list of columns in a study file: [Q5, Q5_new]", "%s: %q is in %s alone: left out", a.ID, shortenQuestion(m.column), file)
		}
	}
}

// fact are the normalised names of columns whose numbers are facts about people or rows.
var fact = lazily(lexicon.WordStart + `(?:id|ids|age|alter|old|year|years|years'|month|months|days|hours|minutes|seconds|duration|zip|postcode|number of|how many|how often|date|income|revenue|headcount|collector|score_group|percentage|what percent|what share|proportion of|prozentsatz|wie viel prozent|welcher anteil|pourcentage|quelle part|porcentaje|porcentagem|percentuale|welk percentage|` +
	`\p{L}*zugehörigkeit in (?:jahren|monaten))` + lexicon.WordEnd)

// serviceYears are headings of how long somebody has been somewhere: they begin with the years, and any words say where and as what. "Die ersten Wochen
// im Unternehmen waren gut organisiert" judges them.
var serviceYears = lazily(`^(?:(?:anzahl|seit|wie viele|seit wie vielen|combien d['’]|nombre d['’]|cuántos|número de|quantos|quanti|hoeveel|aantal) ?)?(?:` +
	`(?:jahren?|monaten?|wochen) (?:im|in|als|bei|beim)|(?:années?|ans|mois) (?:dans|comme|chez|en|au|de service|d['’]ancienneté|d['’]expérience)|(?:años|anos|meses) (?:en|como|con|de servicio|de experiencia|de antigüedad|trabajando|no|na|de casa|de serviço)|(?:anni|mesi) (?:in|come|nel\p{L}*|di servizio|di esperienza)|jaren (?:in|bij|als|ervaring|dienst))` +
	`(?:(?: |['’])\p{L}+)* ?[?:*.]*$`)

// judgesYears are the verbs that make a statement of such a heading.
var judgesYears = lazily(lexicon.WordStart + `(?:war|waren|sind|haben|hat|habe|furent|étaient|ont|sont|fueron|son|han|eran|foram|são|eram|sono|erano|zijn|hebben|vergingen|verliefen|liefen|lohn\p{L}*|passèrent|pasaron|passaram|passarono|gingen|verliepen)` + lexicon.WordEnd)

// inStars are the words of questions for a rating that begin as those for a number do.
var inStars = lazily(`^(?:how many stars|wie viele sterne|combien d'étoiles|cuántas estrellas|quantas estrelas|quante stelle|hoeveel sterren)(?:$|[ ?,.;:])`)

// factTag are tags of one word that end in what is no rating: Q19AGE, INTDATE, AIRLINE_CODE.
var factTag = lazily(`^[a-z0-9_.]*(?:age|date|code|county|country|zip|postcode|income|gender|sex|gate|flight|strata|stratum|lang|language|wave|year|month|num|id)\d?$`)

// rowName is the header of a column that names or numbers the rows.
var rowName = lazily(`^(?:numbers?|num|seq|sequence|nummer|numéro|número|numero|lfd\.? ?nr|laufende nummer|running number|counter|respondent|participant|person|case|serial|index|row|teilnehmer(?:in)?|befragter?|répondant|encuestado|participante|rispondente|deelnemer|respondente?|nr|no)\.?$`)

// ratedWord are words that end as factTag says and are none: a tag that says what was rated.
var ratedWord = lazily(`(?:manage|package|coverage|storage|luggage|baggage|message|language|image|average|usage|engage|update|valid|rapid|solid|candid|avoid|paid|aid|did|said|heid)$`)

// ratingsOf keeps the columns whose answers are ratings, and says what it takes for something else.
func (d *draft) ratingsOf(a *study.Audience, columns []*asked) []*asked {
	var ratings []*asked
	var facts, others, estimated []string
	completeLabels(columns)
	columns = d.checksApart(a, columns)
	d.asks, d.askSets = append(d.asks, columns), append(d.askSets, questionSetOf(columns))
	d.unordered = append(d.unordered, unorderedAnswers(columns))
	d.worded = append(d.worded, slices.DeleteFunc(slices.Clone(columns), func(c *asked) bool { return !fewWords(c) || c.learned.rated() || listsPeople(c) }))
	for _, c := range columns {
		switch {
		case c.commaWeight:
			d.weightUnused(a, c)
		case c.commas != "":
			fact, remedy, _ := strings.Cut(c.commas, ": ")
			d.hinted(study.ScaleUnknown, a.ID, remedy, "left out: %s: %q: %s", c.file, shortenQuestion(c.column), fact)
		case c.kind == study.WeightColumn:
			d.weightUnused(a, c)
		case c.kind != "":
			if c.learned.rated() || c.kind == study.RankColumn {
				others = append(others, fmt.Sprintf("%q (%s)", lexicon.Shorten(naming(c.column)), cmp.Or(c.what, string(c.kind))))
			}
		case c.answers.inWords() && headedComments(c.column): // people's own words, which are left out without a word
		case !c.learned.rated():
			if c.answers.inWords() && !c.answers.many {
				if near := nearFamily(c.learned); near != "" {
					near += d.strangeAt(c)
					d.notice(study.WordsNotRead, a.ID, "left out: %s: %q: %s", c.file, shortenQuestion(c.column), near)
					d.nearly = append(d.nearly, nearAnswers{c, near, wordsOfRows(columns, c)})
				} else if l := languagesOf(c.learned); l != nil {
					d.notice(study.WordsNotRead, a.ID, "left out: %s: %q: %s", c.file, shortenQuestion(c.column), l.scale().remark)
				}
			}
			if isWeight(c.column) && c.answers.many {
				d.weightUnused(a, c)
			}
		case isWeight(c.column):
			d.weightUnused(a, c)
		case !c.answers.inWords() && !c.answers.endsInOpinions() && (c.fact() || isBareNoun(c.column) && !c.answers.plainNumbers()):
			facts = append(facts, fmt.Sprintf("%q", shortenQuestion(c.column)))
			d.facts = append(d.facts, c)
		case estimates(c.column):
			d.estimates = append(d.estimates, c)
			estimated = append(estimated, fmt.Sprintf("%q", shortenQuestion(c.column)))
		default:
			ratings = append(ratings, c)
		}
	}
	d.saysEstimates(a, estimated)
	if len(others) > 0 {
		d.notice(study.NoRating, a.ID, "%s: not ratings: %s", a.ID, few(others))
	}
	if len(facts) > 0 {
		d.notice(study.NoRating, a.ID, "%s: taken for facts, not ratings: %s", a.ID, few(facts))
	}
	return ratings
}

// isFact reports whether a column asks for a fact, unless it names the ends of a rating scale.
func isFact(c Column) bool {
	return namesFact(c) && (c.rowOf == nil || !c.rowOf())
}

// asksWho reports whether a column begins by asking who somebody is.
func asksWho(c Column) bool { return whoIs().MatchString(plainWords(c)) }

// whoIs are the beginnings of headings of age and gender and of what stands beside them.
var whoIs = lazily(`^(?:(?:your|ihre?|dein|votre|su|tu|seu|sua|uw|je) )?(?:age|gender|sex|year of birth|birth year|marital status|ethnicity|nationality|alter|geschlecht|geburtsjahr|familienstand|staatsangehörigkeit|âge|sexe|genre|année de naissance|edad|sexo|género|año de nacimiento|estado civil|` +
	`idade|gênero|ano de nascimento|età|sesso|genere|anno di nascita|stato civile|leeftijd|geslacht|geboortejaar|burgerlijke staat)(?:$| )`)

// markRows lets each column tell whether it is a row among ratings, and whether it stands beside one that asks who somebody is.
func markRows(columns []Column) {
	all := slices.Clone(columns)
	rated := sync.OnceValue(func() []bool { return rowsAmongRatings(all) })
	for i := range columns {
		columns[i].rowOf = func() bool { return rated()[i] }
		columns[i].besideWho = func() bool { return i > 0 && asksWho(all[i-1]) || i+1 < len(all) && asksWho(all[i+1]) }
	}
}

// rowsAmongRatings finds the long statements of matrices that would be facts by a word, where hardly any other row is one: "Informs us of a new
// date without being asked" is rated as its neighbours are.
func rowsAmongRatings(columns []Column) []bool {
	const leastRows, leastWords, mostOf = 4, 4, 3 // at most a third are facts
	rows, facts := map[string]int{}, map[string]int{}
	for _, c := range columns {
		if stem := lexicon.Normalise(stemOf(c)); stem != "" {
			rows[stem]++
			if namesFact(c) {
				facts[stem]++
			}
		}
	}
	rated := make([]bool, len(columns))
	for i, c := range columns {
		stem := lexicon.Normalise(stemOf(c))
		if stem == "" || rows[stem] < leastRows || mostOf*facts[stem] > rows[stem] || fact().MatchString(stem) {
			continue
		}
		rated[i] = len(strings.Fields(c.statement())) >= leastWords
	}
	return rated
}

// namesFact reports whether the words of a column name a fact.
func namesFact(c Column) bool {
	if text := lexicon.Normalise(c.Text); share().MatchString(text) && inSteps().MatchString(text) && !asksHowGood(c) {
		return true
	}
	if namesScale(c) || inStars().MatchString(lexicon.Normalise(c.Text)) || asksHowGood(c) || saysJudgement(c) {
		return false
	}
	if numbersByName(c) || idName().MatchString(plainHeader(c)) {
		return true
	}
	if tag := lexicon.Normalise(c.ID); !strings.Contains(tag, " ") && factTag().MatchString(tag) && !ratedWord().MatchString(tag) || recodedTag().MatchString(tag) {
		return true
	}
	if text := lexicon.Normalise(lexicon.InBrackets().ReplaceAllString(c.statement(), " ")); serviceYears().MatchString(text) && !judgesYears().MatchString(text) && !lexicon.IsSentence(text) {
		return true
	}
	if sinceWhen().MatchString(lexicon.Normalise(c.statement())) || ofSince().MatchString(plainWords(c)) {
		return true
	}
	return fact().MatchString(strings.ReplaceAll(lexicon.Normalise(c.ID), "_", " ")) || fact().MatchString(lexicon.Normalise(c.statement())) || asksForCount(c)
}

// naming is the statement of a column, or the whole question where its statement is a number or a letter; as the file has it.
func naming(c Column) string {
	if c.asWritten != "" {
		return c.asWritten
	}
	if row := c.statement(); len([]rune(row)) > 3 {
		return row
	}
	return c.Text
}
