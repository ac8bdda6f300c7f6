package report

import (
	"bytes"
	"errors"
	"fmt"
	html "html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	text "text/template"

	"github.com/cxgap/cxgap/analysis/study"
)

// The files that give a report its look.
const (
	pageTemplate     = "page.html.tmpl"
	pageStyle        = "page.css"
	markdownTemplate = "report.md.tmpl"
)

// Template is one of the files that give a report its look.
type Template struct{ Name, Text string }

// Templates returns the house's files to start from, and the English texts of a message file. Used as they are, they give the same bytes as
// without them.
func Templates() ([]Template, error) {
	var all []Template
	for _, name := range TemplateNames() {
		text, err := page.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, Template{name, string(text)})
	}
	messages, err := messageFiles.ReadFile("messages/en.yaml")
	return append(all, Template{"messages.yaml", string(messages)}), err
}

// TemplateNames are the files that may stand in a folder of templates.
func TemplateNames() []string { return []string{pageTemplate, pageStyle, markdownTemplate} }

// TemplateError is something wrong in a template of somebody's own.
type TemplateError struct {
	Name         string
	Line, Column int // 0: unknown
	Message      string
	Hint         string
}

func (e *TemplateError) Error() string {
	place := e.Name
	for _, n := range []int{e.Line, e.Column} {
		if n > 0 {
			place += ":" + strconv.Itoa(n)
		}
	}
	return place + ": " + e.Message
}

// file returns a file of the look: the user's, or the house's.
func (o ClientOptions) file(name string) (string, error) {
	for _, t := range o.Templates {
		if t.Name == name {
			return t.Text, nil
		}
	}
	text, err := page.ReadFile(name)
	return string(text), err
}

// htmlTemplate reads the template of the page.
func (c *clientReport) htmlTemplate() (*html.Template, error) {
	source, err := c.options.file(pageTemplate)
	if err != nil {
		return nil, err
	}
	t, err := html.New(pageTemplate).Funcs(html.FuncMap{"say": c.text, "superscript": mark, "text": escaped}).Parse(source)
	return t, templateError(err)
}

// textTemplate reads the template of Markdown.
func (c *clientReport) textTemplate() (*text.Template, error) {
	source, err := c.options.file(markdownTemplate)
	if err != nil {
		return nil, err
	}
	var tables gridTables
	t, err := text.New(markdownTemplate).Funcs(text.FuncMap{
		"say": c.text, "superscript": mark, "md": escapeMarkdown, "table": tables.ofSection, "figures": figuresOf,
	}).Parse(source)
	return t, templateError(err)
}

// escaped is a text as a page holds it. The escapes of html/template, which writes + by its number, make a page of many numbers longer.
func escaped(text string) html.HTML { return html.HTML(html.HTMLEscapeString(text)) }

// mark is the raised number of a note; the first has the index 0.
func mark(index int) string { return superscript(index + 1) }

var (
	templatePlace = lazily(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?:executing "[^"]*" at )?(.*)$`)
	htmlPlace     = lazily(`^html/template:([^:]+): (.*)$`)
	unknownField  = lazily(`^<([^>]*)>: can't evaluate field (\w+) in type .*?\b(html\w+)$`)
	backticks     = lazily("`+")
	unknownFunc   = lazily(`^function "(\w+)" not defined$`)
)

// templateError gives an error of Go's templates its place, and says what could be meant.
func templateError(err error) error {
	if err == nil {
		return nil
	}
	e := &TemplateError{Message: err.Error()}
	var escaping *html.Error
	if errors.As(err, &escaping) {
		e.Name, e.Line, e.Message = escaping.Name, escaping.Line, escaping.Description
	}
	if m := templatePlace().FindStringSubmatch(err.Error()); m != nil {
		e.Name, e.Message = m[1], m[4]
		e.Line, _ = strconv.Atoi(m[2])
		e.Column, _ = strconv.Atoi(m[3])
	} else if m := htmlPlace().FindStringSubmatch(err.Error()); m != nil {
		e.Name, e.Message = m[1], m[2]
	}
	if m := unknownField().FindStringSubmatch(e.Message); m != nil {
		e.Message = fmt.Sprintf("%q has no field %q", m[1], m[2])
		if near := study.Nearest(m[2], fieldsOf(m[3])); near != "" {
			e.Hint = fmt.Sprintf("did you mean .%s?", near)
		} else {
			e.Hint = "there are " + strings.Join(fieldsOf(m[3]), ", ")
		}
	}
	if m := unknownFunc().FindStringSubmatch(e.Message); m != nil {
		if near := study.Nearest(m[1], TemplateFunctions()); near != "" {
			e.Hint = fmt.Sprintf("did you mean %s?", near)
		}
	}
	return e
}

// models are the types that templates see.
func models() []reflect.Type {
	return []reflect.Type{
		reflect.TypeFor[htmlPage](), reflect.TypeFor[htmlFinding](), reflect.TypeFor[htmlSaid](), reflect.TypeFor[htmlPart](), reflect.TypeFor[htmlSection](),
		reflect.TypeFor[htmlFigure](), reflect.TypeFor[htmlStep](), reflect.TypeFor[htmlColumn](), reflect.TypeFor[htmlGroup](), reflect.TypeFor[htmlCell](),
		reflect.TypeFor[htmlSources](), reflect.TypeFor[htmlSource](),
	}
}

// fieldsOf names the fields of a type that templates see.
func fieldsOf(model string) []string {
	var names []string
	for _, t := range models() {
		if t.Name() == model {
			for i := range t.NumField() {
				if t.Field(i).IsExported() {
					names = append(names, t.Field(i).Name)
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// ofSection writes the table of a section as Markdown.
func (t *gridTables) ofSection(s htmlSection) (string, error) {
	var b bytes.Buffer
	err := t.paged(&b, s.grid)
	return b.String(), err
}

// figuresOf names the figures of a sentence.
func figuresOf(s htmlFinding) string {
	var ids []string
	for _, id := range s.Figures {
		ids = append(ids, fenced(visible(id)))
	}
	return strings.Join(ids, ", ")
}

// fenced writes a text as code in Markdown, in a fence that nothing in it can end: longer than any run of backticks there.
func fenced(text string) string {
	longest := 0
	for _, run := range backticks().FindAllString(text, -1) {
		longest = max(longest, len(run))
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 {
		text = " " + text + " " // of which Markdown takes one away at each end
	}
	return fence + text + fence
}

// TemplateFields names every field that templates see.
func TemplateFields() []string {
	var names []string
	for _, model := range models() {
		names = append(names, fieldsOf(model.Name())...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// TemplateFunctions names the functions of templates.
func TemplateFunctions() []string {
	return []string{"say", "superscript", "text", "md", "table", "figures"}
}
