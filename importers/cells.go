package importers

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// maxKnownCells bounds the memory of a cell reader: a rating column has a few dozen different texts, and whoever feeds it
// a million shall not fill the memory.
const maxKnownCells = 4096

// cellReader turns the cells of one column into codes. Texts that it has seen are looked up, without allocation.
type cellReader struct {
	column  *study.Column
	missing []missingCell
	rating  *study.Rating
	header  string
	known   map[string]study.Code
	labels  map[string]study.Code
	coded   []codedCell
	// digits: the study says what the codes in numbers stand for, so that no other number is an answer.
	digits bool
	// choices are the choice texts of the codes in this column, from the paired export; nil: there is none.
	choices *choices
	// paired: the other export has this column too, and its numbers are numbers there.
	paired bool
	// failed: a cell shows an error of a spreadsheet, which the study does not name.
	failed bool
	// byOrder: a number was read as the word at its place.
	byOrder bool
	ends    readEnds
	// points counts the kept answers by scale point, where the cells are plain numbers.
	points []int
}

func newCellReader(r *study.Rating, c *study.Column, header string) *cellReader {
	reader := &cellReader{column: c, rating: r, header: header, known: map[string]study.Code{}, labels: map[string]study.Code{}}
	for k, label := range c.Scale.Labels {
		reader.labels[lexicon.Normalise(label)] = study.Code(k)
	}
	reader.code()
	for _, kind := range []struct {
		cells []string
		code  study.Code
	}{{c.Missing.DontKnow, study.DontKnow}, {c.Missing.NotShown, study.NotShown}, {c.Missing.Blank, study.Blank}} {
		for _, cell := range kind.cells {
			m := missingCell{text: cell, folded: lexicon.Normalise(cell), code: kind.code, number: math.NaN()}
			if x, err := lexicon.ParseNumber(strings.TrimSpace(cell)); err == nil {
				m.number = x
			}
			reader.missing = append(reader.missing, m)
		}
	}
	return reader
}

// own returns a reader of the same column for one worker: what it has seen, and counts, is its own.
func (r *cellReader) own() *cellReader {
	if r == nil {
		return nil
	}
	copied := *r
	copied.known, copied.points, copied.failed, copied.byOrder, copied.ends = map[string]study.Code{}, nil, false, false, readEnds{}
	return &copied
}

// meaning is the same for columns whose cells are read alike.
func (r *cellReader) meaning() string {
	var coded []string
	for _, c := range r.column.Codes {
		coded = append(coded, fmt.Sprintf("%q %v", c.Cell, c.Value))
	}
	return fmt.Sprintf("%v %q %v %q %v %v %p", r.column.Scale, r.column.Scale.Labels, r.column.Reversed, r.column.Missing, coded, r.digits, r.choices)
}

// missingCell is a cell that stands for no number, as the study names it, ready to be compared.
type missingCell struct {
	text, folded string
	number       float64 // NaN: it is no number
	code         study.Code
	asText       bool // it is a choice text of a paired export, and none of the codes
}

// is reports whether a cell is spelled like the missing value.
func (m *missingCell) is(trimmed, folded string) bool { return trimmed == m.text || folded == m.folded }

// read returns the code of a cell; ok is false where the cell is neither on the scale nor a declared missing value.
func (r *cellReader) read(text string) (code study.Code, ok bool) {
	if code, seen := r.known[text]; seen {
		return code, true
	}
	if code, ok = r.decide(text); ok && len(r.known) < maxKnownCells {
		r.known[strings.Clone(text)] = code // the cell's own memory belongs to the record reader
	}
	return code, ok
}

// decide: declared missing values come first, so that a study can say what a blank means; an error of a spreadsheet is one; labels before
// numbers, for a label may be a number.
func (r *cellReader) decide(text string) (study.Code, bool) {
	if text == notShownCell {
		return study.NotShown, true
	}
	trimmed := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
	if r.choices != nil && trimmed != "" {
		if code, named := r.namedCode(trimmed); named {
			return code, true
		}
		label, known := r.choices.of[trimmed]
		if !known && !isSpreadsheetError(trimmed) {
			return 0, false
		}
		trimmed = cmp.Or(label, trimmed)
	}
	folded := lexicon.Normalise(trimmed)
	x, err := lexicon.ParseNumber(trimmed)
	for _, m := range r.missing {
		if m.is(trimmed, folded) || err == nil && x == m.number {
			return m.code, true
		}
	}
	failed := isSpreadsheetError(trimmed)
	if r.failed = r.failed || failed; failed || trimmed == "" {
		return study.Blank, true
	}
	code, ok := r.coding(folded, x, err == nil)
	if !ok {
		if code, ok = r.labels[folded]; ok {
			r.ownWording(code)
		}
	}
	if !ok && err != nil {
		code, ok = r.otherWording(trimmed)
	}
	if !ok {
		if p, written := readWritten(trimmed); err != nil && written && p.on(r.column.Scale) {
			x, err = p.value, nil
		}
		if err != nil || r.digits {
			return 0, false
		}
		if code, ok = r.column.Scale.Code(x); !ok {
			return 0, false
		}
		r.byOrder = r.byOrder || r.placedByOrder(x, code)
	}
	return r.turned(code), true
}

// turned returns the code on the scale of the item, where the column's runs the other way.
func (r *cellReader) turned(code study.Code) study.Code {
	if r.column.Reversed {
		return study.Code(r.column.Scale.Points()-1) - code
	}
	return code
}

// sameCell compares a cell with a value that a study file names: as texts, or as numbers in other spellings.
func sameCell(text, value string) bool {
	if text == value || lexicon.Normalise(text) == lexicon.Normalise(value) {
		return true
	}
	x, err := lexicon.ParseNumber(text)
	if err != nil {
		return false
	}
	y, err := lexicon.ParseNumber(value)
	return err == nil && x == y
}

// fault says what is wrong with a cell and how the study can take it.
func (r *cellReader) fault(place study.Place, text string) study.Fault {
	trimmed := strings.TrimSpace(text)
	f := study.Fault{Place: place}
	if r.choices != nil {
		return r.choices.fault(f, r, trimmed)
	}
	scale := r.column.Scale.String()
	if len(r.column.Scale.Labels) > 0 {
		scale = "[" + strings.Join(r.column.Scale.Labels, ", ") + "]"
	}
	what := fmt.Sprintf("%s of item %s (column %s)", scale, r.rating.Item.ID, lexicon.Shorten(r.header))
	if x, err := lexicon.ParseNumber(trimmed); err == nil {
		f.Message = fmt.Sprintf("%q is outside the scale %s", lexicon.Shorten(trimmed), what)
		f.Hint = fmt.Sprintf("if %s means \"don't know\", give the item  missing: {dont_know: [%s]}", trimmed, trimmed)
		if r.digits {
			f.Message, f.Hint = fmt.Sprintf("code %q is not among the codes of %s", lexicon.Shorten(trimmed), what), "codes:  names every code in numbers"
		}
		if s := r.column.Scale; x == s.High+1 && !r.digits && len(s.Labels) == 0 && (s.High <= 7 || s.Low == 0) {
			f.Hint += "; if the cells are codes of an export rather than ratings, name the points they stand for (codes: {…}) or the same export with choice texts (labels_from: …)"
		}
		if len(r.column.Scale.Labels) > 0 && !r.digits {
			f.Hint = fmt.Sprintf("these may be the codes of an export, which are not scale order: name the points they stand for (codes: {…}) or the same export with choice texts "+
				"(labels_from: …); if %s means \"don't know\", give the item  missing: {dont_know: [%s]}", trimmed, trimmed)
		}
		if s := r.column.Scale; x > s.Low && x < s.High && len(s.Labels) == 0 {
			f.Hint = betweenPoints(s, x)
		}
		return f
	}
	f.Message = fmt.Sprintf("%q is not on the scale %s", lexicon.Shorten(trimmed), what)
	if _, err := lexicon.ParseNumber(strings.Replace(trimmed, ",", ".", 1)); err == nil {
		f.Hint = "if the comma is a decimal one:  --decimal comma, or  decimal: comma  for the audience; if these are several answers, the column is no rating"
		return f
	}
	f.Hint = fmt.Sprintf("if it means \"don't know\", give the item  missing: {dont_know: [%q]}; if answers are words, list them: scale: [low, …, high]", lexicon.Shorten(trimmed))
	return f
}

// betweenPoints says which scale has a number between the points of one; empty: none that a study file can name.
func betweenPoints(s study.Scale, x float64) string {
	for _, step := range []float64{0.5, 0.25, 0.1, 0.05, 0.01} {
		finer := study.Scale{Low: s.Low, High: s.High, Step: step}
		if _, has := finer.Code(x); has && step < s.Step && finer.Points() <= study.MaxPoints {
			return fmt.Sprintf("if answers between the points are meant, say how fine:  scale: %s", finer)
		}
	}
	return ""
}
