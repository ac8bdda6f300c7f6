package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// votingRecords is how many records vote on a second header record; leastVoters is how many responses it takes.
const (
	votingRecords = 500
	leastVoters   = 8
)

// secondHeader decides by evidence, not by shape, whether record 2 is a header: every column compares it with what stands
// below (FORMATS 0.6). Blank cells in row 1 prove nothing: publishers take row 2 away and leave them.
func secondHeader(records [][]string) (evidence string, yes bool) {
	header, data := headerVotes(records)
	if header < 2 || header <= 2*data {
		return "", false
	}
	return fmt.Sprintf("record 2 is a header by %s to %d", count(header, "column"), data), true
}

// headerVotes counts the columns that take record 2 for a header, and those that take it for a response; of too few records none votes.
func headerVotes(records [][]string) (header, data int) {
	if len(records) < 2+leastVoters {
		return 0, 0
	}
	for i := range records[1] {
		switch columnVote(records, i) {
		case voteHeader:
			header++
		case voteData:
			data++
		}
	}
	return header, data
}

type vote int

const (
	noVote vote = iota
	voteHeader
	voteData
)

// columnVote: below a header stand other values, or the ticked option alone; below a response stand its like. A number or a
// word for no answer is no header, and values of which most stand once (names, comments) say nothing.
func columnVote(records [][]string, i int) vote {
	const most = 15 // values
	second := strings.TrimSpace(cell(records[1], i))
	if second == "" {
		return noVote
	}
	below, values := 0, make([]string, 0, most) // so few are found sooner in a row than in a map
	for _, record := range records[2:] {
		text := strings.TrimSpace(cell(record, i))
		if text == "" {
			continue
		}
		if below++; slices.Contains(values, text) {
			continue
		}
		if len(values) == most {
			return noVote
		}
		values = append(values, text)
	}
	_, err := lexicon.ParseNumber(second)
	answer := err == nil || lexicon.MeansDontKnow(second) || lexicon.MeansBlank(second)
	switch {
	case len(values) == 1 && values[0] == second:
		if answer || below == len(records)-2 { // everybody gave the same answer: no option is ticked by all
			return noVote
		}
		return voteHeader
	case len(values) < 2 || below < leastVoters:
		return noVote
	case slices.Contains(values, second):
		return voteData
	case answer || below < 2*len(values):
		return noVote
	}
	return voteHeader
}
