package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// ChartFile is a chart that a Markdown report refers to.
type ChartFile struct {
	Name    string
	Text    []byte
	Missing string // letters that the font of a PNG lacks
}

// ClientMarkdown writes a client report in GitHub's Markdown, and returns the charts that stand in its folder; none if the options
// name no folder.
func ClientMarkdown(w io.Writer, r *analysis.Result, o ClientOptions) ([]ChartFile, error) {
	c, err := newClientReport(r, o)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	var charts []ChartFile
	var tables gridTables
	b.WriteString("# " + escapeMarkdown(c.title) + "\n")
	if o.Client != "" {
		b.WriteString("\n" + escapeMarkdown(visible(o.Client)) + "\n")
	}
	b.WriteString("\n" + escapeMarkdown(c.scope) + "\n")
	c.markdownFindings(&b)
	for _, part := range c.parts {
		b.WriteString("\n## " + escapeMarkdown(part.title) + "\n")
		if part.intro != "" {
			b.WriteString("\n" + escapeMarkdown(part.intro) + "\n")
		}
		for _, s := range part.sections {
			files, err := c.sectionMarkdown(s, &b, &tables, o)
			if err != nil {
				return nil, err
			}
			charts = append(charts, files...)
		}
	}
	_, err = w.Write(b.Bytes())
	return charts, err
}

// markdownFindings writes the answer; its figures are named in footnotes.
func (c *clientReport) markdownFindings(b *bytes.Buffer) {
	if len(c.findings) == 0 {
		return
	}
	b.WriteString("\n## " + escapeMarkdown(c.text("The answer")) + "\n")
	for n, f := range c.findings {
		fmt.Fprintf(b, "\n**%s.** %s", escapeMarkdown(f.head), f.markdown())
		if len(f.figures()) > 0 {
			fmt.Fprintf(b, "[^%d]", n+1)
		}
		b.WriteByte('\n')
	}
	b.WriteString("\n" + escapeMarkdown(c.text(reading)) + "\n")
	for n, f := range c.findings {
		if len(f.figures()) > 0 {
			fmt.Fprintf(b, "\n[^%d]: %s\n", n+1, c.sourcesOf(f))
		}
	}
}

// markdown writes a sentence, without spaces that only a page needs.
func (s finding) markdown() string {
	return strings.ReplaceAll(escapeMarkdown(s.text()), noBreak, " ")
}

// sourcesOf names the figures of a sentence as the commands that explain them.
func (w *language) sourcesOf(s finding) string {
	var commands []string
	for _, id := range s.figures() {
		commands = append(commands, "`cxgap explain "+shellWord(visible(id))+"`")
	}
	return w.text("Figures: %s", strings.Join(commands, ", "))
}

// shellWord quotes a word that a shell would not take as it stands: ids of all items hold a star.
func shellWord(word string) string {
	if strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/:.-@=") == "" {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// file makes a chart a file of its own.
func (f figureChart) file(dots bool) (ChartFile, error) {
	if !dots {
		return ChartFile{Name: f.id + ".svg", Text: f.drawing.File()}, nil
	}
	picture, missing, err := f.drawing.PNG()
	return ChartFile{f.id + ".png", picture, missing}, err
}

// sectionMarkdown writes a section under a heading of the third level, and returns its charts.
func (w *language) sectionMarkdown(s section, b *bytes.Buffer, tables *gridTables, o ClientOptions) ([]ChartFile, error) {
	if s.title != "" {
		b.WriteString("\n### " + escapeMarkdown(s.title) + "\n")
	}
	var files []ChartFile
	for _, f := range s.charts {
		if o.Charts == "" {
			break
		}
		file, err := f.file(o.PNG)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
		fmt.Fprintf(b, "\n![%s](%s/%s)\n", escapeMarkdown(f.drawing.Title), strings.ReplaceAll(o.Charts, " ", "%20"), file.Name)
	}
	for _, of := range s.steps {
		fmt.Fprintf(b, "\n#### %s\n\n", escapeMarkdown(of.head))
		for n, item := range of.items {
			fmt.Fprintf(b, "%d. %s\n   %s\n", of.from+n, item.markdown(), w.sourcesOf(item))
		}
	}
	if len(s.grid.columns) > 0 {
		b.WriteByte('\n')
		if err := tables.markdown(b, s.grid); err != nil {
			return nil, err
		}
	}
	list(b, s.lines)
	var notes []string
	for i, note := range s.notes {
		notes = append(notes, superscript(i+1)+" "+note)
	}
	list(b, notes)
	return files, nil
}
