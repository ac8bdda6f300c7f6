package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// What Text iQ computes from the words of an answer is no question, whether the tag or the text says so.
func TestTextIQIsNoQuestion(t *testing.T) {
	const tags = "StartDate,EndDate,Status,Finished,ResponseId,Q1,Q7,Q7_SENT,Q7_SCORE,Q8_1,Q8_2,Q7 - Topics\n"
	const texts = "Start,End,Status,Finished,Response ID,We listen,What should we do?,What should we do? - Sentiment,What should we do? - Sentiment Score,Rate us - Speed,Rate us - Effort,What - Topics\n"
	const ids = `"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID7_TEXT""}","{""ImportId"":""QID7_TEXT_a""}","{""ImportId"":""QID7_TEXT_b""}","{""ImportId"":""QID8_1""}","{""ImportId"":""QID8_2""}","{""ImportId"":""QID7_TEXT_c""}"` + "\n"
	rows := ""
	for _, answers := range []string{"5,be kind,Positive,2,4,4,Care", "1,be quick,Negative,-1,2,3,Speed", "3,listen,Mixed,1,5,1,Care", "4,wait,Neutral,0,1,2,Speed", "2,no,Negative,-2,3,5,Speed"} {
		rows += "2026-01-01 10:00:00,2026-01-01 10:01:00,IP Address,True,R_" + answers[:1] + "," + answers + "\n"
	}
	for name, text := range map[string]string{
		"three headers":  tags + texts + ids + rows,
		"question texts": strings.Replace(texts, "Start,End,", "Began,Ended,", 1) + rows,
	} {
		got := draftFileOf(t, "staff.csv", text)
		if strings.Contains(got, "entiment: {") || strings.Contains(got, "sentiment_score") || !strings.Contains(got, `computed by Text iQ from answers in words, and no ratings: `) {
			t.Errorf("%s:\n%s", name, got)
		}
		if !strings.Contains(got, "label: Effort") {
			t.Errorf("%s: the row of a matrix is lost:\n%s", name, got)
		}
	}
}

// In a table of no platform, a question that is rated as a whole and by its parts is no answer in words, whatever its parts are called.
func TestRatedPartsAreNotTextIQ(t *testing.T) {
	table := func(texts ...string) string {
		var columns [][]string
		for _, text := range texts {
			columns = append(columns, answersTo(text, 0, 4, 4, 4, 4, 4))
		}
		return ratedOnce(columns...)
	}
	for header, want := range map[string]int{
		"Our staff|Our staff - Effort|Our staff - Speed|Our staff - Emotion":   4,
		"The course|The course - Topics|The course - Pace|The course - Effort": 4,
		"Why?|Why? - Sentiment|Why? - Sentiment Score|Why? - Emotion|Speed":    2,
		"Why?|Why? - Topics|Why? - Sentiment|Speed":                            2,
		"Rate us - Speed|Rate us - Effort|Rate us - Sentiment":                 3,
	} {
		kept := 0
		for _, c := range inspectedText(t, table(strings.Split(header, "|")...)).Columns {
			if c.Kind == study.RatingColumn {
				kept++
			}
		}
		if kept != want {
			t.Errorf("%s: %d ratings, want %d", header, kept, want)
		}
	}
}
