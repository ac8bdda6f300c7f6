package importers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// refuseChanges refuses ratings whose scale changed among the answers of an audience: two scales have no common mean. Each wave is judged by itself:
// whether its scale is that of the others who compares them asks, and what they hold back is not refused.
func (r *reading) refuseChanges(ctx context.Context, refused *RefusedError) error {
	for i := range r.survey.study.Audiences {
		var samples []*answerSample
		for _, s := range r.samples {
			if s.part.audience == i {
				samples = append(samples, s)
			}
		}
		for _, of := range r.sameScale(samples) {
			for wave := range max(1, len(r.survey.study.Waves)) {
				if err := r.refuseChange(ctx, samples, wave, of, refused); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// ratingsOfScale are ratings of one audience that share a scale.
type ratingsOfScale struct {
	scale   study.Scale
	ratings []int
}

// sameScale groups the ratings of an audience by their scales.
func (r *reading) sameScale(samples []*answerSample) (groups []ratingsOfScale) {
	for _, s := range samples {
		for _, rating := range s.ratings {
			scale := s.part.ratings[rating].column.Scale
			at := slices.IndexFunc(groups, func(g ratingsOfScale) bool { return g.scale.Same(scale) })
			if at < 0 {
				at, groups = len(groups), append(groups, ratingsOfScale{scale: scale})
			}
			if !slices.Contains(groups[at].ratings, rating) {
				groups[at].ratings = append(groups[at].ratings, rating)
			}
		}
	}
	return groups
}

// refuseChange refuses those of ratings on one scale that changed it. Days tell the order of answers where all files say them, and the files elsewhere;
// days that the study does not name are looked for in small files only.
func (r *reading) refuseChange(ctx context.Context, samples []*answerSample, wave int, of ratingsOfScale, refused *RefusedError) error {
	order := newOrder(samples, wave, dated(samples))
	found := order.scaleChanges(of.scale, of.ratings)
	if !order.dated && of.scale.Points() > 5 {
		columns, err := r.findDays(ctx, samples)
		if err != nil {
			return err
		}
		for _, days := range columns {
			byDay := days.order(samples, wave)
			if changes := byDay.scaleChanges(of.scale, of.ratings); surely(changes) || len(changes) > 0 && len(found) == 0 {
				order, found = byDay, changes
			}
			if order.dated && surely(found) {
				break
			}
		}
	}
	for _, c := range found {
		if err := r.refuseRatings(ctx, order, c, of.scale, refused); err != nil {
			return err
		}
	}
	return nil
}

// surely reports whether one of some changes is no question.
func surely(changes []scaleChange) bool {
	return slices.ContainsFunc(changes, func(c scaleChange) bool { return !c.maybe })
}

// dated reports whether nearly all rows of all files say when they were answered.
func dated(samples []*answerSample) bool {
	known, rows := 0, 0
	for _, s := range samples {
		rows += s.rows()
		for at := range s.days {
			if s.day(at) != 0 {
				known++
			}
		}
	}
	return 10*known >= 9*rows && rows > 0
}

// refuseRatings says of ratings where their scale changed.
func (r *reading) refuseRatings(ctx context.Context, order *answerOrder, c scaleChange, scale study.Scale, refused *RefusedError) error {
	where, err := r.changedWhere(ctx, order, c, scale)
	if err != nil {
		return err
	}
	s := order.place(c.at).answerSample
	if !slices.Contains(s.ratings, c.ratings[0]) {
		s = order.samples[slices.IndexFunc(order.samples, func(s *answerSample) bool { return slices.Contains(s.ratings, c.ratings[0]) })]
	}
	id := r.survey.study.Audiences[s.part.audience].ID
	first := s.part.ratings[c.ratings[0]]
	what := fmt.Sprintf("%s (column %s)", first.rating.Item.ID, lexicon.Shorten(first.header))
	in := "column " + lexicon.Shorten(first.header)
	if n := len(c.ratings); n > 1 {
		what = fmt.Sprintf("%d columns from %s on (%s)", n, first.rating.Item.ID, lexicon.Shorten(first.header))
		in = fmt.Sprintf("%s from %s on", count(n, "column"), lexicon.Shorten(first.header))
	}
	const apart = "make two audiences of those before and those after (where:, or two files), each on its own scale: they are compared in percent of maximum possible (POMP); "
	if c.maybe {
		r.intake.Warnings = append(r.intake.Warnings, study.Notice{
			Code: study.ScaleChanged, Where: id,
			Message: fmt.Sprintf("%s: answers in %s %s before %s and %s from there on: was it the same scale? Averaged as they stand", id, in, where.before, where.at, where.after),
			Hint:    "if it was,  one_scale: true  says so; if not, " + strings.TrimSuffix(apart, "; "),
		})
		return nil
	}
	refused.Add(study.Fault{
		Place:   where.place,
		Message: fmt.Sprintf("%s: answers to %s %s: two scales, and no common mean", id, what, where.what),
		Hint:    apart + "one_scale: true  says that all answers are on one scale",
	})
	why := fmt.Sprintf("answers %s: two scales, and no common mean", where.told)
	for _, rating := range c.ratings {
		refused.ratings = append(refused.ratings, Refusal{
			Audience: id, Column: r.survey.study.Ratings()[rating].Columns[id].Selector.String(), Code: study.ScaleUnknown, Why: why, key: "one_scale: true",
			Remedy: "make an audience of its own of what was asked on each scale: by its files, or by  where:  in a study file; one_scale: true  says that all answers are on one",
		})
	}
	return nil
}

// changedPlace is where a scale changed, and the words for it.
type changedPlace struct {
	place study.Place
	what  string // behind the place
	told  string // where the place stands not before it

	before, after string // how far answers go
	at            string // the first row, day or file of those after
}

// changedWhere says where a scale changed: between two days or files, or at a row.
func (r *reading) changedWhere(ctx context.Context, order *answerOrder, c scaleChange, scale study.Scale) (changedPlace, error) {
	before, after := fmt.Sprintf("end at %s", lexicon.FormatNumber(scale.Value(study.Code(c.end)))), fmt.Sprintf("run to %s", lexicon.FormatNumber(scale.Value(study.Code(c.top))))
	if !c.longer {
		before, after = after, before
	}
	last, first := order.place(c.at-1), order.place(c.at)
	at := changedPlace{place: study.Place{File: first.export.Name}, before: before, after: after, at: first.export.Name}
	switch {
	case order.dated && last.day(last.at) == first.day(first.at):
		at.what = fmt.Sprintf("%s before %s and %s from that day on", before, first.day(first.at), after)
	case order.dated:
		at.what = fmt.Sprintf("%s up to %s and %s from %s on", before, last.day(last.at), after, first.day(first.at))
	case last.answerSample != first.answerSample:
		at.what = fmt.Sprintf("%s in %s and %s in %s", before, last.export.Name, after, first.export.Name)
	default:
		row := first.row(first.at)
		line, err := r.lineOf(ctx, first.answerSample, row)
		if err != nil {
			return at, err
		}
		at.place.Line = line
		at.at = at.place.String()
		rows := r.rowsBefore(order, c.at)
		at.what = fmt.Sprintf("%s in %s before this one and %s from here on", before, rows, after)
		at.told = fmt.Sprintf("%s in %s before %s and %s from there on", before, rows, at.place, after)
		return at, nil
	}
	if order.dated {
		at.at = first.day(first.at).String()
	}
	at.told = at.what
	return at, nil
}

// rowsBefore says which rows stand before one: how many were kept, and of a wave among others, of whose rows only some are kept, which.
func (r *reading) rowsBefore(order *answerOrder, at int) string {
	of := order.place(at)
	before, sampled := of.row(of.at), of.row(of.at) > of.first
	for _, s := range order.samples[:slices.Index(order.samples, of.answerSample)] {
		before, sampled = before+s.kept, sampled || s.kept > s.first
	}
	about, wave := "", ""
	if sampled {
		about = "about " // which of the rows between was not kept
	}
	if waves := r.survey.study.Waves; len(waves) > 0 {
		wave = " of wave " + waves[of.wave()]
	}
	switch {
	case wave != "" && sampled:
		return "the rows" + wave
	case wave != "":
		before = at
	}
	return fmt.Sprintf("the %s%s%s", about, count(before, "row"), wave)
}

// errFound ends a pass.
var errFound = errors.New("found")

// keptRows visits the rows of an export that are kept, once more and with care.
func (r *reading) keptRows(ctx context.Context, e *boundExport, visit func(part int, record Record) error) error {
	again := newReading(r.survey, nowhere{})
	again.median, again.progress.file = r.median, r.progress.file
	again.progress.compared = &atomic.Bool{}
	again.answers.open(again.progress.file, e.Columns)
	rows := newRowReader(again, e)
	rows.batch.reset(nil)
	_, err := e.read(ctx, func(record Record) error {
		rows.record(record)
		for i, b := range rows.batch.parts {
			if b.block.N > 0 {
				if err := visit(i, record); err != nil {
					return err
				}
			}
		}
		rows.batch.reset(nil)
		return nil
	}, func(study.Fault) {})
	if errors.Is(err, errFound) {
		return nil
	}
	return err
}

// lineOf finds the line on which a row of a part stands, by its number; 0: none.
func (r *reading) lineOf(ctx context.Context, s *answerSample, row int) (line int, err error) {
	at := slices.Index(s.export.parts, s.part)
	err = r.keptRows(ctx, s.export, func(part int, record Record) error {
		if part != at {
			return nil
		}
		if row--; row < 0 {
			line = record.Line
			return errFound
		}
		return nil
	})
	return line, err
}

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
			if s.maybeDays, err = r.readDays(ctx, s); err != nil {
				return nil, err
			}
			s.looked = true
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

// readDays returns the columns of an export that hold nothing but days.
func (r *reading) readDays(ctx context.Context, s *answerSample) (found []*dayColumn, err error) {
	at := slices.Index(s.export.parts, s.part)
	days := map[int][]rowDay{}
	first := true
	err = r.keptRows(ctx, s.export, func(part int, record Record) error {
		if part != at {
			return nil
		}
		for i, text := range record.Cells {
			if known := days[i]; !first && known == nil {
				continue
			}
			dayFirst, monthFirst := readDay(text)
			if dayFirst == 0 && monthFirst == 0 {
				delete(days, i)
				continue
			}
			days[i] = append(days[i], rowDay{int32(dayFirst), int32(monthFirst)})
		}
		if first = false; len(days) == 0 {
			return errFound
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range s.export.Columns {
		c := &s.export.Columns[i]
		of := days[i]
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
	return found, nil
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
