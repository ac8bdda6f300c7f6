package importers

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A table of results names its items, and nothing in it tells the scale that they were rated on: means from 2.1 to 3.8 are of five points, of
// seven or of four. A draft lists its rows as items in comments, and asks for the scale.

// published are the figures that a table of results has of one audience.
type published struct {
	audience  *study.Audience
	items     []*publishedItem
	unknown   map[string]int // rows of kinds that no item has
	low, high float64        // of the means; low > high: there are shares alone
}

// publishedItem is an item as a table of results calls it.
type publishedItem struct {
	text  string
	kinds []study.Kind
}

// publishedAudiences reads the tables of results among the files of audiences, and returns the audiences that have responses apart.
func publishedAudiences(ctx context.Context, audiences []AudienceFiles, o Options) (tables []*published, others []AudienceFiles, err error) {
	var faults study.InputError
	for _, a := range audiences {
		p, err := publishedOf(ctx, a, o)
		if err := takeFaults(&faults, err); err != nil {
			return nil, nil, err
		}
		switch {
		case err != nil:
		case p == nil:
			others = append(others, a)
		default:
			tables = append(tables, p)
		}
	}
	if !faults.Empty() {
		return nil, nil, &faults
	}
	return tables, others, nil
}

// publishedOf reads the files of an audience that are all tables of results under the names that a study file reads; nil: they are not, and
// whoever reads responses says what is wrong with them.
func publishedOf(ctx context.Context, a AudienceFiles, o Options) (*published, error) {
	p := &published{unknown: map[string]int{}, low: math.Inf(1), high: math.Inf(-1)}
	p.audience = &study.Audience{ID: a.ID, Label: label(a.ID), Tabulated: true, DecimalComma: o.DecimalComma, HeaderRows: o.HeaderRows}
	for _, pattern := range a.Files {
		names, err := expand(pattern, o.Dir)
		if err != nil {
			return nil, nil
		}
		for _, name := range names {
			e, err := OpenExport(name, o)
			if err != nil || e.Platform != (tabulated{}).name() || e.renaming != "" {
				return nil, nil
			}
			if e.workbook {
				p.audience.Sheet = o.Sheet
			} else {
				p.audience.Encoding, p.audience.Delimiter = o.Encoding, o.Delimiter
			}
			p.audience.Files = append(p.audience.Files, study.File{Name: name})
			if err := p.read(ctx, e); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// read notes which items a table has for the audience. A table that names audiences has none of this one under another name.
func (p *published) read(ctx context.Context, e *Export) error {
	t := newTable(e)
	var others []string
	own := false
	_, err := t.read(ctx, func(record Record) error {
		switch {
		case record.Status != "":
			return nil
		case !t.isOf(p.audience, record):
			if name := lexicon.Tidy(record.Cells[t.of]); name != "" && !slices.Contains(others, name) {
				others = append(others, name)
			}
			return nil
		}
		own = true
		for _, v := range t.values {
			p.enter(t, record, v)
		}
		return nil
	}, func(study.Fault) {})
	var input *study.InputError
	switch {
	case errors.As(err, &input):
		return input
	case err != nil:
		return err
	case !own && len(others) > 0:
		hint := fmt.Sprintf("its audiences are %s: call this one as the table does, such as %s=%s", few(quoted(others)), slug(others[0]), e.Name)
		return inputFault(study.Place{File: e.Name}, "has no row of audience "+p.audience.ID, hint)
	}
	return nil
}

// enter notes a cell of a row.
func (p *published) enter(t *table, record Record, v valueColumn) {
	kind, _ := t.kindOf(record, v)
	text := lexicon.Tidy(record.Cells[t.item])
	if kind == "" || text == "" {
		return
	}
	if !slices.Contains(publishedKinds(), kind) {
		p.unknown[string(kind)]++
		return
	}
	if x, err := lexicon.ParseNumber(strings.TrimSpace(record.Cells[v.at])); err == nil && (t.statistic < 0 || lexicon.Normalise(record.Cells[t.statistic]) != study.TabulatedTopBox) {
		p.low, p.high = min(p.low, x), max(p.high, x)
	}
	at := slices.IndexFunc(p.items, func(i *publishedItem) bool { return lexicon.Normalise(i.text) == lexicon.Normalise(text) })
	if at < 0 {
		at = len(p.items)
		p.items = append(p.items, &publishedItem{text: text})
	}
	if item := p.items[at]; !slices.Contains(item.kinds, kind) {
		item.kinds = append(item.kinds, kind)
	}
}

// publishedKinds are the kinds of rating that a row of results may be of, in the order in which a draft writes them.
func publishedKinds() []study.Kind {
	return []study.Kind{study.Performance, study.Importance, study.Expectation, study.Alternative}
}

// scaleUnknown says that nothing tells the scale of published figures.
func scaleUnknown(tables []*published) string {
	low, high := math.Inf(1), math.Inf(-1)
	var whose []string
	for _, p := range tables {
		low, high = min(low, p.low), max(high, p.high)
		whose = append(whose, p.audience.ID)
	}
	said := "The figures of " + strings.Join(whose, ", ") + " are published, without respondents, and nothing tells the scale that was answered on"
	if low <= high {
		said += fmt.Sprintf(" (means from %s to %s)", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
	}
	return said
}

// publishedFile is a draft of tables of results alone.
func publishedFile(tables []*published, ordered []AudienceFiles) []byte {
	w := &fileWriter{draft: &draft{study: &study.Study{}}, published: tables, inOrder: ordered}
	w.head()
	w.audiences()
	w.line("# scale: 1..5 # ? that of all items below; shares of a top box need one, too")
	w.line("")
	w.line("items:")
	w.publishedItems()
	return []byte(w.text.String())
}

// publishedItems offers the items of tables of results that respondents did not rate in the same words.
func (w *fileWriter) publishedItems() {
	if len(w.published) == 0 {
		return
	}
	loose := slices.DeleteFunc(togetherPublished(w.published), func(of *publishedBy) bool { return w.ratedAs(of.text) != nil })
	if len(loose) > 0 {
		w.comment("  ", "? "+scaleUnknown(w.published)+". These are items once it is put in, and the # before their lines taken away.")
	}
	for _, p := range w.published {
		for _, kind := range sortedKeys(p.unknown) {
			w.comment("  ", fmt.Sprintf("%s of %s: of kind %q, which no item has; left out", count(p.unknown[kind], "row"), p.audience.ID, kind))
		}
	}
	ids := usedIDs{"outcome": 2}
	for _, item := range w.draft.study.Items {
		ids.free(item.ID)
	}
	for _, of := range loose {
		w.line("  # %s:", ids.free(slug(of.text)))
		w.line("  #   label: %s", scalarOf(of.text))
		if len(w.draft.study.Audiences) > 0 {
			w.line("  #   scale: 1..5 # ?")
		}
		for _, kind := range publishedKinds() {
			if by := of.by[kind]; len(by) > 0 {
				w.line("  #   %s: {%s}", kind, strings.Join(by, ", "))
			}
		}
	}
}

// publishedBy is an item with the audiences that it is published of.
type publishedBy struct {
	text string
	by   map[study.Kind][]string // the audiences and how they name their rows, as a study file writes it
}

// togetherPublished joins the items of tables that are called alike.
func togetherPublished(tables []*published) []*publishedBy {
	var all []*publishedBy
	at := map[string]*publishedBy{}
	for _, p := range tables {
		for _, item := range p.items {
			key := lexicon.Normalise(item.text)
			of := at[key]
			if of == nil {
				of = &publishedBy{text: item.text, by: map[study.Kind][]string{}}
				at[key], all = of, append(all, of)
			}
			for _, kind := range item.kinds {
				of.by[kind] = append(of.by[kind], p.audience.ID+": "+scalarOf(item.text))
			}
		}
	}
	return all
}

// publishedBeside offers, under an item that respondents rated, the published figures that are called like it.
func (w *fileWriter) publishedBeside(item *study.Item) {
	for _, of := range togetherPublished(w.published) {
		if w.ratedAs(of.text) != item {
			continue
		}
		for _, kind := range publishedKinds() {
			by := of.by[kind]
			if len(by) == 0 {
				continue
			}
			for _, r := range item.Ratings {
				if r.Kind == kind {
					by = append([]string{strings.Trim(w.columns(r), "{}")}, by...)
				}
			}
			w.line("    # ? %s: {%s} # if the published figures are of this scale", kind, strings.Join(by, ", "))
		}
	}
}

// ratedAs returns the item of respondents that is called so; nil: there is none.
func (w *fileWriter) ratedAs(text string) *study.Item {
	key := lexicon.Normalise(text)
	for i, item := range w.draft.study.Items {
		if lexicon.Normalise(item.Label) == key {
			return item
		}
		for _, a := range w.draft.usable[i].by {
			if lexicon.Normalise(a.statement()) == key || lexicon.Normalise(subjectLabel(a.column)) == key {
				return item
			}
		}
	}
	return nil
}
