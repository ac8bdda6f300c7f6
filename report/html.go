package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report/chart"
)

//go:embed page.html.tmpl page.css report.md.tmpl
var page embed.FS

// HTML writes a result as a client report: one file that needs no script, no network and no other file.
func HTML(w io.Writer, r *analysis.Result, o ClientOptions) error {
	c, err := newClientReport(r, o)
	if err != nil {
		return err
	}
	style, err := o.file(pageStyle)
	if err != nil {
		return err
	}
	layout, err := c.htmlTemplate()
	if err != nil {
		return err
	}
	var charts chart.Page
	view, err := c.view(func(f figureChart) []htmlFigure {
		title, desc := f.chart.Caption()
		// What a chart holds of the study's texts is escaped where it is drawn.
		return []htmlFigure{{ID: f.id, Drawing: template.HTML(charts.Inline(f.chart)), Caption: title, Desc: marked(desc), Whole: staysWhole(f)}}
	})
	if err != nil {
		return err
	}
	view.Style = template.CSS(style + chart.Style + chart.PageStyle)
	return templateError(layout.Execute(w, view))
}

// htmlPage is what the template of the page shows.
type htmlPage struct {
	Language             string
	Title, Client, Scope string
	Version, LeftOut     string // of the version for one audience: whom it is for, and what it leaves out
	Reading              string // how to read the answer
	Style, Accent        template.CSS
	Running              template.CSS // the head of printed pages, as a string of CSS
	Logo                 template.URL
	Findings             []htmlFinding
	Parts                []htmlPart
	Cited                []htmlFinding // the sentences that cite figures, in their order
	Sources              []htmlSources
}

// htmlFinding is a sentence.
type htmlFinding struct {
	Head    string     // what it is about; empty in a step
	Number  int        // in the list that it stands in
	Parts   []htmlSaid // its words and its numbers
	Figures []string   // ids of the figures that it cites, each once
	Note    int        // which of the sentences that cite figures it is, from 0
}

// Text is the sentence without links.
func (f htmlFinding) Text() string {
	var b strings.Builder
	for _, p := range f.Parts {
		b.WriteString(p.Text + p.Behind)
	}
	return b.String()
}

// htmlSaid is a stretch of a sentence; a number carries its figure, and the first of a figure in the sentence links to it. What stands behind
// the link is of the same figure.
type htmlSaid struct{ Text, Figure, Anchor, Behind string }

// htmlSources are the figures of one meaning that sentences cite.
type htmlSources struct {
	Meaning string
	Figures []htmlSource
}

type htmlSource struct{ Anchor, Figure string }

type htmlStep struct {
	Head  string
	From  int
	Items []htmlFinding
}

type htmlPart struct {
	ID, Title, Intro string
	Sections         []htmlSection
}

type htmlSection struct {
	ID, Title string
	Figures   []htmlFigure
	Steps     []htmlStep
	Others    []htmlFinding // what is no step
	Columns   []htmlColumn
	Grouped   string // header of the names of the groups; empty: the rows have none
	Groups    []htmlGroup
	Short     bool   // small enough to stay on one page
	Numeric   string // classes of the table: which of its columns are numbers
	Lines     []string
	Notes     []string

	grid grid // as it is, for Markdown
}

type htmlFigure struct {
	ID      string
	Drawing template.HTML // of a page: the chart itself
	File    string        // of Markdown: where it is
	Caption string
	Desc    string
	Whole   bool // of a page: small enough to stay on one sheet of paper
}

type htmlColumn struct{ Header, Align, Class string }

type htmlGroup struct {
	Name string
	Rows [][]htmlCell
}

// htmlCell is a cell; the number of one with an interval stands in Number, what follows it in Rest. Class is its Align where the table does not
// say it.
type htmlCell struct{ Text, Align, Class, Number, Rest string }

// view is the report as templates see it; draw makes what stands for a chart in it.
func (c *clientReport) view(draw func(figureChart) []htmlFigure) (htmlPage, error) {
	cited := c.sources()
	view := htmlPage{
		Language: c.name(), Title: c.title, Scope: c.scope, Client: visible(c.options.Client),
		Version: c.version, LeftOut: c.leftOut, Logo: template.URL(c.options.Logo),
	}
	view.Running = template.CSS(cssString(c.running()))
	if c.options.Accent != "" {
		view.Accent = template.CSS(accentRules(c.options.Accent))
	}
	if slices.ContainsFunc(c.findings, func(f finding) bool { return len(f.figures()) > 0 }) {
		view.Reading = c.howToRead()
	}
	for n, f := range c.findings {
		view.Findings = append(view.Findings, f.html(n+1, cited))
	}
	for _, part := range c.parts {
		shown := htmlPart{ID: part.ID, Title: part.title, Intro: part.intro}
		for n, s := range part.sections {
			if err := s.grid.check(); err != nil {
				return view, err
			}
			shown.Sections = append(shown.Sections, s.html(fmt.Sprintf("%s-%d", part.ID, n+1), cited, draw))
		}
		view.Parts = append(view.Parts, shown)
	}
	view.number()
	view.Sources = c.htmlSources(cited)
	return view, nil
}

// running is the head of printed pages: a sheet on its own says whom it is for, too.
func (c *clientReport) running() string {
	if c.version == "" {
		return c.title
	}
	return c.title + " · " + c.version
}

// number gives the sentences that cite figures their notes, over the whole page.
func (p *htmlPage) number() {
	note := func(all []htmlFinding) {
		for n := range all {
			if len(all[n].Figures) > 0 {
				all[n].Note = len(p.Cited)
				p.Cited = append(p.Cited, all[n])
			}
		}
	}
	note(p.Findings)
	for _, part := range p.Parts {
		for _, s := range part.Sections {
			for _, step := range s.Steps {
				note(step.Items)
			}
			note(s.Others)
		}
	}
}

// htmlSources gathers the cited figures by what they mean.
func (c *clientReport) htmlSources(cited *sources) []htmlSources {
	var all []htmlSources
	for _, id := range cited.figures {
		meaning := c.meaning(id)
		at := slices.IndexFunc(all, func(s htmlSources) bool { return s.Meaning == meaning })
		if at < 0 {
			at = len(all)
			all = append(all, htmlSources{Meaning: meaning})
		}
		all[at].Figures = append(all[at].Figures, htmlSource{cited.anchors[id], visible(id)})
	}
	return all
}

// html links the numbers of a sentence to their figures; number is its place in the list.
func (s finding) html(number int, cited *sources) htmlFinding {
	said := htmlFinding{Head: s.head, Number: number, Figures: s.figures()}
	linked := map[string]bool{}
	for _, p := range s.parts {
		part := htmlSaid{Text: p.text, Figure: p.figure}
		if !linked[p.figure] { // its interval and its base behind it would only be more of the same link
			part.Anchor, linked[p.figure] = cited.anchors[p.figure], true
		}
		said.Parts = append(said.Parts, part)
	}
	said.Parts = together(said.Parts)
	return said
}

// together makes one stretch of a figure's value, interval and base that stand side by side: each with an id of its own would make long pages
// longer.
func together(parts []htmlSaid) (all []htmlSaid) {
	for i := 0; i < len(parts); i++ {
		part := parts[i]
		for part.Figure != "" && i+2 < len(parts) && parts[i+1].Figure == "" && len(parts[i+1].Text) <= len(" (") && parts[i+2].Figure == part.Figure {
			if more := parts[i+1].Text + parts[i+2].Text; part.Anchor == "" {
				part.Text += more
			} else {
				part.Behind += more
			}
			i += 2
		}
		all = append(all, part)
	}
	return all
}

// shortRows is up to how many rows a table stays on one page: longer ones would leave half of the page before them empty.
const shortRows = 16

// wholeHeight is up to what height a chart stays on one sheet of paper, as shortRows is of tables: half of a sheet, in which charts are three
// quarters as large as on a screen.
const wholeHeight = 650

// staysWhole reports whether a chart is small enough to be printed without a break.
func staysWhole(f figureChart) bool {
	pieces := f.chart.Pages()
	return len(pieces) == 1 && pieces[0].Height <= wholeHeight
}

// shortWords is up to how many letters a cell stays on one line: the longest verdict, keep up the good work, in other languages too.
const shortWords = 24

// html lays a section out; id is its anchor.
func (s section) html(id string, cited *sources, draw func(figureChart) []htmlFigure) htmlSection {
	out := htmlSection{ID: id, Title: s.title, Grouped: s.grid.grouped, Lines: make([]string, len(s.lines)), Notes: make([]string, len(s.notes)), Short: len(s.grid.rows) <= shortRows, grid: s.grid}
	for _, f := range s.charts {
		out.Figures = append(out.Figures, draw(f)...)
	}
	for k, line := range s.lines {
		out.Lines[k] = marked(line)
	}
	for k, note := range s.notes {
		out.Notes[k] = marked(note)
	}
	for _, of := range s.steps {
		shown := htmlStep{Head: of.head, From: of.from}
		for n, item := range of.items {
			shown.Items = append(shown.Items, item.html(of.from+n, cited))
		}
		out.Steps = append(out.Steps, shown)
	}
	for n, said := range s.others {
		out.Others = append(out.Others, said.html(n+1, cited))
	}
	for _, c := range s.grid.columns {
		out.Columns = append(out.Columns, htmlColumn{c.header, alignClass(c.align), ""})
	}
	out.Numeric = numericColumns(out.Columns)
	for _, r := range s.grid.rows {
		name := r.group
		if s.grid.grouped == "" { // groups without a header are none, as in every other format
			name = ""
		}
		if len(out.Groups) == 0 || out.Groups[len(out.Groups)-1].Name != name {
			out.Groups = append(out.Groups, htmlGroup{Name: name})
		}
		group := &out.Groups[len(out.Groups)-1]
		var cells []htmlCell
		for k, c := range r.cells {
			shown := htmlCellOf(c, s.grid.columns[k].align)
			if k > 0 && s.grid.columns[k].align.left() && utf8.RuneCountInString(shown.Text) <= shortWords {
				shown.Align = "s" // a verdict or an amount stays on one line where there is room, and takes no more of it on a telephone
			}
			if shown.Align != "g" && (shown.Align != "n" || k >= styledColumns) {
				shown.Class = shown.Align
			}
			cells = append(cells, shown)
		}
		group.Rows = append(group.Rows, cells)
	}
	return out
}

// styledColumns is how many columns the page's style can align by the classes of their table. Those behind bear a class in each of their
// cells, which would make long pages longer.
const styledColumns = 9

// numericColumns names the columns of numbers, the second being n2, and classes the heads of those that it cannot name.
func numericColumns(columns []htmlColumn) string {
	var names []string
	for k := range columns {
		switch {
		case columns[k].Align != "n":
		case k < styledColumns:
			names = append(names, fmt.Sprintf("n%d", k+1))
		default:
			columns[k].Class = "n"
		}
	}
	return strings.Join(names, " ")
}

// htmlCellOf writes a cell; an interval stays beside its number, and its marks beside it.
func htmlCellOf(c cell, align alignment) htmlCell {
	whole := func(text string) string { return strings.ReplaceAll(text, " ", noBreak) }
	shown := htmlCell{Text: joined(c, align), Align: alignClass(align)}
	if align == words {
		return shown
	}
	shown.Text = whole(shown.Text)
	if len(c) > 2 && strings.HasPrefix(c[1], "[") {
		rest := slices.DeleteFunc(slices.Clone(c[1:]), func(part string) bool { return part == "" })
		shown.Number, shown.Rest = whole(c[0]), whole(strings.Join(rest, " "))
	}
	return shown
}

// marked keeps the marks of verdicts beside what they mean, and the sign of percent beside its number.
func marked(text string) string { return marksKept.Replace(text) }

var marksKept = strings.NewReplacer(" %", noBreak+"%", "● ", "●"+noBreak, "○ ", "○"+noBreak, "= ", "="+noBreak, "~ ", "~"+noBreak)

func alignClass(a alignment) string {
	switch a {
	case numbers:
		return "n"
	case gaps:
		return "g"
	}
	return "w"
}

// cssString writes a text as a string of CSS. What is neither letter, digit nor space is written by its number: html/template takes a
// title with a colon for an address and leaves it out.
func cssString(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	return `"` + b.String() + `"`
}
