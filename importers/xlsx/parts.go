package xlsx

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// The bounds of a workbook. Sheets and texts are read as streams; the bound is that of time.
const (
	maxWorkbookUnpacked = 1 << 30
	maxPartInMemory     = 64 << 20 // styles, pictures and the like
)

// Workbook is an open workbook.
type Workbook struct {
	// Sheets are in the order of their tabs.
	Sheets []Sheet

	parts         map[string]*zip.File // by name, in small letters
	from1904      bool
	texts, styles string // parts; empty: there are none
}

// Foreign says that an archive is no workbook: what it is, and what to do with it.
type Foreign struct{ What, Remedy string }

func (f *Foreign) Error() string { return "is " + f.What }

// TooLarge says which part of an archive is too large once unpacked.
type TooLarge struct{ Part string }

func (l *TooLarge) Error() string { return l.Part + " is too large once unpacked" }

// Open reads what a workbook says of itself. It looks at the archive before anything is unpacked: is it a workbook (else a *Foreign), and how
// large are its parts (else a *TooLarge)? Any other error means that it is damaged.
func Open(file io.ReaderAt, size int64) (*Workbook, error) {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return nil, err
	}
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	w := &Workbook{parts: map[string]*zip.File{}}
	total := uint64(0)
	for _, part := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, "\\", "/"))
		w.parts[name] = part
		spooled := strings.HasPrefix(name, "xl/worksheets/") || name == "xl/sharedstrings.xml"
		if total += part.UncompressedSize64; total > maxWorkbookUnpacked || !spooled && part.UncompressedSize64 > maxPartInMemory {
			return nil, &TooLarge{part.Name}
		}
	}
	if what, remedy := w.foreign(); what != "" {
		return nil, &Foreign{what, remedy}
	}
	return w, w.outline()
}

// foreign names what an archive is if it is no workbook.
func (w *Workbook) foreign() (what, remedy string) {
	const asWorkbook = "open it in a spreadsheet and save it as .xlsx or CSV"
	for _, known := range []struct{ part, what, remedy string }{
		{"xl/workbook.xml", "", ""},
		{"xl/workbook.bin", "a binary Excel workbook (.xlsb)", asWorkbook},
		{"word/document.xml", "a Word document", "name the export itself"},
		{"ppt/presentation.xml", "a PowerPoint presentation", "name the export itself"},
		{"index/document.iwa", "a document of Apple Numbers, Pages or Keynote", "export its table as Excel or CSV"},
		{"index.zip", "a document of Apple Numbers, Pages or Keynote", "export its table as Excel or CSV"},
	} {
		if w.parts[known.part] != nil {
			return known.what, known.remedy
		}
	}
	switch kind := w.mimeType(); {
	case w.main() != "":
		return "", ""
	case strings.HasPrefix(kind, openDocument+"spreadsheet"):
		return "an OpenDocument spreadsheet (.ods)", asWorkbook
	case strings.HasPrefix(kind, openDocument+"text"):
		return "an OpenDocument text (.odt)", "name the export itself"
	case strings.HasPrefix(kind, openDocument):
		return "an OpenDocument file", "name the export itself"
	case strings.HasPrefix(kind, "application/epub"):
		return "an EPUB book", "name the export itself"
	case kind == "" && w.has("META-INF/manifest.xml") && w.has("content.xml"):
		return "an OpenDocument file that does not say of which kind", asWorkbook
	case w.has("META-INF/MANIFEST.MF"):
		return "a Java archive (.jar)", "name the export itself"
	}
	return "a zip archive", "unpack it, and name the export in it"
}

// openDocument is how the types of OpenDocument's files begin.
const openDocument = "application/vnd.oasis.opendocument."

// mimeType is what an archive says that it is, in a part of this name; empty if it says nothing.
func (w *Workbook) mimeType() string {
	const longest = 256
	in, err := w.open("mimetype")
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
func (w *Workbook) main() string {
	if related, err := w.related(""); err == nil {
		for _, r := range related {
			if strings.HasSuffix(r.kind, "/officeDocument") && w.has(r.target) {
				return r.target
			}
		}
	}
	if w.has("xl/workbook.xml") {
		return "xl/workbook.xml"
	}
	return ""
}

func (w *Workbook) has(name string) bool { return w.parts[strings.ToLower(name)] != nil }

// open unpacks a part.
func (w *Workbook) open(name string) (io.ReadCloser, error) {
	part := w.parts[strings.ToLower(name)]
	if part == nil {
		return nil, fmt.Errorf("it has no %s", name)
	}
	return part.Open()
}

// relation leads from a part to another.
type relation struct{ id, kind, target string }

// related returns where a part leads to; "" is the workbook as a whole.
func (w *Workbook) related(name string) (related []relation, err error) {
	folder, file := path.Split(name)
	in, err := w.open(folder + "_rels/" + file + ".rels")
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
			related = append(related, relation{id, kind, w.resolve(folder, target)})
		}
	}
}

// resolve returns the name of the part that a target means: from the root, or from the folder of the part that names it.
func (w *Workbook) resolve(folder, target string) string {
	target = strings.ReplaceAll(target, "\\", "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + folder + target
	}
	target = strings.TrimPrefix(path.Clean(target), "/")
	if unescaped, err := url.PathUnescape(target); err == nil && !w.has(target) {
		return unescaped
	}
	return target
}

// Sheet is one of a workbook's.
type Sheet struct {
	Name   string
	Cells  bool // it is a sheet of cells, not a chart or a macro
	Hidden bool

	part string
}

// outline finds the sheets and the parts that their cells need.
func (w *Workbook) outline() error {
	main := w.main()
	in, err := w.open(main)
	if err != nil {
		return err
	}
	defer in.Close()
	var ids []string
	for m := newTagReader(in); ; {
		err := m.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch {
		case m.closing:
		case m.is("workbookPr"):
			from1904, _ := m.value("date1904")
			w.from1904 = from1904 == "1" || from1904 == "true" || from1904 == "on"
		case m.is("sheet"):
			name, _ := m.value("name")
			id, _ := m.value("id")
			state, _ := m.value("state")
			w.Sheets, ids = append(w.Sheets, Sheet{Name: name, Hidden: state == "hidden" || state == "veryHidden"}), append(ids, id)
		}
	}
	related, err := w.related(main)
	if err != nil && len(w.Sheets) > 0 {
		return err
	}
	w.relate(ids, related)
	return nil
}

// relate finds the parts behind the names.
func (w *Workbook) relate(ids []string, related []relation) {
	for _, r := range related {
		switch _, kind, _ := strings.Cut(r.kind, "/relationships/"); kind {
		case "sharedStrings":
			w.texts = r.target
		case "styles":
			w.styles = r.target
		}
		for i, id := range ids {
			if id == r.id {
				w.Sheets[i].part, w.Sheets[i].Cells = r.target, strings.HasSuffix(r.kind, "/worksheet")
			}
		}
	}
}
