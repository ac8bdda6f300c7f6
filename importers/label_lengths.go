package importers

import (
	"fmt"
	"math"
	"slices"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Answers in words may be of scales of different lengths too: five points of agreement in one file, and seven in another, with the labels of the
// five among them. Put together they would all lie on seven points, of which some could not have chosen two. One question of few respondents
// tells little of it, so all questions that share the labels are asked together, and all have the same answer.

// answerers are those whose answers may be of a scale of their own: an audience, or a file or a wave of one.
type answerers struct {
	whose string
	to    func(*question) *answersSeen // nil: they were not asked
}

// scaleLengths says how the labels of two kinds of answerers differ.
type scaleLengths struct {
	what string
	sure bool // chance would hardly ever leave the labels between out
}

// compareLengths compares, for all questions, the lengths of the scales in words of the audiences, and of the parts of each.
func (d *draft) compareLengths(questions []*question) {
	var audiences []answerers
	for i, of := range d.study.Audiences {
		audiences = append(audiences, answerers{"of " + of.ID, func(q *question) *answersSeen {
			if a := q.of(i); a != nil {
				return a.answers
			}
			return nil
		}})
	}
	for one := range audiences {
		for other := range audiences {
			for q, found := range lengthsOver(questions, audiences[one], audiences[other]) {
				if found.sure {
					q.lengths = append(q.lengths, lengthsApart{q.of(one), q.of(other), found.what})
				} else {
					q.maybeApart = found.what
				}
			}
		}
	}
	for i := range d.study.Audiences {
		d.compareParts(questions, i)
	}
}

// compareParts compares the lengths of the scales of the files or waves of an audience.
func (d *draft) compareParts(questions []*question, audience int) {
	var parts []answerers
	for _, q := range questions {
		a := q.of(audience)
		for i := 0; a != nil && i < len(a.parts); i++ {
			name := a.parts[i].name
			if !slices.ContainsFunc(parts, func(p answerers) bool { return p.whose == "in "+name }) {
				parts = append(parts, answerers{"in " + name, func(q *question) *answersSeen { return q.of(audience).inPart(name) }})
			}
		}
	}
	for _, one := range parts {
		for _, other := range parts {
			for q, found := range lengthsOver(questions, one, other) {
				if found.sure {
					q.of(audience).lengths = found.what
				} else {
					q.maybeApart = found.what
				}
			}
		}
	}
}

// inPart returns the answers of one part; nil: it was not asked.
func (a *asked) inPart(name string) *answersSeen {
	if a == nil {
		return nil
	}
	for _, p := range a.parts {
		if p.name == name {
			return p.answers
		}
	}
	return nil
}

// lengthsOver returns the questions to which one kind of answerers gave the labels of a scale, all of them, and another kind those of a longer
// one. What a single question tells for sure it tells of itself; the questions that share the labels tell it of all of them.
func lengthsOver(questions []*question, one, other answerers) map[*question]scaleLengths {
	found := map[*question]scaleLengths{}
	sharing := map[string][]*question{}
	for _, q := range questions {
		a, b := one.to(q), other.to(q)
		if a == nil || b == nil || a == b || !a.inWords() || !b.inWords() || a.many || b.many {
			continue
		}
		if what := fewerLabels(one, a, other, b, byChance); what.sure {
			found[q] = what
		}
		if longer := lexicon.Fit(b.claimed()); longer != nil {
			key := longer.Family.String()
			sharing[key] = append(sharing[key], q)
		}
	}
	for _, of := range sharing {
		of = beyondLabels(of, one, other)
		a, b := newAnswersSeen(), newAnswersSeen()
		for _, q := range of {
			a.pool(one.to(q))
			b.pool(other.to(q))
		}
		enough := byChance
		if len(of) > 1 {
			enough *= byChance // the answers of one respondent are alike, and count for fewer
		}
		if what := fewerLabels(one, a, other, b, enough); what.what != "" {
			for _, q := range of {
				if !found[q].sure {
					found[q] = what
				}
			}
		}
	}
	return found
}

// beyondLabels returns the questions to which others gave a label that one kind of answerers gave to none of them.
func beyondLabels(questions []*question, one, other answerers) []*question {
	given := newAnswersSeen()
	for _, q := range questions {
		given.pool(one.to(q))
	}
	known := given.plainWords()
	return slices.DeleteFunc(slices.Clone(questions), func(q *question) bool {
		for word := range other.to(q).plainWords() {
			if !known[word] {
				return false
			}
		}
		return true
	})
}

// plainWords are the words of the answers, ready to be compared.
func (a *answersSeen) plainWords() map[string]bool {
	plain := map[string]bool{}
	for word := range a.words {
		plain[lexicon.PlainLabel(word)] = true
	}
	return plain
}

// fewerLabels says whether answers fill a scale of words while those of others are of a longer one with the same labels. It is sure if that is
// no chance: were the labels that stand in the longer one only chosen half as often as the others choose them, chance would leave them all
// out with a probability below the one given.
func fewerLabels(one answerers, a *answersSeen, other answerers, b *answersSeen, chance float64) scaleLengths {
	own, longer := lexicon.Fit(a.claimed()), lexicon.Fit(b.claimed())
	if own == nil || longer == nil || len(own.Labels) >= len(longer.Labels) || own.Family.Language != longer.Family.Language {
		return scaleLengths{}
	}
	if len(own.Unseen) > 0 {
		return betweenLabels(one, a, own, other, b, longer)
	}
	has := a.plainWords()
	between, shared := 0, 0
	for word, n := range b.words {
		if has[lexicon.PlainLabel(word)] {
			shared++
		} else {
			between += n
		}
	}
	if shared < 2 {
		return scaleLengths{}
	}
	n := total(a.words)
	share := float64(between) / math.Max(1, float64(total(b.words)))
	return scaleLengths{
		what: fmt.Sprintf("the answers %s have %d labels, from %q to %q, and those %s have %d", one.whose, len(own.Labels), lexicon.Shorten(own.Labels[0]),
			lexicon.Shorten(own.Labels[len(own.Labels)-1]), other.whose, len(longer.Labels)),
		sure: n >= leastToEnd && math.Pow(1-share/2, float64(n)) < chance,
	}
}

// betweenLabels says whether answers that leave points of a scale of words open leave out as well what stands between them in the longer one of
// others: who never agreed somewhat, but agreed and was undecided, may have been offered five labels of seven. What lies beyond their lowest and
// highest answer tells nothing: they may be of one mind. So much less is to be seen than of a scale that is filled that chance has to be a
// hundredth of what is enough there, and that nothing is said where it is as likely as not.
func betweenLabels(one answerers, a *answersSeen, own *lexicon.Fitted, other answerers, b *answersSeen, longer *lexicon.Fitted) scaleLengths {
	has := a.plainWords()
	low, high, shared := len(longer.Labels), -1, 0
	for point, label := range longer.Labels {
		if has[lexicon.PlainLabel(label)] {
			low, high, shared = min(low, point), max(high, point), shared+1
		}
	}
	between, within := 0, 0
	for word, n := range b.words {
		if point := longer.Family.At[lexicon.PlainLabel(word)]; point >= low && point <= high {
			within += n
			if !has[lexicon.PlainLabel(word)] {
				between += n
			}
		}
	}
	if shared < len(a.plainWords()) || between == 0 {
		return scaleLengths{}
	}
	n := total(a.words)
	left := math.Pow(1-float64(between)/float64(within)/2, float64(n))
	if left > 0.5 {
		return scaleLengths{}
	}
	return scaleLengths{
		what: fmt.Sprintf("the answers %s are %d of the %d labels from %q to %q, and those %s have %d", one.whose, len(has), len(own.Labels), lexicon.Shorten(own.Labels[0]),
			lexicon.Shorten(own.Labels[len(own.Labels)-1]), other.whose, len(longer.Labels)),
		sure: n >= leastToEnd && left < byChance*byChance,
	}
}
