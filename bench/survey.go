// Package bench measures the whole way from an export to figures, by its size; bench/compare measures the program beside others.
package bench

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
)

// Items is the number of rating columns of the invented export, Q1 to Q20; it has importance ratings I1 to I10, too.
const Items = 20

// Export writes an invented export of so many respondents: an id, a time, audience (1 % leadership, 9 % staff, else customers), region,
// weight, ratings on 1 to 10 of which every twentieth is blank, an outcome on 0 to 10, and a remark that may hold commas, quotes and
// line ends. It is the same on every machine, and a short one is the beginning of a long one. A row has about 195 bytes.
func Export(w io.Writer, rows int) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if _, err := out.WriteString(header()); err != nil {
		return err
	}
	source := rand.New(rand.NewPCG(8, 1))
	var line []byte
	for row := range rows {
		line = appendRow(line[:0], row, source)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

func header() string {
	text := "id,time,audience,region,weight"
	for i := range Items {
		text += fmt.Sprintf(",Q%d", i+1)
	}
	for i := range Items / 2 {
		text += fmt.Sprintf(",I%d", i+1)
	}
	return text + ",outcome,remark\n"
}

func appendRow(line []byte, row int, source *rand.Rand) []byte {
	line = fmt.Appendf(line, "P-%015x,2026-%02d-%02d %02d:%02d:%02d,", source.Uint64()>>4, 1+row/86400/28%12, 1+row/86400%28, row/3600%24, row/60%60, row%60)
	shift := 0.0
	switch x := source.Float64(); {
	case x < 0.01:
		line, shift = append(line, "leadership,"...), 1
	case x < 0.10:
		line, shift = append(line, "staff,"...), 0.4
	default:
		line = append(line, "customer,"...)
	}
	line = append(line, [...]string{"North", "South-east", "West", "Islands", "Abroad"}[source.IntN(5)]...)
	line = append(line, ',')
	line = strconv.AppendFloat(line, math.Exp(0.4*source.NormFloat64()), 'f', 4, 64)
	mood, outcome := source.NormFloat64(), 7.0
	for i := range Items {
		rating := between(1, 10, 6.2+shift+0.1*float64(i%7)+1.3*mood+1.5*source.NormFloat64())
		outcome += 0.08 * (float64(rating) - 6.5)
		line = appendRating(line, rating, source)
	}
	for range Items / 2 {
		line = appendRating(line, between(1, 10, 7.5+1.6*source.NormFloat64()), source)
	}
	line = append(line, ',')
	line = strconv.AppendInt(line, int64(between(0, 10, outcome+1.3*source.NormFloat64())), 10)
	line = append(line, ',')
	return append(appendRemark(line, source), '\n')
}

func between(low, high int, x float64) int { return max(low, min(high, int(math.Round(x)))) }

func appendRating(line []byte, rating int, source *rand.Rand) []byte {
	line = append(line, ',')
	if source.IntN(20) == 0 {
		return line
	}
	return strconv.AppendInt(line, int64(rating), 10)
}

// appendRemark: a third say nothing, a third something plain, a third something that needs quotes.
func appendRemark(line []byte, source *rand.Rand) []byte {
	words := [...]string{"delivery", "was", "on", "time", "the", "invoice", "wrong", "again", "caf\u00e9", "support", "helped", "at", "once", "slow", "site", "fa\u00e7ade"}
	kind := source.IntN(3)
	if kind == 0 {
		return line
	}
	if kind == 2 {
		line = append(line, '"')
	}
	for i := range 4 + source.IntN(26) {
		if i > 0 {
			line = append(line, ' ')
		}
		word := words[source.IntN(len(words))]
		switch {
		case kind == 2 && source.IntN(12) == 0:
			line = fmt.Appendf(line, `""%s"",`, word)
		case kind == 2 && source.IntN(24) == 0:
			line = append(append(line, word...), '\n')
		default:
			line = append(line, word...)
		}
	}
	if kind == 2 {
		line = append(line, '"')
	}
	return line
}
