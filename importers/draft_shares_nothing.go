package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// leaveOut takes out the audiences that share no question with another, if the others share some.
func (d *draft) leaveOut() {
	var kept, out []*study.Audience
	why := map[*study.Audience]string{}
	for i, a := range d.study.Audiences {
		if d.asked(i) {
			kept = append(kept, a)
			continue
		}
		out = append(out, a)
		why[a] = "it was asked no rating question in the words of another audience"
		doubt, inDoubt := d.inDoubtOf(i)
		switch f, known := d.unreadOf(i); {
		case d.apart[i] != "":
			why[a] = d.apart[i] + " " + d.filesApart(i)
		case inDoubt:
			why[a] = doubt
		case known:
			why[a] = f.Place.File + ": " + f.Message
		case len(d.columns[i]) == 0:
			why[a] = "no column holds ratings in numbers or in words of a known scale: " + d.whyNone(i)
		}
	}
	if len(kept) < 2 || len(out) == 0 {
		return
	}
	if r := d.study.Outcome; r != nil {
		for _, a := range out {
			delete(r.Columns, a.ID)
		}
		if len(r.Columns) == 0 {
			d.study.Outcome = nil
		}
	}
	d.study.Audiences = kept
	said := slices.DeleteFunc(d.notices, func(n study.Notice) bool {
		return n.Code == study.OrderAssumed || n.Code == study.OutcomeAssumed && d.study.Outcome == nil
	})
	d.notices = nil
	for _, a := range out { // what the figures lack comes first
		d.hinted(study.NothingShared, a.ID, "cxgap init, with all these files, drafts a study file to go on from", "%s is left out: %s", a.ID, why[a])
	}
	d.order()
	d.notices = append(d.notices, said...)
}

// unmatched refuses a draft in which an audience has no item: there is no gap to speak of.
func (d *draft) unmatched(ownWords bool) error {
	var faults study.InputError
	for i, a := range d.study.Audiences {
		if d.asked(i) {
			continue
		}
		estimating := slices.ContainsFunc(d.estimates, func(e *asked) bool { return e.audience == i })
		if ownWords && (len(d.columns[i])+len(d.unordered[i]) > 0 || estimating || d.nearlyAsked(i)) {
			continue // a file in which somebody says what the answers are
		}
		if d.apart[i] != "" {
			faults.Add(study.Fault{
				Place: study.Place{File: d.apart[i]}, Message: d.filesApart(i),
				Hint: "is it a file of another audience: NAME=" + d.apart[i] + "? a study file can name items that only some files of an audience have",
			})
			continue
		}
		if f, known := d.unreadOf(i); known {
			faults.Add(f)
			continue
		}
		f := study.Fault{Place: study.Place{File: a.Files[0].Name}}
		f.Message, f.Hint = d.sharesNothing(i)
		if len(d.study.Audiences) == 1 || len(d.columns[i]) == 0 {
			f.Message = fmt.Sprintf("no column of %s holds ratings in numbers or in words of a known scale", a.ID)
			f.Hint = d.whyNone(i)
		}
		for _, n := range d.notices { // what keeps its own columns from being asked about
			if n.Where == a.ID && oneOfWords(n.Code, study.ScaleUnknown, study.WordsNotRead, study.AskedTwice) {
				f.Hint = n.Text()
				break
			}
		}
		for k, m := range slices.Concat(d.near, d.translated) {
			how := fmt.Sprintf("are alike (%.2f)", m.score)
			if k >= len(d.near) {
				how = "may be translations of each other"
			}
			if m.a.audience == i || m.b.audience == i {
				one, other := shortenApart(m.a.column.Text, m.b.column.Text)
				f.Hint += fmt.Sprintf(": %q and %q %s", one, other, how)
				break
			}
		}
		faults.Add(f)
	}
	if faults.Empty() {
		return nil
	}
	return &faults
}

// setApart notes that a file of an audience shares no rating question with those before it.
func (d *draft) setApart(audience int, file string) {
	if d.apart == nil {
		d.apart = map[int]string{}
	}
	d.apart[audience] = file
}

// mayRate reports whether a column looks like a rating, before others are asked.
func (a *asked) mayRate() bool { return a.kind == "" && a.answers.rated() && !a.fact() }

// filesApart says that the files of an audience have no question in common: each may be right for itself.
func (d *draft) filesApart(audience int) string {
	a := d.study.Audiences[audience]
	if a.Files[1].Name != d.apart[audience] {
		return fmt.Sprintf("has none of the rating questions that the files of %s before it share", a.ID)
	}
	return fmt.Sprintf("shares no rating question with %s, a file of %s too", a.Files[0].Name, a.ID)
}

// sharesNothing says why an audience has no item, although it and others were asked something.
func (d *draft) sharesNothing(audience int) (what, hint string) {
	id := d.study.Audiences[audience].ID
	hint = "cxgap init, with these files, drafts a study file in which questions in different words can be joined"
	shared := slices.ContainsFunc(d.asks[audience], func(c *asked) bool {
		return c.kind == "" && (d.nps == nil || d.nps.of(audience) != c) && d.askedElsewhere(c)
	})
	if shared {
		for _, n := range d.notices {
			if oneOfWords(n.Code, study.CodesNotRead, study.ScaleUnknown, study.WordsNotRead) {
				return id + " was asked the same as another audience, but none of it can be compared", n.Text()
			}
		}
	}
	if d.nps != nil && d.nps.of(audience) != nil && len(d.nps.by) > 1 {
		return fmt.Sprintf("%s shares no rating question with another audience but the outcome, %q", id, lexicon.Shorten(d.nps.by[0].column.statement())), hint
	}
	if d.sheets[audience] != "" {
		hint = d.sheets[audience]
	}
	return id + " was asked no rating question in the words of another audience", hint
}

// whyNone says what can be done about an audience without ratings.
func (d *draft) whyNone(audience int) string {
	if d.sheets[audience] != "" {
		return d.sheets[audience]
	}
	if len(d.unordered[audience]) > 0 {
		c := d.unordered[audience][0]
		return fmt.Sprintf("%q holds %s, whose order nobody tells: export full answers, or say it in a study file, which cxgap init drafts with this question",
			shortenQuestion(c.column), few(quoted(naturally(sortedKeys(c.answers.words)))))
	}
	if why := d.whyUnread(); why != "" {
		return why
	}
	return "is it the right file? cxgap inspect FILE shows what its columns hold"
}

// whyUnread lists why columns hold no ratings, those with numbers first, and what can be done; empty: nothing is said of any.
func (d *draft) whyUnread() string {
	const most = 3
	var reasons []string
	n, remedy := 0, ""
	for _, code := range []string{study.CodesNotRead, study.ScaleUnknown, study.WordsNotRead} {
		for _, said := range d.notices {
			if said.Code != code {
				continue
			}
			if n++; n > most {
				continue
			}
			if remedy != "" && said.Hint != remedy {
				reasons = append(reasons, remedy)
			}
			reason := said.Message
			if len(reasons) > 0 {
				reason = strings.TrimPrefix(reason, "left out: ")
			}
			reasons, remedy = append(reasons, reason), said.Hint
		}
	}
	if remedy != "" {
		reasons = append(reasons, remedy)
	}
	if n > most {
		reasons = append(reasons, fmt.Sprintf("%s more: cxgap inspect shows them", count(n-most, "reason")))
	}
	return strings.Join(reasons, "; ")
}
