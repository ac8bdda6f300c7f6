package report

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/feature/plural"
	tags "golang.org/x/text/language"
)

//go:embed messages/*.yaml
var messageFiles embed.FS

// language says the fixed texts of a report, and writes its numbers. The texts stand in the code in English, where the rules are
// that choose between them; the message file of a language holds the translation of each under its English text, placeholders
// included. A nil language speaks English.
type language struct {
	tag       tags.Tag
	fraction  string // between whole number and fraction
	thousands string
	separator string // between the ends of an interval: a comma would read as a decimal one
	quotes    [2]string
	texts     map[string]message
	notices   []noticePattern // see notices.go
	reasons   []noticePattern // parts of notices, see reasons.go
}

// message is a text in a language: one form, or one for every plural category of the language.
type message struct {
	other string
	forms map[plural.Form]string
}

// english is the language of the code.
func english() *language { return nil }

// messageFile is how a language is kept.
type messageFile struct {
	Language  string            `yaml:"language"`
	Decimal   string            `yaml:"decimal"`
	Thousands string            `yaml:"thousands"`
	Separator string            `yaml:"separator"`
	Quotes    [2]string         `yaml:"quotes"`
	Messages  map[string]any    `yaml:"messages"`
	Notices   map[string]string `yaml:"notices"`
	Reasons   map[string]string `yaml:"reasons"`
}

// Languages returns the tags of the languages that a report can be written in, English first.
func Languages() []string {
	names, _ := fs.Glob(messageFiles, "messages/*.yaml")
	all := []string{"en"}
	for _, name := range names {
		if tag := strings.TrimSuffix(strings.TrimPrefix(name, "messages/"), ".yaml"); tag != "en" {
			all = append(all, tag)
		}
	}
	return all
}

// ErrNoLanguage is that nobody has translated the report into a language.
var ErrNoLanguage = errors.New("there are no texts in this language")

// newLanguage returns the language of a tag; the empty one is English.
func newLanguage(tag string) (*language, error) {
	if tag == "" || tag == "en" {
		return english(), nil
	}
	if !slices.Contains(Languages(), tag) {
		return nil, fmt.Errorf("%q: %w", tag, ErrNoLanguage)
	}
	text, err := messageFiles.ReadFile("messages/" + tag + ".yaml")
	if err != nil {
		return nil, err
	}
	return parseLanguage(text)
}

// parseLanguage reads a message file.
func parseLanguage(text []byte) (*language, error) {
	var file messageFile
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		return nil, err
	}
	tag, err := tags.Parse(file.Language)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", file.Language, err)
	}
	if err := file.check(); err != nil {
		return nil, err
	}
	w := &language{
		tag: tag, fraction: file.Decimal, thousands: file.Thousands, separator: file.Separator, quotes: file.Quotes,
		texts: make(map[string]message, len(file.Messages)),
	}
	for key, value := range file.Messages {
		m, err := parseMessage(value)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", key, err)
		}
		w.texts[key] = m
	}
	if w.notices, err = parseNotices(file.Notices); err != nil {
		return nil, err
	}
	w.reasons, err = parseNotices(file.Reasons)
	return w, err
}

// Untranslated checks a message file of somebody's own: it returns the texts of the report that it leaves out, which stay English.
func Untranslated(text []byte) (missing []string, total int, err error) {
	own, err := parseLanguage(text)
	if err != nil {
		return nil, 0, err
	}
	english, err := messageFiles.ReadFile("messages/en.yaml")
	if err != nil {
		return nil, 0, err
	}
	all, err := parseLanguage(english)
	if err != nil {
		return nil, 0, err
	}
	for key := range all.texts {
		if _, found := own.texts[key]; !found {
			missing = append(missing, key)
		}
	}
	for key := range own.texts {
		if _, found := all.texts[key]; !found {
			return nil, 0, fmt.Errorf("%q is no text of the report", key)
		}
	}
	slices.Sort(missing)
	return missing, len(all.texts), nil
}

func parseMessage(value any) (message, error) {
	switch v := value.(type) {
	case string:
		return message{other: v}, nil
	case map[string]any:
		m := message{forms: map[plural.Form]string{}}
		for name, text := range v {
			form, known := pluralForms()[name]
			s, isText := text.(string)
			if !known || !isText {
				return message{}, fmt.Errorf("%s is no plural form with a text", name)
			}
			m.forms[form] = s
		}
		m.other = m.forms[plural.Other]
		if m.other == "" {
			return message{}, errors.New("without the plural form other")
		}
		return m, nil
	}
	return message{}, errors.New("neither a text nor plural forms")
}

// pluralForms names the categories of the Unicode CLDR.
func pluralForms() map[string]plural.Form {
	return map[string]plural.Form{
		"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
	}
}

// name is the tag of the language, for a page to declare.
func (w *language) name() string {
	if w == nil {
		return "en"
	}
	return w.tag.String()
}

// text says a fixed text; its arguments are texts already, or plain integers.
func (w *language) text(format string, args ...any) string {
	if w == nil {
		return fmt.Sprintf(format, args...)
	}
	translated := format
	if m, found := w.texts[format]; found {
		translated = m.other
	}
	return fmt.Sprintf(translated, args...)
}

// form returns a text with its placeholders, for somebody else to fill.
func (w *language) form(format string) string {
	if w == nil {
		return format
	}
	if m, found := w.texts[format]; found {
		return m.other
	}
	return format
}

// word says one of the words that a result holds: a verdict, a class, a kind of rating, a reason.
func (w *language) word(english string) string {
	if w == nil {
		return english
	}
	if m, found := w.texts[strings.ReplaceAll(english, "%", "%%")]; found {
		return strings.ReplaceAll(m.other, "%%", "%")
	}
	return english
}

// counted says a number of things. The texts are those for one thing and for several, with %s for the number.
func (w *language) counted(n int, one, several string) string {
	return w.plural(n, one, several, w.whole(n))
}

// plural says a text in the form that a number asks for. Its placeholders are numbered where a form leaves one out.
func (w *language) plural(n int, one, several string, args ...any) string {
	format := several
	if w == nil {
		if n == 1 {
			format = one
		}
	} else if m, found := w.texts[several]; found {
		format = m.other
		if text, found := m.forms[plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0)]; found {
			format = text
		}
	}
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// inQuotes puts a text into the quotation marks of the language.
func (w *language) inQuotes(text string) string {
	if w == nil {
		return "“" + text + "”"
	}
	return w.quotes[0] + text + w.quotes[1]
}

// scaleEnds writes a scale such as 1..10 in a sentence.
func (w *language) scaleEnds(scale string) string {
	if low, high, numbers := strings.Cut(scale, ".."); numbers {
		return w.text("%s to %s", low, high)
	}
	return scale
}

// margin writes the equivalence margin of a study, a share of the scale or points.
func (w *language) margin(margin, ofScale string) string {
	if share, isShare := strings.CutSuffix(margin, "%"); isShare {
		return w.text(ofScale, w.point(share))
	}
	if points, arePoints := strings.CutSuffix(margin, "pt"); arePoints {
		return w.text("%s points", w.point(points))
	}
	return margin
}
