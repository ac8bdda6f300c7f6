package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// tripleS reads data that a Triple-S description (.sss) explains: CSV or lines of fixed width (FORMATS section 12). The data have
// no marks of their own: naming the description, or the data with --dictionary, is what tells them.
type tripleS struct{ survey *sssSurvey }

func (tripleS) name() string { return "triple_s" }

func (tripleS) detect([][]string) (string, int) { return "", 0 }

// columns makes one column of a variable, and one an option of a variable with several answers.
func (t tripleS) columns([][]string) []Column {
	if t.survey == nil {
		return nil
	}
	var columns []Column
	for _, v := range t.survey.variables {
		c := Column{ID: v.name, Header: v.name, Text: lexicon.Tidy(v.label), HasID: true, Role: Answer}
		if c.Text == "" {
			c.Text, c.HasID = c.ID, false
		}
		switch {
		case v.use == "serial":
			c.Role, c.serial = Meta, true
		case v.use == "weight":
			c.Kind = study.WeightColumn
		case v.kind == "date", v.kind == "time":
			c.Kind = study.TimeColumn
		case v.kind == "character":
			c.Kind = study.TextColumn
		case v.kind == "single" && v.twoCodes(): // yes and no, or two groups: it declares no third
			c.Kind = study.SingleColumn
		}
		if v.kind != "multiple" {
			columns = append(columns, c)
			continue
		}
		for _, value := range v.values {
			option := c
			option.ID, option.Header = v.name+"_"+value.code, v.name+"_"+value.code
			option.Text, option.Kind, option.HasID = c.Text+" - "+value.label, study.MultiColumn, true
			columns = append(columns, option)
		}
	}
	return columns
}

// status: Triple-S does not say which responses are complete.
func (tripleS) status([]Column) *statusRule { return nil }

// described opens the data of a Triple-S description, if the file or the dictionary beside it is one.
func (e *Export) described(o Options) (bool, error) {
	description, data := e.source, (*source)(nil)
	is, err := isTripleS(e.source)
	if err != nil {
		return false, err
	}
	if !is {
		if o.Dictionary == "" {
			return false, nil
		}
		if description, err = newSource(o.Dictionary, o); err != nil {
			return false, err
		}
		if is, err = isTripleS(description); err != nil || !is {
			return false, err
		}
		data = e.source
	}
	survey, err := readTripleS(description)
	if err != nil {
		return false, err
	}
	if data == nil {
		if data, err = survey.findData(description, o); err != nil {
			return false, err
		}
	}
	e.Name, e.source = data.name, data
	e.Platform, e.Evidence, e.HeaderRecords = tripleS{}.name(), fmt.Sprintf("described by %s, Triple-S %s", description.name, survey.version), survey.skip
	e.Columns = tripleS{survey}.columns(nil)
	if e.encoding == "" {
		e.encoding = survey.encoding
	}
	if err := survey.fit(e, o); err != nil {
		return false, err
	}
	uniqueIDs(e.Columns)
	keepHeadings(e.Columns)
	markPersonal(e.Columns)
	markRows(e.Columns)
	return true, nil
}

// findData finds the data that a description is of: the file that it names, or the one beside it that differs in its ending.
func (s *sssSurvey) findData(description *source, o Options) (*source, error) {
	if description.name == standardInput {
		return nil, inputFault(study.Place{File: description.name}, "is a Triple-S description without its data", "name the data, and the description with --dictionary FILE")
	}
	stem := strings.TrimSuffix(description.path, extension(description.path))
	candidates := []string{}
	if base := lastPart(s.href); base != "" {
		candidates = append(candidates, description.path[:len(description.path)-len(lastPart(description.path))]+base)
	}
	for _, ending := range []string{".csv", ".asc", ".dat", ".txt", ".CSV", ".ASC", ".DAT", ".TXT"} {
		candidates = append(candidates, stem+ending)
	}
	for _, path := range candidates {
		if !isFile(path) {
			continue
		}
		folder := description.name[:len(description.name)-len(lastPart(description.name))]
		o.Opened.add(path)
		return &source{name: folder + lastPart(path), path: path, meter: o.Meter}, nil
	}
	return nil, inputFault(study.Place{File: description.name}, "is a Triple-S description, and its data are not beside it",
		"name the data, and the description with --dictionary "+description.name)
}
