package importers

import (
	"context"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// publishedTable is a table as articles print it: an item and a group a row.
const publishedTable = "Attribute,Group,Mean,SD,N\n" +
	"Prompt delivery,Staff,4.21,0.8,120\nPrompt delivery,Customers,3.61,1.1,310\nFriendly staff,Staff,4.5,0.7,119\nFriendly staff,Customers,4.02,0.9,308\n"

// A table of results under headings of its own is told from one of respondents by all of its columns, and what they have to be called is said.
func TestResultsUnderOtherHeadings(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"an article's table": {publishedTable, `rename "Group" to audience, "Mean" to value`},
		"German, decimal commas, semicolons": {
			"Merkmal;Zielgruppe;Mittelwert;Stabw;Anzahl\nPünktlich;Kunden;3,61;1,1;310\nPünktlich;Personal;4,21;0,8;120\nFreundlich;Kunden;4,02;0,9;308\nFreundlich;Personal;4,5;0,7;119\n",
			`rename "Merkmal" to item, "Zielgruppe" to audience, "Mittelwert" to value, "Anzahl" to base`,
		},
		"a mean a kind":              {"Aspect,Importance (mean),Performance (mean),Gap\nPrompt,4.71,3.61,-1.1\nClean,4.5,4.02,-0.48\n", `rename "Aspect" to item, "Importance (mean)" to importance, "Performance (mean)" to performance`},
		"of no heading of items":     {"Service,Average score,Responses\nDelivery,3.61,310\nCounter,4.02,308\nPhone,2.95,300\n", `rename "Service" to item, "Average score" to value, "Responses" to base`},
		"a score with its base":      {"Question,Audience,Score,N\nPrompt,Staff,4.21,120\nPrompt,Customers,3.61,310\n", `rename "Question" to item, "Score" to value`},
		"by team, of one thing":      {"Team,Mean,N\nNorth,3.61,31\nSouth,4.02,30\n", `rename "Team" to audience, "Mean" to value; add a column item that says what was rated`},
		"a group under its own name": {"Item,Who,Mean\nPrompt,Staff,4.21\nPrompt,Customers,3.61\nClean,Staff,4.5\nClean,Customers,4.02\n", `rename "Who" to audience, "Mean" to value`},
		"a column a group": {
			"Item,Staff,Customers,Gap\nPrompt,4.21,3.61,0.6\nClean,4.5,4.02,0.48\n",
			`"Staff", "Customers": call them by what was rated (importance, performance, expectation, alternative), or, if each is a group of people, write a row for each with the columns item, audience and value`,
		},
		"percentages, with bases": {
			"Statement,Group,Top-2 %,Base\nPrompt,Staff,81%,40\nPrompt,Customers,52%,310\nClean,Staff,77%,40\nClean,Customers,60%,308\n",
			`rename "Group" to audience, "Top-2 %" to value; if these are the shares of those who chose the highest points, add a column statistic with top_box in every row, and write them as 81 % or 0.81`,
		},
		"percentages beside means": {"Statement,Group,Mean,% favourable\nPrompt,Staff,4.21,81\nPrompt,Customers,3.61,52\n", `rename "Group" to audience, "Mean" to value`},
		"each group with its base": {
			"Item,Staff n,Staff mean,Customers n,Customers mean\nPrompt,40,4.21,310,3.61\nClean,40,4.5,308,4.02\n",
			`"Staff mean", "Customers mean": call them by what was rated (importance, performance, expectation, alternative), or, if each is a group of people, write a row for each with the columns item, audience and value`,
		},
		"groups of what is called right": {"item,Group,importance,performance\nPrompt,Staff,4.21,3.3\nPrompt,Customers,3.61,3.1\n", `rename "Group" to audience`},
	} {
		in := inspectedText(t, test.text)
		if in.Platform != "tabulated" || len(in.Warnings) != 1 || in.Warnings[0].Code != study.ResultsRenamed {
			t.Errorf("%s: %s, %v", name, in.Platform, in.Warnings)
			continue
		}
		if got, rest, _ := strings.Cut(strings.TrimPrefix(in.Warnings[0].Hint, "before a study file can read it with  tabulated: true: "), "; --platform"); got != test.want || rest == "" {
			t.Errorf("%s: %s", name, in.Warnings[0].Hint)
		}
		for _, c := range in.Columns {
			if c.Kind.Rates() {
				t.Errorf("%s: %s is a %s", name, c.ID, c.Kind)
			}
		}
	}
}

// Nothing of respondents is taken for results: neither their means beside what they answered, nor one row each with whole numbers.
func TestRespondentsWithWordsOfResults(t *testing.T) {
	for name, text := range map[string]string{
		"a mean beside answers": "Name,Team,Speed,Price,Mean\nAnna,North,4,3,3.5\nBert,South,5,2,3.5\nCleo,North,4,5,4.5\n",
		"whole numbers":         "Item,Group,Mean,N\nPrompt,Staff,4,2\nPrompt,Customers,3,5\nClean,Staff,4,1\n",
		"an item twice":         "Item,Group,Mean\nPrompt,Staff,4.5\nPrompt,Staff,3.5\nClean,Staff,4.5\n",
		"who is named":          "Respondent,Group,Mean\nA,Staff,4.5\nB,Staff,3.5\nC,Staff,2.5\n",
		"percentages alone":     "Name,Group,Effort %\nAnna,Staff,80\nBert,Staff,60\nCleo,Customers,70\n",
		"shares of one's own":   "Statement,Share\nPrompt,80\nClean,60\nFair,70\n",
		"beyond percentages":    "Statement,Group,Change %\nPrompt,Staff,180\nPrompt,Customers,60\n",
		"answers in decimals":   "Region,Speed,Price\nNorth,4.5,3.5\nSouth,2.5,1.5\nEast,3.5,4.5\n",
		"a name and a mean":     "Name,Mean\nAnna,4.5\nBert,3.5\nCleo,2.5\n",
		"many rows":             "Attribute,Mean,N\n" + strings.Repeat("x,1.5,3\n", 400),
		"facts in decimals":     "Role,Average income,Age\nChief,4.5,33\nClerk,3.5,41\n",
	} {
		e, err := exported(t, text, Options{})
		if err != nil || e.Platform != "generic" {
			t.Errorf("%s: %v, %+v", name, err, e)
		}
	}
}

// What is read as it stands gets no advice, a draft and a study file get it with the fault, and --platform generic reads respondents.
func TestResultsAdviceWhereItHelps(t *testing.T) {
	if in := inspectedText(t, "item,Group,value\nPrompt,Staff,4.5\nClean,Staff,3.5\n"); len(in.Warnings) > 0 {
		t.Errorf("%v", in.Warnings)
	}
	_, _, err := drafted(t, "staff.csv", publishedTable)
	if got := hintsOf(err); !strings.Contains(got, `before that: rename "Group" to audience, "Mean" to value; if its rows are respondents after all:  --platform generic`) {
		t.Errorf("%s", got)
	}
	study := "audiences: {staff: {files: [a.csv], tabulated: true}}\nscale: 1..5\nitems: {p: {performance: Prompt delivery}}\n"
	_, _, err = survey(t, "s.yaml", study, "a.csv", publishedTable)
	if got := hintsOf(err); !strings.HasSuffix(strings.TrimSpace(got), `in this file: rename "Group" to audience, "Mean" to value`) {
		t.Errorf("%s", got)
	}
	renamed := strings.Replace(publishedTable, "Group,Mean", "audience,value", 1)
	_, v, err := survey(t, "s.yaml", study, "a.csv", renamed)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := v.Read(context.Background(), &collector{})
	if err != nil || len(intake.Tabulated) != 1 || intake.Tabulated[0].Value != 4.21 || intake.Tabulated[0].Base != 120 || len(intake.Warnings) != 1 {
		t.Errorf("%v, %+v", err, intake)
	}
	if e, err := exported(t, publishedTable, Options{Platform: "generic"}); err != nil || len(e.notices) > 0 {
		t.Errorf("%v, %+v", err, e)
	}
}
