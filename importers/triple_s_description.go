package importers

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// The bounds of a description: its bytes, the columns that it may ask for, and the width of a record.
const (
	maxDescription     = 16 << 20
	maxDescribed       = 20_000
	maxDescribedRecord = 1 << 20
)

// sssSurvey is what a Triple-S description says of its data.
type sssSurvey struct {
	version, href, encoding string
	fixed                   bool
	skip                    int
	variables               []sssVariable
}

// sssVariable is one variable: where its cell stands, counted from 1, in fields or in characters.
type sssVariable struct {
	name, label, kind, use string
	start, finish          int
	subfields              int // of several answers that are packed; 0: a string of bits
	width                  int // of a subfield
	values                 []sssValue
	codes                  map[int]bool // those of values that are whole numbers
	highest                int          // of these: a string of bits has a character for each code up to it
	labelled               bool         // every code has a label
	ranged                 bool         // it has ranges of codes besides
}

type sssValue struct{ code, label string }

// isTripleS looks whether a file begins as a Triple-S description.
func isTripleS(s *source) (bool, error) {
	in, closer, err := s.open(nil)
	if err != nil {
		return false, err
	}
	defer closer.Close()
	start, _, err := peek(in, 4096)
	if err != nil {
		return false, unreadable(s.name, err)
	}
	text := strings.TrimSpace(strings.TrimPrefix(string(narrowed(start)), "\ufeff"))
	return strings.HasPrefix(text, "<") && (strings.Contains(text, "<sss ") || strings.Contains(text, "<sss>") || strings.Contains(text, "<!DOCTYPE sss")), nil
}

// narrowed returns UTF-16 as UTF-8, by its mark or by the zero beside its first bracket.
func narrowed(raw []byte) []byte {
	order, marked := unicode.LittleEndian, unicode.UseBOM
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("<\x00")):
	case bytes.HasPrefix(raw, []byte("\xfe\xff")), bytes.HasPrefix(raw, []byte("\x00<")):
		order = unicode.BigEndian
	default:
		return raw
	}
	text, err := unicode.UTF16(order, marked).NewDecoder().Bytes(raw)
	if err != nil {
		return raw
	}
	return text
}

// The elements of a description that are read.
type (
	sssFile struct {
		XMLName xml.Name   `xml:"sss"`
		Version string     `xml:"version,attr"`
		Records []sssTable `xml:"survey>record"`
	}
	sssTable struct {
		Href      string       `xml:"href,attr"`
		Format    string       `xml:"format,attr"`
		Encoding  string       `xml:"data-file-encoding,attr"`
		Skip      int          `xml:"skip,attr"`
		Variables []sssElement `xml:"variable"`
	}
	sssElement struct {
		Ident    string  `xml:"ident,attr"`
		Type     string  `xml:"type,attr"`
		Use      string  `xml:"use,attr"`
		Name     sssText `xml:"name"`
		Label    sssText `xml:"label"`
		Position struct {
			Start  int `xml:"start,attr"`
			Finish int `xml:"finish,attr"`
		} `xml:"position"`
		Spread *struct {
			Subfields int `xml:"subfields,attr"`
			Width     int `xml:"width,attr"`
		} `xml:"spread"`
		Values struct {
			Range []struct {
				From string `xml:"from,attr"`
				To   string `xml:"to,attr"`
			} `xml:"range"`
			Value []sssText `xml:"value"`
		} `xml:"values"`
	}
)

// sssText is a text that may stand in several languages and for several uses: the first is taken, but the one for analysis first.
type sssText struct{ text, code string }

// UnmarshalXML takes the texts of an element, with a blank for the markup within them.
func (t *sssText) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	for _, a := range start.Attr {
		if a.Name.Local == "code" { // of a value
			t.code = strings.TrimSpace(a.Value)
		}
	}
	var plain strings.Builder
	var nested []string
	best, depth, inText := -1, 0, false
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 && token.Name.Local == "text" {
				inText = true
				nested = append(nested, "")
				for _, a := range token.Attr {
					if a.Name.Local == "mode" && a.Value == "analysis" && best < 0 {
						best = len(nested) - 1
					}
				}
				continue
			}
			t.add(&plain, nested, inText, " ")
		case xml.CharData:
			t.add(&plain, nested, inText, string(token))
		case xml.EndElement:
			if depth == 0 {
				if t.text = plain.String(); len(nested) > 0 {
					t.text = nested[max(best, 0)]
				}
				return nil
			}
			if depth--; depth == 0 {
				inText = false
			}
		}
	}
}

func (t *sssText) add(plain *strings.Builder, nested []string, inText bool, text string) {
	if inText {
		nested[len(nested)-1] += text
		return
	}
	plain.WriteString(text)
}

// readTripleS reads a description. Nothing outside the file is fetched: a DOCTYPE is passed over.
func readTripleS(s *source) (*sssSurvey, error) {
	in, closer, err := s.open(nil)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	raw, err := io.ReadAll(io.LimitReader(in, maxDescription+1))
	if err != nil {
		return nil, unreadable(s.name, err)
	}
	if len(raw) > maxDescription {
		return nil, inputFault(study.Place{File: s.name}, fmt.Sprintf("is a Triple-S description of more than %d MiB", maxDescription>>20), "")
	}
	text := narrowed(raw)
	wide := len(text) != len(raw)
	declared := "" // the encoding of the description is that of its data, where nothing else is said
	decoder := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		declared = strings.ToLower(label)
		if wide {
			return in, nil
		}
		encoding, err := htmlindex.Get(label)
		if err != nil {
			return nil, fmt.Errorf("unknown encoding %q", label)
		}
		return encoding.NewDecoder().Reader(in), nil
	}
	var file sssFile
	if err := decoder.Decode(&file); err != nil {
		line, column := decoder.InputPos()
		return nil, inputFault(study.Place{File: s.name, Line: line, Column: column}, "is a damaged Triple-S description: "+xmlCause(err), "")
	}
	return file.survey(s.name, declared)
}

func xmlCause(err error) string {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Msg
	}
	return err.Error()
}

// survey checks what a description says, and puts its variables in order.
func (f *sssFile) survey(file, declared string) (*sssSurvey, error) {
	fault := func(format string, args ...any) error {
		return inputFault(study.Place{File: file}, fmt.Sprintf(format, args...), "")
	}
	if len(f.Records) != 1 {
		return nil, fault("describes %s: only one can be read", count(len(f.Records), "record"))
	}
	record := f.Records[0]
	s := &sssSurvey{version: f.Version, href: record.Href, fixed: !strings.EqualFold(record.Format, "csv"), skip: max(0, record.Skip), encoding: strings.ToLower(record.Encoding)}
	if s.encoding == "" {
		s.encoding = declared
	}
	if s.version == "" {
		s.version = "of an unknown version"
	}
	if _, err := htmlindex.Get(s.encoding); s.encoding != "" && err != nil {
		return nil, fault("names an unknown encoding of its data, %q", s.encoding)
	}
	columns, next := 0, 1
	for _, element := range record.Variables {
		v := element.variable(&next)
		switch {
		case v.start < 1 || v.finish < v.start || v.finish > maxDescribedRecord:
			return nil, fault("variable %s has no position that can be: %d to %d", lexicon.Shorten(v.name), v.start, v.finish)
		case !slices.Contains([]string{"single", "multiple", "quantity", "character", "logical", "date", "time"}, v.kind):
			return nil, fault("variable %s has an unknown type, %q", lexicon.Shorten(v.name), v.kind)
		case v.kind == "multiple" && len(v.values) == 0:
			return nil, fault("variable %s is multiple, and has no values", lexicon.Shorten(v.name))
		}
		if columns += max(1, len(v.values)); columns > maxDescribed {
			return nil, fault("describes more than %d columns", maxDescribed)
		}
		s.variables = append(s.variables, v)
	}
	if len(s.variables) == 0 {
		return nil, fault("describes no variable")
	}
	return s, nil
}

// variable reads one element; next is where the variable stands if it does not say: data in CSV may leave positions out.
func (e *sssElement) variable(next *int) sssVariable {
	v := sssVariable{name: lexicon.Tidy(e.Name.text), label: e.Label.text, kind: e.Type, use: e.Use, start: e.Position.Start, finish: e.Position.Finish}
	if v.name == "" {
		v.name = e.Ident
	}
	if v.start == 0 && v.finish == 0 {
		v.start = *next
	}
	if v.finish == 0 {
		v.finish = v.start
	}
	*next = v.finish + 1
	if e.Spread != nil {
		v.subfields, v.width = max(1, e.Spread.Subfields), e.Spread.Width
	}
	listed := map[string]bool{}
	v.labelled = len(e.Values.Value) > 0
	for _, value := range e.Values.Value {
		label := lexicon.Tidy(value.text)
		if label == "" {
			label, v.labelled = value.code, false
		}
		v.values = append(v.values, sssValue{value.code, label})
		listed[value.code] = true
	}
	v.ranged = len(e.Values.Range) > 0
	for _, r := range e.Values.Range {
		from, err1 := strconv.Atoi(strings.TrimSpace(r.From))
		to, err2 := strconv.Atoi(strings.TrimSpace(r.To))
		for code := from; err1 == nil && err2 == nil && code <= min(to, from+maxDescribed); code++ {
			if text := strconv.Itoa(code); !listed[text] {
				v.labelled = false
				if v.kind == "multiple" {
					v.values = append(v.values, sssValue{text, text})
				}
			}
		}
	}
	v.codes = map[int]bool{}
	for _, value := range v.values {
		if code, err := lexicon.ParseNumber(value.code); err == nil {
			v.codes[int(code)], v.highest = true, max(v.highest, int(code))
		}
	}
	return v
}

// twoCodes reports whether a variable declares two codes, says what neither stands for, and has no others.
func (v *sssVariable) twoCodes() bool {
	return len(v.values) == 2 && !v.ranged && v.values[0].label == v.values[0].code && v.values[1].label == v.values[1].code
}

func extension(path string) string { return filepath.Ext(path) }

// lastPart is the name of a file without its folder, however the folder is written.
func lastPart(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
