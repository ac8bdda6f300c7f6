package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// scaleNotices groups the questions by inferred scale and remark.
type scaleNotices struct {
	order  []string
	read   map[string]readScale
	labels map[string][]string
	listed map[[2]string]bool // by scale and label
}

func newScaleNotices() *scaleNotices {
	return &scaleNotices{read: map[string]readScale{}, labels: map[string][]string{}, listed: map[[2]string]bool{}}
}

func (s *scaleNotices) add(r readScale, q *question) {
	key := r.words() + "\x00" + r.remark
	label := fmt.Sprintf("%q", lexicon.Shorten(q.by[0].column.statement()))
	if s.labels[key] == nil {
		s.order = append(s.order, key)
		s.read[key] = r
	}
	if !s.listed[[2]string{key, label}] {
		s.listed[[2]string{key, label}] = true
		s.labels[key] = append(s.labels[key], label)
	}
}

// words names a scale with the order of its words.
func (r readScale) words() string {
	text := r.scale.String()
	if len(r.scale.Labels) > 0 {
		text += ", " + r.family + ": " + strings.Join(r.scale.Labels, " < ")
	}
	for _, c := range r.codes {
		if len(r.languages) > 0 {
			break // the remark lists them
		}
		text += fmt.Sprintf(", %q = %s", c.Cell, lexicon.FormatNumber(c.Value))
	}
	return text
}

// assumed says what was taken for granted of the items.
func (d *draft) assumed(questions []*question) {
	scales := newScaleNotices()
	for _, q := range questions {
		own := d.ownScales(q) != ""
		for _, a := range q.by {
			switch r := a.withoutApart(); {
			case !own:
				scales.add(a.read, q)
			case r.remark != "":
				scales.add(r, q)
			}
		}
	}
	d.saysScalesApart(questions)
	for _, key := range scales.order {
		message := fmt.Sprintf("scale %s for %s", scales.read[key].words(), count(len(scales.labels[key]), "item"))
		if remark := scales.read[key].remark; remark != "" {
			message += fmt.Sprintf(", although %s: %s", remark, few(scales.labels[key]))
		}
		d.notice(study.ScaleAssumed, "", "%s", message)
	}
	d.turnedRound(questions)
	d.assumedRatings(questions)
	d.saysJoinedByCode()
	kinds := map[study.Kind]int{}
	dontKnow, blank := map[string]int{}, map[string]int{}
	for _, q := range questions {
		kinds[q.asks()]++
		for text, n := range q.pooled().dontKnow {
			dontKnow[text] += n
		}
		for text, n := range q.pooled().blank {
			blank[text] += n
		}
	}
	for _, kind := range append([]study.Kind{study.Performance}, besidePerformance()...) {
		if n := kinds[kind]; n > 0 {
			d.notice(study.KindAssumed, "", "%s read as ratings of %s", count(n, "question"), kind)
		}
	}
	middle := middles(questions)
	for _, text := range sortedKeys(dontKnow) {
		if of := middle[text]; of != nil {
			d.notice(study.DontKnowAssumed, "", "%q (%s) read as don't know or not applicable, though it may be the middle of scales that have no other: %s", text, count(dontKnow[text], "cell"), few(of))
			continue
		}
		d.notice(study.DontKnowAssumed, "", "%q (%s) read as don't know or not applicable", text, count(dontKnow[text], "cell"))
	}
	for _, text := range sortedKeys(blank) {
		d.notice(study.BlankAssumed, "", "%q (%s) read as not answered", text, count(blank[text], "cell"))
	}
	for _, a := range d.study.Audiences {
		for _, r := range d.study.Ratings() {
			if c := r.Columns[a.ID]; c != nil && len(c.Missing.NotShown) > 0 {
				d.notice(study.BlankAssumed, a.ID, "%s: blank cells read as not shown, for what was seen and not answered is -99 there", a.ID)
				break
			}
		}
	}
}

// alone says which ratings only one audience was asked, and which of them may be the same question in other words.
func (d *draft) alone(alone []*question) {
	byAudience := map[int][]string{}
	for _, q := range alone {
		a := q.by[0]
		if d.unreadElsewhere(a) {
			d.notice(study.ScaleUnknown, "", "left out: %q: of those that were asked it, only the answers of %s can be read", lexicon.Shorten(naming(a.column)), d.study.Audiences[a.audience].ID)
			continue
		}
		byAudience[a.audience] = append(byAudience[a.audience], fmt.Sprintf("%q", lexicon.Shorten(a.column.statement())))
	}
	for i, a := range d.study.Audiences {
		if texts := byAudience[i]; len(texts) > 0 {
			d.notice(study.AskedOfOne, a.ID, "left out: %s asked of %s only: %s", count(len(texts), "rating"), a.ID, few(texts))
		}
	}
	d.lone = alone
	for _, m := range d.near {
		one, other := shortenApart(m.a.column.statement(), m.b.column.statement())
		d.notice(study.NearMatch, "", "similar, not joined: %s %q and %s %q (%.2f)", d.study.Audiences[m.a.audience].ID, one, d.study.Audiences[m.b.audience].ID, other, m.score)
	}
	d.saysOpposites()
	for _, m := range d.translated {
		one, other := shortenApart(m.a.column.statement(), m.b.column.statement())
		d.notice(study.NearMatch, "", "perhaps translations, not joined: %s %q and %s %q", d.study.Audiences[m.a.audience].ID, one, d.study.Audiences[m.b.audience].ID, other)
	}
	for _, m := range d.further {
		one, other := shortenApart(m.a.column.statement(), m.item.by[0].column.statement())
		if m.translated {
			d.notice(study.NearMatch, "", "perhaps translations, not joined: %s %q and item %q", d.study.Audiences[m.a.audience].ID, one, other)
			continue
		}
		d.notice(study.NearMatch, "", "similar, not joined: %s %q and item %q (%.2f)", d.study.Audiences[m.a.audience].ID, one, other, m.score)
	}
}
