package importers

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Survey is a study bound to its exports: every file opened once, every selector resolved to a column.
type Survey struct {
	study   *study.Study
	exports []*boundExport
	tables  []*table
	notices []study.Notice // on how the study and the exports fit
	opened  *Opened
	unasked map[*study.Audience]bool // those of whom no item names a column
}

// boundExport is one export with the audiences that have rows in it.
type boundExport struct {
	*Export
	parts []*part
}

// part is what one audience takes from one export.
type part struct {
	audience                  int
	conditions                []boundCondition
	weight, cluster, wave     int // positions from 0; -1: none
	duration, id, time        int
	ownIDs                    int  // from 1, by file: its ids are nobody's in other files; 0: they may be
	named                     bool // respondents are told by their ids, from wave to wave
	straight                  *study.StraightLines
	waveIndex                 int   // of all rows, where the study names the wave
	segments                  []int // positions by segment of the study; -1: this audience has none
	ratings                   []*cellReader
	positions                 []int      // by rating; -1: not asked in this file
	numbers                   []int      // by rating: which of its columns that is, as the study lists them
	branches                  [][]branch // by rating: all of its columns, where this file has several
	conditionsPlace, filePath study.Place
}

type boundCondition struct {
	position int
	not      bool
	values   []string
}

// Open opens every file of the study and finds every column that it names. A name that does not resolve is a
// *study.FileError, a file that cannot be read an *study.InputError.
func Open(s *study.Study, o Options) (*Survey, error) {
	if o.Opened == nil {
		o.Opened = &Opened{}
	}
	v := &Survey{study: s, opened: o.Opened, unasked: notAsked(s)}
	users, err := v.openFiles(s, o)
	if err != nil {
		return nil, err
	}
	b := &binder{study: s, exports: v.exports, found: map[*study.Column][]branchFound{}}
	for i, audience := range s.Audiences {
		if audience.Tabulated {
			for _, u := range users[i] {
				v.tables = append(v.tables, b.bindTable(i, u))
			}
			continue
		}
		if err := b.choices(audience, users[i], o); err != nil {
			return nil, err
		}
		b.audience(i, audience, users[i])
	}
	b.unsegmented()
	b.unknownBranches()
	for _, e := range v.exports {
		e.ownStatuses()
		e.keepListed()
	}
	if len(b.faults.List) > 0 {
		return nil, &b.faults
	}
	v.notices = slices.Concat(v.nothingAsked(), unusedSheets(s, users, o), b.notices)
	return v, nil
}

// binder resolves the selectors of a study and collects what does not resolve.
type binder struct {
	study   *study.Study
	exports []*boundExport
	labels  map[*boundExport]map[int]*choices // of one audience, by export and column: what its codes stand for
	found   map[*study.Column][]branchFound
	several bool // the audience at hand has several files
	faults  study.FileError
	notices []study.Notice
}

// choices reads the choice texts of an audience's codes, where the study names an export that holds them.
func (b *binder) choices(a *study.Audience, uses []use, o Options) error {
	b.labels = map[*boundExport]map[int]*choices{}
	if a.LabelsFrom == "" {
		return nil
	}
	o.Sheet = cmp.Or(a.Sheet, o.Sheet)
	for _, u := range uses {
		of, err := pairChoices(context.Background(), u.export.Export, a.LabelsFrom, b.rated(u.export, a), o)
		if err != nil {
			return err
		}
		b.labels[u.export] = of
	}
	return nil
}

// rated are the columns of an export that an audience rates in.
func (b *binder) rated(e *boundExport, a *study.Audience) map[int]bool {
	at := map[int]bool{}
	for _, r := range b.study.Ratings() {
		c := r.Columns[a.ID]
		if c == nil {
			continue
		}
		for _, s := range c.Selectors() {
			if i, _ := locate(e.Export, &s); i >= 0 {
				at[i] = true
			}
		}
	}
	return at
}

func (b *binder) fault(place study.Place, hint, format string, args ...any) {
	b.faults.Add(study.Fault{Place: place, Message: fmt.Sprintf(format, args...), Hint: hint, Line: b.study.Source.Line(place.Line)})
}

func (b *binder) audience(index int, a *study.Audience, uses []use) {
	b.several = len(uses) > 1
	asked := make([]bool, len(b.study.Ratings()))
	lacking := make([][]lack, len(asked))
	for i, u := range uses {
		p := &part{audience: index, waveIndex: 0, conditionsPlace: a.WherePlace, filePath: u.place}
		for _, c := range a.Where {
			p.conditions = append(p.conditions, boundCondition{b.find(u.export, &c.Column, a), c.Not, c.Values})
		}
		p.weight, p.cluster, p.wave = b.find(u.export, a.Weight, a), b.find(u.export, a.Cluster, a), b.find(u.export, a.Wave, a)
		p.waveIndex, p.id, p.time = b.waveIndex(u), b.find(u.export, a.RespID, a), -1
		if across := a.IDAcrossFiles; across != nil && !*across {
			p.ownIDs = i + 1
		}
		if a.Time != nil {
			p.time = b.find(u.export, &a.Time.Column, a)
		}
		p.duration, p.straight = b.find(u.export, a.Duration, a), study.NewStraightLines(a, b.study.Ratings())
		b.segments(u.export, a, p)
		b.ratings(u.export, a, p, asked, lacking)
		for _, other := range u.export.parts {
			b.shared(u, a, p, other)
		}
		u.export.parts = append(u.export.parts, p)
	}
	b.lacking(a, asked, lacking)
	b.unasked(a, asked)
	b.reworded(a, uses)
	b.endsSaid(a, uses)
}

// reworded marks the ratings that an audience was asked in other words in another wave: the difference of their answers may
// be one of the words.
func (b *binder) reworded(a *study.Audience, uses []use) {
	for i, r := range b.study.Ratings() {
		c := r.Columns[a.ID]
		var first []lexicon.Heading // of the columns of the question in its first file
		wave := ""
		for _, u := range uses {
			for _, p := range u.export.parts {
				if c == nil || b.study.Audiences[p.audience] != a || p.positions[i] < 0 {
					continue
				}
				asked := u.export.headings(c, p.columns(i))
				if p.wave >= 0 || p.waveIndex == max(0, len(b.study.Waves)-1) {
					c.Asked = alsoAsked(c.Asked, asked)
				}
				before, now, apart := askedApart(first, asked)
				switch {
				case len(first) == 0:
					first, wave = asked, u.wave
				case u.wave != wave && apart && !c.Reworded:
					c.Reworded = true
					b.notices = append(b.notices, study.Notice{
						Code: study.Reworded, Where: r.Item.ID,
						Message: fmt.Sprintf("%s of %s: %s was asked %q in wave %s and %q in wave %s: not compared across waves",
							r.Kind, r.Item.Label, a.Label, before, wave, now, u.wave),
					})
				}
			}
		}
	}
}

// alsoAsked adds the words of a question that are not there yet.
func alsoAsked(texts []string, asked []lexicon.Heading) []string {
	for _, h := range asked {
		if text := lexicon.Tidy(h.Text); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// SameQuestion reports whether two texts ask the same, whatever their typography and their words for the scale.
func SameQuestion(a, b string) bool {
	return questionKey(lexicon.HeadingOf(a)) == questionKey(lexicon.HeadingOf(b))
}

// waveIndex returns the wave of all rows of a file; the first if none is named.
func (b *binder) waveIndex(u use) int {
	return max(0, slices.Index(b.study.Waves, u.wave))
}

// shared refuses a file that is given to two audiences, or to one of them twice, without a word on whose rows are whose.
func (b *binder) shared(u use, a *study.Audience, p, other *part) {
	if other.audience == p.audience {
		b.fault(u.place, "", "%s names %s twice", a.ID, u.export.Name)
		return
	}
	if len(p.conditions) == 0 && len(other.conditions) == 0 {
		b.fault(u.place, u.export.sheetApart()+"where: {role: [customer]}  says which rows are theirs",
			"%s is given to %s and to %s, rows and all", u.export.Name, b.study.Audiences[other.audience].ID, a.ID)
	}
}

// segments finds the columns that group the respondents of an audience. A column that is given for all audiences may be
// missing in some, one that is given for this audience may not.
func (b *binder) segments(e *boundExport, a *study.Audience, p *part) {
	for _, s := range b.study.Segments {
		at := -1
		selector, own := s.Columns[a.ID]
		if !own {
			selector, own = s.Columns[""]
			if own {
				var fault notFound
				if at, fault = locate(e.Export, &selector); fault.ambiguous {
					b.fault(selector.Place, fault.hint, "%s", fault.message)
				}
			}
		} else {
			at = b.find(e, &selector, a)
		}
		if at >= 0 {
			b.noWeight(e, a, selector, at)
		}
		p.segments = append(p.segments, at)
	}
}

// noWeight refuses a column of weights as a segment: what a respondent weighs puts nobody in a group.
func (b *binder) noWeight(e *boundExport, a *study.Audience, selector study.Selector, at int) {
	column := e.Columns[at]
	weighs := weights().MatchString(lexicon.Normalise(column.ID))
	if w := a.Weight; w != nil {
		own, _ := locate(e.Export, w)
		weighs = weighs || own == at
	}
	if weighs {
		b.fault(selector.Place, "a segment groups respondents, by region or age group; a study file says  weight: "+column.ID+"  under the audience",
			"column %q of %s holds weights, and groups nobody", column.ID, e.Name)
	}
}

// unsegmented refuses a segment whose column no export has.
func (b *binder) unsegmented() {
	for k, s := range b.study.Segments {
		found := false
		for _, e := range b.exports {
			for _, p := range e.parts {
				found = found || p.segments[k] >= 0
			}
		}
		if selector, everywhere := s.Columns[""]; !found && everywhere {
			b.fault(s.Place, b.hint(selector.Name), "no audience has a column %q", selector.String())
		}
	}
}

// lack is a file that lacks the column of a rating which other files of the audience have.
type lack struct{ file, hint string }

// lacking says which files of an audience lack a column that others have: a renamed one would count as not asked without a word.
func (b *binder) lacking(a *study.Audience, asked []bool, files [][]lack) {
	for i, r := range b.study.Ratings() {
		if !asked[i] {
			continue
		}
		for _, l := range files[i] {
			message := fmt.Sprintf("%s has no column %s, which other files of %s have: %s of %s counts as not asked there", l.file, r.Columns[a.ID], a.Label, r.Kind, r.Item.Label)
			b.notices = append(b.notices, study.Notice{Code: study.NotInFile, Where: r.Item.ID, Message: message, Hint: l.hint})
		}
	}
}

func (b *binder) ratings(e *boundExport, a *study.Audience, p *part, asked []bool, lacking [][]lack) {
	for i, r := range b.study.Ratings() {
		p.ratings, p.positions, p.branches, p.numbers = append(p.ratings, nil), append(p.positions, -1), append(p.branches, nil), append(p.numbers, 0)
		c := r.Columns[a.ID]
		if c == nil {
			continue
		}
		found, hint := b.columns(e, c)
		if len(found) == 0 {
			lacking[i] = append(lacking[i], lack{e.Name, hint})
			continue
		}
		asked[i] = true
		for k := range found {
			found[k].reader = b.reader(e, r, c, found[k].position)
		}
		p.positions[i], p.ratings[i], p.numbers[i] = found[0].position, found[0].reader, found[0].number
		if len(found) > 1 {
			p.branches[i] = found
		}
	}
}

// reader makes what reads one column of a rating.
func (b *binder) reader(e *boundExport, r *study.Rating, c *study.Column, at int) *cellReader {
	reader := newCellReader(r, c, e.Columns[at].ID)
	switch of := b.labels[e][at]; {
	case of == nil:
	case of.same:
		reader.paired = true
	default:
		if twice := reader.translate(of); twice != "" {
			b.fault(c.Selector.Place, "give this column a missing: or codes: of its own that names choice texts, or codes, which no text is like", "column %q of %s: %s", e.Columns[at].ID, e.Name, twice)
		}
	}
	return reader
}

// unasked takes a column that was named for all audiences from those that have none of it, and refuses it if nobody has.
func (b *binder) unasked(a *study.Audience, asked []bool) {
	for i, r := range b.study.Ratings() {
		c := r.Columns[a.ID]
		if c == nil || asked[i] || !c.Everywhere {
			continue
		}
		delete(r.Columns, a.ID)
		if len(r.Columns) == 0 {
			message := fmt.Sprintf("no audience has a column %q", c)
			if len(c.Branches) > 0 {
				message = "no audience has one of the columns " + listOf(c.Selectors())
			}
			b.fault(c.Selector.Place, b.hint(c.Selector.Name), "%s", message)
		}
	}
}

// hint names the column of any export that a name was likely meant to be.
func (b *binder) hint(name string) string {
	var known []string
	for _, e := range b.exports {
		for _, c := range e.Columns {
			known = append(known, c.ID)
		}
	}
	if near := study.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "columns go by their id or header, by position (\"#3\"), or as {text: \"…\"}"
}

// find resolves an optional selector; -1 if there is none, or if it does not resolve, which is a fault.
func (b *binder) find(e *boundExport, s *study.Selector, a *study.Audience) int {
	if s == nil {
		return -1
	}
	at, fault := locate(e.Export, s)
	if at < 0 {
		b.fault(s.Place, fault.hint, "%s", fault.message)
	}
	return at
}
