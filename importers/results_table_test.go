package importers

import "testing"

// Only means of several kinds beside items, each once, are results; answers of respondents under the same headers are not.
func TestResultsSideBySide(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want string
	}{
		"an article's table":   {"attribute,importance,performance\nPrompt,3.6,2.2\nClean,3.41,3.29\n", "tabulated"},
		"with gaps as printed": {"dimension,item,perception,expectation,gap\nA,Prompt,4.04,4.93,-0.89\nB,Clean,4.36,4.96,-0.59\n", "tabulated"},
		"a figure unpublished": {"item,importance,performance\nPrompt,3.6,2.2\nClean,3.4,\n", "tabulated"},
		"respondents":          {"importance,performance\n4,3\n5,2\n4,4\n", "generic"},
		"with a name each":     {"item,importance,performance\nAnna,4,3\nBert,5,2\nCleo,4,4\n", "generic"},
		"who is named":         {"id,item,importance,performance\n1,Prompt,3.5,3\n2,Clean,4.5,2.5\n", "generic"},
		"one thing rated":      {"item,importance,performance\nPrompt,3.5,3\nPrompt,4.5,2.5\n", "generic"},
		"in words":             {"item,importance,performance\nPrompt,high,3.5\nClean,low,2.5\n", "generic"},
		"one kind alone":       {"item,performance\nPrompt,3.5\nClean,2.5\n", "generic"},
	} {
		e, err := exported(t, test.text, Options{})
		if err != nil || e.Platform != test.want {
			t.Errorf("%s: taken for %v (%v), want %s", name, e, err, test.want)
		}
	}
}
