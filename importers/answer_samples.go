package importers

import (
	"cmp"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// Whether a scale changed within a column only the order of its answers tells. A part of them is kept while they are entered: all of the first,
// and then one row in many, so that five million rows take no more than a megabyte. The files of an audience share the first rows.

// How many rows of an audience are kept at first, and of each of its files at least, one in how many behind them, and the number of ratings from
// which it is fewer; and how many lie in one piece of memory.
const (
	sampledAtFirst = 16384
	sampledOfFile  = mostDated
	sampledEvery   = 256
	sampledRatings = 32
	pieceRows      = 1024
)

// noPoint stands for a cell that is no answer.
const noPoint = 255

// answerSample are some kept rows of one part, in the order of the file.
type answerSample struct {
	export  *boundExport
	part    *part
	ratings []int   // of the study: those in whole numbers of a short scale
	turned  []uint8 // by rating: the last point of a reversed scale; 0: it is as it stands
	first   int     // rows that are all kept
	every   int
	kept    int       // rows of the part
	pieces  [][]uint8 // points row by row, of so many rows each: one slice that grows would leave its former selves behind
	waves   []uint16
	days    []rowDay // none where no column says when they answered
	month   bool     // its days are written month first

	looked    bool         // the file was searched for columns of days
	maybeDays []*dayColumn // that it has
}

// rowDay is the day of a row as both layouts read it; 0: none.
type rowDay struct{ dayFirst, monthFirst int32 }

func newRowDay(dates [2]study.Date) rowDay {
	if dates[0] < 0 { // blank
		return rowDay{}
	}
	return rowDay{int32(dates[0]), int32(dates[1])}
}

// newSample returns a sample of what a part answers, one of some files of its audience; nil: it has no rating whose scale could have changed in silence.
func newSample(e *boundExport, p *part, files int, of *study.Study) *answerSample {
	if of.Quality.SameScales {
		return nil
	}
	s := &answerSample{export: e, part: p, first: max(sampledOfFile, sampledAtFirst/files), every: sampledEvery}
	for i, r := range p.ratings {
		if r == nil || r.column.OneScale || r.choices != nil || len(r.column.Codes) > 0 {
			continue
		}
		if scale := r.column.Scale; len(scale.Labels) > 0 || scale.Step != 1 || len(shorterEnds(scale)) == 0 {
			continue
		}
		turned := 0
		if r.column.Reversed {
			turned = r.column.Scale.Points() - 1
		}
		s.ratings, s.turned = append(s.ratings, i), append(s.turned, uint8(turned))
	}
	if len(s.ratings) == 0 {
		return nil
	}
	for n := len(s.ratings); n > sampledRatings; n /= 2 {
		s.first, s.every = s.first/2, s.every*2
	}
	if len(of.Waves) > 1 {
		s.waves = []uint16{}
	}
	return s
}

// next is the first row from one on that is kept.
func (s *answerSample) next(row int) int {
	if row <= s.first {
		return row
	}
	return s.first + (row-s.first+s.every-1)/s.every*s.every
}

// row is the number of the row, of all rows of the part, that is kept in a place.
func (s *answerSample) row(at int) int {
	if at <= s.first {
		return at
	}
	return s.first + (at-s.first)*s.every
}

// rows is how many rows the sample has.
func (s *answerSample) rows() int {
	last := len(s.pieces) - 1
	if last < 0 {
		return 0
	}
	return last*pieceRows + len(s.pieces[last])/len(s.ratings)
}

// put keeps the next point.
func (s *answerSample) put(point uint8) {
	last := len(s.pieces) - 1
	if last < 0 || len(s.pieces[last]) == cap(s.pieces[last]) {
		s.pieces = append(s.pieces, make([]uint8, 0, pieceRows*len(s.ratings)))
		last++
	}
	s.pieces[last] = append(s.pieces[last], point)
}

// pointAt is what the row in a place says to one of the ratings of the sample.
func (s *answerSample) pointAt(row, rating int) uint8 {
	return s.pieces[row/pieceRows][row%pieceRows*len(s.ratings)+rating]
}

// enter keeps rows of a block, which follow those before it.
func (s *answerSample) enter(b *blockOf) {
	if s == nil {
		return
	}
	for k := s.next(s.kept); k < s.kept+b.block.N; k = s.next(k + 1) {
		row := k - s.kept
		for i, rating := range s.ratings {
			code := b.block.Codes[rating][row]
			switch {
			case !code.Valid():
				s.put(noPoint)
			case s.turned[i] > 0:
				s.put(s.turned[i] - uint8(code))
			default:
				s.put(uint8(code))
			}
		}
		if s.waves != nil {
			s.waves = append(s.waves, uint16(b.block.Wave[row]))
		}
		if b.rowDays != nil {
			s.days = append(s.days, b.rowDays[row])
		}
	}
	s.kept += b.block.N
}

// day is when the row in a place was answered; 0: nobody knows.
func (s *answerSample) day(at int) study.Date {
	switch {
	case at >= len(s.days):
		return 0
	case s.month:
		return study.Date(s.days[at].monthFirst)
	}
	return study.Date(s.days[at].dayFirst)
}

// answerOrder are the rows of an audience in a wave, in the order in which they were answered, as far as one knows.
type answerOrder struct {
	samples []*answerSample
	starts  []int   // by sample: the number of its first row
	n       int     // rows
	order   []int32 // the rows in order; nil: as they stand in the files
	dated   bool
}

// rowPlace is a row in one of the samples.
type rowPlace struct {
	*answerSample
	at int
}

// newOrder puts the rows of an audience in a wave into the order of their days, where dated, and else leaves them in that of its files.
func newOrder(samples []*answerSample, wave int, dated bool) *answerOrder {
	o := &answerOrder{samples: samples, dated: dated}
	waves := false
	for _, s := range samples {
		o.starts = append(o.starts, o.n)
		o.n += s.rows()
		waves = waves || s.waves != nil
	}
	if !waves && !dated {
		return o
	}
	o.order = make([]int32, 0, o.n)
	for k := range o.n {
		if p := o.inFiles(k); p.wave() == wave && (!dated || p.day(p.at) != 0) {
			o.order = append(o.order, int32(k))
		}
	}
	o.n = len(o.order)
	if dated {
		slices.SortStableFunc(o.order, func(a, b int32) int {
			p, q := o.inFiles(int(a)), o.inFiles(int(b))
			return cmp.Compare(p.day(p.at), q.day(q.at))
		})
	}
	return o
}

func (p rowPlace) wave() int {
	if p.waves == nil {
		return 0
	}
	return int(p.waves[p.at])
}

// inFiles is the place of a row by its number in all files.
func (o *answerOrder) inFiles(k int) rowPlace {
	i, begins := slices.BinarySearch(o.starts, k)
	if !begins {
		i--
	}
	return rowPlace{o.samples[i], k - o.starts[i]}
}

// place is the place of a row by its number in the order.
func (o *answerOrder) place(k int) rowPlace {
	if o.order != nil {
		k = int(o.order[k])
	}
	return o.inFiles(k)
}

// point is the answer of a row to a rating of the study.
func (o *answerOrder) point(rating, k int) uint8 {
	p := o.place(k)
	if at, asked := slices.BinarySearch(p.ratings, rating); asked {
		return p.pointAt(p.at, at)
	}
	return noPoint
}
