package importers

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

// Cells with commas are several answers where labels that stand alone, or pieces that come again, say so.
func TestSeveralAnswers(t *testing.T) {
	for _, test := range []struct{ cells, want string }{
		{"Chat|Chat, Mail|Mail|Phone, Chat|Chat, Mail", "Chat 3, Mail 3, Phone, Chat 1"},
		{"Yes, always|Mail|Yes, always, Mail|Yes, always, Mail", "Mail 3, Yes, always 3"},
		{"Chat, Mail|Mail, Phone|Chat, Phone|Chat, Mail", "Chat 3, Mail 3, Phone 2"},
		{"Chat;Mail, by post;|Mail, by post;Chat;|Chat;|Chat;", "Chat 4, Mail, by post 2"},
		{"$0 - $24,999|$25,000 - $49,999|$50,000 - $99,999|$100,000 - $149,999|$0 - $24,999", ""},
		{"It is honest, kind and loyal.|It is honest, kind, and loyal.|It is honest, kind and loyal.", ""},
		{"4,5|1,2,3|2|4,5,1|1|3|2", "1 3, 2 3, 3 2, 4,5 2"},
		{"so, well|never, ever", ""},
		{"Faster; cheaper|Faster; cheaper|Nice people; good|Nice people; good|Slow; expensive|Slow; expensive", ""},
		{"We need more people; it takes too long|We need more people; it takes too long|no|no", ""},
		{"Price lists; service|Price lists; service|no|no|no", "Price lists 2, no 3, service 2"},
		{"Chat; Mail|Chat; Phone|Mail; Phone; a letter from my aunt|Chat|Phone", "Chat 3, Mail 2, Phone 3, a letter from my aunt 1"},
		{"Chat; by horse|Chat; by pigeon|Mail; by bicycle|Chat; Mail; by boat|Mail|Chat|Chat; Mail; on foot|Chat", "Chat 6, Mail 4, by bicycle 1, by boat 1, by horse 1, by pigeon 1, on foot 1"},
	} {
		c := columnScan{}
		for _, text := range strings.Split(test.cells, "|") {
			c.add(text, Answer)
		}
		c.finish(Answer)
		var got []string
		if c.severalAnswers() {
			for option, n := range c.pieces {
				got = append(got, fmt.Sprintf("%s %d", option, n))
			}
			sort.Strings(got)
		}
		if text := strings.Join(got, ", "); text != test.want {
			t.Errorf("%s: got %q, want %q", test.cells, text, test.want)
		}
	}
}

// Labels that overlap in many ways are tried once from each comma on, not once a way: a cell of sixty of them would take for ever.
func TestLabelsThatOverlap(t *testing.T) {
	known := map[string]bool{"a": true, "a, c": true, "c, a": true, "c, a, c": true}
	if labels, made := madeOf(strings.Repeat("a, c, ", 60)+"b", known); made {
		t.Errorf("made of %q", labels)
	}
	if labels, made := madeOf("a, c, a", known); !made || len(labels) != 2 {
		t.Errorf("made of %q", labels)
	}
}
