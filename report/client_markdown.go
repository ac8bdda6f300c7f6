package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
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
	charts := &chartFolder{name: o.Charts, dots: o.PNG}
	view, err := c.view(charts.figures)
	if err := errors.Join(err, charts.err); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := layout.Execute(&b, view); err != nil {
		return nil, templateError(err)
	}
	_, err = w.Write(b.Bytes())
	return charts.files, err
}

// chartFolder is the folder of a document's charts in the making; without a name there are no charts.
type chartFolder struct {
	name  string
	dots  bool // as PNG
	files []ChartFile
	err   error
}

// figures makes the files of a chart, in as many pieces as it needs to fit sheets of paper.
func (f *chartFolder) figures(of figureChart) []htmlFigure {
	if f.name == "" {
		return nil
	}
	var shown []htmlFigure
	pieces := of.chart.Pages()
	for k, piece := range pieces {
		id := of.id
		if len(pieces) > 1 {
			id = fmt.Sprintf("%s-%d", of.id, k+1)
		}
		file, err := f.file(id, piece)
		f.files, f.err = append(f.files, file), errors.Join(f.err, err)
		shown = append(shown, htmlFigure{ID: id, File: linked(f.name) + "/" + file.Name, Caption: piece.Title})
	}
	_, desc := of.chart.Caption()
	shown[len(shown)-1].Desc = marked(desc) // of several pieces it stands below the last
	return shown
}

// file makes a piece of a chart a file of its own.
func (f *chartFolder) file(id string, piece *chart.Drawing) (ChartFile, error) {
	if !f.dots {
		return ChartFile{Name: id + ".svg", Text: piece.File()}, nil
	}
	picture, missing, err := piece.PNG()
	return ChartFile{id + ".png", picture, missing}, err
}

// linked writes the name of a folder as a link does. A colon would end the name of a protocol.
func linked(folder string) string { return strings.ReplaceAll(url.PathEscape(folder), ":", "%3A") }

// IsChartName reports whether a file is called as the charts of reports are.
func IsChartName(name string) bool { return chartName().MatchString(name) }

var chartName = lazily(`^(answers|chain|map|means|profiles|stated-derived|trend)(-[a-z0-9-]+)?\.(png|svg)$`)
