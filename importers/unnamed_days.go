package importers

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Days that the study does not name may still tell the order of answers: small files are read once more for columns of days.

// mostDated is how many rows a file has at most that is read once more for days which the study does not name.
const mostDated = 4096

// rowsIn is how many rows an export has, whosever they are.
func (r *reading) rowsIn(e *boundExport) (rows int) {
	for _, f := range r.intake.Flow {
		if f.File == e.Name {
			rows += f.Read
		}
	}
	return rows
}

// dayColumn are the days that a column says of the rows of a sample.
type dayColumn struct {
	heading string
	rank    int // the lower, the likelier these are the days of the answers
	days    []rowDay
	month   bool // they are written month first
}

// datings are columns of days, one of each sample.
type datings []*dayColumn

// order puts the rows of an audience in a wave into the order of the days.
func (d datings) order(samples []*answerSample, wave int) *answerOrder {
	with := make([]*answerSample, len(samples))
	for i, s := range samples {
		dated := *s
		dated.days, dated.month = d[i].days, d[i].month
		with[i] = &dated
	}
	return newOrder(with, wave, true)
}

// findDays looks for columns that say when the rows of small files were answered, the likeliest of each file first, and then those of one heading.
func (r *reading) findDays(ctx context.Context, samples []*answerSample) (found []datings, err error) {
	for _, s := range samples {
		if s.rows() != s.kept || r.rowsIn(s.export) > mostDated {
			return nil, nil
		}
	}
	likeliest := make(datings, len(samples))
	for i, s := range samples {
		if !s.looked {
			if err := r.readDays(ctx, s.export); err != nil {
				return nil, err
			}
		}
		if len(s.maybeDays) == 0 {
			return nil, nil
		}
		likeliest[i] = s.maybeDays[0]
	}
	found = append(found, likeliest)
	for _, c := range samples[0].maybeDays {
		of := make(datings, len(samples))
		for i, s := range samples {
			if at := slices.IndexFunc(s.maybeDays, func(d *dayColumn) bool { return d.heading == c.heading }); at >= 0 {
				of[i] = s.maybeDays[at]
			}
		}
		if !slices.Contains(of, nil) && !slices.Equal(of, likeliest) {
			found = append(found, of)
		}
	}
	return found, nil
}

// readDays finds, for all samples of an export, the columns that hold nothing but days.
func (r *reading) readDays(ctx context.Context, e *boundExport) error {
	cells := make([]*dayCells, len(e.parts)) // nil: of a part without a sample
	open := 0
	of := func(s *answerSample) int { return slices.Index(e.parts, s.part) }
	for _, s := range r.samples {
		if s.export == e {
			cells[of(s)], open = &dayCells{}, open+1
		}
	}
	err := r.keptRows(ctx, e, func(part int, record Record) error {
		if c := cells[part]; c != nil && !c.ended {
			if c.add(record.Cells); c.ended {
				open--
			}
		}
		if open == 0 {
			return errFound
		}
		return nil
	})
	for _, s := range r.samples {
		if s.export == e {
			s.looked, s.maybeDays = true, cells[of(s)].columns(s)
		}
	}
	return err
}

// dayCells are the days in the rows of one part, by column; those of which a row has none are forgotten.
type dayCells struct {
	days  map[int][]rowDay // nil: no row was seen
	ended bool             // no column is left
}

// add takes in a row.
func (d *dayCells) add(cells []string) {
	first := d.days == nil
	if first {
		d.days = map[int][]rowDay{}
	}
	for i, text := range cells {
		if !first && d.days[i] == nil {
			continue
		}
		dayFirst, monthFirst := readDay(text)
		if dayFirst == 0 && monthFirst == 0 {
			delete(d.days, i)
			continue
		}
		d.days[i] = append(d.days[i], rowDay{int32(dayFirst), int32(monthFirst)})
	}
	d.ended = len(d.days) == 0
}

// columns returns those that may say when people answered, the likeliest first.
func (d *dayCells) columns(s *answerSample) (found []*dayColumn) {
	for i := range s.export.Columns {
		c, of := &s.export.Columns[i], d.days[i]
		if len(of) != s.kept || slices.Contains(s.part.positions, i) || ofBirth().MatchString(strings.ToLower(plainWords(*c))) {
			continue
		}
		month := slices.ContainsFunc(of, func(d rowDay) bool { return d.dayFirst == 0 })
		if month && slices.ContainsFunc(of, func(d rowDay) bool { return d.monthFirst == 0 }) {
			continue
		}
		found = append(found, &dayColumn{c.ID, rankOfDays(c), of, month})
	}
	slices.SortStableFunc(found, func(a, b *dayColumn) int { return cmp.Compare(a.rank, b.rank) })
	return found
}

// rankOfDays orders columns of days: those of the platform, those that name an answer or a time, and the others.
func rankOfDays(c *Column) int {
	switch {
	case c.Role == Meta:
		return 0
	case ofAnswering().MatchString(strings.ToLower(plainWords(*c))):
		return 1
	}
	return 2
}

// ofBirth are headings of days on which people were born.
var ofBirth = lazily(`(?:^|[^\p{L}])(?:birth\p{L}*|born|dob|geburt\p{L}*|geboren|naissance|né|née|nacimiento|nascimento|nascita|geboorte\p{L}*)(?:$|[^\p{L}])`)

// ofAnswering are headings of days on which people answered.
var ofAnswering = lazily(`(?:^|[^\p{L}])(?:answer\p{L}*|respon\p{L}*|submi\p{L}*|complet\p{L}*|review\p{L}*|survey\p{L}*|interview\p{L}*|time ?stamp|time|recorded|zeitstempel|beantwort\p{L}*|ausgefüllt|abgeschickt|befrag\p{L}*|` +
	`horodateur|répon\p{L}*|marca temporal|respuesta|respondid[oa]|resposta|risposta|tijdstempel|ingevuld)(?:$|[^\p{L}])`)
