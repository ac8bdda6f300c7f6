package importers

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Role says what a column of an export is for.
type Role string

// The roles of columns.
const (
	Answer    Role = "answer"
	Meta      Role = "meta"       // ids, dates, status
	Personal  Role = "personal"   // names, addresses, places: only used if the study names the column
	OtherText Role = "other_text" // the text beside "other", and comment fields
)

// Column describes one column of an export.
type Column struct {
	Position int    // 1-based
	ID       string // export tag or header, unique within the file: duplicates are "id[1]", "id[2]"
	Header   string // as the first header record has it
	Text     string // question text with its typography; the id where the export has no other
	HasID    bool   // the export gives an id besides the question text
	Role     Role
}

// uniqueIDs numbers duplicate ids, the first of them too: q[1], q[2], so that q alone names neither. A column without a
// header is named by its position.
func uniqueIDs(columns []Column) {
	seen, times := map[string]int{}, map[string]int{}
	for _, c := range columns {
		times[c.ID]++
	}
	for i := range columns {
		c := &columns[i]
		c.Position = i + 1
		if c.ID == "" {
			c.ID = fmt.Sprintf("#%d", c.Position)
			continue
		}
		if seen[c.ID]++; times[c.ID] > 1 {
			c.ID = fmt.Sprintf("%s[%d]", c.ID, seen[c.ID])
		}
	}
}

var (
	markup     = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
	whiteSpace = regexp.MustCompile(`\s+`)
)

// tidy makes a text of an export fit for display: no markup, white space folded.
func tidy(text string) string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(markup.ReplaceAllString(text, ""))
	}
	text = strings.ReplaceAll(text, "\u00a0", " ")
	return strings.TrimSpace(whiteSpace.ReplaceAllString(text, " "))
}

// Normalise brings texts that people would call the same into one form: compatibility characters and blanks unified,
// markup stripped, white space folded, quotes straightened, case folded. For matching, never for display.
func Normalise(text string) string {
	text = norm.NFKC.String(tidy(text))
	text = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-").Replace(text)
	return strings.TrimSpace(cases.Fold().String(whiteSpace.ReplaceAllString(text, " ")))
}

// personal are headers of columns that hold personal data, normalised (FORMATS section 17).
func personal() []string {
	return []string{
		"ipaddress", "ip address", "ipaddr", "email", "e-mail", "emailaddress", "email address", "e-mail address", "adresse e-mail", "correo electrónico",
		"nome de usuário", "username", "name", "nom", "nombre", "nome", "full name", "first name", "last name", "firstname", "lastname",
		"recipientlastname", "recipientfirstname", "recipientemail", "recipient last name", "recipient first name", "recipient email",
		"locationlatitude", "locationlongitude", "location latitude", "location longitude", "latitude", "longitude", "network id", "refurl",
		"user agent", "sessionid", "postal", "zip", "city", "phone", "telephone", "_submitted_by", "redcap_survey_identifier",
		"externalreference", "external data reference", "externaldatareference",
	}
}

// markPersonal gives personal columns their role.
func markPersonal(columns []Column) {
	names := map[string]bool{}
	for _, name := range personal() {
		names[name] = true
	}
	for i := range columns {
		c := &columns[i]
		if c.Role == Answer && (names[Normalise(c.Header)] || names[Normalise(c.Text)]) {
			c.Role = Personal
		}
	}
}
