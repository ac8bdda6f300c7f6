package importers

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Inspect says what the importer sees in an export: platform, rows, and what every column is for. LabelsFrom is the same
// export with choice texts, or empty.
func Inspect(ctx context.Context, name, labelsFrom string, o Options) (*study.Inspection, error) {
	e, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	if o.Sheet != "" && !e.workbook && noWorkbook(labelsFrom, o) {
		e.notices = append(e.notices, unusedSheet(e.Name, e.Name+" is no workbook: --sheet does nothing"))
	}
	var texts map[int]*choices
	if labelsFrom != "" {
		if texts, err = pairChoices(ctx, e, labelsFrom, nil, o); err != nil {
			return nil, err
		}
		e.explained = true
	}
	keepGroups(e.Columns)
	s := newScan(e)
	s.digest = sha256.New()
	o.Beside.join(s)
	if err := s.pass(ctx); err != nil {
		return nil, err
	}
	in := s.inspection(texts)
	_, left, err := e.leftEarlyRule(ctx)
	if err != nil {
		return nil, err
	}
	if left > 0 {
		in.Warnings = append(in.Warnings, study.Notice{
			Code: study.LeftEarlyKept, Where: e.Name,
			Message: fmt.Sprintf("%s without an answer from some question to the end may be of people who left early, which the platform does not mark; kept", count(left, "row")),
			Hint:    "quality: {left_early: drop} in a study file leaves them out",
		})
	}
	return in, nil
}

// Beside are files that are inspected one after another: rows that stand in several of them are told.
type Beside struct {
	Files   int // how many there are; 0: a few
	answers *seenAnswers
	names   []string
}

// join lets a scan compare its rows with those of the files before.
func (b *Beside) join(s *scan) {
	if b == nil {
		return
	}
	if b.answers == nil {
		b.answers = newSeenAnswers(cmp.Or(b.Files, 4))
	}
	s.file, b.names = len(b.names), append(b.names, s.export.Name)
	s.answers, s.names = b.answers, b.names
}

// inspection says what the pass tells of the export.
func (s *scan) inspection(texts map[int]*choices) *study.Inspection {
	e := s.export
	columns := s.asked(0, texts)
	completeLabels(columns)
	for _, c := range columns {
		c.answers = c.learned
	}
	kinds := s.classify(columns)
	in := &study.Inspection{
		File: e.Name, SHA256: s.info.sha256, Platform: e.Platform, Evidence: e.Evidence, Encoding: s.info.encoding,
		Delimiter: e.delimiterText(), HeaderRows: e.HeaderRecords - e.preamble, Read: s.flow.read, Kept: s.flow.kept,
		Dropped: s.flow.entry("", "").Dropped, Warnings: s.info.warnings,
	}
	for i := range e.Columns {
		in.Columns = append(in.Columns, s.inspected(i, columns[i], kinds[i]))
	}
	s.countOptions(in)
	in.Cells = s.cells(columns, kinds)
	if e.otherSheets != "" {
		in.Warnings = append(in.Warnings, study.Notice{Code: study.OtherSheets, Where: e.Name, Message: e.otherSheets})
	}
	s.flagGroups(in)
	s.flagIDs(in)
	if why := s.nobodyKept(); why != "" {
		in.Warnings = append(in.Warnings, study.Notice{Code: study.NobodyKept, Where: e.Name, Message: why + "; of the columns nothing can be told"})
	}
	if names := e.unexplainedCodes(columns, ratedColumns(columns, kinds)); len(names) > 0 {
		in.Warnings = append(in.Warnings, e.codesNotice(e.Name, names))
	}
	if names := assumedRatings(columns, kinds); len(names) > 0 {
		in.Warnings = append(in.Warnings, study.Notice{Code: study.RatingAssumed, Where: e.Name, Message: "read as ratings by their numbers alone, for no word of them says so: " + few(names)})
	}
	in.Warnings = append(in.Warnings, s.answers.notices(s.names, s.file)...)
	return in
}

// asked returns every column as a question with its answers.
func (s *scan) asked(audience int, texts map[int]*choices) []*asked {
	var columns []*asked
	unanswered := s.export.Platform == (qualtrics{}).name() && s.unansweredTold()
	ids := map[string]bool{}
	for _, c := range s.export.Columns {
		ids[c.ID] = true
	}
	yes := s.yesAsOne()
	for i, c := range s.columns {
		answers := newAnswersSeen()
		answers.sort(c.cells.translated(texts[i]))
		column := s.export.Columns[i]
		column.yesAsOne = yes[i]
		answers.takeNamed(column.heading().Legend())
		if s.export.Platform == (qualtrics{}).name() {
			answers.setApart(unanswered, column.heading())
		}
		for _, cell := range column.DontKnow {
			if n := answers.words[cell]; n > 0 {
				answers.dontKnow[cell] += n
				delete(answers.words, cell)
			}
		}
		if c.cells.selected() {
			answers.leaveUnselected()
		}
		grouped := ids[column.ID+"_NPS_GROUP"] || s.scoresPromoters(column) || (promoterName().MatchString(plainHeader(column)) || lexicon.TagsPromoters(column.Text)) && !answers.netScores()
		column.nps = grouped || s.sentByDelighted(column)
		columns = append(columns, &asked{audience: audience, file: s.export.Name, column: column, answers: answers, grouped: grouped, told: unanswered})
	}
	return columns
}

// setApart takes what Qualtrics writes beside ratings out of them: -99 for what was seen and not answered, if it is told at all, and
// other negative codes for answers such as "no basis". Numbers of a scale that the question names are answers: "-3 to 3".
func (a *answersSeen) setApart(told bool, question lexicon.Heading) {
	positive := false
	lowest, _, _ := lexicon.NamedEnds([]lexicon.Heading{question})
	for x := range a.numbers {
		positive = positive || x > 0
	}
	for x, n := range a.numbers {
		switch {
		case told && x == -99:
			a.blank["-99"] += n
		case positive && x < min(lowest, 0) && x > -99 && x == math.Trunc(x):
			a.dontKnow[lexicon.FormatNumber(x)] += n
		default:
			continue
		}
		delete(a.numbers, x)
	}
}

// leaveUnselected takes cells that say of an option that it was not chosen for blanks.
func (a *answersSeen) leaveUnselected() {
	for cell, n := range a.words {
		if notSelected(cell) {
			a.blank[cell] += n
			delete(a.words, cell)
		}
	}
}

// inspected describes one column.
func (s *scan) inspected(i int, a *asked, k classified) study.InspectedColumn {
	c, column := s.columns[i], s.export.Columns[i]
	in := study.InspectedColumn{
		Position: column.Position, ID: column.ID, Question: column.Text, Stem: stemOf(column), Kind: k.kind,
		Answered: a.answered(c), Blank: c.blank + total(a.answers.blank), DontKnow: total(a.answers.dontKnow), Distinct: c.cells.distinct(), MoreThan: c.cells.many,
	}
	if in.Stem != "" {
		in.Statement = column.statement()
	}
	if c.cells.many {
		in.Distinct = maxDifferent
	}
	if a.told && (k.kind.Rates() || k.kind == study.SingleColumn || k.kind == study.NumberColumn || k.kind == study.RankColumn) {
		notShown := c.blank - c.failed
		in.NotShown, in.Blank = &notShown, total(a.answers.blank)+c.failed
	}
	if s.export.branches || c.notShown > 0 {
		notShown := c.notShown
		in.NotShown, in.Blank = &notShown, in.Blank-notShown
	}
	if k.kind.Rates() {
		in.Scale, in.Labels, in.Family = k.read.scale.String(), k.read.scale.Labels, k.read.family
	}
	if k.kind == study.MultiColumn && c.joined > 0 {
		in.Distinct, in.MoreThan = len(c.options(a.answers)), c.manyPieces
	}
	in.Flags = s.flags(c, a, k)
	if s.mayBeListed(i, a, k) {
		if in.Answers = answersOf(a, k); k.kind == study.MultiColumn && c.joined > 0 && !c.manyPieces {
			in.Answers = c.options(a.answers)
		}
	}
	return in
}

// mayBeListed reports whether the answers of a column can be shown one by one without saying who gave them, or naming people.
func (s *scan) mayBeListed(i int, a *asked, k classified) bool {
	c := s.columns[i]
	switch k.kind {
	case study.PersonalColumn, study.TextColumn, study.OtherTextColumn, study.MetaColumn:
		return false
	case study.NumberColumn:
		return !hardlyAlike(c, a)
	case study.SingleColumn:
		return c.emails+c.addresses+c.phones == 0 && !listsPeople(a) && !comments(a) && a.answers.reachesSomebody() == 0
	}
	return c.emails+c.addresses+c.phones == 0 && (k.kind != study.MultiColumn || a.answers.reachesSomebody() == 0)
}

// options counts how many chose each option of a question with several answers in one cell. A dash in place of an answer is none.
func (c *columnScan) options(a *answersSeen) []study.CellCount {
	var counts []study.CellCount
	for _, option := range sortedKeys(c.pieces) {
		if a.blank[option]+a.dontKnow[option] > 0 {
			continue
		}
		counts = append(counts, study.CellCount{Cell: option, Rows: c.pieces[option]})
	}
	return counts
}

// unansweredTold reports whether the export writes -99 for seen and not answered: then a blank was not shown.
func (s *scan) unansweredTold() bool {
	for _, c := range s.columns {
		if c.unanswered > 0 {
			return true
		}
	}
	return false
}

// undated reports whether a column of LimeSurvey's holds the date that it writes where dates are not kept.
func (c *columnScan) undated(column Column) bool {
	return column.Role == Meta && c.filled > 0 && c.cells.only("1980-01-01 00:00:00")
}

// first returns the first cell in order that fulfils the condition.
func (s *seenCells) first(is func(string) bool) string {
	var found []string
	for text := range s.count {
		if is(strings.TrimSpace(text)) {
			found = append(found, text)
		}
	}
	sort.Strings(found)
	return strings.Join(found[:min(1, len(found))], "")
}

// flagGroups says how many gave one answer to all rows of a matrix.
func (s *scan) flagGroups(in *study.Inspection) {
	for _, g := range s.groups {
		if c := &in.Columns[g.first]; g.straight > 0 && c.Kind.Rates() {
			c.Flags = append(c.Flags, study.Notice{Code: "straight_lines", Where: c.ID, Message: fmt.Sprintf(
				"straight lines: %d of %d (%.0f %%) gave one answer to all rows, #%d to #%d",
				g.straight, g.rows, 100*float64(g.straight)/float64(g.rows), g.first+1, g.first+g.n)})
		}
	}
}

// flagIDs says how many ids stand twice.
func (s *scan) flagIDs(in *study.Inspection) {
	if s.tellsRespondents() && s.ids.of[0].twice > 0 {
		id := s.id
		in.Columns[id].Flags = append(in.Columns[id].Flags, study.Notice{
			Code: study.DuplicateIDs, Where: in.Columns[id].ID, Message: fmt.Sprintf("%s with an id that stood before, the first at %s", count(s.ids.of[0].twice, "row"), s.ids.of[0].first),
		})
	}
}

// saysItsPoint reports whether a cell itself says the point that it stands for: "4 - Very impressive".
func saysItsPoint(code study.CodedCell) bool {
	n, says := lexicon.LabelNumbers([]string{code.Cell})[code.Cell]
	return says && float64(n) == code.Value
}

// answersOf counts the answers of a column: by scale point, else by frequency; then what is no answer.
func answersOf(a *asked, k classified) []study.CellCount {
	var counts []study.CellCount
	add := func(cell string, n int) { counts = append(counts, study.CellCount{Cell: cell, Rows: n}) }
	scale := k.read.scale
	switch {
	case a.answers.many:
		return nil
	case k.kind.Rates() && len(scale.Labels) > 0:
		for i, label := range scale.Labels {
			n := 0
			for word, rows := range a.answers.words {
				if k.read.hasAt(word, i) {
					n += rows
				}
			}
			add(label, n)
		}
	case k.kind.Rates() && scale.Points() <= 11:
		for p := range scale.Points() {
			add(pointOf(a, k, scale.Value(study.Code(p))))
		}
	default:
		for _, x := range sortedNumbers(a.answers.numbers) {
			add(lexicon.FormatNumber(x), a.answers.numbers[x])
		}
		for _, word := range sortedKeys(a.answers.words) {
			add(word, a.answers.words[word])
		}
	}
	for _, text := range sortedKeys(a.answers.dontKnow) {
		add(text, a.answers.dontKnow[text])
	}
	for _, text := range sortedKeys(a.answers.blank) {
		add(text, a.answers.blank[text])
	}
	return counts
}

// pointOf returns a point of a scale of numbers, with the word that stands for it, and how many chose it.
func pointOf(a *asked, k classified, x float64) (string, int) {
	text, n := lexicon.FormatNumber(x), a.answers.numbers[x]
	for _, c := range k.read.codes {
		if c.Value == x {
			text, n = fmt.Sprintf("%s = %s", text, c.Cell), n+a.answers.words[c.Cell]
		}
	}
	return text, n
}

// FindColumn returns the index of the column of an inspection that a name stands for: as in a study file, or a question.
func FindColumn(in *study.Inspection, name string) (int, error) {
	e := &Export{Name: in.File}
	for _, c := range in.Columns {
		e.Columns = append(e.Columns, Column{Position: c.Position, ID: c.ID, Header: c.ID, Text: c.Question, HasID: c.ID != c.Question, Role: Answer})
	}
	var position int
	selector := study.Selector{Name: name}
	if _, err := fmt.Sscanf(name, "#%d", &position); err == nil {
		selector = study.Selector{Position: position}
	}
	at, fault := locate(e, &selector)
	if at < 0 {
		return 0, &UsageError{Message: fault.message, Hint: fault.hint}
	}
	return at, nil
}
