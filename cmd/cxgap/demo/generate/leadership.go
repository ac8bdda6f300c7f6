package main

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"time"
)

// leadership writes an export of Microsoft Forms that was opened in Excel and saved as "CSV UTF-8": a byte order mark,
// CRLF, one column a statement as Question.Statement. All 14 members of the team answered.
func leadership() []byte {
	const team, deviation = 14, 1.1
	r := source(14)
	header := []string{"ID", "Start time", "Completion time", "Email", "Name"}
	for _, it := range items() {
		header = append(header, "How true is this of us?."+it.leadership)
	}
	records := [][]string{header}
	start := time.Date(2026, time.September, 1, 8, 4, 11, 0, time.UTC)
	for p, view := range views(r, team, func(int) float64 { return r.NormFloat64() }) {
		start = start.Add(time.Duration(600+r.IntN(20000)) * time.Second)
		end := start.Add(time.Duration(150+r.IntN(400)) * time.Second)
		record := []string{strconv.Itoa(p + 1), cellTime(start, "1/2/06"), cellTime(end, "1/2/06"), "anonymous", ""}
		for i, it := range items() {
			record = append(record, strconv.Itoa(rating(it.means[0]+deviation*view[i], 1, 10)))
		}
		records = append(records, record)
	}
	return append([]byte("\ufeff"), table(records, true)...)
}

// table writes records as CSV with the quotes that they need.
func table(records [][]string, crlf bool) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = crlf
	if err := w.WriteAll(records); err != nil {
		panic(err) // memory does not fail to be written
	}
	return b.Bytes()
}

// cellTime is a time as spreadsheets write it: the hour without a leading zero, which Go has no layout for.
func cellTime(t time.Time, date string) string {
	return t.Format(date) + " " + strconv.Itoa(t.Hour()) + t.Format(":04:05")
}
