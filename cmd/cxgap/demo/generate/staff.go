package main

import (
	"math/rand/v2"
	"strconv"
	"time"
)

// staff writes the sheet that is linked to a Google Form: CRLF, a grid whose headers keep their blanks, one question of
// its own on 1..5, "Don't know" as text. 96 people answered.
func staff() []byte {
	const people = 96
	r := source(97)
	header := []string{"Timestamp", "Which team do you work in?"}
	for _, it := range items() {
		if it.often {
			header = append(header, it.staff)
		} else {
			header = append(header, "How true is this of us?   ["+it.staff+"]")
		}
	}
	teams := []string{"Sales", "Service", "Warehouse", "Delivery", "Accounts", "Purchasing"}
	records := [][]string{header}
	at := time.Date(2026, time.September, 3, 7, 31, 5, 0, time.UTC)
	for _, view := range views(r, people, func(int) float64 { return r.NormFloat64() }) {
		at = at.Add(time.Duration(60+r.IntN(9000)) * time.Second)
		record := []string{cellTime(at, "1/2/2006"), teams[r.IntN(len(teams))]}
		for i, it := range items() {
			record = append(record, staffCell(r, it, view[i]))
		}
		records = append(records, record)
	}
	return table(records, true)
}

// staffCell is one answer. A linear scale has no place for "Don't know": who does not know leaves it blank.
func staffCell(r *rand.Rand, it item, view float64) string {
	skips, doesNotKnow := r.Float64() < .015, r.Float64() < 2*it.doNotKnow
	switch {
	case skips, doesNotKnow && it.often:
		return ""
	case doesNotKnow:
		return "Don't know"
	case it.often:
		return strconv.Itoa(rating(it.means[1]+.9*view, 1, 5))
	}
	return strconv.Itoa(rating(it.means[1]+1.6*view, 1, 10))
}
