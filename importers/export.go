package importers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// Options override what is detected, and say where files are.
type Options struct {
	Platform   string
	Encoding   string
	Delimiter  rune   // 0: found by the records
	HeaderRows int    // 0: by platform; study.NoHeader: the first record is a response
	Sheet      string // of workbooks; empty: the first
	Dictionary string // the description of the export: a REDCap data dictionary, or Triple-S; empty: none
	RedCap     string // a data dictionary that describes the export if it is of its project; empty: none
	// DecimalComma reads 4,5 as a number; without it a comma is never a decimal one.
	DecimalComma bool
	Stdin        *StandardInput // nil: none
	Dir          string         // relative names are below this folder
	Meter        Meter          // nil: nobody wants to know how far reading has come
	Opened       *Opened        // nil: nobody wants to know what is opened
	Beside       *Beside        // the files that were inspected before; nil: none
	Refused      []Refusal      // ratings that a draft leaves out, because reading refused them
	Unread       func(error)    // told why a drafted study file cannot be read as it stands; nil: nobody wants to know
}

// Export is one export, its header understood. Its records can be read any number of times.
type Export struct {
	Name          string
	Platform      string
	Evidence      string // why it is taken for the platform's
	Encoding      string
	Delimiter     rune // 0: the cells of a workbook need none
	HeaderRecords int  // all that stand before the answers, with the line that names the delimiter
	Columns       []Column

	source   *source
	encoding string // as told; empty: found by the bytes
	toldUTF8 bool   // by a flag or a study file, and not by a description
	guessed  *delimited.EncodingGuess
	workbook bool
	sheet    string // as told; empty: the first
	// sheetRead is the name of the sheet that was found.
	sheetRead string
	// otherSheets says what else a workbook holds, for the one that was read may be its cover; empty: nothing.
	otherSheets string
	// sheets are all that a workbook has, where nobody told which to read: first the one that was.
	sheets []string
	// preamble is how many records stand before the header: the line that names the delimiter (sep=;), titles, or none.
	preamble int
	// above is what a line above the header says of the questions below.
	above lineAbove
	// legends are what a record beside the header says of the answers to each question; nil: there is none.
	legends legendRecord
	titles  int    // lines above the header that were left out
	beside  bool   // it says what stands in another export: options of the command hold for that one
	redCap  string // the data dictionary, of several audiences, that was found to describe it; empty: none
	// explained: a dictionary, or an export with the texts of choices, tells what its codes stand for.
	explained bool
	// inChoiceTexts: its platform wrote the texts of choices, not their codes.
	inChoiceTexts bool
	// branches: it says which questions were not shown.
	branches bool
	status   *statusRule
	// statusRead: a column of a table of no platform is read as status.
	statusRead bool
	// maybeStatuses are columns that may be read as status, and are not.
	maybeStatuses []maybeStatus
	inOrder       []askedBlock // its questions, if the platform marks no response as partial
	footers       footers      // rows below the answers
	again         headersAgain // header records that may stand again amid the answers
	short         bool         // records with fewer cells than the header are read too: for a look at the last ones
	route         route
	reader        func(hash.Hash) (*pass, error) // of a file whose lines are not the records; nil: they are
	renaming      string                         // what the columns of a table of results have to be called; empty: nothing else, or it is none
	rewrite       rewrite                        // puts the cells of a record in the form that Columns describes; nil: they have it
	setAside      int                            // cells of a table of one answer a row that are no cells of their own in the records made of it
	notices       []study.Notice                 // on how the export was opened
}

// OpenExport finds encoding, delimiter, platform and header of an export from its beginning.
func OpenExport(name string, o Options) (*Export, error) {
	source, err := newSource(name, o)
	if err != nil {
		return nil, err
	}
	return openSource(source, o)
}

func openSource(s *source, o Options) (*Export, error) {
	e := &Export{Name: s.name, source: s, encoding: o.Encoding, toldUTF8: delimited.IsUTF8(o.Encoding), Delimiter: o.Delimiter, sheet: o.Sheet}
	if done, err := e.described(o); done || err != nil {
		return e, err
	}
	of := &fileOpening{Export: e, options: o}
	for _, step := range []func() error{of.begin, of.recognise, of.countHeaders, of.makeColumns, of.describe, of.tellColumns, of.tellRows} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	e.rewrite = rewriting(of.platform, e.Columns, of.options)
	if own, has := of.platform.(pivoting); has {
		if err := own.pivot(e, of.records[:of.headers]); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// fileOpening is an export on its way from its first records to its columns.
type fileOpening struct {
	*Export
	options  Options
	records  [][]string // the first ones, without what stands above the headers
	whole    bool       // they are all of the file
	platform platform
	headers  int        // so many of the records
	heads    [][]string // what the columns are made of
}

func (of *fileOpening) plain() bool {
	_, plain := of.platform.(generic)
	return plain
}

// begin takes the first records.
func (of *fileOpening) begin() error {
	most := 1 + max(votingRecords, of.options.HeaderRows)
	records, whole, err := of.firstRecords(most)
	if err != nil {
		return err
	}
	of.whole = whole && len(records) < most
	of.records = records[min(of.preamble, len(records)):]
	if len(of.records) == 0 {
		return of.noRecords(whole)
	}
	if of.options.HeaderRows == 0 {
		of.records = firstOnce(of.skipNumbers(of.records))
	}
	return nil
}

// recognise finds the platform; titles above a plain table may have hidden it.
func (of *fileOpening) recognise() (err error) {
	o := &of.options
	if of.platform, of.Evidence, of.headers, err = findPlatform(o.Platform, of.records); err != nil {
		return err
	}
	if (of.plain() || o.Platform != "") && o.HeaderRows == 0 {
		if table := of.skipTitles(of.records); len(table) < len(of.records) {
			of.records = firstOnce(table)
			if of.platform, of.Evidence, of.headers, err = findPlatform(o.Platform, of.records); err != nil {
				return err
			}
		}
	}
	if o.Dictionary == "" && o.RedCap != "" {
		if of.redCap, err = projectOf(of.platform, of.records[0], *o); err != nil {
			return err
		}
		o.Dictionary = of.redCap
	}
	of.platform, of.Evidence, err = explained(of.platform, of.Evidence, *o)
	return err
}

// countHeaders settles which records are headers.
func (of *fileOpening) countHeaders() error {
	o := of.options
	switch {
	case o.HeaderRows > 0:
		of.headers = o.HeaderRows
	case o.HeaderRows == study.NoHeader && !of.plain() && (o.Platform != "" || o.Dictionary != ""):
		return errNoHeader(of.platform)
	case o.HeaderRows == study.NoHeader:
		of.platform, of.headers = generic{}, 0
	case of.plain() && of.headers == 1:
		of.headers = of.answersFrom(of.records)
	}
	if of.heads = of.takeLegends(of.platform, of.records, of.headers, o); of.heads != nil {
		of.headers = 2
	}
	if of.headers > len(of.records) {
		return inputFault(study.Place{File: of.Name}, fmt.Sprintf("has %s, fewer than the %d header records", count(len(of.records), "record"), of.headers), "")
	}
	of.Platform, of.HeaderRecords = of.platform.name(), of.preamble+of.headers
	if of.workbook {
		of.notices = append(of.notices, unusedOptions(of.Name, o)...)
		for i, width := 0, headerWidth(of.records[:of.headers]); i < of.headers; i++ {
			of.records[i] = of.records[i][:width]
		}
	}
	return nil
}

// makeColumns makes the columns of the headers.
func (of *fileOpening) makeColumns() error {
	headers, below := of.records[:of.headers], of.records[of.headers:]
	of.again = headersIn(headers, below)
	of.garbledSaid(headers)
	blankNames(headers)
	switch {
	case of.headers == 0:
		of.Columns = of.placedColumns(of.records)
		return nil
	case of.heads == nil:
		of.heads = headers
	}
	of.Columns = of.platform.columns(of.heads)
	if of.plain() && of.headers == 1 {
		optionsBelow(of.Columns, below)
	}
	if of.Platform == (surveyMonkey{}).name() {
		expandedLabels(of.Columns, below)
	}
	return nil
}

// describe says what results have to be renamed to, and takes what a dictionary knows of the columns.
func (of *fileOpening) describe() error {
	if of.Platform == (tabulated{}).name() {
		of.resultsRenamed(of.records)
		if of.renaming == "" && sharesOfAnswers(of.records) != "" {
			of.sharesRenamed()
		}
	}
	own, is := of.platform.(redCap)
	known := is && own.dictionary != nil
	if known {
		var told []study.Notice
		own.shown, told = own.dictionary.shown(of.Columns)
		of.explained, of.branches = true, own.shown != nil
		of.platform, of.notices = own, slices.Concat(of.notices, own.dictionary.notices, told)
	}
	if of.options.HeaderRows > len(of.records) || len(of.Columns) == 0 {
		return inputFault(study.Place{File: of.Name}, "has no columns as "+of.Platform+" has them", "")
	}
	uniqueIDs(of.Columns)
	writeOutKinds(of.Columns)
	if known {
		of.notices = append(of.notices, own.dictionary.undescribed(of.Name, of.Columns)...)
	}
	return nil
}

// tellColumns tells by their headings what the columns hold.
func (of *fileOpening) tellColumns() error {
	putKindsInBrackets(of.Columns)
	keepHeadings(of.Columns)
	markPersonal(of.Columns)
	sayOfAll(of.Columns, of.above)
	of.legends.sayLegends(of.Columns)
	keepHeadings(of.Columns)
	markRows(of.Columns)
	return nil
}

// tellRows tells by the first answers, and by the last, what else columns hold, and which rows are nobody's.
func (of *fileOpening) tellRows() error {
	answers, err := of.findFooters(slices.DeleteFunc(slices.Clone(of.records[of.headers:]), of.again.hold), of.whole)
	if err != nil {
		return err
	}
	if of.Platform == (qualtrics{}).name() {
		of.inChoiceTexts = qualtricsTexts(of.Columns, answers)
	}
	markRunning(of.Columns, answers)
	markOwn(of.Columns, answers)
	markMoments(of.Columns, answers)
	of.status = of.platform.status(of.Columns)
	if err := of.findStatuses(answers, of.whole); err != nil {
		return err
	}
	if own, marksNone := of.platform.(unmarked); marksNone {
		if of.inOrder = own.inOrder(of.Columns); slices.ContainsFunc(of.Columns, func(c Column) bool { return c.unstated }) {
			of.notices = append(of.notices, study.Notice{
				Code: study.LeftEarlyUnjudged, Where: of.Name, Hint: "export it with both of its header rows",
				Message: of.Name + ": its second header row is missing, so that nothing tells who may have left early: all of its rows are kept",
			})
		}
	}
	return nil
}

// pivoting is a platform whose records are not respondents: it gives the export columns and a reader of its own.
type pivoting interface {
	pivot(e *Export, headers [][]string) error
}

// delimited.FirstRecords returns up to n records; whole says that the file may hold no others.
func (e *Export) firstRecords(n int) (records [][]string, whole bool, err error) {
	if e.workbook, err = e.source.begins(zipMagic); err != nil {
		return nil, false, err
	}
	if e.workbook {
		e.Delimiter = 0
		records, err = e.sheetRecords(n)
		return records, true, err
	}
	start, whole, err := e.beginning()
	if err != nil {
		return nil, false, err
	}
	named, is := delimited.NamedDelimiter(start)
	if is {
		e.preamble = 1
	}
	switch {
	case e.Delimiter != 0:
	case is:
		e.Delimiter = named
	default:
		e.Delimiter = delimited.FindDelimiter(start, whole)
	}
	records = delimited.FirstRecords(start, e.Delimiter, n, whole)
	if inner := delimited.WholeRowsQuoted(records); inner != 0 {
		return nil, false, e.quotedRows(inner)
	}
	return records, whole, nil
}

// quotedRows says that each row stands in quotes as a whole, and how to read it.
func (e *Export) quotedRows(delimiter rune) error {
	within := fmt.Sprintf("%q", string(delimiter))
	if delimiter == '\t' {
		within = "a tab"
	}
	return inputFault(study.Place{File: e.Name, Line: 1}, fmt.Sprintf("every row stands in quotes once more, as if it were one cell, with %s between the cells within", within),
		"open it in a spreadsheet, part its one column at "+within+" (Text to Columns), and save it as CSV")
}

// beginning returns the first text of the file; whole says that it is all of it.
func (e *Export) beginning() (text []byte, whole bool, err error) {
	in, closer, err := e.source.open(nil)
	if err != nil {
		return nil, false, err
	}
	defer closer.Close()
	raw, err := readAll(io.LimitReader(in, delimited.Sniffed), int(min(e.source.size, delimited.Sniffed)))
	if err != nil {
		return nil, false, unreadable(e.Name, err)
	}
	if len(raw) == 0 {
		return nil, false, inputFault(study.Place{File: e.Name}, "the file is empty", "")
	}
	if what, remedy := foreign(raw, e.encoding); what != "" {
		return nil, false, inputFault(study.Place{File: e.Name}, "is "+what+", not a survey export in CSV", remedy)
	}
	if e.encoding == "" {
		e.guessed = delimited.GuessEncoding(raw)
	}
	decoded, _, encodingName, err := e.decode(bytes.NewReader(raw), raw[:min(len(raw), 512)])
	if err != nil {
		return nil, false, err
	}
	e.Encoding = encodingName
	text, err = readAll(decoded, len(raw))
	if err != nil {
		return nil, false, unreadable(e.Name, err)
	}
	return text, len(raw) < delimited.Sniffed, nil
}

// readAll reads a text of about an expected length: grown by steps from nothing, it would take up several times as much memory.
func readAll(in io.Reader, expected int) ([]byte, error) {
	text := bytes.NewBuffer(make([]byte, 0, expected+bytes.MinRead))
	_, err := text.ReadFrom(in)
	return text.Bytes(), err
}

// noRecords says why not a single record could be read.
func (e *Export) noRecords(whole bool) error {
	none := func(Record) error { return nil }
	if _, err := e.read(context.Background(), none, func(study.Fault) {}); err != nil {
		return err
	}
	if !whole {
		return inputFault(study.Place{File: e.Name, Line: 1}, fmt.Sprintf("the first record is longer than %d MiB", delimited.Sniffed>>20), "is this a survey export?")
	}
	return inputFault(study.Place{File: e.Name}, "the file holds no records", "")
}

// encodingAssumed names the first bad byte with its place.
func (e *Export) encodingAssumed(bad *delimited.BadByte, at int) study.Notice {
	where := study.Place{File: e.Name, Line: bad.Line, Column: at + 1}.String()
	hint := "--encoding says otherwise"
	if e.beside {
		hint = "save the file in UTF-8 if that is wrong"
	}
	message := fmt.Sprintf("%s: byte 0x%02X is not UTF-8; read as %s (%q)", where, bad.Value, encodingTitle(bad.As), bad.Char)
	switch {
	case bad.Value == 0:
		message = fmt.Sprintf("%s: a byte is not %s and is read as %q", where, encodingTitle(bad.As), bad.Char)
	case bad.As == delimited.UTF8:
		message = fmt.Sprintf("%s: byte 0x%02X is not UTF-8 and is read as %q", where, bad.Value, bad.Char)
		hint = "so are others; without --encoding (encoding:) another encoding is looked for"
	}
	if bad.As == "windows-1252" && unicode.IsUpper(bad.Char) && slices.ContainsFunc(e.Columns, func(c Column) bool { return strings.ContainsRune(c.Header, bad.Char) }) {
		hint += "; it stands in a header, by which questions are matched: files of an old Macintosh are macintosh"
	}
	return study.Notice{Code: study.EncodingAssumed, Where: where, Message: message, Hint: hint}
}

// encodingTitle is the name of an encoding as people write it.
func encodingTitle(name string) string {
	switch name {
	case "windows-1252":
		return "Windows-1252"
	case "macintosh":
		return "Macintosh"
	case "euc-kr":
		return "Korean (EUC-KR, CP949)"
	case "shift_jis":
		return "Japanese (Shift-JIS)"
	case "euc-jp":
		return "Japanese (EUC-JP)"
	case "big5":
		return "Chinese (Big5)"
	case "gbk":
		return "Chinese (GBK)"
	}
	return strings.ToUpper(name)
}

// peek returns the first bytes and a reader that still has them.
func peek(in io.Reader, n int) (start []byte, rest io.Reader, err error) {
	start = make([]byte, n)
	k, err := io.ReadFull(in, start)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	start = start[:k]
	return start, io.MultiReader(strings.NewReader(string(start)), in), err
}
