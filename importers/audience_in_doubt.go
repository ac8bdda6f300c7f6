package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Few answers of one audience may be of either scale on which others were asked. Theirs are certain all the same: they go on without it, which is said,
// and init offers a line for each scale that it may have been asked on.

// audienceInDoubt is what an audience answered to a question of which the others go on without it.
type audienceInDoubt struct {
	*asked
	why  string
	ends []float64 // of the scales that it may have been asked on
}

// withoutDoubtful goes on with the audiences of a question whose scales are certain.
func (d *draft) withoutDoubtful(q *question, why string) {
	out := audienceInDoubt{q.unread, why, q.eitherEnds}
	d.hinted(study.ScaleUnknown, "", "a study file can name its scale", "left out, of one audience: %q: %s%s", d.quotedQuestion(out.asked), q.inFile(), why)
	q.inDoubt = append(q.inDoubt, out)
	q.by = slices.DeleteFunc(slices.Clone(q.by), func(a *asked) bool { return a == out.asked })
	q.unread, q.either, q.eitherEnds = nil, false, nil
}

// doubtful offers, for each audience in doubt, the lines of a rating with it, one for each scale that it may have been asked on.
func (w *fileWriter) doubtful(q *question) {
	for _, out := range q.inDoubt {
		id := w.draft.study.Audiences[out.audience].ID
		for _, end := range out.ends {
			at := slices.IndexFunc(q.by, func(a *asked) bool { return a.read.scale.High == end })
			if at < 0 {
				continue
			}
			with := *out.asked
			with.read = readScale{scale: q.by[at].read.scale, reversed: q.by[at].read.reversed}
			r := w.draft.rating(&question{by: append(slices.Clone(q.by), &with)})
			w.line("    # ? %s: %s # in place of the line above, if %s was asked on %s..%s", r.Kind, w.columns(r), id,
				lexicon.FormatNumber(with.read.scale.Low), lexicon.FormatNumber(end))
		}
	}
}

// inDoubtOf says why an audience has no scale to the first question of which others go on without it; false: there is none.
func (d *draft) inDoubtOf(audience int) (why string, is bool) {
	for _, q := range d.read {
		for _, out := range q.inDoubt {
			if out.audience == audience {
				return fmt.Sprintf("%s: column %q: %s", out.file, lexicon.Shorten(naming(out.column)), out.why), true
			}
		}
	}
	return "", false
}
