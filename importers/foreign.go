package importers

import (
	"bytes"
	"strings"
)

// foreign names what a file is, and what to do, if its first bytes are not those of a text of records.
func foreign(start []byte, encoding string) (what, remedy string) {
	const asCSV = "export or save it as CSV"
	if bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0")) {
		return oldOffice(start)
	}
	for _, known := range []struct{ magic, what, remedy string }{
		{"%PDF", "a PDF document", "name the export itself: such a document shows results, and holds no rows of answers"},
		{"\x89PNG", "a PNG picture", "name the export itself"},
		{"\xff\xd8\xff", "a JPEG picture", "name the export itself"},
		{"GIF8", "a GIF picture", "name the export itself"},
		{"RIFF", "a WebP picture or a sound", "name the export itself"},
		{"II*\x00", "a TIFF picture", "name the export itself"},
		{"MM\x00*", "a TIFF picture", "name the export itself"},
		{"{\\rtf", "an RTF document", asCSV},
		{"PK\x05\x06", "an empty zip archive", "name the export itself"},
		{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it, and name the export in it"},
		{"Rar!", "a RAR archive", "unpack it, and name the export in it"},
		{"BZh", "a bzip2 file", "unpack it"},
		{"\xfd7zXZ", "an xz file", "unpack it"},
		{"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it"},
		{"SQLite format 3", "an SQLite database", asCSV},
		{"PAR1", "a Parquet file", asCSV},
		{"$FL2", "an SPSS file", asCSV},
		{"$FL3", "an SPSS file", asCSV},
	} {
		if bytes.HasPrefix(start, []byte(known.magic)) {
			return known.what, known.remedy
		}
	}
	switch what := markedUp(start); what {
	case "":
	case htmlPage:
		return what, "such a page is saved in place of a file where a download failed or somebody had to sign in: download the export again; a table on it can be opened in a spreadsheet and saved as CSV"
	default:
		return what, asCSV
	}
	utf16 := bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")) || strings.HasPrefix(strings.ToLower(encoding), "utf-16")
	if bytes.IndexByte(start[:min(len(start), 512)], 0) >= 0 && !utf16 {
		return "a binary file", "export or save it as CSV; if it is UTF-16 without its mark, say --encoding utf-16le"
	}
	return "", ""
}

// oldOffice tells the files in the container of Office 1997: an old workbook, or a new one with a password.
func oldOffice(start []byte) (what, remedy string) {
	if bytes.Contains(start, wide("EncryptedPackage")) {
		return "an Excel workbook (.xlsx) protected by a password", "open it and save it without the password"
	}
	return "an Excel workbook of 1997 (.xls) or a protected one", "open it in a spreadsheet and save it as .xlsx or CSV, without a password"
}

// wide is a text as the container names its streams: in UTF-16.
func wide(text string) []byte {
	var b []byte
	for i := range len(text) {
		b = append(b, text[i], 0)
	}
	return b
}

const htmlPage = "an HTML page"

// markedUp tells pages and documents of the web from records: what a browser saves where a download failed.
func markedUp(start []byte) string {
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(start[:min(len(start), 4096)]), "\ufeff")))
	switch {
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"), strings.HasPrefix(text, "<head"), strings.HasPrefix(text, "<body"),
		strings.HasPrefix(text, "<table"), strings.HasPrefix(text, "<meta"), strings.HasPrefix(text, "<style"), strings.HasPrefix(text, "<div"),
		strings.HasPrefix(text, "<?xml") && strings.Contains(text, "<html"), strings.HasPrefix(text, "<!--") && strings.Contains(text, "<html"):
		return htmlPage
	case strings.HasPrefix(text, "<?xml"):
		return "an XML document"
	}
	for _, opening := range []string{"{", "["} {
		if rest, found := strings.CutPrefix(text, opening); found {
			rest = strings.TrimSpace(rest)
			if opening == "{" && strings.HasPrefix(rest, `"`) || opening == "[" && strings.HasPrefix(rest, "{") {
				return "a JSON document"
			}
		}
	}
	return ""
}
