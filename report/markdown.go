package report

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"github.com/cxgap/cxgap/analysis"
)

// Markdown writes a result as a document in GitHub's Markdown, in detail if wanted.
func Markdown(w io.Writer, r *analysis.Result, detail bool) error {
	return newDocument(r, detail).markdown(w)
}

// DriversMarkdown writes what matters to whom as a document in GitHub's Markdown.
func DriversMarkdown(w io.Writer, r *analysis.Result, plot bool) error {
	return newDriversDocument(r, plot).markdown(w)
}

func (d *document) markdown(w io.Writer) error {
	var b bytes.Buffer
	var tables gridTables
	b.WriteString("# " + escapeMarkdown(d.title) + "\n")
	for _, s := range d.sections {
		b.WriteString("\n## " + escapeMarkdown(s.title) + "\n\n")
		if err := tables.markdown(&b, s.grid); err != nil {
			return err
		}
		if len(s.drawing) > 0 {
			b.WriteString("\n```text\n" + strings.ReplaceAll(strings.Join(s.drawing, "\n"), "```", "'''") + "\n```\n")
		}
		list(&b, s.lines)
		var notes []string
		for i, note := range s.notes {
			notes = append(notes, superscript(i+1)+" "+note)
		}
		list(&b, notes)
	}
	for _, remark := range d.remarks {
		if len(remark.lines) > 0 {
			b.WriteString("\n## " + escapeMarkdown(remark.title) + "\n")
			list(&b, remark.lines)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func list(b *bytes.Buffer, lines []string) {
	if len(lines) > 0 {
		b.WriteByte('\n')
	}
	for _, line := range lines {
		b.WriteString("- " + escapeMarkdown(line) + "\n")
	}
}

// escapeMarkdown takes their meaning from the characters that Markdown or HTML would act on, in GitHub's dialect and in pandoc's.
func escapeMarkdown(text string) string {
	text = markdownEscapes.Replace(text)
	text = beginsAsList().ReplaceAllString(text, `$1\$2$3`)
	text = beginsAsBlock().ReplaceAllString(text, `\$0`)
	return strings.ReplaceAll(text, `\[ \]`, `\[`+noBreak+`\]`) // pandoc makes a box to tick of the brackets even behind backslashes
}

var (
	// beginsAsList is how a numbered list begins, pandoc's with letters too: a client may be called 1. FC Nürnberg.
	beginsAsList = lazily(`^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(\s|$)`)
	// beginsAsBlock is how a bulleted list, a definition or one of pandoc's blocks begins.
	beginsAsBlock = lazily(`^(?:[-+:](?:\s|$)|:::|==)`)
)

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "*", `\*`, "_", `\_`, "`", "\\`",
	"[", `\[`, "]", `\]`, "#", `\#`, "~", `\~`, "!", `\!`, "$", `\$`, "@", "&#64;", "^", `\^`, "{", `\{`, "--", `\-\-`, "://", `&#58;//`, "www.", "www&#46;",
)

// markdown writes a table; the groups of its rows have their names in rows of their own.
func (t *gridTables) markdown(b *bytes.Buffer, g grid) error {
	if err := g.check(); err != nil {
		return err
	}
	align := make([]tw.Align, len(g.columns))
	header := make([]string, len(g.columns))
	for k, c := range g.columns {
		header[k] = escapeMarkdown(c.header)
		align[k] = tw.AlignRight
		if c.align != numbers {
			align[k] = tw.AlignLeft
		}
	}
	alignment := tw.CellAlignment{Global: tw.AlignLeft, PerColumn: align}
	table := t.begin(b,
		tablewriter.WithRenderer(renderer.NewMarkdown()),
		tablewriter.WithHeaderAutoFormat(tw.Off), tablewriter.WithHeaderAutoWrap(tw.WrapNone), tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAlignmentConfig(alignment), tablewriter.WithRowAlignmentConfig(alignment),
	)
	table.Header(header)
	for _, cells := range markdownRows(g) {
		if err := table.Append(cells); err != nil {
			return err
		}
	}
	return errors.Join(table.Render(), t.sink.err)
}

// markdownRows writes the cells of a table, with a row before the first of every group that has a name.
func markdownRows(g grid) [][]string {
	var rows [][]string
	group := ""
	for _, r := range g.rows {
		if g.grouped != "" && r.group != group {
			group = r.group
			name := make([]string, len(g.columns))
			name[0] = "**" + escapeMarkdown(group) + "**"
			rows = append(rows, name)
		}
		cells := make([]string, len(r.cells))
		for k, c := range r.cells {
			cells[k] = escapeMarkdown(unbroken(c, g.columns[k].align))
		}
		rows = append(rows, cells)
	}
	return rows
}

// unbroken writes a cell that a page may break between a number and its interval, between words and between the amounts of a list,
// but nowhere else.
func unbroken(c cell, align alignment) string {
	shown := htmlCellOf(c, align)
	switch {
	case shown.Number != "":
		return shown.Number + " " + shown.Rest
	case align == amounts:
		return strings.ReplaceAll(shown.Text, ","+noBreak, ", ")
	}
	return shown.Text
}

// joined writes the parts of a cell side by side; footnote marks stand close to their number.
func joined(c cell, align alignment) string {
	if align.left() || len(c) == 2 {
		return strings.Join(c, "")
	}
	var parts []string
	for _, part := range c {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}
