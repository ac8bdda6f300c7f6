package importers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Microsoft Forms heads the rows of a matrix "Question.Statement", and points stand within questions and statements too: "How are we doing, e.g.
// in your branch?.Delivery". One column does not tell which point parts it. Its siblings do, wherever they stand in the file: they have the same
// question, and begin to differ behind it.

// statements parts "Question.Statement" where columns that have the same question begin to differ.
func statements(columns []Column, asks func(stem string) bool) {
	behind := map[string]*siblings{} // by question
	for i := range columns {
		for _, at := range joints(&columns[i]) {
			stem := columns[i].Text[:at]
			if behind[stem] == nil {
				behind[stem] = &siblings{}
			}
			behind[stem].add(columns[i].Text[at+1:])
		}
	}
	for i := range columns {
		c, parted := &columns[i], 0
		for _, at := range joints(c) {
			stem := c.Text[:at]
			switch {
			case !behind[stem].parted(stem) || !asks(stem):
			case parted == 0, endsQuestion(stem): // of several the last that ends a sentence, or else the first: names in a statement hold points
				parted = at
			}
		}
		if parted > 0 {
			row := strings.TrimSpace(c.Text[parted+1:])
			c.Text = strings.TrimSpace(c.Text[:parted]) + " - " + strings.ReplaceAll(row, " - ", " – ")
			c.HasID = true
		}
	}
}

// siblings are the statements behind one question.
type siblings struct {
	number int
	first  string // the first word of the first of them
	differ bool   // another begins with another word
	names  bool   // one begins with a small letter or a digit, as what stands behind the point of a name does
}

func (s *siblings) add(statement string) {
	word := firstWord(statement)
	if s.number++; s.number == 1 {
		s.first = word
	}
	s.differ = s.differ || word != s.first
	r, _ := utf8.DecodeRuneInString(word)
	s.names = s.names || !unicode.IsUpper(r)
}

// parted reports whether the point behind a question parts it from its statements: they begin to differ there or, if all of them begin alike
// ("We are fast", "We are friendly"), the question ends like a sentence, or like a word before a capital letter.
func (s *siblings) parted(stem string) bool {
	if s.number < 2 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	return s.differ || endsQuestion(stem) || unicode.IsLower(last) && !s.names && strings.Contains(stem, " ")
}

// namesBefore are abbreviations of what stands before names, namesBehind what stands behind the point of addresses on the internet.
const (
	namesBefore = "St|Ste|Dr|Prof|Mr|Mrs|Ms|Mme|Mlle|Hr|Fr|Sr|Sra|Srta|Sig|Nr|No|Mt"
	namesBehind = "com|org|net|edu|gov|info|biz|io|app|shop|online|eu|co|uk|us|ca|au|nz|jp|cn|de|at|ch|fr|it|es|pt|nl|be|lu|ie|dk|se|fi|pl|cz|br|mx|ar"
)

// withinName reports whether a point stands within a name: St.Gallen, Booking.com. A country of two letters ends it, for other words are as short.
func withinName(before, behind string) bool {
	end := strings.IndexFunc(behind, notOfWord)
	if end < 0 {
		end = len(behind)
	}
	ends := end > 2 || end == len(behind) || behind[end] != ' '
	return lexicon.Listed(namesBefore, before) || before != "" && ends && lexicon.Listed(namesBehind, behind[:end])
}

// joints are the points of a heading behind which a statement may begin: none stands there of an abbreviation (e.g., z.B.), between digits or within a name.
func joints(c *Column) []int {
	if c.Role != Answer {
		return nil
	}
	var found []int
	for at := range c.Text {
		if c.Text[at] != '.' || at == 0 || at+1 >= len(c.Text) || c.Text[at+1] == ' ' && c.Text[at-1] != ' ' || c.Text[at+1] == '.' {
			continue // behind a point that ends a sentence stands a blank; one with blanks on both sides ends none
		}
		last, _ := utf8.DecodeLastRuneInString(c.Text[:at])
		next, _ := utf8.DecodeRuneInString(c.Text[at+1:])
		word := c.Text[strings.LastIndexFunc(c.Text[:at], notOfWord)+1 : at]
		switch {
		case unicode.IsDigit(next) && (unicode.IsDigit(last) || utf8.RuneCountInString(word) <= 3 && unicode.IsLetter(last)): // 2.0, No.1
		case unicode.IsLetter(last) && utf8.RuneCountInString(word) == 1 && at > 1: // e.g., z.B.
		case withinName(word, c.Text[at+1:]):
		default:
			found = append(found, at)
		}
	}
	return found
}

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// firstWord is what stands before the first blank or point.
func firstWord(text string) string {
	if at := strings.IndexAny(text, " ."); at >= 0 {
		return text[:at]
	}
	return text
}

// endsQuestion reports whether a text ends as questions do, and names do not.
func endsQuestion(stem string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(stem))
	return strings.ContainsRune("?!:.…)？：。", last) || strings.HasSuffix(stem, " ")
}
