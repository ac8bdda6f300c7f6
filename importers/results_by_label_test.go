package importers

import (
	"strings"
	"testing"
)

// How many chose each label is no respondent, whether the labels stand in rows or in columns; five people with five opinions are.
func TestSharesByLabel(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		results bool
	}{
		"labels in rows":        {"Answer,North,South|Very satisfied,21%,30%|Satisfied,40%,35%|Neutral,20%,15%|Dissatisfied,12%,11%|Very dissatisfied,7%,9%", true},
		"items in columns":      {",Delivery,Support|Very satisfied,21,30|Satisfied,40,35|Neutral,20,15|Dissatisfied,12,11|Very dissatisfied,7,9", true},
		"from low to high":      {"Antwort,2024,2025|Sehr unzufrieden,7,9.2|Unzufrieden,12,11|Neutral,20,15|Zufrieden,40,34.8|Sehr zufrieden,21,30|Gesamt,100,100", true},
		"counts beside shares":  {"Satisfaction,n,%|Very satisfied,42,21|Satisfied,80,40|Neutral,40,20|Dissatisfied,24,12|Very dissatisfied,14,7|Base,200,100", true},
		"parts of one":          {"Response,Leaders|Strongly agree,0.21|Agree,0.4|Neither,0.2|Disagree,0.12|Strongly disagree,0.07", true},
		"blocks of items":       {"Question,Answer,Share|Delivery,Agree,50|Delivery,Neither,30|Delivery,Disagree,20|Support,Agree,40|Support,Neither,35|Support,Disagree,25", true},
		"labels in columns":     {"Item,Very satisfied,Satisfied,Neutral,Dissatisfied,Very dissatisfied|Delivery,21%,40%,20%,12%,7%|Support,30%,35%,15%,11%,9%", true},
		"with a base":           {"Item,n,Agree,Neither,Disagree|Delivery,120,50,30,20|Support,118,41,34,25", true},
		"people":                {"Answer,Delivery,Support|Very satisfied,5,4|Satisfied,4,4|Neutral,3,5|Dissatisfied,2,3|Very dissatisfied,1,1", false},
		"people of no order":    {"Answer,Spent|Satisfied,40|Very satisfied,21|Dissatisfied,12|Neutral,20|Very dissatisfied,7", false},
		"people who agree":      {"Answer,Delivery|Satisfied,5|Satisfied,4|Very satisfied,3|Neutral,40|Satisfied,48", false},
		"points given to words": {"Who,Speed,Price,Service|A,50,30,20|B,20,30,50|C,10,80,10", false},
		"ticked labels":         {"Who,Agree,Neither,Disagree|A,1,0,0|A,0,1,0|B,0,0,1", false},
		"labels ticked once":    {"Who,Agree,Neither,Disagree|A,1,0,0|B,0,1,0|C,0,0,1", false},
		"groups":                {"Region,Budget|North,40|South,30|East,30", false},
	} {
		in := inspectedText(t, strings.ReplaceAll(test.text, "|", "\n")+"\n")
		if results := in.Platform == (tabulated{}).name(); results != test.results {
			t.Errorf("%s: %s (%s)", name, in.Platform, in.Evidence)
		}
	}
}
