package importers

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"golang.org/x/text/unicode/norm"
)

func label(id string) string {
	words := strings.ReplaceAll(id, "_", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// name gives the items their labels and ids: the statement of a matrix without its stem where that tells the items apart.
func (d *draft) name(questions []*question, partners map[*question][]*question) {
	times, subjects := map[string]int{}, map[string]int{}
	for i, q := range questions {
		times[lexicon.Normalise(q.by[0].statement())]++
		if subject := subjectOf(q, partners[q]); len(d.study.Items[i].Ratings) > 1 {
			subjects[lexicon.Normalise(subject)]++
		}
	}
	ids := usedIDs{"outcome": 2}
	for i, q := range questions {
		c := q.by[0].column
		item := d.study.Items[i]
		item.Label = c.Text
		if row := q.by[0].statement(); times[lexicon.Normalise(row)] == 1 {
			item.Label = row
		}
		if subject := subjectOf(q, partners[q]); len(item.Ratings) > 1 && subject != "" && subjects[lexicon.Normalise(subject)] == 1 {
			item.Label = subject
		}
		item.Label = cmp.Or(strings.TrimRight(item.Label, ": "), item.Label)
		item.ID = slug(item.Label)
		if c.HasID && audienceID().MatchString(strings.ToLower(c.ID)) {
			item.ID = strings.ToLower(c.ID)
		}
		item.ID = ids.free(item.ID)
	}
	d.numberTwins()
}

// numberTwins numbers the labels of items that are called alike: two questions under one header.
func (d *draft) numberTwins() {
	times, at := map[string]int{}, map[string]int{}
	for _, item := range d.study.Items {
		times[lexicon.Normalise(item.Label)]++
	}
	for _, item := range d.study.Items {
		if key := lexicon.Normalise(item.Label); times[key] > 1 {
			at[key]++
			item.Label = fmt.Sprintf("%s (%d)", item.Label, at[key])
		}
	}
}

// subjectOf is what a question and its partners are about. That on importance names it most plainly: "How important is delivery?" beside "How well
// do we do on delivery?".
func subjectOf(q *question, partners []*question) string {
	for _, p := range partners {
		if subject := subjectLabel(p.by[0].column); p.asks() == study.Importance && subject != "" {
			return subject
		}
	}
	return subjectLabel(q.by[0].column)
}

// subjectLabel is what a question is about, as it is written there: the name of an item whose other questions ask how important or how good the
// same is. Empty: it cannot be told from the words that ask.
func subjectLabel(c Column) string {
	statement := c.statement()
	text := lexicon.Normalise(statement)
	about := lexicon.Suffix().ReplaceAllString(lexicon.KindBefore().ReplaceAllString(text, ""), "")
	if lexicon.Lead().MatchString(about) {
		about = lexicon.BareSubject(text)
	}
	small := lexicon.Lower(statement)
	at := strings.Index(small, about)
	if about == "" || about == text || at < 0 || len(small) != len(statement) {
		return ""
	}
	label := statement[at : at+len(about)]
	first, size := utf8.DecodeRuneInString(label)
	return string(unicode.ToUpper(first)) + label[size:]
}

// usedIDs are ids that are taken, each with the number to try next behind it.
type usedIDs map[string]int

// free returns an id that is not taken yet: itself, or with a number.
func (u usedIDs) free(id string) string {
	free := id
	for n := max(2, u[id]); u[free] > 0; n++ {
		free = fmt.Sprintf("%s_%d", id, n)
		u[id] = n + 1
	}
	u[free] = max(2, u[free])
	return free
}

// asciiFold returns the text in lower case without accents, so that é may stand in an id as e.
func asciiFold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

var notInID = lazily(`[^a-z0-9]+`)

// slug makes an id of the first words of a label.
func slug(label string) string {
	const longest = 40
	id := strings.Trim(notInID().ReplaceAllString(asciiFold(label), "_"), "_")
	if len(id) > longest {
		id = id[:longest]
		if at := strings.LastIndex(id, "_"); at > longest/2 {
			id = id[:at]
		}
	}
	if id == "" || id[0] >= '0' && id[0] <= '9' {
		id = "item_" + id
	}
	return strings.Trim(id, "_")
}
