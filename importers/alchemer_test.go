package importers

import (
	"fmt"
	"strings"
	"testing"
)

// The status of a response is read whatever its case, and deleted responses are none.
func TestAlchemerStatus(t *testing.T) {
	in := inspectedText(t, "Response ID,Time Started,Date Submitted,Status,How easy?\n"+
		strings.Repeat("1,2026-01-01,2026-01-01,Complete,1\n2,2026-01-01,2026-01-01,complete,5\n", 3)+
		"3,2026-01-01,,PARTIAL,4\n4,2026-01-01,2026-01-01,DISQUALIFIED,4\n5,2026-01-01,2026-01-01,Deleted,2\n6,2026-01-01,2026-01-01,deleted,2\n")
	if got := fmt.Sprint(in.Platform, in.Kept, in.Dropped); got != "alchemer6 [{disqualified 1} {deleted 2} {partial 1}]" {
		t.Error(got)
	}
}
