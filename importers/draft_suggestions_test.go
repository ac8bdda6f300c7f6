package importers

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// suggestion is a draft with one of its suggestions taken out of its comment.
type suggestion struct {
	line, study string
}

var (
	keyOffered  = regexp.MustCompile(`^( *)# (?:\? )?([a-z_]+): .*$`)         // "    # ? estimates: {…}": a key of what it stands under
	itemOffered = regexp.MustCompile(`^#(  [\pL\pN_]+: \{.*|outcome: \{.*)$`) // "#  price: {…}": an item or a segment
)

// suggestionsOf takes each suggestion of a draft out of its comment, one at a time, and does what is said with it: a line that is offered in
// place of another takes its place, items whose columns it takes go, and codes get points.
func suggestionsOf(draft string) (all []suggestion) {
	lines := strings.Split(draft, "\n")
	for i, line := range lines {
		with := append([]string(nil), lines...)
		switch m := keyOffered.FindStringSubmatch(line); {
		case strings.Contains(line, ": <its column>}"), strings.Contains(line, "needs waves"), strings.Contains(line, ": which column?"), strings.HasSuffix(line, "# with the line above"), strings.HasPrefix(line, "# What was assumed"): // is still to be named
			continue
		case m != nil:
			with[i] = m[1] + strings.TrimPrefix(strings.TrimPrefix(line[len(m[1]):], "# "), "? ")
			if strings.Contains(line, "with the next line") {
				with[i+1] = strings.Replace(lines[i+1], "# ? ", "", 1)
			} else if i > 0 && strings.Contains(lines[i-1], "with the next line") {
				continue
			}
			for k := i + 1; k < len(lines) && strings.HasSuffix(lines[k], "# with the line above"); k++ {
				with[k] = strings.Replace(lines[k], "# ? ", "", 1)
			}
			for k := i + 1; strings.Contains(line, "without top_box and bottom_box below") && strings.HasPrefix(lines[k], m[1]); k++ {
				if strings.Contains(lines[k], "top_box: ") || strings.Contains(lines[k], "bottom_box: ") {
					with[k] = ""
				}
			}
			for k := i - 1; strings.HasPrefix(lines[k], m[1]) && (m[1] != "" || lines[k] != ""); k-- {
				if strings.HasPrefix(lines[k], m[1]+m[2]+": ") {
					with[k] = ""
				}
			}
		case itemOffered.MatchString(line):
			with[i] = withPoints(strings.Replace(line, "#", "", 1))
			for k := i - 1; k > 0 && strings.HasPrefix(lines[k], "#"); k-- {
				if lines[k] == "#segments:" {
					with[k] = "segments:"
				}
			}
		default:
			continue
		}
		all = append(all, suggestion{line, strings.Join(withoutTwins(with, i), "\n")})
	}
	return all
}

// withPoints writes points in place of the question marks of codes, and takes those of labels away.
func withPoints(line string) string {
	line = strings.ReplaceAll(line, `"`+study.OpenLabel, `"`)
	parts := strings.SplitAfter(line, "codes: {")
	for i, part := range parts {
		for n := 1; strings.Contains(part, `: "?"`); n++ {
			part = strings.Replace(part, `: "?"`, fmt.Sprintf(": %d", min(n, 5)), 1)
		}
		parts[i] = part
	}
	return strings.Join(parts, "")
}

var (
	columnNamed = regexp.MustCompile(`(?:[a-z]+|column): ("(?:[^"\\]|\\.)*")`)
	listNamed   = regexp.MustCompile(`([a-z_]+): \[((?:"(?:[^"\\]|\\.)*"|[^\]"])*)\]`)
	nameInList  = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[^",\s]+`)
	itemHead    = regexp.MustCompile(`^  [\pL\pN_]+:$`)
)

// withoutTwins takes out the items that have a column of the line that was taken out of its comment, but the item that it stands in.
func withoutTwins(lines []string, taken int) []string {
	names := columnNamed.FindAllStringSubmatch(lines[taken], -1)
	for _, list := range listNamed.FindAllStringSubmatch(lines[taken], -1) {
		for _, name := range nameInList.FindAllString(list[2], -1) {
			if list[1] != "scale" && list[1] != "dont_know" && list[1] != "blank" {
				names = append(names, []string{"", name})
			}
		}
	}
	head := -1
	for i, line := range lines {
		switch {
		case itemHead.MatchString(line):
			head = i
		case !strings.HasPrefix(line, "    "):
			head = -1
		case head < 0 || i == taken || strings.HasPrefix(line, "    #") || !strings.HasPrefix(lines[head+1], "    label:") || headOf(lines, taken) == head || !strings.Contains(line, ": {"):
			continue
		}
		for _, name := range names {
			if head >= 0 && i > head && strings.Contains(line, name[1]) {
				for k := head; k < len(lines) && (k == head || strings.HasPrefix(lines[k], "    ")); k++ {
					lines[k] = ""
				}
				break
			}
		}
	}
	return lines
}

// headOf is the first line of the item that a line stands in; −1: it stands in none.
func headOf(lines []string, at int) int {
	for i := at; i >= 0 && (strings.HasPrefix(lines[i], "    ") || itemHead.MatchString(lines[i])); i-- {
		if itemHead.MatchString(lines[i]) {
			return i
		}
	}
	return -1
}

// repeatedWords are words, each as often as told.
func repeatedWords(words []string, times int) (all []string) {
	for range times {
		all = append(all, words...)
	}
	return all
}

// inventedStudies are exports of two or three audiences that leave much open.
func inventedStudies() map[string][]string {
	agreed := []string{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	words := func(header string, more ...string) []string {
		return inWords(header, append(append([]string{}, agreed...), more...))
	}
	five := func(header string) []string { return answersTo(header, 0, 12, 12, 12, 12, 12) }
	ten := func(header string) []string { return answersTo(header, 0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6) }
	with := func(column []string, cell string) []string { return append(column, repeated(cell, 9)...) }
	return map[string][]string{
		"an audience in doubt": {
			"leadership.csv", ratedOnce(answersTo("How kind?", 0, 0, 0, 6, 6)),
			"staff.csv", ratedOnce(answersTo("How kind?", 0, 8, 12, 17, 18, 15)),
			"customers.csv", ratedOnce(answersTo("How kind?", 0, 5, 5, 10, 20, 20, 15, 15)),
		},
		"of three words or five": {
			"staff.csv", ratedOnce(inWords("How was it?", []string{"Below expectations", "Meets expectations", "Above expectations"}), append([]string{"How is it?"}, repeatedWords([]string{"Below average", "Average", "Above average"}, 3)...), five("We listen")),
			"customers.csv", ratedOnce(inWords("How was it?", []string{"Below expectations", "Meets expectations", "Above expectations"}), append([]string{"How is it?"}, repeatedWords([]string{"Below average", "Average", "Above average"}, 3)...), five("We listen")),
		},
		"estimates in words": {
			"leadership.csv", ratedOnce(words("We listen"), words("We are fast")),
			"staff.csv", ratedOnce(words("We listen"), words("How do you think our customers would rate: we listen", "Don't know"), words("How do you think our customers would rate: we are fast", "No opinion", "-")),
			"customers.csv", ratedOnce(words("We listen"), words("We are fair", "Can't say")),
		},
		"estimates in numbers": {
			"staff.csv", ratedOnce(five("We listen"), with(five("How do you think our customers would rate: we listen"), "N/A"), five("How important is it to our customers that we listen?"), five("What would our guests say of the rooms?")),
			"customers.csv", ratedOnce(five("We listen"), five("Prices are fair")),
		},
		"estimates beside an N/A that is a label": {
			"staff.csv", ratedOnce(inWords("Trifft es zu: wir hören zu", []string{"trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"}), with(five("Wie bewerten wohl unsere Kunden, was glauben Sie: Preise"), "trifft nicht zu"), five("Preise")),
			"customers.csv", ratedOnce(inWords("Trifft es zu: wir hören zu", []string{"trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"}), with(five("Preise"), "k. A.")),
		},
		"questions in other words": {
			"staff.csv", ratedOnce(five("We listen to our customers"), five("We answer fast"), with(words("Our prices are fair"), "Don't know"), five("Clear?")),
			"customers.csv", ratedOnce(five("They listen to their customers"), with(five("They answer fast"), "N/A"), words("Their prices are fair", "Not applicable"), five("Clear?")),
		},
		"a third audience in other words": {
			"leadership.csv", ratedOnce(five("We listen to customers"), five("How important is it that we listen?")),
			"staff.csv", ratedOnce(five("We listen to customers"), with(five("We keep our promises"), "99")),
			"customers.csv", ratedOnce(with(ten("They listen to customers"), "Don't know"), words("How important is listening to you?", "No answer"), five("We keep our promises")),
		},
		"importance and performance": {
			"staff.csv", ratedOnce(five("How important is delivery?"), with(five("How satisfied are you with our delivery times?"), "N/A"), five("How important is price?")),
			"customers.csv", ratedOnce(five("How important is delivery?"), words("How satisfied are you with the delivery?"), with(five("How important is the price to you?"), "-")),
		},
		"codes, strays and words without an order": {
			"staff.csv", ratedOnce(answersTo("How kind?", 0, 20, 20, 20, 0, 20, 20), with(five("How clear?"), "9"), inWords("How is it?", []string{"Blue", "Green", "Red"}), inWords("And this?", []string{"Blue", "Green", "Red"}), inWords("Region", []string{"North", "South"})),
			"customers.csv", ratedOnce(answersTo("How kind?", 0, 20, 20, 20, 0, 20, 20), with(five("How clear?"), "8"), inWords("How is it?", []string{"Blue", "Green", "Red"}), inWords("And this?", []string{"A1", "A2", "A3"}), inWords("Region", []string{"North", "South"})),
		},
		"nearly a known scale": {
			"staff.csv", ratedOnce(words("We listen", "Ask my boss"), words("Clear?")),
			"customers.csv", ratedOnce(words("We listen", "Depends"), words("Clear?", "Don't know")),
		},
		"what is bad, and recommending": {
			"staff.csv", ratedOnce(inWords("How often do you have problems?", []string{"Never", "Rarely", "Sometimes", "Often", "Always"}), five("Clear?"), answersTo("Would you recommend us?", 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9), answersTo("Would you recommend us as an employer?", 0, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9)),
			"customers.csv", ratedOnce(inWords("How often do you have problems?", []string{"Never", "Rarely", "Sometimes", "Often", "Always", "Don't know"}), with(five("Clear?"), "N/A"), with(answersTo("Would you recommend us?", 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9), "99")),
		},
		"short forms and grades": {
			"staff.csv", ratedOnce(append([]string{"How often do we answer?"}, repeated("Never", 3)...), inWords("Tempo", []string{"mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"})),
			"customers.csv", ratedOnce(append([]string{"How often do we answer?"}, "Never", "Rarely", "Often", "Always", "Don't know"), with(inWords("Tempo", []string{"mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"}), "weiß nicht")),
		},
		"importance in other words": {
			"staff.csv", ratedOnce(five("Quick delivery of orders"), five("Clear?")),
			"customers.csv", ratedOnce(five("Quick delivery of orders"), with(words("Importance: quick delivery of all orders"), "Don't know"), five("Clear?")),
		},
		"translations": {
			"staff.csv", ratedOnce(with(five("We listen"), "N/A"), five("We are fast"), five("We are fair"), five("We are kind"), five("We are clear")),
			"customers.csv", ratedOnce(with(five("Wir hören zu"), "k. A."), five("Wir sind schnell"), five("Wir sind fair"), five("Wir sind nett"), five("Wir sind klar")),
		},
	}
}

// Each suggestion of a draft, taken out of its comment, gives a study that is read, whatever the export holds.
func TestEverySuggestionIsRead(t *testing.T) {
	kinds := map[string]int{}
	try := func(name string, audiences []AudienceFiles, o Options) {
		text, err := DraftFile(context.Background(), audiences, o)
		if err != nil {
			inputOrUsage(t, err)
			return
		}
		for _, one := range suggestionsOf(string(text)) {
			key, _, _ := strings.Cut(strings.TrimLeft(one.line, "#? "), ":")
			kinds[key]++
			s, err := study.Parse("cxgap.yaml", []byte(one.study))
			if err == nil {
				_, err = readThrough(s, o)
			}
			if err != nil {
				t.Errorf("%s: with\n%s\n%s\n%s", name, one.line, faultsOf(err), one.study)
			}
		}
	}
	for name, files := range inventedStudies() {
		audiences, o := audiencesIn(t, files...)
		try(name, audiences, o)
	}
	for _, s := range sampleFiles(t) {
		a := AudienceFiles{ID: "customers", Files: []string{filepath.Base(s.file)}}
		if s.dictionary != "" {
			a.Dictionary = filepath.Base(s.dictionary)
		}
		try(s.file, []AudienceFiles{a}, Options{Dir: filepath.Join(sampleFolder, s.platform)})
	}
	for _, key := range []string{"estimates", "performance", "importance", "outcome", "id", "weight", "scale", "population"} {
		if kinds[key] == 0 {
			t.Errorf("no suggestion of %s was tried", key)
		}
	}
	if len(kinds) < 55 {
		t.Errorf("only %d suggestions were tried", len(kinds))
	}
}

// A label of a suggested question that is no answer in the items stays a label.
func TestSuggestedLabelsAreAnswers(t *testing.T) {
	prices := append(answersTo("Preise", 0, 9, 9, 9, 9, 9), repeated("trifft nicht zu", 5)...)
	told := inWords("Hört zu", []string{"trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"})
	got := draftFileOf(t, "staff.csv", ratedOnce(prices, told), "customers.csv", ratedOnce(prices))
	for _, want := range []string{"\nmissing: {dont_know: [\"trifft nicht zu\"]}\n", `"trifft eher nicht zu", "trifft eher zu", "trifft zu"], missing: {}}}`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

// Codes of answers are no groups with names: they are named for what they are, and not offered as segments. Quarters are groups.
func TestCodesOfAnswersAreNoSegments(t *testing.T) {
	five := answersTo("We listen", 0, 9, 9, 9, 9, 9)
	export := ratedOnce(five, inWords("Where do you live?", []string{"A1", "A2", "A10"}), inWords("When did you come?", []string{"Q1", "Q2", "Q3"}))
	got := draftFileOf(t, "staff.csv", export, "customers.csv", export)
	said := strings.Join(strings.Fields(strings.ReplaceAll(got, "\n#", " ")), " ")
	if want := `a report would show the codes. Export full answers, or name the same export with them under the audience (labels_from: FILE), and draft anew: "Where do you live?" (A1, A2, A10).`; !strings.Contains(said, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
	if strings.Contains(got, "#  where_do_you_live: {label: \"Where do you live\", staff") || !strings.Contains(got, "\n#segments:\n#  when_did_you_come: {") {
		t.Errorf("codes are offered as groups, or quarters are not:\n%s", got)
	}
	lime := "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"Q1\",\"Region\"\n"
	for i := range 30 {
		lime += fmt.Sprintf("\"%d\",\"2026-01-02 10:00:00\",\"3\",\"en\",\"%d\",\"R%d\"\n", i+1, 1+i%5, 1+i%3)
	}
	if got := draftFileOf(t, "customers.csv", lime); strings.Contains(got, "#segments:") || !strings.Contains(got, `"Region" (R1, R2, R3)`) {
		t.Errorf("codes of LimeSurvey:\n%s", got)
	}
}

// Where no question is an outcome, the line for one names an audience of the study, and no column that a file could have.
func TestOutcomeThatWasNotFound(t *testing.T) {
	text := "We listen,We deliver on time\n" + strings.Repeat("1,2\n4,5\n5,3\n3,4\n2,1\n", 6)
	got := draftFileOf(t, "board.csv", text, "patients.csv", strings.Replace(text, "1,2", "2,2", 1))
	if !strings.Contains(got, "# ? outcome: {label: Likelihood to recommend, column: {patients: <its column>}, scale: 0..10, nps: true}") {
		t.Error(got)
	}
	got = draftFileOf(t, "board.csv", strings.Replace(text, "We listen", "How likely are you to recommend us?", 1))
	if strings.Contains(got, "<its column>") {
		t.Error(got)
	}
}
