package importers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// microsoftForms reads exports of Microsoft Forms that were saved as CSV: one header record that begins with id, start
// and completion time, Likert statements as `Question.Statement` (FORMATS section 8).
type microsoftForms struct{}

func (microsoftForms) name() string { return "microsoft_forms" }

func (microsoftForms) detect(records [][]string) (string, int) {
	if len(records) == 0 || strings.ToLower(lexicon.Tidy(cell(records[0], 0))) != "id" {
		return "", 0
	}
	start, end := lexicon.Tidy(cell(records[0], 1)), lexicon.Tidy(cell(records[0], 2))
	if oneOfWords(start, "Start time", "Startzeit", "Hora de inicio", "Heure de début") &&
		oneOfWords(end, "Completion time", "Fertigstellungszeit", "Hora de finalización", "Heure de fin") {
		return "the columns begin with ID, " + start + ", " + end, 1
	}
	// In any other language: a number, two times and an address.
	if address := lexicon.Normalise(cell(records[0], 3)); len(records) > 1 && (strings.Contains(address, "mail") || strings.Contains(address, "correo") || strings.Contains(address, "courriel")) {
		first := records[1]
		if _, err := strconv.Atoi(strings.TrimSpace(cell(first, 0))); err == nil && isDateTime(cell(first, 1)) && isDateTime(cell(first, 2)) {
			return fmt.Sprintf("the columns begin with ID, two times (%s, %s) and an address", start, end), 1
		}
	}
	return "", 0
}

func (microsoftForms) columns(headers [][]string) []Column {
	var columns []Column
	for i, header := range headers[0] {
		c := Column{ID: lexicon.Tidy(header), Header: header, Text: lexicon.Tidy(header), Role: Answer}
		lower := strings.ToLower(c.Text)
		switch {
		case i < 3, oneOfWords(lower, "last modified time", "zeitpunkt der letzten änderung", "uhrzeit der letzten änderung", "hora de la última modificación", "heure de la dernière modification"):
			c.Role, c.serial = Meta, i == 0
		case oneOfWords(lower, "total points", "quiz feedback", "grade posted time", "gesamtpunktzahl", "quizfeedback"), strings.HasPrefix(lower, "points - "), strings.HasPrefix(lower, "feedback - "),
			strings.HasPrefix(lower, "punkte - "):
			c.Role = Dropped
		case i < 5 && nameOrAddress().MatchString(lexicon.Normalise(header)):
			c.Role = Personal
		case i < 5: // of a language that is not known, or a question, where somebody took the others away: the cells tell
			c.maybeWho = true
		}
		columns = append(columns, c)
	}
	repeatedQuestions(columns)
	statements(columns, func(string) bool { return true })
	return columns
}

// nameOrAddress are the headers of the two columns that name who answered, in the languages of Microsoft Forms that we know.
var nameOrAddress = lazily(`^(?:` +
	`(?:e-?mails?|e-?mail[ -]?address|address(?:e)?|e-?mail-?adresse|correo(?: electrónico)?|dirección de correo(?: electrónico)?|courriel|(?:adresse )?(?:e-?mail|courriel|de messagerie)|(?:indirizzo )?(?:di )?(?:posta elettronica|e-?mail)|posta elettronica/e-?mail|` +
	`(?:endereço|correio)(?: de)? (?:e-?mail|eletr[óô]nico)|e-?mailadres|adres e-?mail|e-?postadress|e-?postadresse|e-?post|e-?posta|sähköposti(?:osoite)?|电子邮件|电子邮件地址|電子郵件|メール|メール アドレス|전자 메일|электронная почта|адрес электронной почты)|` +
	`(?:(?:full|first|last|complete|vollständiger) )?name|vor- und nachname|nombre(?: completo)?|nom(?: complet)?|nome(?: completo)?|naam|navn|namn|nimi|nazwa|imię(?: i nazwisko)?|jméno|meno|név|nume|ad|adı|ad soyad|имя|ім'я|姓名|名前|名称|이름|الاسم)$`)

// repeatedQuestions takes away the number that is put behind a question that was asked before: Note, Note2, Note3. A question that
// ends in a number of its own keeps it.
func repeatedQuestions(columns []Column) {
	times := map[string]int{}
	for i := range columns {
		c := &columns[i]
		base := trailingNumber().ReplaceAllString(c.Text, "")
		n, err := strconv.Atoi(strings.TrimPrefix(c.Text, base))
		if err == nil && base != "" && base+strconv.Itoa(n) == c.Text && n >= 2 && times[base] == n-1 {
			times[base] = n
			c.Text, c.HasID = base, true
			continue
		}
		times[c.Text] = 1
	}
}

// status: only submitted forms are exported.
func (microsoftForms) status([]Column) *statusRule { return nil }
