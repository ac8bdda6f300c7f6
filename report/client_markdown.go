package report

import (
	"bytes"
	"io"
	"net/url"
	"regexp"
	"strings"

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
				if k > 0 && shown.Figures[k-1].Desc == shown.Figures[k].Desc {
					shown.Figures[k-1].Desc = "" // of a chart in several pieces it stands below the last
				}
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
