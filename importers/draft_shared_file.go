package importers

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// ownRows are the rows of one export that several audiences share: those in whose column stands what the audience is called.
type ownRows struct {
	column Column
	values []string
	rows   int
	others *otherRows // what the column holds besides, the same for all audiences of the export
}

// otherRows are the rows that belong to no audience.
type otherRows struct {
	values    []string
	blank     bool
	rows, all int
}

// nobodys returns the rows of a column that none of its audiences is called by.
func (c *columnScan) nobodys(own []*ownRows) *otherRows {
	others := &otherRows{}
	for text, n := range c.cells.count {
		value := lexicon.Tidy(text)
		others.all += n
		if slices.ContainsFunc(own, func(o *ownRows) bool { return slices.Contains(o.values, value) }) {
			continue
		}
		if others.rows += n; value == "" {
			others.blank = true
		} else if !slices.Contains(others.values, value) {
			others.values = append(others.values, value)
		}
	}
	sort.Strings(others.values)
	return others
}

// text names what stands in such rows.
func (o *otherRows) text() string {
	var parts []string
	if len(o.values) > 0 {
		parts = append(parts, quotedFew(o.values))
	}
	if o.blank {
		parts = append(parts, "blank")
	}
	return strings.Join(parts, ", ")
}

// condition is what a study file says of whose rows are whose.
func (o *ownRows) condition() study.Condition {
	selector := study.Selector{Name: o.column.ID}
	if o.column.ID == fmt.Sprintf("#%d", o.column.Position) {
		selector = study.Selector{Position: o.column.Position}
	}
	return study.Condition{Column: selector, Values: o.values}
}

// only lets the rows of one audience count.
func (o *ownRows) only(e *Export) {
	whose := boundCondition{position: o.column.Position - 1, values: o.values}
	before := e.status
	rule := &statusRule{columns: []int{whose.position}}
	if before != nil {
		rule.columns = append(rule.columns, before.columns...)
	}
	rule.of = func(cells []string) study.Reason {
		if before != nil {
			if why := before.of(cells); why != "" {
				return why
			}
		}
		if !whose.holds(cell(cells, whose.position)) {
			return study.NotSelected
		}
		return ""
	}
	e.status = rule
}

// namedFile is an export with the audiences that name it.
type namedFile struct {
	name string
	by   []int
}

// namedFiles returns the exports of all audiences, each once however it is called, and how many each audience names. One that an audience
// names twice is a fault.
func namedFiles(audiences []AudienceFiles, o Options, faults *study.FileError) (files []*namedFile, many []int) {
	known := map[string]*namedFile{}
	many = make([]int, len(audiences))
	for i, a := range audiences {
		var names []string
		for _, pattern := range a.Files {
			found, _ := expand(pattern, o.Dir) // what finds none is told when it is read
			names = append(names, found...)
		}
		for _, name := range names {
			source, err := newSource(name, o)
			if err != nil {
				continue // is told when it is read
			}
			many[i]++
			f := known[source.identity()]
			if f == nil {
				f = &namedFile{name: name}
				known[source.identity()], files = f, append(files, f)
			}
			if slices.Contains(f.by, i) {
				faults.Add(study.Fault{Place: study.Place{File: source.name}, Message: "is named twice for " + a.ID, Hint: "name each file of an audience once"})
				continue
			}
			f.by = append(f.by, i)
		}
	}
	return files, many
}

// sharing finds the exports that stand for several audiences, and in each the column that tells whose rows are whose: that holds what they
// are called. A file that an audience names twice, and one that nothing parts, is refused.
func (d *draft) sharing(ctx context.Context, audiences []AudienceFiles, o Options) error {
	d.own = make([]*ownRows, len(audiences))
	var faults study.FileError // the files are sound: what was asked of them is not
	files, many := namedFiles(audiences, o, &faults)
	for _, f := range files {
		if len(f.by) < 2 || !faults.Empty() {
			continue
		}
		var of []AudienceFiles
		for _, i := range f.by {
			of = append(of, audiences[i])
		}
		if at := slices.IndexFunc(f.by, func(i int) bool { return many[i] > 1 }); at >= 0 {
			faults.Add(study.Fault{
				Place: study.Place{File: f.name}, Message: givenTo(of),
				Hint: of[at].ID + " has other files too: draft it from those, and give each audience its  where: {role: [customer]}  in the study file",
			})
			continue
		}
		own, err := apartIn(ctx, f.name, of, o)
		if err != nil {
			return err
		}
		for k, i := range f.by {
			d.own[i] = own[k]
		}
	}
	if !faults.Empty() {
		return &faults
	}
	return nil
}

func givenTo(audiences []AudienceFiles) string {
	var ids []string
	for _, a := range audiences {
		ids = append(ids, a.ID)
	}
	return "is given to " + strings.Join(ids, " and to ") + ", rows and all"
}

// apartIn finds the one column of an export that holds what each audience is called.
func apartIn(ctx context.Context, name string, audiences []AudienceFiles, o Options) ([]*ownRows, error) {
	o.Dictionary, o.RedCap = audiences[0].Dictionary, audiences[0].RedCap
	e, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	s, err := scanExport(ctx, e)
	if err != nil {
		return nil, err
	}
	var found [][]*ownRows
	for i, c := range e.Columns {
		if c.Role != Answer && c.Role != Meta || s.columns[i].cells.many {
			continue
		}
		var own []*ownRows
		for _, a := range audiences {
			if one := s.columns[i].called(c, a.ID); one != nil {
				own = append(own, one)
			}
		}
		if len(own) == len(audiences) {
			others := s.columns[i].nobodys(own)
			for _, one := range own {
				one.others = others
			}
			found = append(found, own)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	faults := &study.FileError{}
	faults.Add(study.Fault{Place: study.Place{File: e.Name}, Message: givenTo(audiences), Hint: e.sheetApart() + s.howApart(found)})
	return nil, faults
}

// called returns the rows in which a column holds what an audience is called, in the singular or in the plural; nil: in none.
func (c *columnScan) called(column Column, id string) *ownRows {
	own := &ownRows{column: column}
	for text, n := range c.cells.count {
		value := lexicon.Tidy(text)
		if value == "" {
			continue
		}
		if is := slug(value); is != id && is+"s" != id && is != id+"s" {
			continue
		}
		if !slices.Contains(own.values, value) {
			own.values = append(own.values, value)
		}
		own.rows += n
	}
	if own.rows == 0 {
		return nil
	}
	sort.Strings(own.values)
	return own
}

// howApart says how audiences of one export are told apart, by the columns that could do it.
func (s *scan) howApart(found [][]*ownRows) string {
	var columns []string
	for _, own := range found {
		columns = append(columns, fmt.Sprintf("%q", lexicon.Shorten(own[0].column.ID)))
	}
	if len(columns) > 0 {
		return "the columns " + strings.Join(columns, " and ") + " both hold what they are called: draft the file for one audience, and give each its  where:  in the study file"
	}
	if how := (fevs{}).apart(s.export); how != "" {
		return how
	}
	for _, c := range fewChoices(s.rateable(s.asked(0, nil))) {
		if !namesPeople(c) {
			columns = append(columns, fmt.Sprintf("%q (%s)", lexicon.Shorten(c.column.ID), few(quoted(sortedKeys(c.answers.words)))))
		}
	}
	if len(columns) == 0 {
		return "no column tells their rows apart: is one of the files another? Else draft it for one audience, and give each its  where:  in the study file"
	}
	return "call audiences as a column calls them, and it tells their rows apart; of few choices are " + few(columns)
}

// rowsTold says which column tells whose rows are whose.
func (d *draft) rowsTold() {
	said := map[string]bool{}
	for i, own := range d.own {
		a := d.study.Audiences[i]
		if own == nil || said[a.Files[0].Name] {
			continue
		}
		said[a.Files[0].Name] = true
		var whose []string
		for k, other := range d.own {
			if other != nil && d.study.Audiences[k].Files[0].Name == a.Files[0].Name {
				whose = append(whose, fmt.Sprintf("%s %s (%s)", d.study.Audiences[k].ID, quotedFew(other.values), count(other.rows, "row")))
			}
		}
		d.notice(study.RowsAssumed, "", "%s: whose rows are whose is told by the column %q: %s", a.Files[0].Name, own.column.ID, strings.Join(whose, ", "))
		if o := own.others; o.rows > 0 {
			d.notice(study.RowsAssumed, "", "%s: %d of %s belong to no audience (column %q): %s", a.Files[0].Name, o.rows, count(o.all, "row"), own.column.ID, o.text())
		}
	}
}
