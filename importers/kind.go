package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// classified is a column with what its cells say that it is for.
type classified struct {
	kind study.ColumnKind
	read readScale // of a rating, and why another has no scale
	note string    // what else it is; empty: nothing else
}

// runningNumber says what a column is that counts the rows.
const runningNumber = "its numbers run on from row to row: a running number, no rating"

// factByHeading says why numbers that a scale could have are no ratings.
const factByHeading = "its heading asks for a fact, such as an age, a date or a number of something, and no rating"

// noteCode is the code of the note.
func (k classified) noteCode() string {
	switch {
	case k.note == runningNumber:
		return "running_number"
	case k.note == factByHeading:
		return "fact"
	case k.kind == study.NumberColumn:
		return "decimal_commas"
	}
	return "choices"
}

// classify tells what every column of an export is for, from all of its rows.
func (s *scan) classify(columns []*asked) []classified {
	ticks, boxes := s.tickGroups(), s.boxGrids(columns)
	ranked, chosen := s.ranked(), s.mostAndLeast()
	groups := groupCodes(columns)
	found := make([]classified, len(s.columns))
	for i, c := range s.columns {
		column := s.export.Columns[i]
		switch {
		case column.Role == Dropped:
			found[i].kind = study.DropColumn
		case column.Role == OtherText:
			found[i].kind = study.OtherTextColumn
		case column.Role == Personal && !(c.filled > 0 && c.cells.only(column.Header)), c.reaches(column), c.ofPeople(column): // "Phone" may be an option
			found[i].kind = study.PersonalColumn
		case c.filled > 0 && c.dates == c.filled:
			found[i].kind = study.TimeColumn
		case c.yearless(column):
			found[i].kind = study.TimeColumn
		case column.Role == Personal:
			found[i].kind = study.MultiColumn
		case column.Role != Answer:
			found[i].kind = study.MetaColumn
		case column.Kind != "":
			found[i].kind = column.Kind
		case s.flow.kept == 0:
			found[i].kind = study.UnknownColumn
		case c.filled == 0, expression().MatchString(column.Text):
			found[i].kind = study.DropColumn
		case s.equation(i):
			found[i] = classified{kind: study.DropColumn, note: computedHere}
		case ranked[i]:
			found[i].kind = study.RankColumn
		case ticks[i] == tickBeside:
			found[i].kind = study.OtherTextColumn
		case ticks[i] == ticked, boxes[i]:
			found[i].kind = study.MultiColumn
		case chosen[i] != "":
			found[i] = classified{kind: study.SingleColumn, note: chosen[i]}
		case checksAttention(column):
			found[i] = classified{kind: study.SingleColumn, note: attentionChecked}
		case groups[columns[i]] != "" && !columns[i].fact():
			found[i] = classified{kind: study.SingleColumn, note: groups[columns[i]]}
		case c.counts(column):
			if found[i].kind = study.MetaColumn; !numbersByName(column) {
				found[i].note = runningNumber
			}
		case i == s.id && s.eachHasOne():
			found[i].kind = study.MetaColumn
		default:
			if found[i] = s.answersIn(c, columns[i]); numbersRows(c, columns[i], found[i]) || found[i].kind == study.TextColumn && numbersByName(column) {
				found[i] = classified{kind: study.MetaColumn}
			}
		}
	}
	return found
}

var (
	// expression is a header that a platform left uncomputed: {sum(R2.relevanceStatus)}.
	expression = lazily(`^\{\w+\(.*\)\}$`)
	// rankHeader is a place of a ranking whose cells are the items.
	rankHeader = lazily(`^(?:rank|rang|rango|ranking|posición|posizione|plaats|platz)\s*\d+$`)
)

// answersIn tells apart the columns that hold answers.
func (s *scan) answersIn(c *columnScan, a *asked) classified {
	name := lexicon.Normalise(a.column.ID)
	numeric := len(a.answers.numbers) > 0 && len(a.answers.words) == 0
	switch {
	case (numeric || a.answers.many) && weights().MatchString(name) && a.answers.onlyNumbers:
		return classified{kind: study.WeightColumn}
	case isWeight(a.column) && c.inCommas(), maybeWeight(a.column) && c.broken():
		return weightIn(c)
	case !numeric && certainCommas(c) != "":
		return classified{kind: study.NumberColumn, read: readScale{remark: certainCommas(c)}}
	case c.severalAnswers() && !numeric && c.ordersAll():
		return classified{kind: study.RankColumn}
	case c.severalAnswers() && !numeric:
		return classified{kind: study.MultiColumn}
	case a.answers.inWords() && headedComments(a.column):
		return classified{kind: study.TextColumn}
	case a.answers.rated() && (a.answers.inWords() || a.answers.endsInOpinions() || !a.fact() && !isBareNoun(a.column)):
		return s.rating(a)
	case numeric && a.fact() && a.couldBeRated():
		return classified{kind: study.NumberColumn, note: factByHeading}
	case numeric || a.answers.many && a.answers.onlyNumbers:
		return classified{kind: study.NumberColumn}
	case s.export.Platform == (limeSurvey{}).name() && a.answers.inWords() && a.answers.answerCodes():
		return classified{kind: study.SingleColumn, read: readScale{remark: codesOfAnswers}}
	case !a.answers.many && (c.cells.distinct() <= 2 || c.cells.distinct() <= 30 && 3*c.cells.distinct() <= c.filled):
		return classified{kind: study.SingleColumn, read: scaleOf(a.answers, nil)}
	}
	return classified{kind: study.TextColumn}
}

// codesOfAnswers says why answers such as A3 have no order.
const codesOfAnswers = "the cells are codes of answers, and codes are not scale order: export full answers, or say what each code stands for (codes:)"

var answerCode = lazily(`^[A-Z]{1,3}\d{1,4}$`)

// answerCodes reports whether all words are codes as LimeSurvey gives them to answers: A1, A2, B12.
func (a *answersSeen) answerCodes() bool {
	for word := range a.words {
		if !answerCode().MatchString(word) {
			return false
		}
	}
	return len(a.words) > 1
}

// rating tells what kind of rating a column holds; without a scale it is a number or a choice.
func (s *scan) rating(a *asked) classified {
	found := classified{read: a.turned(scaleOf(a.answers, a.headings()))}
	if a.shared != nil {
		found.read = readScale{remark: a.shared.what}
	}
	if why := a.suspectCodes(); why != "" {
		found.read = readScale{remark: why} // codes have no scale
	}
	scale := found.read.scale
	switch {
	case !scale.Defined() && len(a.answers.words) > 0:
		found.kind = study.SingleColumn
	case !scale.Defined():
		found.kind = study.NumberColumn
	case scale.Same(study.NewScale(0, 1)):
		found.kind, found.note = study.SingleColumn, "yes and no, and no rating"
	case isNPS(a.column, scale):
		found.kind = study.NPSColumn
	case len(scale.Labels) > 0:
		found.kind = study.LabelledColumn
	case len(found.read.codes) > 0:
		found.kind = study.AnchoredColumn
	default:
		found.kind = study.RatingColumn
	}
	return found
}

// isNPS reports whether a question is that of the Net Promoter Score: whether one would recommend, on 0 to 10.
func isNPS(c Column, s study.Scale) bool {
	return s.Same(study.NewScale(0, 10)) && len(s.Labels) == 0 && c.asksToRecommend()
}

// tickWords are what platforms write for an option that was ticked, or was not.
func tickWords() []string {
	return []string{
		"0", "1", "yes", "no", "ja", "nein", "nee", "oui", "non", "sí", "si", "sì", "sim", "não", "y", "n", "true", "false",
		"checked", "unchecked", "selected", "not selected", "quoted", "not quoted", "x", "-99",
	}
}

// tickWhat says how a column belongs to a question with several answers.
type tickWhat int

const (
	noTick     tickWhat = iota
	ticked              // an option
	tickBeside          // the text beside the option "other"
)

// otherWords are what the last option of a question is called, beside which people write.
var otherWords = lazily(`^(other|others|something else|sonstige\p{L}*|andere\p{L}*|autres?|otros?|otras?|outros?|outras?|altro|altri|anders|overige?)` + lexicon.WordEnd)

// tickGroups finds the columns of questions with several answers: one column an option, its cells ticks or the option itself.
func (s *scan) tickGroups() map[int]tickWhat {
	ticks := map[int]tickWhat{}
	for i, c := range s.columns {
		column := s.export.Columns[i]
		if column.Kind == study.MultiColumn {
			ticks[i] = ticked
		}
		if column.Role == Answer && c.filled > 0 && (c.cells.only(column.statement()) || c.cells.only(column.Text) || c.cells.only(column.Header) || c.cells.selected()) {
			ticks[i] = ticked
		}
	}
	yes := s.yesAsOne()
	for _, g := range s.groups {
		options, others, filled := 0, 0, 0
		for i := g.first; yes[g.first] && i < g.first+g.n; i++ {
			ticks[i] = ticked
		}
		for i := g.first; i < g.first+g.n; i++ {
			switch {
			case ticks[i] == ticked || s.columns[i].cells.ticks():
				if filled += s.columns[i].filled; s.columns[i].filled > 0 {
					options++
				} else {
					others++
				}
			case otherWords().MatchString(lexicon.Normalise(s.export.Columns[i].statement())):
				others++
			}
		}
		for i := g.first; options >= 2 && filled > 2 && options+others == g.n && i < g.first+g.n; i++ {
			if ticks[i] == ticked || s.columns[i].cells.ticks() {
				ticks[i] = ticked
			} else {
				ticks[i] = tickBeside
			}
		}
	}
	return ticks
}

// distinct returns the number of different cells that are not blank.
func (s *seenCells) distinct() int {
	n := len(s.count)
	for text := range s.count {
		if strings.TrimSpace(text) == "" {
			n--
		}
	}
	return n
}

// only reports whether every cell is blank or the text.
func (s *seenCells) only(text string) bool {
	if s.many {
		return false
	}
	for cell := range s.count {
		if strings.TrimSpace(cell) != "" && lexicon.Normalise(cell) != lexicon.Normalise(text) && lexicon.Normalise(cell) != "not selected" {
			return false
		}
	}
	return true
}

// selected reports whether every cell is blank, one single text, or says that it was not selected.
func (s *seenCells) selected() bool {
	chosen, not := 0, 0
	for cell := range s.count {
		switch text := lexicon.Normalise(cell); {
		case text == "":
		case notSelected(text):
			not++
		default:
			chosen++
		}
	}
	return !s.many && chosen <= 1 && not > 0
}

// notSelected reports whether a cell says that an option was not chosen.
func notSelected(cell string) bool {
	return oneOfWords(lexicon.Normalise(cell), "not selected", "not quoted")
}

// ticks reports whether every cell is blank, a tick, or one single text.
func (s *seenCells) ticks() bool {
	if s.many {
		return false
	}
	words := tickWords()
	for cell := range s.count {
		if text := lexicon.Normalise(cell); text != "" && !slices.Contains(words, text) && s.distinct() > 1 {
			return false
		}
	}
	return true
}
