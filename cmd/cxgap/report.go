package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

type reportOptions struct {
	input    inputOptions
	by       []string
	file     string
	format   string
	force    bool
	plain    bool
	logo     string
	language string
	view     string
	template string
	print    string
	client   report.ClientOptions
}

func newReportCommand(s *streams) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report [STUDY | RESULT.json | AUDIENCE=FILE...] -o FILE.{html,md,xlsx}",
		Short: "the report for a client: one page, Markdown with charts, or a workbook",
		Long: `Writes the report that is handed over: the answer in five sentences, each with its figures, then the gaps, the chain,
what matters and what goes with the outcome, groups and waves, each with chart and table, then how the figures were made and what they
cannot say.

HTML is one file that needs no script, no network and no other file; it prints on A4 and Letter. Markdown has its charts
in a folder beside it, as SVG, or with --png as PNG, which pandoc puts into Word without rsvg-convert; --plain leaves them out. An
Excel workbook has a sheet for every table, with numbers that can be computed with, and one with all figures in full precision. A
result that was saved as JSON gives the same bytes as its study.

--template gives it another look and --language another language (docs/report-templates.md). --audience-view makes the version
that may be handed to an audience: nothing of other audiences' small groups, nor what would give them away, and in a workbook no exact
figures. What a minimum base does not give says  cxgap help privacy.

EXIT STATUS
  0  done
  2  usage, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid`,
		Example: `  cxgap report -o report.html
  cxgap report -o report.md --client Northwind
  cxgap report cxgap.yaml -o branded.html --accent 8a1538
  cxgap report --print-template look
  cxgap report -o bericht.html --language de`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.print != "" {
				return printTemplates(s, &o, args)
			}
			if err := o.validate(); err != nil {
				return err
			}
			return runReport(cmd.Context(), s, &o, args)
		},
	}
	o.addFlags(cmd.Flags())
	return cmd
}

func (o *reportOptions) addFlags(flags *pflag.FlagSet) {
	flags.StringArrayVar(&o.by, "by", nil, "also within the groups of this `column`; may repeat")
	flags.StringVarP(&o.file, "out", "o", "", "the `file` to write: .html, .md or .xlsx")
	flags.StringVar(&o.format, "format", "", "`format`: html, markdown or xlsx (default: what the name after -o says)")
	flags.BoolVar(&o.force, "force", false, "overwrite files that exist")
	flags.BoolVar(&o.plain, "plain", false, "Markdown without charts")
	flags.BoolVar(&o.client.PNG, "png", false, "the charts of Markdown as PNG instead of SVG")
	flags.StringVar(&o.client.Title, "title", "", "`title` instead of the study's")
	flags.StringVar(&o.client.Client, "client", "", "`name` of whom the report is for")
	flags.StringVar(&o.logo, "logo", "", "`file` of a picture for the head of the page: SVG, PNG, JPEG, GIF or WebP")
	flags.StringVar(&o.client.Accent, "accent", "", "`colour` of headings and links, such as 8a1538")
	flags.StringVar(&o.template, "template", "", "`folder` with a look of one's own: page.html.tmpl, page.css, report.md.tmpl, or some of them")
	flags.StringVar(&o.print, "print-template", "", "write the house's look into this `folder`, to start from")
	flags.StringVar(&o.view, "audience-view", "", "the version that may be handed to this `audience`: nothing of other audiences' small groups")
	flags.StringVar(&o.language, "language", "", "`language` of the fixed texts: "+strings.Join(report.Languages(), ", ")+", or a file of texts (default: what the study says)")
	o.input.addFlags(flags)
}

var colour = regexp.MustCompile(`^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

func (o *reportOptions) validate() error {
	if o.file == "" {
		return &usageError{"the report needs a file to be written to", "cxgap report -o report.html"}
	}
	if o.format == "" {
		switch strings.ToLower(filepath.Ext(o.file)) {
		case ".html", ".htm":
			o.format = "html"
		case ".md", ".markdown":
			o.format = "markdown"
		case ".xlsx":
			o.format = "xlsx"
		default:
			return &usageError{fmt.Sprintf("%q says no format of a report", o.file), "end it in .html, .md or .xlsx, or say --format"}
		}
	}
	if o.client.Accent != "" {
		if !colour.MatchString(o.client.Accent) {
			return &usageError{fmt.Sprintf("--accent must be a colour such as 8a1538 (got %q)", o.client.Accent), ""}
		}
		o.client.Accent = "#" + strings.TrimPrefix(o.client.Accent, "#")
	}
	if err := o.together(); err != nil {
		return err
	}
	return errors.Join(oneOf("format", o.format, "html", "markdown", "xlsx"), (&analyzeOptions{input: o.input, by: o.by, output: outputOptions{format: "table", color: "auto"}}).validate())
}

// together refuses flags that would do nothing.
func (o *reportOptions) together() error {
	switch markdown := o.format == "markdown"; {
	case o.client.PNG && o.plain:
		return &usageError{"--plain leaves the charts out, and --png says how they are drawn: they do not go together", ""}
	case o.client.PNG && !markdown:
		return &usageError{"--png is for the charts beside Markdown", "cxgap report -o report.md --png"}
	case o.plain && !markdown:
		return &usageError{"--plain is for Markdown", "cxgap report -o report.md --plain"}
	case o.template != "" && o.format == "xlsx":
		return &usageError{"--template gives HTML and Markdown their look; a workbook has none", "cxgap report -o report.html --template " + o.template}
	}
	for _, of := range [][2]string{{"--logo", o.logo}, {"--accent", o.client.Accent}} {
		flag, value := of[0], of[1]
		if value != "" && (o.format == "xlsx" || o.format == "markdown" && o.template == "") { // a template of Markdown may show them
			return &usageError{flag + " is for the page: " + o.format + " does not show it", "cxgap report -o report.html " + flag + " " + strings.TrimPrefix(value, "#")}
		}
	}
	return nil
}

func runReport(ctx context.Context, s *streams, o *reportOptions, args []string) error {
	if err := errors.Join(o.readLogo(), o.readLanguage(s), o.readTemplates()); err != nil {
		return err
	}
	if text, darkened := report.AccentOfText(o.client.Accent); darkened {
		s.notef("--accent %s is too light for text: links and names of groups are %s on light pages, lines keep it as far as it can be seen", o.client.Accent, text)
	}
	result, inputs, err := o.result(ctx, s, args)
	if err != nil {
		return err
	}
	if o.logo != "" {
		inputs = append(inputs, o.logo)
	}
	if len(o.client.Messages) > 0 {
		inputs = append(inputs, o.language)
	}
	for _, t := range o.client.Templates {
		inputs = append(inputs, filepath.Join(o.template, t.Name))
	}
	writer, single := map[string]func(io.Writer, *analysis.Result, report.ClientOptions) error{
		"html": report.HTML, "xlsx": report.ClientWorkbook,
	}[o.format]
	if single {
		var text bytes.Buffer
		if err := writer(&text, result, o.client); err != nil {
			return o.inTemplates(err)
		}
		return s.writeFile(o.file, text.Bytes(), o.force, inputs)
	}
	return o.writeMarkdown(s, result, inputs)
}

// result reads a saved result, or analyses a study in full; what an audience may see of it, if it is for one.
func (o *reportOptions) result(ctx context.Context, s *streams, args []string) (*analysis.Result, []string, error) {
	if len(args) == 1 && strings.EqualFold(filepath.Ext(args[0]), ".json") {
		result, err := savedResult(args[0])
		if err == nil {
			result, err = o.viewOf(result, args[0])
		}
		return result, []string{args[0]}, err
	}
	loaded, err := loadStudy(ctx, s, &o.input, o.by, args)
	if err != nil {
		return nil, nil, err
	}
	if o.view != "" {
		loaded.study.Unwaive(o.view)
	}
	result, err := loaded.analyzeInFull(ctx)
	if err == nil {
		result, err = o.viewOf(result, "")
	}
	return result, loaded.inputs(), err
}

// viewOf cuts a result down to what an audience may see. One that was saved may show what the study waives, which cannot be taken back.
func (o *reportOptions) viewOf(result *analysis.Result, saved string) (*analysis.Result, error) {
	if o.view == "" {
		return result, nil
	}
	var ids []string
	for _, a := range result.Audiences {
		ids = append(ids, a.ID)
		if a.ID == o.view {
			o.client.Audience = a.ID
		}
	}
	if o.client.Audience == "" {
		return nil, oneOf("audience-view", o.view, ids...)
	}
	view, err := analysis.ForAudience(result, o.view)
	if err != nil {
		return nil, &usageError{
			fmt.Sprintf("%s is not for %s: %v", saved, o.view, err),
			"make their version from the study: cxgap report STUDY --audience-view " + o.view,
		}
	}
	return view, nil
}

// savedResult reads what --format json wrote.
func savedResult(name string) (*analysis.Result, error) {
	text, err := os.ReadFile(name)
	if err == nil {
		var result *analysis.Result
		if result, err = report.ReadJSON(bytes.NewReader(text)); err == nil {
			return result, nil
		}
	}
	fault := study.Fault{Place: study.Place{File: name}, Message: cause(err).Error(), Hint: "cxgap analyze --format json -o " + name + "  writes a result"}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Message = "no such result"
	}
	faults := &study.InputError{}
	faults.Add(fault)
	return nil, faults
}

// readLanguage takes a language of the house, or reads a file of texts.
func (o *reportOptions) readLanguage(s *streams) error {
	if ext := strings.ToLower(filepath.Ext(o.language)); ext != ".yaml" && ext != ".yml" {
		o.client.Language = o.language
		if o.language == "" {
			return nil
		}
		err := oneOf("language", o.language, report.Languages()...)
		var unknown *usageError
		if errors.As(err, &unknown) && unknown.hint == "" {
			unknown.hint = "or a file of texts in another language: --language texts.yaml; --print-template DIR writes one to start from"
		}
		return err
	}
	texts, err := os.ReadFile(o.language)
	if err != nil {
		faults := &study.InputError{}
		faults.Add(study.Fault{Place: study.Place{File: o.language}, Message: "cannot be read: " + cause(err).Error()})
		return faults
	}
	missing, total, err := report.Untranslated(texts)
	if err != nil {
		return &usageError{fmt.Sprintf("%s: %s", o.language, err), "cxgap report --print-template DIR  writes the English file to start from"}
	}
	if len(missing) > 0 {
		s.notef("%s: %d of %d texts are not in it and stay English, the first is %q", o.language, len(missing), total, missing[0])
	}
	o.client.Messages = texts
	return nil
}
