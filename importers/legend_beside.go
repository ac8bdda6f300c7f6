package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Some questionnaires explain the points of a list in its first heading only: "Delivery (1 = very good, 6 = very poor)", "Advice", "Prices". Where
// 1 is the good end, the others are turned round with it, or they are not: nobody can tell from them, and read the other way they are inverted
// beside it. So it is of one audience whose heading has the legend, and of another that was asked in the same words without.

// legendBeside is what the heading of one column in a run says of the points of others behind it.
type legendBeside struct {
	name   string // of the column
	scale  study.Scale
	ends   string // the words at its ends
	grades bool   // it is in school grades of no named country
	by     *asked // whose heading it is
}

// tellLegends lets the columns of each run know of the nearest heading before them that says that the lowest number is the good end, or that these
// are school grades, where their own says nothing of it. Nobody explains points below what they are asked for: a legend at the end of a list, as in
// "Overall grade (1 = very good)", is of that question alone.
func tellLegends(columns []*asked) {
	for _, run := range runsOfPoints(columns) {
		var nearest *legendBeside
		for _, c := range run {
			if own, explains := c.explainsEnds(); explains {
				nearest = own
			} else if nearest != nil && nearest.mayBeOf(c) {
				c.legend = nearest
			}
		}
	}
}

// mayBeOf reports whether the legend may be meant for a column behind it: it stands on the same points, has no question of its own, and its heading
// is like that of the legend. "The staff is friendly" is agreed with, and "How likely are you to …?" names its own measure, beside a legend of topics.
func (l *legendBeside) mayBeOf(c *asked) bool {
	switch {
	case stemOf(c.column) != "", c.column.asksToRecommend(), !c.mayHavePointsOf(l.scale):
		return false
	case statesSomething(c.column) && (l.grades || !statesSomething(l.by.column)):
		return false
	case l.grades && wordedAsRating(c.column):
		return lexicon.GradesIn(c.column.Text) != lexicon.NoGrades
	}
	return !asksSomething(c.column) || asksSomething(l.by.column)
}

// asksSomething reports whether a heading is a question, whatever stands in brackets behind it.
func asksSomething(c Column) bool {
	return strings.HasSuffix(strings.TrimRight(lexicon.InBrackets().ReplaceAllString(c.Text, " "), ":.*# "), "?")
}

// statesSomething reports whether a heading can be agreed with: "The staff is friendly", "I would come again".
func statesSomething(c Column) bool {
	text := plainWords(c)
	return !asksSomething(c) && (lexicon.IsSentence(text) || ofPersons().MatchString(text) && len(strings.Fields(text)) >= statementWords)
}

// runsOfPoints are the columns of numbers that stand side by side, whether their headings name a scale or not. A fact, what is surely a group, words and what has a
// question of its own above its statement stand between two runs.
func runsOfPoints(columns []*asked) (runs [][]*asked) {
	var run []*asked
	stem := ""
	for _, c := range columns {
		if !c.ofNumbers() || c.fact() || asksForGroup(c.column) == surelyGroup {
			if total(c.answers.numbers)+total(c.answers.words) > 0 {
				runs, run = append(runs, run), nil
			}
			continue
		}
		if own := stemOf(c.column); own != "" && own != stem {
			runs, run, stem = append(runs, run), nil, own
		}
		run = append(run, c)
	}
	return append(runs, run)
}

// explainsEnds reports whether the heading of a column says which end of its points is the good one, and returns what it says if that is the lowest
// number or may be.
func (a *asked) explainsEnds() (l *legendBeside, explains bool) {
	own := a.column.heading()
	if !lexicon.MayNameGoodEnd(own) {
		return nil, false
	}
	read := scaleOf(a.learned.clone(), a.headings())
	turned := read.turned(a.headings())
	if !turned.reversed && !turned.grades {
		return nil, a.namesGoodEnd(turned)
	}
	return &legendBeside{lexicon.Shorten(naming(a.column)), read.scale, turned.ends, turned.grades, a}, true
}

// mayHavePointsOf reports whether the answers may be given on a scale, though they show only a part of it: those in its lower half tell too little.
func (a *asked) mayHavePointsOf(s study.Scale) bool {
	seen := a.answers.observed()
	if len(seen) == 0 {
		return false
	}
	_, _, whole := a.answers.ends()
	highest := seen[len(seen)-1]
	return whole && seen[0] >= s.Low && highest <= s.High && 2*highest > s.High
}

// turned tells which end of a scale of numbers is the good one. Where a heading beside says that 1 is, and its own says nothing, that is asked.
func (a *asked) turned(read readScale) readScale {
	r := read.turned(a.headings())
	if a.legend == nil || !r.scale.Defined() || len(r.scale.Labels) > 0 || a.namesGoodEnd(r) {
		return r
	}
	l := a.legend
	low := lexicon.FormatNumber(l.scale.Low)
	why := fmt.Sprintf("%s is the good end of %q in the same run of columns (%s), and nothing says which end it is of this question", low, l.name, l.ends)
	if l.grades {
		why = fmt.Sprintf("%q in the same run of columns is in school grades, and nothing says whether these are", l.name)
	}
	r.scale = l.scale
	r = r.eitherWay(why, l.ends)
	r.grades, r.likelyLow = l.grades, !l.grades
	return r
}

// namesGoodEnd reports whether the heading of a column, or words in its cells, say which end of its scale is the good one.
func (a *asked) namesGoodEnd(r readScale) bool {
	return r.reversed || r.scale.Defined() && lexicon.GoodEndOf(r.scale, a.headings(), r.codes).Ends != ""
}

// turnedForOthers finds the first audience of which nothing tells the good end, while the answers of another are turned round by what its heading
// says, and returns why the question has no scale then.
func (d *draft) turnedForOthers(q *question) (why string) {
	turned := slices.IndexFunc(q.by, func(a *asked) bool { return a.read.reversed })
	if turned < 0 {
		return ""
	}
	by := q.by[turned]
	low, of := lexicon.FormatNumber(by.read.scale.Low), d.study.Audiences[by.audience].ID
	for _, a := range q.by {
		if len(a.read.scale.Labels) > 0 || a.namesGoodEnd(a.read) {
			continue
		}
		id := d.study.Audiences[a.audience].ID
		why := fmt.Sprintf("%s is the good end for %s (%s), and nothing says which end it is for %s", low, of, by.read.ends, id)
		a.read = a.read.eitherWay(why, by.read.ends)
		a.read.likelyLow, a.read.whose, q.unread = true, id, a
		return why
	}
	return ""
}
