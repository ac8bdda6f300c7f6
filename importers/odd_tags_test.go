package importers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// fileOf is a file of columns, each of which has its numbers in turn.
func fileOf(rows int, headers []string, numbers map[string]string) string {
	text, seed := strings.Join(headers, ",")+"\n", uint32(7)
	for range rows {
		var cells []string
		for _, header := range headers {
			of, own := numbers[header]
			if !own {
				of = "12345"
			}
			seed = seed*1664525 + 1013904223
			cells = append(cells, string(of[int(seed>>16)%len(of)]))
		}
		text += strings.Join(cells, ",") + "\n"
	}
	return text
}

// A tag of another kind than the ratings of its file, on a scale of its own, is asked about with a line to take; tags alike are items as ever, and so are words.
func TestOddTagsAreAskedAbout(t *testing.T) {
	plain := func(format string, n int) (headers []string) {
		for i := range n {
			headers = append(headers, fmt.Sprintf(format, i+1))
		}
		return headers
	}
	worded := []string{"How satisfied are you with delivery?", "How satisfied are you with advice?", "How satisfied are you with prices?"}
	topics := []string{"Q7ART", "Q7FOOD", "Q7STORE", "Q9WIFI", "Q9FOOD"}
	for _, test := range []struct {
		name    string
		headers []string
		numbers map[string]string
		asked   []string // all others are items
	}{
		{"codes beside topics", append(slices.Clone(topics), "DESTGEO", "DESTMARK"), map[string]string{"DESTGEO": "123456789", "DESTMARK": "1234567"}, []string{"DESTGEO", "DESTMARK"}},
		{"a code beside questions", append(slices.Clone(worded), "kx_2"), map[string]string{"kx_2": "1234567"}, []string{"kx_2"}},
		{"plain codes", plain("Q%d", 10), nil, nil},
		{"plain codes on two scales", plain("Q%d", 10), map[string]string{"Q4": "1234567", "Q5": "1234567", "Q6": "1234567"}, nil},
		{"rows of two questions", append(plain("Q1_%d", 4), plain("Q2_%d", 3)...), map[string]string{"Q2_1": "1234567", "Q2_2": "1234567", "Q2_3": "1234567"}, nil},
		{"a tag on the scale of the file", append(plain("Q%d", 6), "OSAT"), nil, nil},
		{"words beside codes", append(plain("Q%d", 6), "Food", "Staff"), map[string]string{"Food": "1234567", "Staff": "1234567"}, nil},
		{"nothing else", []string{"DESTGEO"}, map[string]string{"DESTGEO": "1234567"}, nil},
		{"tags in capitals", []string{"FOOD", "ROOM", "STAFF", "PRICE"}, nil, nil},
		{"one and two", []string{"visit", "q1"}, map[string]string{"visit": "12"}, []string{"visit"}},
		{"one and two in words", append(slices.Clone(worded), "How satisfied are you with parking?"), map[string]string{"How satisfied are you with parking?": "12"}, nil},
		{"outcomes", append(plain("Q%d", 8), "OSAT", "CSAT", "Q9_EFFORT"), map[string]string{"OSAT": "1234567", "CSAT": "1234567", "Q9_EFFORT": "1234567"}, nil},
		{"what is sorted by an outcome", append(plain("Q%d", 8), "LOYALTY_TIER", "QSEGX"), map[string]string{"LOYALTY_TIER": "1234567", "QSEGX": "1234567"}, []string{"LOYALTY_TIER", "QSEGX"}},
		{"questions on one thing", append(plain("Q%d", 8), "ENG1", "ENG2"), map[string]string{"ENG1": "1234567", "ENG2": "1234567"}, nil},
		{"one with a number", append(plain("Q%d", 8), "DEST1"), map[string]string{"DEST1": "1234567"}, []string{"DEST1"}},
		{"names with numbers", []string{"FOOD_1", "FOOD_2", "BED_1", "BED_2", "PRICE_1"}, map[string]string{"PRICE_1": "1234567"}, nil},
		{"seven points beside a grid", append(plain("Q1_%d", 8), "Q2"), map[string]string{"Q2": "1234567"}, []string{"Q2"}},
		{"an amount", append(slices.Clone(worded), "Qty"), map[string]string{"Qty": "123456789"}, []string{"Qty"}},
	} {
		got := draftFileOf(t, "customers.csv", fileOf(40, test.headers, test.numbers))
		live := map[string]bool{}
		for _, line := range strings.Split(got, "\n") {
			if label, is := strings.CutPrefix(line, "    label: "); is {
				live[strings.Trim(label, `"`)] = true
			}
		}
		for _, header := range test.headers {
			asked := slices.Contains(test.asked, header)
			if live[header] == asked {
				t.Errorf("%s: %s: live %v in\n%s", test.name, header, live[header], got)
			}
			if asked && !strings.Contains(got, "#  "+strings.ToLower(header)+": {label: "+header) {
				t.Errorf("%s: %s is not offered in\n%s", test.name, header, got)
			}
		}
	}
}

// A question that is a number alone is a rating on ten points beside a grid.
func TestTenPointsBesideAGrid(t *testing.T) {
	grid := "Q1_1,Q1_2,Q1_3,Q1_4,Q1_5,Q1_6"
	for tag, live := range map[string]bool{"Q2": true, "Q2DEST": false, "K2": false} {
		text := grid + "," + tag + "\n"
		for i := range 60 {
			for column := range 6 {
				text += fmt.Sprint((i*(column+2)+i/7)%5+1, ",")
			}
			text += fmt.Sprintln(i*7%10 + 1)
		}
		if got := draftFileOf(t, "customers.csv", text); strings.Contains(got, "    label: "+tag+"\n") != live {
			t.Errorf("%s: live: %v, want %v in\n%s", tag, !live, live, got)
		}
	}
}

// Words of a tag name an outcome, alone, with others, or with a number; what is sorted by one is none.
func TestTagsOfOutcomes(t *testing.T) {
	for names, want := range map[string]bool{
		"OSAT|CSAT|CES|NPS|LTR|LTP|SAT|OVERALL|EFFORT|VALUE|WORTH|LOYALTY|RECOMMEND|TRUST|QUALITY|EASE|ESAT|ENGAGE":   true,
		"csat_score|Q9_EFFORT|Q10VALUE|OverallSat|OVERALLSAT|SAT_1|sat.2|GES_ZUFR|Q3_ZUFRIEDENHEIT|CONFIANZA|QUALITE": true,
		"DESTGEO|Q2PURP2|REGION|VALUE_SEG|LOYALTY_TIER|LoyaltyCard|TRUST_TYPE|QUALITY_CLASS|SATELLITE|EASEL|Q5|kx_2":  false,
	} {
		for _, name := range strings.Split(names, "|") {
			if got := tagsOutcome(name); got != want {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
		}
	}
}
