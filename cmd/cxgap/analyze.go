package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
)

// defaultStudyFile is the study that analyze reads when none is named.
const defaultStudyFile = "cxgap.yaml"

type analyzeOptions struct {
	input  inputOptions
	by     []string
	output outputOptions
}

func newAnalyzeCommand(s *streams) *cobra.Command {
	var o analyzeOptions
	cmd := &cobra.Command{
		Use:   "analyze [STUDY | AUDIENCE=FILE...]",
		Short: "the gaps between the audiences of a study",
		Long: `Analyses a study: what each audience answers, and the perception gap A − B of every pair of audiences, with
intervals, verdicts and classes.

With a study file (default ./cxgap.yaml), or from the exports alone: AUDIENCE=FILE names a file of an audience and may
repeat; customers=a.csv customers=b.csv are one audience. Items are then the rating questions that at least two
audiences were asked in identical words (or under an identical column name), and every assumption is printed.
A dash is standard input.

In the table ● is an established difference, ○ an established but trivial one, = established similarity, and ~ none
of these: the sample cannot tell. Numbers for scripts are in --format csv and json.

EXIT STATUS
  0  done
  2  usage, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid`,
		Example: `  cxgap analyze
  cxgap analyze study.yaml --format markdown -o gaps.md
  cxgap analyze leadership=leaders.csv staff=staff.csv customers=customers.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.validate(); err != nil {
				return err
			}
			return runAnalyze(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringArrayVar(&o.by, "by", nil, "also analyse within the groups of this `column`; may repeat")
	o.input.addFlags(cmd.Flags())
	o.output.addFlags(cmd.Flags())
	o.output.addDetailFlag(cmd.Flags())
	return cmd
}

func (o *analyzeOptions) validate() error {
	for _, column := range o.by {
		if strings.TrimSpace(column) == "" {
			return &usageError{"--by names no column", "--by region"}
		}
	}
	return errors.Join(o.input.validate(), o.output.validate())
}

func runAnalyze(ctx context.Context, s *streams, o *analyzeOptions, args []string) error {
	loaded, err := loadStudy(ctx, s, &o.input, o.by, args)
	if err != nil {
		return err
	}
	analyze := loaded.analyze
	if o.output.complete() {
		analyze = loaded.analyzeInFull
	}
	result, err := analyze(ctx)
	if err != nil {
		return err
	}
	return o.output.write(s, result, loaded.inputs(), gapView{o.output.detail})
}

// inputOptions override what is detected in exports; they mean the same on every command.
type inputOptions struct {
	platform, encoding, delimiter string
	sheet                         string
	headerRows                    int
	labelsFrom, dictionary        []string
	decimal                       string
	told                          func(flag string) bool
}

func (o *inputOptions) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.platform, "platform", "", "read the exports as of this survey `platform` instead of detecting it")
	flags.StringVar(&o.encoding, "encoding", "", "read the exports in this `encoding`, such as windows-1252")
	flags.StringVar(&o.delimiter, "delimiter", "", "the `character` between cells (tab for a tab)")
	flags.IntVar(&o.headerRows, "header-rows", 0, "`number` of header records in the exports (0: none, and columns are called #1, #2 …)")
	flags.StringVar(&o.sheet, "sheet", "", "the `name` of the sheet in Excel workbooks (default: the first)")
	flags.StringArrayVar(&o.labelsFrom, "labels-from", nil, "`[AUDIENCE=]FILE` that holds the same responses with choice texts instead of codes; may repeat")
	flags.StringArrayVar(&o.dictionary, "dictionary", nil, "`[AUDIENCE=]FILE` that describes the exports: a data dictionary of REDCap (without AUDIENCE: of all that are of REDCap), or Triple-S (.sss); may repeat")
	flags.StringVar(&o.decimal, "decimal", "point", "what stands before decimals in the exports: point or comma")
	o.told = flags.Changed
}

func (o *inputOptions) validate() error {
	if o.delimiter == "tab" || o.delimiter == `\t` {
		o.delimiter = "\t"
	}
	if utf8.RuneCountInString(o.delimiter) > 1 {
		return &usageError{fmt.Sprintf("--delimiter must be one character (got %q)", o.delimiter), "write tab for a tab"}
	}
	if err := oneOf("decimal", o.decimal, "point", "comma"); err != nil {
		return err
	}
	if o.headerRows < 0 {
		return &usageError{fmt.Sprintf("--header-rows must be at least 0 (got %d)", o.headerRows), "0: the first row is answers already"}
	}
	return nil
}

// labelled gives the audiences the exports that hold their choice texts, and what describes them.
func (o *inputOptions) labelled(audiences []importers.AudienceFiles) ([]importers.AudienceFiles, error) {
	described, err := o.shared(audiences)
	err = errors.Join(err,
		beside(audiences, "labels-from", "whose choice texts these are", o.labelsFrom, func(a *importers.AudienceFiles, file string) { a.LabelsFrom = file }),
		beside(audiences, "dictionary", "whose exports it describes", described, func(a *importers.AudienceFiles, file string) { a.Dictionary = file }),
	)
	return audiences, err
}

// shared gives all audiences the data dictionary that is told without the name of one, and returns those that name theirs. A Triple-S
// description is of one file of data.
func (o *inputOptions) shared(audiences []importers.AudienceFiles) (named []string, err error) {
	for _, arg := range o.dictionary {
		_, _, names := strings.Cut(arg, "=")
		extension := strings.ToLower(filepath.Ext(arg))
		if names || len(audiences) == 1 || extension == ".sss" || extension == ".xml" {
			named = append(named, arg)
			continue
		}
		for i := range audiences {
			if audiences[i].RedCap != "" {
				return nil, &usageError{fmt.Sprintf("--dictionary %s and --dictionary %s both describe all audiences", audiences[i].RedCap, arg), "--dictionary customers=" + arg}
			}
			audiences[i].RedCap = arg
		}
	}
	return named, nil
}

// beside gives audiences the files of a flag, each [AUDIENCE=]FILE. Without the name of an audience there must be only one.
func beside(audiences []importers.AudienceFiles, flag, what string, args []string, give func(*importers.AudienceFiles, string)) error {
	for _, arg := range args {
		id, file, named := strings.Cut(arg, "=")
		if !named {
			file = arg
		}
		at := slices.IndexFunc(audiences, func(a importers.AudienceFiles) bool { return a.ID == id })
		switch {
		case !named && len(audiences) == 1:
			at = 0
		case !named:
			return &usageError{fmt.Sprintf("--%s %s does not say %s", flag, arg, what), "--" + flag + " customers=" + file}
		case at < 0:
			return &usageError{fmt.Sprintf("--%s names no audience of this command (got %q)", flag, id), ""}
		}
		give(&audiences[at], file)
	}
	return nil
}

func (o *inputOptions) importer(s *streams, dir string) importers.Options {
	options := importers.Options{
		Platform: o.platform, Encoding: o.encoding, HeaderRows: o.headerRows, Sheet: o.sheet, Stdin: s.standard, Dir: dir, Meter: &s.progress,
		DecimalComma: o.decimal == "comma",
	}
	if o.told != nil && o.told("header-rows") && o.headerRows == 0 { // nil: the demo, which has no flags
		options.HeaderRows = study.NoHeader
	}
	if o.delimiter != "" {
		options.Delimiter, _ = utf8.DecodeRuneInString(o.delimiter)
	}
	return options
}

// loadedStudy is a study with its exports opened, ready to be read.
type loadedStudy struct {
	study       *study.Study
	file        string // empty: drafted from the exports
	survey      *importers.Survey
	assumptions []study.Notice
	progress    *progress
	redraft     func(context.Context, error) (*loadedStudy, error) // without the ratings that reading refused; nil: there is a study file
	redrafted   bool
}

// loadStudy finds the study that the arguments name: a study file, the files of audiences, or the default study file.
func loadStudy(ctx context.Context, s *streams, o *inputOptions, by, args []string) (*loadedStudy, error) {
	audiences, err := audienceFiles(args)
	if err != nil {
		return nil, err
	}
	if len(audiences) > 0 {
		if audiences, err = o.labelled(audiences); err != nil {
			return nil, err
		}
		return draftedStudy(ctx, s, audiences, by, o.importer(s, ""))
	}
	if len(o.labelsFrom) > 0 {
		return nil, &usageError{"--labels-from goes with files of audiences", "in a study file an audience says  labels_from: FILE"}
	}
	if len(o.dictionary) > 0 {
		return nil, &usageError{"--dictionary goes with files of audiences", "in a study file an audience says  dictionary: FILE"}
	}
	name := defaultStudyFile
	if len(args) == 1 {
		name = args[0]
	}
	if _, err := os.Stat(name); err == nil && isExportName(name) {
		return nil, &usageError{fmt.Sprintf("%q is an export, and no study file", name), "say whose answers it holds: customers=" + name}
	}
	text, err := readStudyFile(name, len(args) == 0)
	if err != nil {
		return nil, err
	}
	if isSavedResult(text) {
		return nil, &usageError{fmt.Sprintf("%q is a saved result, and no study file", name), "cxgap report and cxgap explain read it; rules are decided over a study: cxgap check study.yaml"}
	}
	parsed, err := study.Parse(name, text)
	if err != nil {
		return nil, err
	}
	segment(parsed, by)
	survey, err := importers.Open(parsed, o.importer(s, filepath.Dir(name)))
	return &loadedStudy{study: parsed, file: name, survey: survey, progress: &s.progress}, err
}

// draftedStudy drafts a study from the files of audiences.
func draftedStudy(ctx context.Context, s *streams, audiences []importers.AudienceFiles, by []string, options importers.Options) (*loadedStudy, error) {
	stop := s.progress.start()
	drafted, assumptions, err := importers.Draft(ctx, audiences, options)
	stop()
	if err != nil {
		return nil, err
	}
	for _, n := range assumptions {
		if n.Code == study.NothingShared && !slices.Contains(s.said, n.Text()) {
			s.notef("warning: %s", n.Text())
			s.said = append(s.said, n.Text())
		}
	}
	segment(drafted, by)
	survey, err := importers.Open(drafted, options)
	redraft := func(ctx context.Context, refused error) (*loadedStudy, error) {
		if !options.Without(refused) {
			return nil, refused
		}
		return draftedStudy(ctx, s, audiences, by, options)
	}
	return &loadedStudy{study: drafted, survey: survey, assumptions: assumptions, progress: &s.progress, redraft: redraft}, err
}

// segment adds the columns that --by names to the segments of a study.
func segment(s *study.Study, by []string) {
	for _, name := range by {
		known := false
		for _, segment := range s.Segments {
			known = known || segment.Name == name
		}
		if !known {
			place := study.Place{File: "--by " + name}
			s.Segments = append(s.Segments, study.Segment{
				Name: name, Place: place, Columns: map[string]study.Selector{"": {Name: name, Place: place}},
			})
		}
	}
}

// audienceFiles reads AUDIENCE=FILE arguments; it returns none if the arguments name a study file or nothing.
func audienceFiles(args []string) ([]importers.AudienceFiles, error) {
	var audiences []importers.AudienceFiles
	for _, arg := range args {
		id, file, pair := strings.Cut(arg, "=")
		if !pair || strings.ContainsAny(id, `/\.`) { // a path may hold an equals sign
			if len(args) > 1 {
				hint := "name either one study file, or the files of audiences: leadership=leaders.csv customers=customers.csv"
				if isExportName(arg) {
					hint = "say whose answers it holds: customers=" + arg
				}
				return nil, &usageError{fmt.Sprintf("%q is not AUDIENCE=FILE", arg), hint}
			}
			return nil, nil
		}
		if file == "" {
			return nil, &usageError{fmt.Sprintf("%q names no file", arg), "write AUDIENCE=FILE, such as customers=customers.csv"}
		}
		at := -1
		for i := range audiences {
			if audiences[i].ID == id {
				at = i
			}
		}
		if at < 0 {
			audiences = append(audiences, importers.AudienceFiles{ID: id})
			at = len(audiences) - 1
		}
		audiences[at].Files = append(audiences[at].Files, file)
	}
	return audiences, nil
}

// isExportName reports whether a file is called as exports are, and no study file is.
func isExportName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xls", ".gz", ".zip", ".sss"}, func(ending string) bool { return strings.HasSuffix(name, ending) })
}

// isSavedResult reports whether a text is what analyze --format json writes.
func isSavedResult(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) && bytes.Contains(text[:min(200, len(text))], []byte(`"schema": "cxgap.result/`))
}

func readStudyFile(name string, byDefault bool) ([]byte, error) {
	text, err := os.ReadFile(name)
	if err == nil {
		return text, nil
	}
	fault := study.Fault{Place: study.Place{File: name}, Message: "cannot be read: " + cause(err).Error()}
	if name == "-" {
		fault.Hint = "standard input holds an export, and belongs to an audience: customers=-"
	}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Message = "no such study file"
		if byDefault {
			fault.Hint = "name a study file, or the exports: cxgap analyze leadership=leaders.csv customers=customers.csv; " +
				"cxgap demo shows both"
		}
	}
	faults := &study.InputError{}
	faults.Add(fault)
	return nil, faults
}

// analyze reads the exports and computes the result, without the resampled intervals of what matters.
func (l *loadedStudy) analyze(ctx context.Context) (*analysis.Result, error) {
	return l.with(ctx, analysis.NewShortTally, analysis.Analyze)
}

// analyzeInFull computes every interval.
func (l *loadedStudy) analyzeInFull(ctx context.Context) (*analysis.Result, error) {
	return l.with(ctx, analysis.NewTally, analysis.AnalyzeInFull)
}

// read hands the answers to a tally. A draft that holds ratings which reading refuses is drafted anew without them.
func (l *loadedStudy) read(ctx context.Context, newTally func(*study.Study) *analysis.Tally) (*analysis.Tally, *study.Intake, error) {
	for {
		tally := newTally(l.study)
		stop := l.progress.start()
		intake, err := l.survey.Read(ctx, tally)
		stop()
		if err == nil || l.redraft == nil {
			return tally, intake, err
		}
		anew, err := l.redraft(ctx, err)
		if err != nil {
			return nil, nil, err
		}
		*l, l.redrafted = *anew, true
	}
}

func (l *loadedStudy) with(ctx context.Context, newTally func(*study.Study) *analysis.Tally, analyze func(*study.Study, *analysis.Tally, analysis.Provenance) *analysis.Result) (*analysis.Result, error) {
	tally, intake, err := l.read(ctx, newTally)
	if err != nil {
		return nil, err
	}
	stop := l.progress.start()
	defer stop()
	done := make(chan *analysis.Result, 1)
	go func() {
		done <- analyze(l.study, tally, analysis.Provenance{Generator: generator(), Intake: *intake, Assumptions: l.assumptions, Resampled: l.progress.Resampled})
	}()
	select { // figures are computed without a look at the interrupt: whoever interrupts does not want them any more
	case result := <-done:
		return result, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// inputs returns the files that were read: a result is never written onto one of them.
func (l *loadedStudy) inputs() []string {
	files := l.survey.Files()
	if l.file != "" {
		files = append(files, l.file)
	}
	return files
}
