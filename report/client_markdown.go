package report

import (
	"bytes"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report/chart"
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
	layout, err := c.textTemplate()
	if err != nil {
		return nil, err
	}
	view, err := c.view(func(*chart.Drawing, string) string { return "" })
	if err != nil {
		return nil, err
	}
	charts, err := c.chartFiles(view)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := layout.Execute(&b, view); err != nil {
		return nil, templateError(err)
	}
	_, err = w.Write(b.Bytes())
	return charts, err
}

// chartFiles makes the files of a report's charts, and puts their places into the view; without a folder there are no charts.
func (c *clientReport) chartFiles(view htmlPage) ([]ChartFile, error) {
	var files []ChartFile
	for p, part := range c.parts {
		for n, s := range part.sections {
			shown := &view.Parts[p].Sections[n]
			if c.options.Charts == "" {
				shown.Figures = nil
				continue
			}
			for k, f := range s.charts {
				file, err := f.file(c.options.PNG)
				if err != nil {
					return nil, err
				}
				files = append(files, file)
				shown.Figures[k].File = linked(c.options.Charts) + "/" + file.Name
			}
		}
	}
	return files, nil
}

// linked writes the name of a folder as a link does. A colon would end the name of a protocol.
func linked(folder string) string { return strings.ReplaceAll(url.PathEscape(folder), ":", "%3A") }

// IsChartName reports whether a file is called as the charts of reports are.
func IsChartName(name string) bool { return chartName.MatchString(name) }

var chartName = regexp.MustCompile(`^(answers|chain|map|means|profiles|stated-derived|trend)(-[a-z0-9-]+)?\.(png|svg)$`)

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

// widened shares out the width of a page among the columns of a table, by the dashes below its head, as pandoc reads them: every
// column has room for its longest word, so that no word of a head and no number breaks; what is left goes to all alike, so that
// intervals have their line before a long label takes the rest.
func widened(table string) string {
	const least, page = 6, 76
	lines := strings.Split(table, "\n")
	if len(lines) < 3 {
		return table
	}
	dashes := tableCells(lines[1])
	need, wish := make([]int, len(dashes)), make([]int, len(dashes))
	left := page
	for k, cell := range dashes {
		need[k] = least
		for n, line := range lines {
			if cells := tableCells(line); n != 1 && k < len(cells) {
				need[k] = max(need[k], longestWord(cells[k])+2) // heads are bold
			}
		}
		wish[k] = max(need[k], strings.Count(cell, "-"))
		left -= need[k]
	}
	widths := sharedOut(need, wish, left)
	for k, cell := range dashes {
		width := widths[k]
		dashes[k] = strings.Replace(cell, strings.Trim(cell, ":"), strings.Repeat("-", width), 1)
	}
	lines[1] = "|" + strings.Join(dashes, "|") + "|"
	return strings.Join(lines, "\n")
}

// sharedOut adds to what columns need what is left of a page, letter by letter to all that wish for more.
func sharedOut(need, wish []int, left int) []int {
	widths := slices.Clone(need)
	for given := true; given; {
		given = false
		for k := range widths {
			if left > 0 && widths[k] < wish[k] {
				widths[k]++
				left--
				given = true
			}
		}
	}
	return widths
}

// tableCells cuts a line of a table at its bars; a bar behind a backslash is one of the text.
func tableCells(line string) []string {
	const bar = "\x00"
	line = strings.ReplaceAll(strings.Trim(line, "|"), `\|`, bar)
	return strings.Split(line, "|")
}

// longestWord counts the letters of the longest word of a cell.
func longestWord(cell string) int {
	longest := 0
	for _, word := range strings.Fields(cell) {
		longest = max(longest, utf8.RuneCountInString(strings.ReplaceAll(word, `\`, "")))
	}
	return longest
}
