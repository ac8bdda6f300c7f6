package report

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// noticePattern translates notices of one wording. They come as finished English sentences, with what they are about inside: the
// sentence in the message file has %s there, and so has its translation.
type noticePattern struct {
	key         string
	original    *regexp.Regexp
	translation string
	fixed       int // how many letters of the original are not placeholders: the most telling pattern is tried first
}

// parseNotices reads the translations of notices.
func parseNotices(texts map[string]string) ([]noticePattern, error) {
	var all []noticePattern
	for _, original := range slices.Sorted(maps.Keys(texts)) {
		translation := texts[original]
		pieces := strings.Split(original, "%s")
		for k, piece := range pieces {
			pieces[k] = regexp.QuoteMeta(piece)
		}
		if n := strings.Count(translation, "%"); n != len(pieces)-1 {
			return nil, fmt.Errorf("%q: %d placeholders, its translation has %d", original, len(pieces)-1, n)
		}
		if err := (message{other: translation}).check(original); err != nil {
			return nil, fmt.Errorf("%q: %w", original, err)
		}
		pattern, err := regexp.Compile("^" + strings.Join(pieces, "(.*?)") + "$")
		if err != nil {
			return nil, err
		}
		all = append(all, noticePattern{original, pattern, translation, len(original) - 2*(len(pieces)-1)})
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].fixed != all[j].fixed {
			return all[i].fixed > all[j].fixed
		}
		return all[i].original.String() < all[j].original.String()
	})
	return all, nil
}

// notice says a warning or an assumption; one in words that the message file does not know stays English.
func (w *language) notice(n study.Notice) string {
	text := visible(n.Message)
	if w == nil {
		return w.withQuotes(text)
	}
	for _, p := range w.notices {
		if found := p.original.FindStringSubmatch(text); found != nil {
			args := make([]any, len(found)-1)
			for k, stretch := range found[1:] {
				args[k] = w.stretch(stretch)
			}
			return fmt.Sprintf(p.translation, args...)
		}
	}
	return w.withQuotes(text)
}

// countedThing is a count inside a notice: 12 rows.
var countedThing = lazily(`^([0-9,]+) (item|row|column|cell|rating|question|record)s?$`)

// stretch says what stands at a placeholder of a notice: the study's words as they are, counts and the words of a result translated.
func (w *language) stretch(text string) string {
	if m := countedThing().FindStringSubmatch(text); m != nil {
		if n, err := strconv.Atoi(strings.ReplaceAll(m[1], ",", "")); err == nil {
			return w.counted(n, "%s "+m[2], "%s "+m[2]+"s")
		}
	}
	switch {
	case groupedCount().MatchString(text):
		return strings.ReplaceAll(text, ",", w.thousands)
	case decimalNumber().MatchString(text):
		return w.point(text)
	case numericScale().MatchString(text):
		return w.scaleEnds(text)
	}
	if said, known := w.reason(text); known {
		return said
	}
	if m := eitherEnd().FindStringSubmatch(text); m != nil {
		return w.text("%s or %s", m[1], m[2])
	}
	if m := moreUnnamed().FindStringSubmatch(text); m != nil {
		return w.text("%s and %s more", w.stretch(m[1]), m[2])
	}
	text = w.withQuotes(text)
	text = percentagePoints().ReplaceAllStringFunc(text, func(points string) string {
		return w.text("(%s percentage points)", percentagePoints().FindStringSubmatch(points)[1])
	})
	return w.word(text)
}

// groupedCount is a count as study.Grouped writes it: 1,600.
var groupedCount = lazily(`^[0-9]{1,3}(,[0-9]{3})+$`)

// Parts of notices that languages write each in their own way: numbers, scales, ends that nobody chose, lists cut short.
var (
	decimalNumber = lazily(`^[0-9]+\.[0-9]+$`)
	numericScale  = lazily(`^-?[0-9]+\.\.-?[0-9]+$`)
	eitherEnd     = lazily(`^(-?[0-9]+) or (-?[0-9]+)$`)
	moreUnnamed   = lazily(`^(.*) and ([0-9]+) more$`)
)

// percentagePoints stand inside a notice behind the item that differs so much.
var percentagePoints = lazily(`\(([0-9]+) percentage points\)`)
