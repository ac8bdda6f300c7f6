package importers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// qualtrics reads the exports of all generations: three header records, of export tags, question texts and import ids (since
// 2016, FORMATS sections 2a and 2b), or the first two of them (legacy, 2c).
type qualtrics struct{}

func (qualtrics) name() string { return "qualtrics" }

var importID = lazily(`^\{\s*["']ImportId["']`)

func (qualtrics) detect(records [][]string) (string, int) {
	if i := idRecord(records[:min(4, len(records))]); i > 0 {
		return fmt.Sprintf("record %d holds import ids", i+1), i + 1
	}
	if isLegacyQualtrics(records) {
		return "the columns begin with V1, V2, V3, and ResponseID stands below", 2
	}
	// Somebody took the rows below the tags away: the tags alone tell, and previews are still in the file.
	if found := ownMeta(records[0]); found >= leastMeta {
		if n := namesOwn(records); n > 0 {
			return fmt.Sprintf("%d of Qualtrics' own columns, of which record 2 names %d", found, n), 2
		}
		if evidence, yes := secondHeader(records); yes {
			return fmt.Sprintf("%d of Qualtrics' own columns; %s", found, evidence), 2
		}
		return fmt.Sprintf("%d of Qualtrics' own columns, and no rows of questions", found), 1
	}
	return "", 0
}

// idRecord returns the first record below another that holds import ids, or -1.
func idRecord(records [][]string) int {
	for i := 1; i < len(records); i++ {
		cells, ids := 0, 0
		for _, text := range records[i] {
			if text == "" {
				continue
			}
			cells++
			if importID().MatchString(text) {
				ids++
			}
		}
		if cells > 0 && ids*10 >= cells*6 {
			return i
		}
	}
	return -1
}

// qualtricsHeader returns the records of tags, of questions and of import ids; nil: there is none. Somebody may have put another record above,
// between or below (a title, numbers of columns, a translation): the tags are told by Qualtrics' own among them, or are the record two
// above the import ids.
func qualtricsHeader(headers [][]string) (tags, texts, ids []string) {
	if isLegacyQualtrics(headers) {
		return headers[0], headers[1], nil // what is Qualtrics' own is named below the tags
	}
	at, above := 0, len(headers)
	if i := idRecord(headers); i > 0 {
		at, above, ids = max(i-2, 0), i, headers[i]
	}
	most := leastMeta - 1
	for i, record := range headers[:above] {
		if n := ownMeta(record); n > most {
			at, most = i, n
		}
	}
	if at+1 < above {
		texts = headers[at+1]
	}
	return headers[at], texts, ids
}

// ownMeta counts the tags of a record that are Qualtrics' own.
func ownMeta(record []string) int {
	meta, n := qualtricsMeta(), 0
	for _, tag := range record {
		if meta[strings.TrimSpace(tag)] {
			n++
		}
	}
	return n
}

// namesOwn returns how many of Qualtrics' own columns record 2 names: what stands there is no day, no number and no id, as it is in each response,
// however few of them there are. None where a single one of them says that it is a response.
func namesOwn(records [][]string) (names int) {
	if len(records) < 2 {
		return 0
	}
	for i, tag := range records[0] {
		tag, text := strings.TrimSpace(tag), strings.TrimSpace(cell(records[1], i))
		switch {
		case text == "" || !qualtricsMeta()[tag]:
		case strings.EqualFold(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(tag, " ", "")), tag == "Status" && text == "Response Type":
			names++
		case !oneOfWords(tag, "StartDate", "EndDate", "RecordedDate", "Progress", "Duration (in seconds)", "ResponseId", "ResponseID"):
		case strings.ContainsAny(text, "0123456789"):
			return 0
		case !strings.HasPrefix(text, "R_"):
			names++
		}
	}
	if names < leastTelling {
		return 0
	}
	return names
}

// leastMeta is how many of Qualtrics' own columns tell an export whose header was cut down to its tags.
const leastMeta = 4

// isLegacyQualtrics tells the exports from before 2016 by the tags of their metadata.
func isLegacyQualtrics(records [][]string) bool {
	return len(records) > 1 && len(records[0]) > 2 &&
		records[0][0] == "V1" && records[0][1] == "V2" && records[0][2] == "V3" && strings.TrimSpace(cell(records[1], 0)) == "ResponseID"
}

var legacyTag = lazily(`^V\d+$`)

// qualtricsMeta are the tags of what Qualtrics adds to the questions.
func qualtricsMeta() map[string]bool {
	return map[string]bool{
		"StartDate": true, "EndDate": true, "Status": true, "Progress": true, "Duration (in seconds)": true, "Finished": true,
		"RecordedDate": true, "ResponseId": true, "ResponseID": true, "ResponseSet": true, "DistributionChannel": true, "UserLanguage": true,
		"LocationAccuracy": true,
	}
}

// importedFields are Qualtrics' own columns by their import ids, whatever their tags are in the language of who exported them. Those that say who
// or where somebody is are personal.
func importedFields() map[string]string {
	return map[string]string{
		"startDate": "StartDate", "endDate": "EndDate", "status": "Status", "progress": "Progress", "duration": "Duration (in seconds)", "finished": "Finished",
		"recordedDate": "RecordedDate", "_recordId": "ResponseId", "distributionChannel": "DistributionChannel", "userLanguage": "UserLanguage",
		"ipAddress": "IPAddress", "recipientLastName": "RecipientLastName", "recipientFirstName": "RecipientFirstName", "recipientEmail": "RecipientEmail",
		"externalDataReference": "ExternalReference", "locationLatitude": "LocationLatitude", "locationLongitude": "LocationLongitude",
	}
}

func (qualtrics) columns(headers [][]string) []Column {
	meta, legacy := qualtricsMeta(), isLegacyQualtrics(headers)
	header, texts, ids := qualtricsHeader(headers)
	own := ownTags(header)
	var columns []Column
	for i, tag := range header {
		c := Column{ID: strings.TrimSpace(tag), Header: tag, Role: Answer}
		c.Text = strings.TrimSuffix(lexicon.Tidy(cell(texts, i)), " - Selected Choice") // beside the text of "other"
		if c.Text == "" {
			c.Text = c.ID
		}
		c.HasID = c.Text != c.ID
		imported := cell(ids, i)
		if of := importedAs().FindStringSubmatch(imported); of != nil {
			c.ownField = importedFields()[of[1]]
		}
		switch {
		case c.ownField != "" && !meta[c.ownField]:
			c.Role = Personal
		case c.ownField != "", meta[c.ID] && !asksQuestion(imported), legacy && legacyTag().MatchString(c.ID) && meta[c.Text], own.endsIn(c.ID, imported, browserParts()):
			c.Role = Meta
		case legacy && c.ID == "" && c.Text == "": // every line of a legacy export ends with a comma
			c.Role = Dropped
		case imported == "" && strings.HasSuffix(c.ID, "_TEXT"), choiceText().MatchString(imported), strings.HasSuffix(c.ID, "_TEXT") && strings.Contains(imported, "TEXT"):
			c.Role = OtherText
		case own.endsIn("", imported, []string{"_TEXT"}):
			c.Kind = study.TextColumn
		case own.endsIn(c.ID, imported, computedParts()), own.ordersDisplay(c.ID, imported):
			c.Role = Dropped
		case own.isScore(c, imported):
			c.Role, c.score = Dropped, true
		case splitOption().MatchString(imported):
			c.Kind = study.MultiColumn
		}
		columns = append(columns, c)
	}
	if legacy || strings.Contains(strings.Join(ids, ""), "'ImportId'") { // a hyphen stands between stem and statement; with blanks around since
		splitStems(columns)
	}
	dropTextIQ(columns, true)
	return columns
}

// splitOption is the import id of one option of a question with several answers, exported one column an option.
var splitOption = lazily(`["']choiceId["']\s*:`)

// choiceText is the import id of the text beside a choice; that of an open question has no number of a choice.
var choiceText = lazily(`["']QID\d+[_-]\d+[_-]TEXT["']`)

// computedParts end the tags and import ids of what Qualtrics measures or computes beside a question.
func computedParts() []string {
	return []string{"_NPS_GROUP", "_First Click", "_Last Click", "_Page Submit", "_Click Count", "_FIRST_CLICK", "_LAST_CLICK", "_PAGE_SUBMIT", "_CLICK_COUNT"}
}

// scoreTag is the tag of a score that Qualtrics works out of the answers, and scoreID how its import id begins.
var (
	scoreTag = lazily(`^SC\d+$`)
	scoreID  = lazily(`["']SC_`)
)

// isScore reports whether a column holds such a score. Without import ids only its name tells, which is "Score" unless somebody gave another;
// where the names are gone too, tags that begin with the first of all scores do. SC1 alone may be an author's question.
func (t tags) isScore(c Column, imported string) bool {
	if imported != "" {
		return scoreID().MatchString(imported)
	}
	return scoreTag().MatchString(c.ID) && (lexicon.Normalise(c.Text) == "score" || !c.HasID && t["SC0"])
}

// browserParts end those of a question that notes the browser.
func browserParts() []string {
	return []string{"_Browser", "_Version", "_Operating System", "_Resolution", "_BROWSER", "_VERSION", "_OS", "_RESOLUTION"}
}

// displayOrder is the tag of the order in which something was shown: Q5_DO, Q5_DO_3, BL_abc_DO.
var displayOrder = lazily(`_DO(?:_.+)?$`)

// tags are those of an export. Authors name questions as they like, also Complaint_Resolution: a tag alone proves nothing.
type tags map[string]bool

func ownTags(header []string) tags {
	own := tags{}
	for _, tag := range header {
		own[strings.TrimSpace(tag)] = true
	}
	return own
}

// endsIn reports whether a column is one of those whose tags and import ids end in one of the parts. Where there is an import id, it alone
// tells; a tag does where its ending is nobody's own, or another one has the same beginning and another of the parts.
func (t tags) endsIn(tag, imported string, parts []string) bool {
	if id := importedAs().FindStringSubmatch(imported); id != nil {
		return slices.ContainsFunc(parts, func(part string) bool { return strings.HasSuffix(id[1], part) })
	}
	for _, part := range parts {
		base, is := strings.CutSuffix(tag, part)
		if is && (part == "_NPS_GROUP" || strings.Contains(part, " ") || slices.ContainsFunc(parts, func(other string) bool { return other != part && t[base+other] })) {
			return true
		}
	}
	return false
}

// ordersDisplay reports whether a column holds the order in which something was shown.
func (t tags) ordersDisplay(tag, imported string) bool {
	if !displayOrder().MatchString(tag) {
		return false
	}
	if importedAs().MatchString(imported) {
		return !asksQuestion(imported)
	}
	base := displayOrder().ReplaceAllString(tag, "") // Q5 of Q5_DO, whose columns are Q5 or Q5_1
	for other := range t {
		if other == base || strings.HasPrefix(other, base+"_") && !displayOrder().MatchString(other) {
			return true
		}
	}
	return blockTag().MatchString(tag)
}

// asksQuestion reports whether an import id is that of the answers to a question.
func asksQuestion(imported string) bool {
	id := importedAs().FindStringSubmatch(imported)
	return id != nil && questionID().MatchString(id[1])
}

var (
	// questionID is the import id of the answers to a question: QID5, QID5_1, QID5-1.
	questionID = lazily(`^QID\d+(?:[_#-]\d+)*$`)
	// blockTag is the tag of the order of a block of questions: BL_abc_DO, FL_12_DO.
	blockTag = lazily(`^(?:BL|FL)_\w+_DO`)
)

var importedAs = lazily(`^\{\s*["']ImportId["']\s*:\s*["']([^"']*)["']`)

// splitStems writes the texts of old generations as the current one does: what neighbours of one question have in common before a
// hyphen is their stem. A text is no question to split by itself: half of them hold a hyphen.
func splitStems(columns []Column) {
	for i := 0; i < len(columns); {
		stem := ""
		if i+1 < len(columns) && columns[i].Role == Answer && columns[i+1].Role == Answer {
			stem = commonStem(columns[i].Text, columns[i+1].Text)
		}
		n := 1
		for stem != "" && i+n < len(columns) && columns[i+n].Role == Answer && strings.HasPrefix(columns[i+n].Text, stem+"-") &&
			sameTag(columns[i].ID, columns[i+n].ID) {
			n++
		}
		for k := i; n > 1 && k < i+n; k++ {
			columns[k].Text = stem + " - " + strings.TrimSpace(columns[k].Text[len(stem)+1:])
		}
		i += n
	}
}

// commonStem returns what two texts share up to their last common hyphen, or nothing.
func commonStem(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	at := strings.LastIndexByte(a[:n], '-')
	if at < 1 {
		return ""
	}
	return strings.TrimSpace(a[:at])
}

// sameTag reports whether two tags are of one question: equal up to their last part, or of names that the author gave.
func sameTag(a, b string) bool {
	i, j := strings.LastIndexAny(a, "_#"), strings.LastIndexAny(b, "_#")
	if i < 0 || j < 0 {
		return i < 0 && j < 0
	}
	return a[:i] == b[:j]
}

// status: previews, tests and spam are no responses; a response that was not finished is partial. Imported ones and those
// that were collected offline count.
func (qualtrics) status(columns []Column) *statusRule {
	status, finished := qualtricsField(columns, "Status"), qualtricsField(columns, "Finished")
	return &statusRule{columns: []int{status, finished}, of: func(cells []string) study.Reason {
		if why := qualtricsStatus(strings.TrimSpace(cell(cells, status))); why != "" {
			return why
		}
		if oneOfWords(strings.ToLower(strings.TrimSpace(cell(cells, finished))), "false", "0") {
			return study.Partial
		}
		return ""
	}}
}

// The bits of the status of a response.
const (
	qualtricsPreview = 1
	qualtricsTest    = 2
	qualtricsSpam    = 8
)

// qualtricsStatus reads a status as text or as a number, whose bits can be combined: 9 is a preview that is spam too.
func qualtricsStatus(text string) study.Reason {
	bits, err := strconv.Atoi(text)
	switch {
	case err == nil && bits&qualtricsPreview != 0, err != nil && strings.Contains(text, "Preview"):
		return study.Preview
	case err == nil && bits&qualtricsTest != 0, err != nil && strings.Contains(text, "Test"):
		return study.Test
	case err == nil && bits&qualtricsSpam != 0, err != nil && strings.Contains(text, "Spam"):
		return study.Spam
	}
	return ""
}

// qualtricsTexts reports whether an export is one of choice texts, in which the platform's own columns are words too: a response is finished
// ("True") or has a status ("IP Address"), which numeric values write as 1 and 0.
func qualtricsTexts(columns []Column, responses [][]string) bool {
	words := 0
	for _, name := range []string{"Status", "Finished"} {
		at := qualtricsField(columns, name)
		for _, record := range responses {
			switch text := strings.TrimSpace(cell(record, at)); {
			case text == "":
			case numeric(text):
				return false
			default:
				words++
			}
		}
	}
	return words > 0
}

// qualtricsField returns the position of a field of the metadata, or -1. Legacy exports tag it V1, V2 … and name it below.
func qualtricsField(columns []Column, name string) int {
	for i, c := range columns {
		if c.Role == Meta && (c.ID == name || c.ownField == name || legacyTag().MatchString(c.ID) && c.Text == name) {
			return i
		}
	}
	return -1
}
