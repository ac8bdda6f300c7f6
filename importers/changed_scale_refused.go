package importers

import (
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
			Code: study.ScaleChanged, Where: id, Scale: scale.String(),
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
