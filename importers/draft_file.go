package importers

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
)

// DraftFile drafts a study as Draft does, and writes it as a study file that is read as it stands. What the exports do not tell is a
// question in a comment. The answers are read as the file says, so that no rating is left in it that reading refuses.
func DraftFile(ctx context.Context, audiences []AudienceFiles, o Options) ([]byte, error) {
	for {
		text, err := draftFile(ctx, audiences, o)
		if err != nil {
			return nil, err
		}
		refused, unread, err := refusedIn(ctx, text, o)
		if err != nil {
			return nil, err
		}
		if o.refuse(refused) {
			continue
		}
		if unread != nil && o.Unread != nil {
			o.Unread(unread)
		}
		return text, nil
	}
}

// draftFile drafts a study file once.
func draftFile(ctx context.Context, audiences []AudienceFiles, o Options) ([]byte, error) {
	ordered, err := insideOut(audiences)
	if err != nil {
		return nil, err
	}
	tables, answered, err := publishedAudiences(ctx, ordered, o)
	if err != nil {
		return nil, err
	}
	if len(answered) == 0 {
		return publishedFile(tables, ordered), nil
	}
	d, err := newDraft(ctx, answered, o, true)
	if err != nil {
		return nil, err
	}
	d.unusedSheet(answered, o)
	d.linesAbove()
	w := &fileWriter{draft: d, published: tables, inOrder: ordered, look: d.lookups(), offered: usedIDs{}}
	w.head()
	w.audiences()
	w.segments()
	w.scale()
	w.items()
	w.suggestions()
	w.maybeRated()
	w.facts()
	w.toOrder()
	w.nearWords()
	w.line("")
	w.outcome()
	w.notes()
	return []byte(w.text.String()), d.unplaced
}

// fileWriter writes a draft as YAML.
type fileWriter struct {
	draft     *draft
	published []*published    // of audiences without responses
	inOrder   []AudienceFiles // all, from inside to outside
	text      strings.Builder
	common    study.Scale // of most items, written once
	other     []string    // the labels of the scale that it may be as well; nil: of none
	missing   study.Missing
	look      *lookups
	offered   usedIDs // the ids of items in comments
	apart     bool    // missing codes stand on every column: a label of one scale is a don't know of another
}

// line writes a line. What no study file may hold, and what nobody sees, is escaped: in quotes that is YAML, in a comment it is legible.
func (w *fileWriter) line(format string, args ...any) {
	for _, r := range fmt.Sprintf(format, args...) {
		switch {
		case r == utf8.RuneError || !unicode.IsPrint(r) && r > '\uffff':
			fmt.Fprintf(&w.text, `\U%08x`, r)
		case !unicode.IsPrint(r) && r != '\n':
			fmt.Fprintf(&w.text, `\u%04x`, r)
		default:
			w.text.WriteRune(r)
		}
	}
	w.text.WriteByte('\n')
}

// comment writes a text as comments of lines that an editor shows whole.
func (w *fileWriter) comment(indent, text string) {
	const longest = 110
	line, hanging := "", "" // a further line stands indented
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+len([]rune(word)) > longest {
			w.line("%s# %s%s", indent, hanging, line)
			line, hanging = "", "  "
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	w.line("%s# %s%s", indent, hanging, line)
}

func (w *fileWriter) head() {
	w.line("# A draft by cxgap init. It is read as it stands; lines with a question mark are for you to decide.")
	w.line("title: \"\" # ? what people shall read above the tables")
	w.line("")
}

// sentenceCase begins a text with a capital letter.
func sentenceCase(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

func (w *fileWriter) items() {
	w.line("items:")
	w.askJoinedByCode()
	w.askTwins()
	for i, item := range w.draft.study.Items {
		if own := len(w.draft.study.Items) - w.draft.ownWords; w.draft.ownWords > 0 && i == own {
			w.comment("  ", "? An audience that shares no question with another, word for word, has its own as items here. Which of them ask what others "+
				"were asked? Write their columns into one item: performance: {staff: Q1, customers: Q7}. A pair offered below takes the place of the items that it joins.")
		}
		w.line("  %s:", item.ID)
		w.line("    label: %s", scalarOf(item.Label))
		for _, r := range item.Ratings {
			w.line("    %s: %s", r.Kind, w.columns(r))
			w.inItsPlace(item, r.Kind, w.draft.usable[i])
		}
		if item.TopBox > 0 {
			w.line("    top_box: %d", item.TopBox)
			w.line("    bottom_box: %d", item.BottomBox)
		}
		if item.NoDriver {
			w.line("    driver: false # ? of an outcome: it asks of the whole, or of effort")
		}
		w.whichPerformance(item, w.draft.usable[i])
		if q := w.draft.usable[i]; q.apart && w.draft.ownScales(q) != "" {
			w.comment("    ", "? Was this asked on different scales, as the highest answers tell ("+w.draft.ownScales(q)+")? If not, give all audiences one scale.")
		} else if q.apart {
			w.comment("    ", "? Was this asked on scales of different lengths? "+sentence(sentenceCase(q.whyApart))+" If not, give all audiences one scale.")
		}
		if q := w.draft.usable[i]; q.maybeApart != "" && !q.apart {
			w.comment("    ", "? Were all labels offered to all? "+sentence(sentenceCase(q.maybeApart))+" If not, give each audience the scale that it was asked on.")
		}
		w.likelyImportance(item, w.draft.usable[i])
		w.likelyEstimates(i)
		w.publishedBeside(item)
	}
	w.publishedItems()
	w.looseEstimates()
}

// inItsPlace writes below a rating the lines that may take its place.
func (w *fileWriter) inItsPlace(item *study.Item, kind study.Kind, q *question) {
	if q.asks() == kind {
		w.asOneQuestion(q)
		w.otherWords(item, q)
		w.middleWord(q)
		w.doubtful(q)
		w.likelyFurther(item, q)
	}
}

// notes writes what was assumed or left out.
func (w *fileWriter) notes() {
	headed := false
	for _, n := range w.draft.notices {
		if n.Code != study.NearMatch && n.Code != study.AskedOfOne {
			if !headed {
				w.line("# What was assumed, and what was left out:")
				headed = true
			}
			if n.Hint == draftsTheirLines {
				n.Hint = theirLinesAbove
			}
			w.comment("", "- "+n.Text())
		}
	}
}
