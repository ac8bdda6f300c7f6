package importers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// limeSurvey reads exports with headings of codes, of texts, or of both (FORMATS section 6). Where the metadata was taken
// away only the brackets of subquestions tell: that is asked last (bare), after the platforms with marks of their own.
type limeSurvey struct{ bare bool }

func (limeSurvey) name() string { return "limesurvey" }

func (l limeSurvey) detect(records [][]string) (string, int) {
	if l.bare {
		return bracketHeadings(records[0])
	}
	heads := map[string]bool{}
	for _, header := range records[0] {
		code, _ := codeAndText(lexicon.Tidy(header))
		heads[code] = true
	}
	if heads["submitdate"] && heads["lastpage"] && heads["startlanguage"] {
		return "the columns submitdate, lastpage and startlanguage", 1
	}
	for _, pair := range [][2]string{{"Last page", "Start language"}, {"Letzte Seite", "Start-Sprache"}} {
		if hasCell(records[0], pair[0]) && hasCell(records[0], pair[1]) {
			return fmt.Sprintf("the columns %s and %s", pair[0], pair[1]), 1
		}
	}
	return limeSurveyShape(records)
}

// limeSurveyShape tells the metadata of any language by their cells: an id, a date or nothing, a page, and a language. An ordinary table
// may begin so too, with a rating and a country: the headers must agree.
func limeSurveyShape(records [][]string) (string, int) {
	if len(records) < 2 || len(records[0]) < 5 {
		return "", 0
	}
	for _, r := range records[1:] {
		date := strings.TrimSpace(cell(r, 1))
		if !wholeNumber().MatchString(cell(r, 0)) || date != "" && !isoTime().MatchString(date) || !isPage(cell(r, 2), len(r)) || !languageTag().MatchString(cell(r, 3)) {
			return "", 0
		}
	}
	if !limeSurveyHeaders(records) {
		return "", 0
	}
	return fmt.Sprintf("the columns begin with a number, a time, a page and a language (%s, %s, %s, %s)",
		lexicon.Tidy(records[0][0]), lexicon.Tidy(records[0][1]), lexicon.Tidy(records[0][2]), lexicon.Tidy(records[0][3])), 1
}

// limeSurveyHeaders reports whether the headers may be those of LimeSurvey in any language: the third and the fourth name no rating and
// no country, and the third names a page, or what follows is marked by a code with a text, a row in brackets, or a seed.
func limeSurveyHeaders(records [][]string) bool {
	header := records[0]
	page, language := lexicon.Normalise(header[2]), lexicon.Normalise(header[3])
	if ratedHeader().MatchString(page) || lexicon.Recommends().MatchString(page) || countryHeader().MatchString(language) {
		return false
	}
	if pageHeader().MatchString(page) || isSeed(records) {
		return true
	}
	for _, h := range header[4:] {
		text := lexicon.Tidy(h)
		if _, question := codeAndText(text); question != "" || bracketEnd().MatchString(text) && !strings.HasPrefix(text, "[") {
			return true
		}
	}
	return false
}

var (
	ratedHeader   = lazily(`nps|score|rating|grade|points|` + lexicon.WordStart + `note|bewertung|punkte|` + lexicon.WordStart + `(?:puntuaci[oó]n|valoraci[oó]n|voto|cijfer|stars|sterne|satisf\p{L}*|zufried\p{L}*|ease|trust|effort|likel\p{L}*)` + lexicon.WordEnd)
	countryHeader = lazily(lexicon.WordStart + `(?:country|market|region|nation|state|land|pays|région|país|mercado|paese|regione)` + lexicon.WordEnd)
	pageHeader    = lazily(lexicon.WordStart + `(?:page|seite|página|pàgina|pagina|strona|stran[ay]|sida|side|sivu|oldal|sayfa|страница|сторінка)` + lexicon.WordEnd + `|ページ|页|頁|페이지`)
	seedHeader    = lazily(lexicon.WordStart + `(?:seed|graine|semilla|semente|seme|germe|startwaarde|zaad|ziarno)` + lexicon.WordEnd)
)

// isSeed reports whether the fifth column starts the random numbers of a response: by its header, or by long numbers of which none stands twice.
func isSeed(records [][]string) bool {
	if seedHeader().MatchString(lexicon.Normalise(records[0][4])) {
		return true
	}
	seen := map[string]bool{}
	for _, r := range records[1:] {
		seed := strings.TrimSpace(cell(r, 4))
		if !longNumber().MatchString(seed) || seen[seed] {
			return false
		}
		seen[seed] = true
	}
	return true
}

// isPage reports whether a cell is the number of a page: no questionnaire has more pages than its export has columns.
func isPage(text string, columns int) bool {
	page, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil && page >= -1 && page <= columns
}

var longNumber = lazily(`^\d{6,12}$`)

var (
	wholeNumber = lazily(`^\d{1,9}$`)
	isoTime     = lazily(`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$`)
	languageTag = lazily(`^[a-z]{2,3}(-[A-Za-z]+)*$`)
)

var (
	bracketEnd     = lazily(`\[[^\[\]]*\](\.\d+)?$`)
	limeSurveyCode = lazily(`^[A-Za-z][A-Za-z0-9_]*(\[[^\[\]]*\])*$`)
	// limeSurveyTime is how many seconds somebody took for the whole, a page or a question.
	limeSurveyTime = lazily(`^(interviewtime|groupTime\d+|Total time|Gesamtzeit|(Group|Question) time: .*|(Gruppen|Fragen)zeit: .*)$`)
)

// bracketHeadings tells headers of which at least a quarter end in the name of a subquestion.
func bracketHeadings(header []string) (string, int) {
	brackets := 0
	for _, h := range header {
		if text := lexicon.Tidy(h); bracketEnd().MatchString(text) && !strings.HasPrefix(text, "[") {
			brackets++
		}
	}
	if brackets < 2 || 4*brackets < len(header) {
		return "", 0
	}
	return fmt.Sprintf("%d of %d headers end in the name of a row in brackets", brackets, len(header)), 1
}

// underscoredRow is the code of a subquestion as the expression manager writes it: Q2_SQ001.
var underscoredRow = lazily(`^([A-Za-z][A-Za-z0-9]*)_(SQ\d+)$`)

// besideQuestion reports whether a code is that of the text beside a question whose code is known, in the same way: Q2_other.
func besideQuestion(code string, codes map[string]bool) bool {
	for _, ending := range []string{"_other", "_comment"} {
		if base, is := strings.CutSuffix(code, ending); is && codes[base] {
			return true
		}
	}
	return false
}

// codeAndText parts a heading "Q1[SQ1]. How good?"; a heading of one kind is its own code and has no text.
func codeAndText(heading string) (code, text string) {
	code, text, both := strings.Cut(heading, ". ")
	if !both || !limeSurveyCode().MatchString(code) {
		return heading, ""
	}
	return code, text
}

func limeSurveyMeta() map[string]bool {
	return map[string]bool{
		"id": true, "submitdate": true, "lastpage": true, "startlanguage": true, "seed": true, "startdate": true, "datestamp": true,
		"Response ID": true, "Date submitted": true, "Last page": true, "Start language": true, "Seed": true, "Date started": true,
		"Date last action": true, "Antwort ID": true, "Antwort-ID": true, "Zufallsstartwert": true, "Datum gestartet": true, "Datum letzte Aktivität": true, "Datum Abgeschickt": true, "Letzte Seite": true, "Start-Sprache": true,
	}
}

func (l limeSurvey) columns(headers [][]string) []Column {
	meta := limeSurveyMeta()
	first, _ := codeAndText(lexicon.Tidy(cell(headers[0], 0)))
	foreign := !l.bare && !meta[first] && !bracketEnd().MatchString(first) // metadata in a language that is not known: by their place
	var columns []Column
	codes := map[string]bool{}
	for _, header := range headers[0] {
		code, _ := codeAndText(lexicon.Tidy(header))
		base, _, _ := strings.Cut(code, "[")
		codes[base] = true
		if m := underscoredRow().FindStringSubmatch(code); m != nil {
			codes[m[1]] = true
		}
	}
	for i, header := range headers[0] {
		code, text := codeAndText(lexicon.Tidy(header))
		timed, isTime := strings.CutSuffix(code, "Time") // of a question; a question of its own may be called waitTime
		if len(headers) > 1 {
			text = lexicon.Tidy(cell(headers[1], i))
		}
		c := Column{ID: code, Header: header, Text: text, Role: Answer, HasID: text != ""}
		if text == "" {
			c.Text = code
			if m := underscoredRow().FindStringSubmatch(code); m != nil {
				c.Text = m[1] + "[" + m[2] + "]" // a row, as other headings write it
			}
		}
		switch {
		case foreign && i < 4:
			c.Role, c.serial = Meta, i == 0
		case limeSurveyTime().MatchString(code), isTime && codes[timed]:
			c.Role = Dropped
		case meta[code]:
			c.Role = Meta
		case oneOfWords(code, "refurl", "Referrer URL", "token", "Token", "ipaddr", "IP address"):
			c.Role = Personal
		case strings.HasSuffix(code, "[other]"), strings.HasSuffix(code, "[Other]"), strings.HasSuffix(code, "[comment]"), besideQuestion(code, codes):
			c.Role = OtherText
		}
		columns = append(columns, c)
	}
	return columns
}

// status: a response without a date of submission was not finished. Anonymous surveys write one date, of 1980, for all.
func (limeSurvey) status(columns []Column) *statusRule {
	at := columnOf(columns, "submitdate", "Date submitted", "Datum Abgeschickt")
	if at < 0 && len(columns) > 1 && columns[0].serial { // in a language that is not known
		at = 1
	}
	if at < 0 {
		return nil
	}
	return &statusRule{columns: []int{at}, of: func(cells []string) study.Reason {
		if text := strings.TrimSpace(cell(cells, at)); text == "" || text == "N/A" {
			return study.Partial
		}
		return ""
	}}
}

// columnOf returns the position of the first column with one of these ids, or -1.
func columnOf(columns []Column, ids ...string) int {
	for i, c := range columns {
		if oneOfWords(c.ID, ids...) {
			return i
		}
	}
	return -1
}
