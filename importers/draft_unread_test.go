package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// The column that a draft offers as the id of respondents is not called a group of them; one of words of no known order is.
func TestIdsAreNoGroups(t *testing.T) {
	var b strings.Builder
	b.WriteString("Teilnehmer-ID,Branch,Listens,Fair prices\n")
	for i := range 11 {
		fmt.Fprintf(&b, "L%03d,%s,%d,%d\n", i+1, []string{"Harbour", "Hill", "Mill"}[i%3], 1+i%5, 1+(i+2)%5)
	}
	_, notices, err := drafted(t, "leadership.csv", b.String())
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, n := range notices {
		if n.Code == study.WordsNotRead {
			said += n.Message
		}
	}
	if !strings.Contains(said, `"Branch"`) || strings.Contains(said, "Teilnehmer-ID") {
		t.Errorf("%q", said)
	}
}
