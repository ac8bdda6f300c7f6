package importers

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"

	"github.com/cxgap/cxgap/analysis/study"
)

// The bounds of a workbook. Sheets and texts are read as streams; the bound is that of time.
const (
	maxWorkbookUnpacked = 1 << 30
	maxPartInMemory     = 64 << 20 // styles, pictures and the like
)

// workbookParts are the parts of a workbook by name, in small letters.
type workbookParts struct {
	parts map[string]*zip.File
	place study.Place
}

// openParts looks at a zip archive before anything is unpacked: is it a workbook, and how large are its parts?
func openParts(place study.Place, file io.ReaderAt, size int64) (*workbookParts, error) {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return nil, damagedWorkbook(place, err)
	}
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	p := &workbookParts{map[string]*zip.File{}, place}
	total := uint64(0)
	for _, part := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, "\\", "/"))
		p.parts[name] = part
		spooled := strings.HasPrefix(name, "xl/worksheets/") || name == "xl/sharedstrings.xml"
		if total += part.UncompressedSize64; total > maxWorkbookUnpacked || !spooled && part.UncompressedSize64 > maxPartInMemory {
			return nil, inputFault(place, fmt.Sprintf("is a zip archive or Excel workbook whose %s is too large once unpacked", part.Name), "save its sheet as CSV")
		}
	}
	if what, remedy := p.foreign(); what != "" {
		return nil, inputFault(place, "is "+what+", not a survey export in CSV or an Excel workbook (.xlsx)", remedy)
	}
	return p, nil
}

// foreign names what an archive is if it is no workbook.
func (p *workbookParts) foreign() (what, remedy string) {
	const asWorkbook = "open it in a spreadsheet and save it as .xlsx or CSV"
	for _, known := range []struct{ part, what, remedy string }{
		{"xl/workbook.xml", "", ""},
		{"xl/workbook.bin", "a binary Excel workbook (.xlsb)", asWorkbook},
		{"word/document.xml", "a Word document", "name the export itself"},
		{"ppt/presentation.xml", "a PowerPoint presentation", "name the export itself"},
		{"index/document.iwa", "a document of Apple Numbers, Pages or Keynote", "export its table as Excel or CSV"},
		{"index.zip", "a document of Apple Numbers, Pages or Keynote", "export its table as Excel or CSV"},
	} {
		if p.parts[known.part] != nil {
			return known.what, known.remedy
		}
	}
	switch kind := p.mimeType(); {
	case p.main() != "":
		return "", ""
	case strings.HasPrefix(kind, openDocument+"spreadsheet"):
		return "an OpenDocument spreadsheet (.ods)", asWorkbook
	case strings.HasPrefix(kind, openDocument+"text"):
		return "an OpenDocument text (.odt)", "name the export itself"
	case strings.HasPrefix(kind, openDocument):
		return "an OpenDocument file", "name the export itself"
	case strings.HasPrefix(kind, "application/epub"):
		return "an EPUB book", "name the export itself"
	case kind == "" && p.has("META-INF/manifest.xml") && p.has("content.xml"):
		return "an OpenDocument file that does not say of which kind", asWorkbook
	case p.has("META-INF/MANIFEST.MF"):
		return "a Java archive (.jar)", "name the export itself"
	}
	return "a zip archive", "unpack it, and name the export in it"
}

// openDocument is how the types of OpenDocument's files begin.
const openDocument = "application/vnd.oasis.opendocument."

// mimeType is what an archive says that it is, in a part of this name; empty if it says nothing.
func (p *workbookParts) mimeType() string {
	const longest = 256
	in, err := p.open("mimetype")
	if err != nil {
		return ""
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, longest))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

// main is the part that lists the sheets; empty if there is none.
func (p *workbookParts) main() string {
	if related, err := p.related(""); err == nil {
		for _, r := range related {
			if strings.HasSuffix(r.kind, "/officeDocument") && p.has(r.target) {
				return r.target
			}
		}
	}
	if p.has("xl/workbook.xml") {
		return "xl/workbook.xml"
	}
	return ""
}

func (p *workbookParts) has(name string) bool { return p.parts[strings.ToLower(name)] != nil }

// open unpacks a part.
func (p *workbookParts) open(name string) (io.ReadCloser, error) {
	part := p.parts[strings.ToLower(name)]
	if part == nil {
		return nil, fmt.Errorf("it has no %s", name)
	}
	return part.Open()
}

// relation leads from a part to another.
type relation struct{ id, kind, target string }

// related returns where a part leads to; "" is the workbook as a whole.
func (p *workbookParts) related(name string) (related []relation, err error) {
	folder, file := path.Split(name)
	in, err := p.open(folder + "_rels/" + file + ".rels")
	if err != nil {
		return nil, err
	}
	defer in.Close()
	for m := newTagReader(in); ; {
		err := m.next()
		if errors.Is(err, io.EOF) {
			return related, nil
		}
		if err != nil {
			return nil, err
		}
		if m.is("Relationship") && !m.closing {
			id, _ := m.value("Id")
			kind, _ := m.value("Type")
			target, _ := m.value("Target")
			related = append(related, relation{id, kind, p.resolve(folder, target)})
		}
	}
}

// resolve returns the name of the part that a target means: from the root, or from the folder of the part that names it.
func (p *workbookParts) resolve(folder, target string) string {
	target = strings.ReplaceAll(target, "\\", "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + folder + target
	}
	target = strings.TrimPrefix(path.Clean(target), "/")
	if unescaped, err := url.PathUnescape(target); err == nil && !p.has(target) {
		return unescaped
	}
	return target
}

// sheet is one of a workbook's, in the order of its tabs.
type sheet struct {
	name   string
	part   string
	cells  bool // a sheet of cells, not a chart or a macro
	hidden bool
}

// workbookOutline is what a workbook says of itself.
type workbookOutline struct {
	sheets        []sheet
	from1904      bool
	texts, styles string // parts; empty: there are none
}

func (p *workbookParts) outline() (*workbookOutline, error) {
	main := p.main()
	in, err := p.open(main)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	o, ids := &workbookOutline{}, []string{}
	for m := newTagReader(in); ; {
		err := m.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch {
		case m.closing:
		case m.is("workbookPr"):
			from1904, _ := m.value("date1904")
			o.from1904 = oneOfWords(from1904, "1", "true", "on")
		case m.is("sheet"):
			name, _ := m.value("name")
			id, _ := m.value("id")
			state, _ := m.value("state")
			o.sheets, ids = append(o.sheets, sheet{name: name, hidden: oneOfWords(state, "hidden", "veryHidden")}), append(ids, id)
		}
	}
	related, err := p.related(main)
	if err != nil && len(o.sheets) > 0 {
		return nil, err
	}
	o.relate(ids, related)
	return o, nil
}

// relate finds the parts behind the names.
func (o *workbookOutline) relate(ids []string, related []relation) {
	for _, r := range related {
		switch _, kind, _ := strings.Cut(r.kind, "/relationships/"); kind {
		case "sharedStrings":
			o.texts = r.target
		case "styles":
			o.styles = r.target
		}
		for i, id := range ids {
			if id == r.id {
				o.sheets[i].part, o.sheets[i].cells = r.target, strings.HasSuffix(r.kind, "/worksheet")
			}
		}
	}
}
