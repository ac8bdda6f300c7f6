package analysis

import (
	"encoding/json"
	"strings"
	"testing"
)

// A result of nothing has lists of nothing: who reads the JSON never meets null for "none".
func TestResultOfNothingHasEmptyLists(t *testing.T) {
	var r Result
	r.fillLists()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"audiences", "items", "figures", "warnings", "assumptions", "inputs", "flow"} {
		if !strings.Contains(string(text), `"`+list+`":[]`) {
			t.Errorf("%s is no empty list in %s", list, text)
		}
	}
}
