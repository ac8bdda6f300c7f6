package importers

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// RefusedError is that the numbers of ratings, read in full, have no mean: they look like codes, or their scale changed. It is an *study.InputError; who drafted the
// study without a study file drafts it anew without these ratings (Options.Refused).
type RefusedError struct {
	*study.InputError
	ratings []Refusal
}

// Refusal is a rating of which reading said that it has no mean.
type Refusal struct {
	Audience, Column  string // the column as the study selects it
	Code, Why, Remedy string
	key               string     // what a study file says where the rating is one all the same
	coded             scaleOffer // where its numbers are codes; no points: they are none
	ratings           bool       // that it is one is likelier
}

// Unwrap returns what it is to those who only tell what is wrong.
func (e *RefusedError) Unwrap() error { return e.InputError }

// refuse returns the ratings that have no mean, as an error; nil: all have one.
func (r *reading) refuse(ctx context.Context) error {
	refused := &RefusedError{InputError: &study.InputError{}}
	r.refuseHoles(refused)
	r.refuseBranches(refused)
	if err := r.refuseChanges(ctx, refused); err != nil {
		return err
	}
	r.askFilesApart(refused)
	if refused.Empty() {
		return nil
	}
	return refused
}

// refuse adds ratings to those that are refused; false: they were known.
func (o *Options) refuse(ratings []Refusal) (more bool) {
	for _, of := range ratings {
		if !slices.ContainsFunc(o.Refused, func(known Refusal) bool { return known.Audience == of.Audience && known.Column == of.Column }) {
			o.Refused, more = append(o.Refused, of), true
		}
	}
	return more
}

// Without adds the ratings that an error says were refused; false: it says none that is not known.
func (o *Options) Without(err error) (more bool) {
	var refused *RefusedError
	return errors.As(err, &refused) && o.refuse(refused.ratings)
}

// refusal returns why a column of a question was refused when its answers were read.
func (d *draft) refusal(q *question) (Refusal, bool) {
	for _, a := range q.by {
		if of, refused := d.refusalOf(a); refused {
			q.unread = a
			return of, true
		}
	}
	return Refusal{}, false
}

// refusalOf returns why the column of an audience was refused.
func (d *draft) refusalOf(a *asked) (Refusal, bool) {
	id, column := d.study.Audiences[a.audience].ID, a.selector().String()
	at := slices.IndexFunc(d.refused, func(of Refusal) bool { return of.Audience == id && of.Column == column })
	if at < 0 {
		return Refusal{}, false
	}
	return d.refused[at], true
}

// allTheSame adds what a study says of a refused rating that is one all the same, and of one whose numbers are codes; the likelier first.
func (w *fileWriter) allTheSame(a *asked, offers []scaleOffer) []scaleOffer {
	of, refused := w.draft.refusalOf(a)
	if !refused {
		return offers
	}
	for i := range offers {
		if strings.Contains(offers[i].text, "codes:") {
			return offers
		}
		offers[i].text += ", " + of.key
	}
	switch {
	case of.coded.points == 0:
		return offers
	case of.ratings:
		of.coded.remark = "or, if these are codes in the order of their points"
		return append(offers, of.coded)
	}
	of.coded.remark, offers[0].remark = "if these are codes in the order of their points", cmp.Or(offers[0].remark, "or, if they are ratings")
	return append([]scaleOffer{of.coded}, offers...)
}

// refusedIn reads what a drafted study file describes, and returns the ratings that are refused. What else is wrong is told by those who
// analyse it; that something is, unread says.
func refusedIn(ctx context.Context, text []byte, o Options) (refused []Refusal, unread, err error) {
	const drafted = "cxgap.yaml"
	s, err := study.Parse(drafted, text)
	if err != nil {
		return nil, err, nil
	}
	if len(s.Ratings()) == 0 {
		return nil, nil, nil
	}
	o.Opened, o.Beside = nil, nil
	v, err := Open(s, o)
	if err != nil {
		return nil, err, ctx.Err()
	}
	_, err = v.Read(ctx, nowhere{})
	var of *RefusedError
	if errors.As(err, &of) {
		return of.ratings, nil, nil
	}
	return nil, err, ctx.Err()
}

// nowhere takes answers and keeps none.
type nowhere struct{}

// Add takes a block.
func (nowhere) Add(*study.Responses) error { return nil }
