package importers

import (
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Exports part a subject from what is asked of it by brackets, a hyphen, a colon or a blank: "Delivery (importance)", "Delivery - Importance". With all but
// round brackets it looks as a row of a matrix does: "Your job - Pay", "Your job - Expectations". The columns of one subject tell: what all of them ask is a
// kind each, or one of them is another row.

// kindJoin is how a subject and a kind are joined; surely: no single column of a subject is taken for it.
type kindJoin struct {
	before, behind string
	surely         bool
}

var kindJoins = []kindJoin{{" - ", "", false}, {" – ", "", false}, {" — ", "", false}, {" [", "]", true}, {": ", "", true}, {" ", "", true}}

// kindColumn is a column whose text may be a subject and what is asked of it.
type kindColumn struct {
	at            int
	subject, kind string // kind: as it is written; empty: it asks something else
	scale         string // that the heading names behind it, in its brackets
}

// putKindsInBrackets writes "Delivery - Importance" as "Delivery (Importance)" where all columns of a subject ask for a kind.
func putKindsInBrackets(columns []Column) {
	texts, scales := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		texts[i], scales[i] = lexicon.CutScale(c.Text)
	}
	for _, join := range kindJoins {
		bySubject := map[string][]kindColumn{}
		for i, c := range columns {
			if k, joined := join.part(texts[i]); joined && c.Role == Answer {
				k.at, k.scale = i, scales[i]
				bySubject[lexicon.Normalise(k.subject)] = append(bySubject[lexicon.Normalise(k.subject)], k)
			}
		}
		for _, of := range bySubject {
			if !join.areKinds(of) {
				continue
			}
			for _, k := range of {
				c := &columns[k.at]
				texts[k.at] = k.subject + " (" + k.kind + ")"
				c.asWritten, c.Text = c.Text, strings.TrimSpace(texts[k.at]+" "+k.scale)
			}
		}
	}
}

// part parts a text at the last join; joined: there is one behind a subject of a few words.
func (j kindJoin) part(text string) (k kindColumn, joined bool) {
	text, closed := strings.CutSuffix(strings.TrimSpace(text), j.behind)
	at := strings.LastIndex(text, j.before)
	if !closed || at <= 0 || !lexicon.IsSubject(text[:at]) {
		return k, false
	}
	k.subject = strings.TrimSpace(text[:at])
	if kind := strings.TrimSpace(text[at+len(j.before):]); lexicon.NamesKind(kind) {
		k.kind = kind
	}
	return k, k.kind != "" || j.before != " " // most headings are words with blanks between them
}

// areKinds reports whether the columns of a subject ask for a kind each: several for different ones, or a single one for what is hardly ever a row.
func (j kindJoin) areKinds(of []kindColumn) bool {
	asked := map[string]bool{}
	for _, k := range of {
		kind := lexicon.Normalise(k.kind)
		if kind == "" || asked[kind] {
			return false
		}
		asked[kind] = true
	}
	return len(of) > 1 || !j.surely && len(of) == 1 && !lexicon.NamesPerformance(of[0].kind)
}
