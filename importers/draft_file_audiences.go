package importers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

func (w *fileWriter) audiences() {
	w.line("audiences: # from inside to outside: a gap is always inside minus outside. ? Is this the order?")
	for n, a := range w.allAudiences() {
		remark := ""
		if n == 0 {
			remark = " # from the folder in which this study file lies"
		}
		w.line("  %s:", a.ID)
		w.line("    label: %s", scalarOf(a.Label))
		var files []string
		for _, f := range a.Files {
			files = append(files, scalarOf(f.Name))
		}
		w.line("    files: [%s]%s", strings.Join(files, ", "), remark)
		w.told(a)
		if a.Tabulated {
			w.line("    tabulated: true")
			continue
		}
		w.where(a)
		w.line("    # population: 100 # ? how many could have answered")
		for _, hint := range w.draft.hints[w.draft.study.Audience(a.ID)] {
			w.comment("    ", hint)
		}
	}
	w.line("")
}

// allAudiences returns those with responses and those without, from inside to outside.
func (w *fileWriter) allAudiences() []*study.Audience {
	all := slices.Clone(w.draft.study.Audiences)
	for _, p := range w.published {
		all = append(all, p.audience)
	}
	at := func(a *study.Audience) int {
		return slices.IndexFunc(w.inOrder, func(of AudienceFiles) bool { return of.ID == a.ID })
	}
	slices.SortFunc(all, func(a, b *study.Audience) int { return cmp.Compare(at(a), at(b)) })
	return all
}

// where writes which rows of a file are those of an audience.
func (w *fileWriter) where(a *study.Audience) {
	for _, c := range a.Where {
		w.line("    where: {%s: [%s]} # ? only these rows of the file", scalarOf(c.Column.String()), strings.Join(scalarsOf(c.Values), ", "))
	}
}

// told writes how the files of an audience are to be read, as far as the command line told it.
func (w *fileWriter) told(a *study.Audience) {
	key := func(name, value string) {
		if value != "" {
			w.line("    %s: %s", name, value)
		}
	}
	text := func(value string) string {
		if value == "" {
			return ""
		}
		return scalarOf(value)
	}
	key("labels_from", text(a.LabelsFrom))
	key("dictionary", text(a.Dictionary))
	key("platform", text(a.Platform))
	key("encoding", text(a.Encoding))
	switch a.Delimiter {
	case 0:
	case '\t':
		key("delimiter", "tab")
	default:
		key("delimiter", scalarOf(string(a.Delimiter)))
	}
	if a.HeaderRows != 0 {
		key("header_rows", fmt.Sprint(max(a.HeaderRows, 0))) // study.NoHeader is written as 0
	}
	key("sheet", text(a.Sheet))
	if a.DecimalComma {
		key("decimal", "comma")
	}
}

// segments offers the columns of few choices: a line of each can be taken out of its comment. What several audiences were asked is one
// segment.
func (w *fileWriter) segments() {
	var offers []*question
	var coded []string
	for _, o := range w.segmentOffers() {
		if w.inAnswerCodes(o) {
			coded = append(coded, fmt.Sprintf("%q (%s)", lexicon.Shorten(naming(o.by[0].column)), few(naturally(sortedKeys(o.pooled().words)))))
			continue
		}
		offers = append(offers, o)
	}
	if len(coded) > 0 {
		w.comment("", "? Do these group the respondents? Their cells are the codes of answers, not the answers themselves, and a report would show the codes. Export full answers, "+
			"or name the same export with them under the audience (labels_from: FILE), and draft anew: "+few(coded)+".")
		w.line("")
	}
	if len(offers) == 0 {
		return
	}
	w.line("# ? Which of these group the respondents? Without their # this line and some of those below are read.")
	w.line("#segments:")
	names := usedIDs{}
	for _, o := range offers {
		asked := o.by[0].column.statement()
		name := names.free(slug(asked))
		var columns []string
		if label := strings.TrimRight(asked, "?: "); label != "" && !strings.EqualFold(label, name) && w.draft.study.Audience("label") < 0 {
			columns = append(columns, "label: "+scalarOf(label)) // for headings, which would else show the underscores of the name
		}
		for _, c := range o.by {
			columns = append(columns, w.draft.study.Audiences[c.audience].ID+": "+scalarOf(selectorText(c.column)))
		}
		all := o.pooled()
		values := sortedKeys(all.words)
		for _, x := range all.observed() {
			values = append(values, lexicon.FormatNumber(x))
		}
		what := few(quoted(values))
		if len(all.words) > 0 && slices.ContainsFunc(o.by, namesPeople) {
			what = "not shown here, for they may be names of people"
		}
		if at := slices.IndexFunc(values, damagedCell().MatchString); at >= 0 {
			what += fmt.Sprintf("; Excel made dates of ranges, such as %q: read the export without it", values[at])
		}
		w.line("#  %s: {%s} # %d values: %s", name, strings.Join(columns, ", "), len(values), what)
	}
	w.line("")
}

// codeOfAnswer is how LimeSurvey calls answers unless their author does: A1, A2, or AO01.
var codeOfAnswer = lazily(`^AO?\d{1,3}$`)

// inAnswerCodes reports whether the cells of a question are codes that a platform gave to its answers: LimeSurvey's own, or in its exports any.
// Elsewhere Q1 may be a quarter, and B2 a house.
func (w *fileWriter) inAnswerCodes(o *question) bool {
	words := o.pooled()
	if !words.answerCodes() {
		return false
	}
	ofLimeSurvey := slices.ContainsFunc(o.by, func(a *asked) bool {
		return slices.ContainsFunc(w.draft.exports[a.audience], func(e *Export) bool { return e.Platform == (limeSurvey{}).name() })
	})
	for word := range words.words {
		if !ofLimeSurvey && !codeOfAnswer().MatchString(word) {
			return false
		}
	}
	return true
}

// segmentOffers joins the columns of few choices that ask the same of several audiences, and that what stands beside them does not show to be
// ratings.
func (w *fileWriter) segmentOffers() []*question {
	var all [][]*asked
	for _, of := range w.draft.choices {
		all = append(all, slices.DeleteFunc(slices.Clone(of), func(c *asked) bool { return c.learned != nil && c.answers.inWords() && c.learned.rated() }))
	}
	for len(all) < len(w.draft.study.Audiences) {
		all = append(all, nil)
	}
	return match(all)
}
