package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// longestName is how long the name of a sheet may be, in the units of UTF-16: Excel counts an emoji twice.
const longestName = 31

var notInNames = strings.NewReplacer(":", " ", "\\", " ", "/", " ", "?", " ", "*", " ", "[", " ", "]", " ", "'", "’", "“", "", "”", "", "„", "", `"`, "")

// sheet begins a sheet. Its name is the first of those offered that is free: no longer than Excel has it, and of its own.
func (b *workbook) sheet(offered ...string) string {
	name := b.free(offered)
	if len(b.sheets) == 0 {
		b.keep(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.keep(err)
	}
	b.sheets = append(b.sheets, name)
	b.printed(name)
	return name
}

// free makes a name of one of those offered; where all are taken, the first with a number.
func (b *workbook) free(offered []string) string {
	taken := func(name string) bool {
		return slices.ContainsFunc(b.sheets, func(other string) bool { return strings.EqualFold(name, other) })
	}
	for _, title := range offered {
		if name := b.fitting(title, longestName); !taken(name) {
			return name
		}
	}
	for n := 2; ; n++ {
		number := fmt.Sprintf(" %d", n)
		if name := b.fitting(offered[0], longestName-len(number)) + number; !taken(name) {
			return name
		}
	}
}

// tabs are what a table's sheet may be called: its title without what most titles say, the long ones by a word; behind that of its chapter
// where the title alone, such as the name of an audience, does not say what the table shows. The second has the scale too.
func (b *workbook) tabs(chapter, title string) []string {
	if title == "" {
		name, _ := b.shortened(chapter)
		return []string{name}
	}
	title, _, _ = strings.Cut(title, " · ")
	for scale := range b.dull { // what the ends of the scale mean
		if before, after, has := strings.Cut(title, scale+" ("); has && strings.Contains(after, ")") {
			title = before + scale + after[strings.LastIndex(after, ")")+1:]
		}
	}
	var told, scales []string
	for _, piece := range strings.Split(title, ", ") {
		switch scale, is := b.dull[piece]; {
		case !is:
			told = append(told, piece)
		case scale != "":
			scales = append(scales, scale)
		}
	}
	if at := slices.Index(told, b.text("in POMP (0–100)")); at >= 0 {
		told[at] = "POMP"
	}
	name, telling := b.shortened(strings.Join(told, ", "))
	if before, shortens := b.shortened(chapter); shortens && !telling {
		name = before + ", " + name
	}
	return []string{name, strings.Join(append([]string{name}, scales...), ", ")}
}

// shortTitle is a title, or how it begins, and what the name of a sheet says in its place; both with placeholders.
type shortTitle struct{ long, short string }

// shortened says a title in fewer words, if there are such words for it.
func (b *workbook) shortened(title string) (name string, shortens bool) {
	for _, of := range []shortTitle{
		{"Where the audiences differ", b.text("Gaps")},
		{"Where the distance arises", b.text("Chain")},
		{"Where what matters falls short", b.text("Shortfall")},
		{"Importance against performance", b.text("Quadrants")},
		{"Derived and stated importance", b.text("Derived and stated")},
		{"Derived importance by %s", b.form("Derived by %[1]s")},
		{"Derived importance", b.text("Derived")},
		{"Penalty and reward", b.text("Penalty, reward")},
		{"How answers divide: %s", b.form("Answers, %[1]s")},
		{"Who could not judge: %s", b.form("Could not judge, %[1]s")},
		{"What to do first", b.text("Priorities")},
		{"Constructs and dimensions", b.text("Constructs")},
		{"What %s believe to matter to %s%s", b.form("Believed by %[1]s, %[2]s")},
		{"What %s would say, as estimated by %s: %s, %s", b.form("%[3]s estimated by %[2]s")},
		{"what %[2]s would say, as estimated: %[1]s", b.form("%[1]s, estimated")},
		{"Self less organisation, within respondents, %s", b.form("Self − organisation, %[1]s")},
		{"Over the waves: %s, %s", b.form("Waves, %[1]s")},
		{"Change of the other gaps in %s from %s to %s, %s", b.form("Other gaps, %[1]s, %[2]s–%[3]s")},
		{"Change of %s from %s to %s, %s", b.form("Change, %[1]s, %[2]s–%[3]s")},
		{"Changes of the other gaps in %s from wave to wave, %s", b.form("Other gaps, changes, %[1]s")},
		{"Changes of %s from wave to wave, %s", b.form("Changes, %[1]s")},
		{"In detail: %s, %s", b.form("Detail, %[1]s")},
		{"Belief and experience: shares in the top box, %s", b.form("Belief, %[1]s")},
		{"How the figures were made", b.text("Methods")},
	} {
		form := b.form(of.long)
		if strings.HasSuffix(of.long, "%s%s") { // the wave
			form = strings.TrimSuffix(form, "%s")
		}
		if words, rest, matches := wordsOf(form, title); matches {
			if len(words) > 0 {
				return titled(fmt.Sprintf(of.short, words...)) + rest, true
			}
			return of.short + rest, true
		}
	}
	return title, false
}

// wordsOf returns what stands in a title at the placeholders of its form, in the order of the English one, and what follows behind a comma.
func wordsOf(form, title string) (words []any, rest string, matches bool) {
	form = strings.TrimSuffix(form, ", %s")
	var order []int
	pattern, from := "^(?i)", 0
	for _, at := range titlePlace().FindAllStringSubmatchIndex(form, -1) {
		pattern += regexp.QuoteMeta(form[from:at[0]]) + "(.+?)"
		n := len(order)
		if at[2] >= 0 {
			n = int(form[at[2]]-'0') - 1
		}
		order, from = append(order, n), at[1]
	}
	found := regexp.MustCompile(pattern + regexp.QuoteMeta(form[from:]) + `((?:, .*)?)$`).FindStringSubmatch(title)
	if found == nil {
		return nil, "", false
	}
	words = make([]any, len(order))
	for k, n := range order {
		words[n] = found[1+k]
	}
	return words, found[len(found)-1], true
}

// titlePlace is a placeholder of a form, numbered where a language has them in an order of its own.
var titlePlace = lazily(`%(?:\[([1-9])\])?s`)

// fitting shortens the name of a sheet to the room that it has: first the audiences by their short names and the kind of rating that goes
// without saying, then long words, then whole words; never within a word without a full stop.
func (b *workbook) fitting(title string, room int) string {
	whole := strings.Join(strings.Fields(notInNames.Replace(title)), " ")
	short := whole
	for _, a := range b.audiences {
		short = strings.ReplaceAll(short, a.long, a.short)
	}
	for _, name := range []string{whole, b.withoutPerformance(whole), short, b.withoutPerformance(short)} {
		if utf16Length(name) <= room {
			return name
		}
	}
	for letters := 9; letters > leastName; letters-- {
		if name := abbreviated(short, letters); utf16Length(name) <= room {
			return name
		}
	}
	return cutToWords(abbreviated(short, leastName+1), room)
}

// withoutPerformance leaves out the kind of rating that a study is mostly about.
func (b *workbook) withoutPerformance(name string) string {
	first, rest, several := strings.Cut(name, ", ")
	if !several {
		return name
	}
	pieces := slices.DeleteFunc(strings.Split(rest, ", "), func(piece string) bool { return piece == b.word(string(study.Performance)) })
	return strings.Join(append([]string{first}, pieces...), ", ")
}

// abbreviated cuts words of more than so many letters and two, with a full stop, where a word may be cut.
func abbreviated(name string, letters int) string {
	words := strings.Split(name, " ")
	for i, word := range words {
		core := strings.TrimRight(word, ",")
		runes := []rune(core)
		if len(runes) <= letters+2 || slices.ContainsFunc(runes, func(r rune) bool { return !unicode.IsLetter(r) }) {
			continue
		}
		for n := letters; n >= leastName; n-- {
			if cutsWell(runes, n) {
				words[i] = string(runes[:n]) + "." + word[len(core):]
				break
			}
		}
	}
	return strings.Join(words, " ")
}

// cutToWords leaves out words before the last piece of a name, or at its end, and letters where there is but one word.
func cutToWords(name string, room int) string {
	head, tail := name, "…"
	if at := strings.LastIndex(name, ", "); at > 0 && utf16Length(name[at:]) < room/2 {
		head, tail = name[:at], "…"+name[at:]
	}
	for utf16Length(head)+utf16Length(tail) > room {
		at := strings.LastIndexByte(head, ' ')
		if at < 0 {
			runes := []rune(head)
			head = string(runes[:len(runes)-1])
			continue
		}
		head = strings.TrimRight(head[:at], " ,")
	}
	return head + tail
}

func utf16Length(text string) int { return len(utf16.Encode([]rune(text))) }

// audienceNames are the audiences with their short names, those with long names first, since one may hold another.
func audienceNames(r *analysis.Result) []nameAndShort {
	var names []nameAndShort
	for i, short := range shortLabels(r.Audiences) {
		names = append(names, nameAndShort{notInNames.Replace(visible(r.Audiences[i].Label)), notInNames.Replace(short)})
	}
	slices.SortStableFunc(names, func(a, b nameAndShort) int { return len(b.long) - len(a.long) })
	return names
}

// nameAndShort is a name and what it is cut to.
type nameAndShort struct{ long, short string }
