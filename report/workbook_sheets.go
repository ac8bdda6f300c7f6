package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// longestName is how long the name of a sheet may be, in the units of UTF-16: Excel counts an emoji twice.
const longestName = 31

var notInNames = strings.NewReplacer(":", " ", "\\", " ", "/", " ", "?", " ", "*", " ", "[", " ", "]", " ", "'", "’")

// sheet begins a sheet with a name made of its title: no longer than Excel has it, and of its own.
func (b *workbook) sheet(title string) string {
	n := len(b.sheets) + 1
	name := fmt.Sprintf("%d %s", n, strings.Join(strings.Fields(notInNames.Replace(title)), " "))
	name = fitting(name)
	if n == 1 {
		b.keep(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.keep(err)
	}
	b.sheets = append(b.sheets, name)
	b.printed(name)
	return name
}

// tab is what a table's sheet is called: its title without what all titles say, the long ones by a word; behind that of its chapter where
// the title alone, such as the name of an audience, does not say what the table shows.
func (b *workbook) tab(chapter, title string) string {
	if title == "" {
		name, _ := b.shortened(chapter)
		return name
	}
	title, _, _ = strings.Cut(title, " · ")
	pieces := slices.DeleteFunc(strings.Split(title, ", "), func(piece string) bool { return b.dull[piece] })
	if at := slices.Index(pieces, b.text("in POMP (0–100)")); at >= 0 {
		pieces[at] = "POMP"
	}
	name, telling := b.shortened(strings.Join(pieces, ", "))
	if before, shortens := b.shortened(chapter); shortens && !telling {
		name = before + ", " + name
	}
	return name
}

// shortened says the beginning of a title in a word, if there is one for it.
func (b *workbook) shortened(title string) (name string, shortens bool) {
	for _, of := range []struct{ long, short string }{
		{b.form("Where the audiences differ"), b.text("Gaps")},
		{b.form("Where the distance arises"), b.text("Chain")},
		{b.form("Where what matters falls short"), b.text("Shortfall")},
		{b.form("Importance against performance"), b.text("Quadrants")},
		{b.form("Derived and stated importance"), b.text("Derived and stated")},
		{b.form("Derived importance by %s"), b.text("Derived by")},
		{b.form("Derived importance"), b.text("Derived")},
		{b.form("Penalty and reward"), b.text("Penalty, reward")},
		{b.form("How answers divide: %s"), b.text("Answers,")},
		{b.form("What to do first"), b.text("Priorities")},
		{b.form("Constructs and dimensions"), b.text("Constructs")},
		{b.form("Self less organisation, within respondents, %s"), b.text("Self − organisation,")},
		{b.form("Over the waves: %s, %s"), b.text("Waves,")},
		{b.form("In detail: %s, %s"), b.text("Detail,")},
		{b.form("Belief and experience: shares in the top box, %s"), b.text("Belief,")},
		{b.form("How the figures were made"), b.text("Methods")},
	} {
		long, _, _ := strings.Cut(of.long, "%")
		if rest, begins := strings.CutPrefix(title, strings.TrimRight(long, " „“")); begins && long != "" {
			return of.short + rest, true
		}
	}
	return title, false
}

// fitting cuts the name of a sheet where it is too long: in its middle, for titles of one kind differ in their ends. What stands behind the
// last comma is kept whole where there is room.
func fitting(name string) string {
	ending := 11
	if last := utf16Length(name[strings.LastIndex(name, ", ")+1:]); last <= 16 {
		ending = max(ending, last)
	}
	runes := []rune(name)
	if utf16Length(name) <= longestName {
		return name
	}
	last := len(runes)
	for last > 0 && utf16Length(string(runes[last-1:])) <= ending {
		last--
	}
	tail := strings.TrimLeft(string(runes[last:]), " ,")
	first := 0
	for first < last && utf16Length(string(runes[:first+1]))+1+utf16Length(tail) <= longestName {
		first++
	}
	return strings.TrimRight(string(runes[:first]), " ,") + "…" + tail
}

func utf16Length(text string) int { return len(utf16.Encode([]rune(text))) }
