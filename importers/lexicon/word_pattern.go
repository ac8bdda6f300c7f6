package lexicon

import (
	"regexp"
	"regexp/syntax"
	"sync"
	"unicode"
)

// Most headings hold none of the words that a pattern of many is about, and to look up how words begin takes a hundredth of the time that the pattern
// takes to say so.

// wordPattern finds whole words, and knows how the first of them begins.
type wordPattern struct {
	pattern func() *regexp.Regexp // compiled for the first text that holds such a beginning
	starts  *wordSet              // nil: in any way
}

// mayMatch reports whether a text in words holds one with which a match begins.
func (p wordPattern) mayMatch(words []string) bool { return p.starts == nil || p.starts.in(words) }

// find returns the places of the first match and its groups in a text, which is given in words too; nil: there is none.
func (p wordPattern) find(text string, words []string) []int {
	if !p.mayMatch(words) {
		return nil
	}
	return p.pattern().FindStringSubmatchIndex(text)
}

func wordPatternLazily(expression string) func() wordPattern {
	return sync.OnceValue(func() wordPattern { return wordPatternOf(expression) })
}

func wordPatternOf(expression string) wordPattern {
	p := wordPattern{pattern: wholeWordsLazily(expression)}
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return p
	}
	var set wordSet
	set.add("")
	begun, _ := startsOf(parsed.Simplify())
	for _, start := range begun {
		switch word, ended := firstWord(start); {
		case word == "":
			return p
		case ended:
			set.whole[word] = true
		default:
			set.starts[word] = true
		}
	}
	p.starts = &set
	return p
}

// firstWord is the word with which a text begins; ended says that another sign follows it.
func firstWord(text string) (word string, ended bool) {
	for i, r := range text {
		if !unicode.IsLetter(r) {
			return text[:i], true
		}
	}
	return text, false
}

const (
	fewSigns   = 12   // of a class that is told sign by sign
	manyStarts = 4000 // behind which longer ones are not told apart
)

// startsOf returns texts with one of which each match of an expression begins; whole says that they are the matches.
func startsOf(e *syntax.Regexp) (starts []string, whole bool) {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase != 0 {
			return []string{""}, false
		}
		return []string{string(e.Rune)}, true
	case syntax.OpCharClass:
		return signsOf(e.Rune)
	case syntax.OpCapture:
		return startsOf(e.Sub[0])
	case syntax.OpPlus:
		starts, _ = startsOf(e.Sub[0])
		return starts, false
	case syntax.OpQuest:
		starts, whole = startsOf(e.Sub[0])
		return append([]string{""}, starts...), whole
	case syntax.OpEmptyMatch, syntax.OpBeginText, syntax.OpEndText:
		return []string{""}, true
	case syntax.OpAlternate:
		whole = true
		for _, sub := range e.Sub {
			of, all := startsOf(sub)
			starts, whole = append(starts, of...), whole && all
		}
		return starts, whole
	case syntax.OpConcat:
		return startsOfConcat(e.Sub)
	}
	return []string{""}, false
}

func startsOfConcat(parts []*syntax.Regexp) (starts []string, whole bool) {
	starts = []string{""}
	for _, part := range parts {
		next, all := startsOf(part)
		if len(starts)*len(next) > manyStarts {
			return starts, false
		}
		var longer []string
		for _, start := range starts {
			for _, end := range next {
				longer = append(longer, start+end)
			}
		}
		if starts = longer; !all {
			return starts, false
		}
	}
	return starts, true
}

// signsOf are the signs of a class, as pairs from and to; one of many tells nothing.
func signsOf(pairs []rune) (signs []string, whole bool) {
	for i := 0; i < len(pairs); i += 2 {
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			if signs = append(signs, string(r)); len(signs) > fewSigns {
				return []string{""}, false
			}
		}
	}
	return signs, true
}
