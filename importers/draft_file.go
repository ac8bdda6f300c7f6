package importers

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
)

// DraftFile drafts a study as Draft does, and writes it as a study file that is read as it stands. What the exports do not tell is a
// question in a comment.
func DraftFile(ctx context.Context, audiences []AudienceFiles, o Options) ([]byte, error) {
	d, err := newDraft(ctx, audiences, o, true)
	if err != nil {
		return nil, err
	}
	d.unusedSheet(audiences, o)
	w := &fileWriter{draft: d, look: d.lookups(), offered: usedIDs{}}
	w.head()
	w.audiences()
	w.segments()
	w.scale()
	w.items()
	w.suggestions()
	w.toOrder()
	w.nearWords()
	w.line("")
	w.outcome()
	w.notes()
	return []byte(w.text.String()), d.unplaced
}

// fileWriter writes a draft as YAML.
type fileWriter struct {
	draft   *draft
	text    strings.Builder
	common  study.Scale // of most items, written once
	missing study.Missing
	look    *lookups
	offered usedIDs // the ids of items in comments
	apart   bool    // missing codes stand on every column: a label of one scale is a don't know of another
}

// line writes a line. What no study file may hold, and what nobody sees, is escaped: in quotes that is YAML, in a comment it is legible.
func (w *fileWriter) line(format string, args ...any) {
	for _, r := range fmt.Sprintf(format, args...) {
		switch {
		case r == utf8.RuneError || !unicode.IsPrint(r) && r > '\uffff':
			fmt.Fprintf(&w.text, `\U%08x`, r)
		case !unicode.IsPrint(r) && r != '\n':
			fmt.Fprintf(&w.text, `\u%04x`, r)
		default:
			w.text.WriteRune(r)
		}
	}
	w.text.WriteByte('\n')
}

// comment writes a text as comments of lines that an editor shows whole.
func (w *fileWriter) comment(indent, text string) {
	const longest = 110
	line, hanging := "", "" // a further line stands indented
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+len([]rune(word)) > longest {
			w.line("%s# %s%s", indent, hanging, line)
			line, hanging = "", "  "
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	w.line("%s# %s%s", indent, hanging, line)
}

func (w *fileWriter) head() {
	w.line("# A draft by cxgap init. It is read as it stands; lines with a question mark are for you to decide.")
	w.line("title: \"\" # ? what people shall read above the tables")
	w.line("")
}

func (w *fileWriter) audiences() {
	w.line("audiences: # from inside to outside: a gap is always inside minus outside. ? Is this the order?")
	for i, a := range w.draft.study.Audiences {
		remark := ""
		if i == 0 {
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
		w.where(a)
		w.line("    # population: 100 # ? how many could have answered")
		for _, hint := range w.draft.hints[i] {
			w.comment("    ", hint)
		}
	}
	w.line("")
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
	if a.HeaderRows > 0 {
		key("header_rows", fmt.Sprint(a.HeaderRows))
	}
	key("sheet", text(a.Sheet))
	if a.DecimalComma {
		key("decimal", "comma")
	}
}

// segments offers the columns of few choices: a line of each can be taken out of its comment. What several audiences were asked is one
// segment.
func (w *fileWriter) segments() {
	offers := w.segmentOffers()
	if len(offers) == 0 {
		return
	}
	w.line("# ? Which of these group the respondents? Without their # this line and some of those below are read.")
	w.line("#segments:")
	names := usedIDs{}
	for _, o := range offers {
		asked := statement(o.by[0].column.Text)
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
			values = append(values, formatNumber(x))
		}
		what := few(quotedAll(values))
		if len(all.words) > 0 && slices.ContainsFunc(o.by, namesPeople) {
			what = "not shown here, for they may be names of people"
		}
		w.line("#  %s: {%s} # %d values: %s", name, strings.Join(columns, ", "), len(values), what)
	}
	w.line("")
}

// segmentOffers joins the columns of few choices that ask the same of several audiences.
func (w *fileWriter) segmentOffers() []*question {
	all := slices.Clone(w.draft.choices)
	for len(all) < len(w.draft.study.Audiences) {
		all = append(all, nil)
	}
	return match(all)
}

// scale writes the scale of most questions, and the missing cells of all.
func (w *fileWriter) scale() {
	times, scales := map[string]int{}, map[string]study.Scale{}
	labels := map[string]bool{}
	for _, r := range w.draft.study.Ratings() {
		for _, a := range w.draft.study.Audiences {
			c := r.Columns[a.ID]
			if c == nil {
				continue
			}
			times[scaleText(c.Scale)]++
			scales[scaleText(c.Scale)] = c.Scale
			for _, label := range c.Scale.Labels {
				labels[Normalise(label)] = true
			}
			w.missing.DontKnow = union(w.missing.DontKnow, c.Missing.DontKnow)
			w.missing.Blank = union(w.missing.Blank, c.Missing.Blank)
			w.apart = w.apart || len(c.Missing.NotShown) > 0 // a blank cell says so in one export only
		}
	}
	for _, text := range append(slices.Clone(w.missing.DontKnow), w.missing.Blank...) {
		w.apart = w.apart || labels[Normalise(text)] || onScale(text, scales)
	}
	if common := sortedKeys(times); len(common) > 0 {
		w.common = scales[common[0]]
		w.line("scale: %s # of every question that does not say otherwise", common[0])
	}
	text := missingText(w.missing)
	if text != "" && !w.apart {
		w.line("missing: %s", text)
	}
	if len(times) > 0 || text != "" {
		w.line("")
	}
}

// sentenceCase begins a text with a capital letter.
func sentenceCase(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// onScale reports whether a missing code of one question is a point of another's scale.
func onScale(text string, scales map[string]study.Scale) bool {
	x, err := parseNumber(text)
	for _, s := range scales {
		if err == nil && x >= s.Low && x <= s.High {
			return true
		}
	}
	return false
}

func union(a, b []string) []string {
	for _, text := range b {
		if !slices.Contains(a, text) {
			a = append(a, text)
		}
	}
	return a
}

func (w *fileWriter) items() {
	w.line("items:")
	for i, item := range w.draft.study.Items {
		if own := len(w.draft.study.Items) - w.draft.ownWords; w.draft.ownWords > 0 && i == own {
			w.comment("  ", "? An audience that shares no question with another, word for word, has its own as items here. Which of them ask what others "+
				"were asked? Write their columns into one item: performance: {staff: Q1, customers: Q7}. A pair offered below takes the place of the items that it joins.")
		}
		w.line("  %s:", item.ID)
		w.line("    label: %s", scalarOf(item.Label))
		for _, r := range item.Ratings {
			w.line("    %s: %s", r.Kind, w.columns(r))
		}
		if item.TopBox > 0 {
			w.line("    top_box: %d", item.TopBox)
			w.line("    bottom_box: %d", item.BottomBox)
		}
		if item.NoDriver {
			w.line("    driver: false # ? of an outcome: it asks of the whole, or of effort")
		}
		w.whichPerformance(item, w.draft.usable[i])
		if q := w.draft.usable[i]; q.apart {
			w.comment("    ", "? Was this asked on scales of different lengths? "+sentence(sentenceCase(q.whyApart))+" If not, give all audiences one scale.")
		}
		w.otherWords(w.draft.usable[i])
		w.likelyFurther(item, w.draft.usable[i])
		w.likelyImportance(item, w.draft.usable[i])
		w.likelyEstimates(i)
	}
	w.looseEstimates()
}

// likelyImportance offers, for an item whose importance nobody was asked in its words, the most similar question on importance of each
// of its audiences.
func (w *fileWriter) likelyImportance(item *study.Item, q *question) {
	for _, r := range item.Ratings {
		if r.Kind == study.Importance {
			return
		}
	}
	for _, a := range q.by {
		best, most := w.look.importanceLike(a)
		if best != nil && w.draft.readScales(best) == "" {
			w.line("    # ? importance: %s # %.2f %s", w.columns(w.draft.rating(best)), most, scalarOf(statement(best.by[0].column.Text)))
		}
	}
}

// likelyFurther offers, for an item, the questions in similar words of audiences that were not asked it: the line takes the place of
// that with the columns of the others. What stands beside such a question in an item of its own goes with it.
func (w *fileWriter) likelyFurther(item *study.Item, q *question) {
	whole, remarks := &question{by: slices.Clone(q.by)}, []string{}
	var own []*study.Item
	for _, m := range w.look.further[q] {
		if w.draft.readScales(&question{by: []*asked{m.a}}) == "" {
			whole.by = append(whole.by, m.a)
			own = append(own, w.look.ownItems[m.a])
			remark := fmt.Sprintf("%.2f %s", m.score, w.draft.study.Audiences[m.a.audience].ID)
			if m.a.column.HasID {
				own, _ := shortenApart(statement(m.a.column.Text), statement(q.by[0].column.Text))
				remark += ": " + scalarOf(own)
			}
			if m.translated {
				remark += " (a translation? the number is the share of all ratings that have the same places and scales)"
			}
			remarks = append(remarks, remark)
		}
	}
	if len(remarks) > 0 {
		r := w.draft.rating(whole)
		w.line("    # ? %s: %s # in place of the line above: %s", r.Kind, w.columns(r), strings.Join(remarks, ", "))
		w.goWith(item, r.Kind, slices.DeleteFunc(own, func(of *study.Item) bool { return of == nil || of == item }))
	}
}

// goWith offers the other ratings of the items that an item would take up, and says which items are then to be taken out.
func (w *fileWriter) goWith(item *study.Item, joined study.Kind, own []*study.Item) {
	if len(own) == 0 {
		return
	}
	var ids []string
	kinds := map[study.Kind]*study.Rating{}
	var order []study.Kind
	for _, of := range own {
		ids = append(ids, of.ID)
		for _, r := range of.Ratings {
			if r.Kind == joined {
				continue
			}
			if kinds[r.Kind] == nil {
				kinds[r.Kind], order = &study.Rating{Kind: r.Kind, Columns: map[string]*study.Column{}}, append(order, r.Kind)
			}
			maps.Copy(kinds[r.Kind].Columns, r.Columns)
		}
	}
	for _, kind := range order {
		remark := "goes with it"
		for _, r := range item.Ratings {
			if r.Kind == kind {
				maps.Copy(kinds[kind].Columns, r.Columns)
				remark = "goes with it, in place of the line for " + string(kind)
			}
		}
		w.line("    # ? %s: %s # %s", kind, w.columns(kinds[kind]), remark)
	}
	w.line("    # With these, take out the item %s; what else it holds belongs here.", strings.Join(ids, ", "))
}

// columns writes the columns of a rating, by audience.
func (w *fileWriter) columns(r *study.Rating) string {
	var parts []string
	for _, a := range w.draft.study.Audiences {
		if c := r.Columns[a.ID]; c != nil {
			parts = append(parts, a.ID+": "+w.column(c))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (w *fileWriter) column(c *study.Column) string {
	details := []string{"column: " + scalarOf(c.Selector.String())}
	if scaleText(c.Scale) != scaleText(w.common) {
		details = append(details, "scale: "+scaleText(c.Scale))
	}
	if len(c.Codes) > 0 {
		details = append(details, "codes: {"+codesText(c.Codes)+"}")
	}
	if c.Reversed {
		details = append(details, "reversed: true")
	}
	if text := missingText(c.Missing); text != "" && w.apart {
		details = append(details, "missing: "+text)
	}
	if len(details) == 1 {
		return scalarOf(c.Selector.String())
	}
	return "{" + strings.Join(details, ", ") + "}"
}

func (w *fileWriter) outcome() {
	r := w.draft.study.Outcome
	if r == nil {
		w.likelyOutcomes()
		w.line("")
		return
	}
	w.line("outcome:")
	w.line("  label: %s", scalarOf(r.Item.Label))
	w.line("  column: %s", w.columns(r))
	w.line("  nps: true")
	w.line("")
}

// likelyOutcomes offers the questions whether people would recommend, of which none could be taken for sure.
func (w *fileWriter) likelyOutcomes() {
	offered := false
	asked := append(slices.Clone(w.draft.usable), w.draft.lone...)
	known := map[*question]bool{}
	for _, q := range asked {
		known[q] = true
	}
	for _, l := range w.draft.left {
		if !known[l.question] {
			known[l.question], asked = true, append(asked, l.question)
		}
	}
	for _, q := range asked {
		if !q.by[0].column.asksToRecommend() && !asksOfTheWhole(q.by[0].column) {
			continue
		}
		if !offered {
			w.line("# ? Is this the outcome, and on which scale was it asked? Then leave it out of the items.")
		}
		offered = true
		w.offeredOutcome(q)
	}
	if !offered {
		w.line("# ? outcome: {label: Likelihood to recommend, column: {customers: Q12}, scale: 0..10, nps: true}")
	}
}

// offeredOutcome writes a question as the outcome, in a comment.
func (w *fileWriter) offeredOutcome(q *question) {
	label := scalarOf(statement(q.by[0].column.Text))
	if !q.by[0].column.asksToRecommend() {
		if w.draft.readScales(q) == "" {
			w.line("#outcome: {label: %s, column: %s}", label, w.columns(w.draft.rating(q)))
		}
		return
	}
	var columns []string
	for _, a := range q.by {
		columns = append(columns, w.draft.study.Audiences[a.audience].ID+": "+w.outcomeColumn(a))
	}
	w.line("#outcome: {label: %s, column: {%s}, scale: 0..10, nps: true}", label, strings.Join(columns, ", "))
}

// outcomeColumn writes a column of an outcome on 0 to 10, with the words at the ends of its numbers and what stands for no answer.
func (w *fileWriter) outcomeColumn(a *asked) string {
	details := []string{"column: " + scalarOf(selectorText(a.column))}
	if codes := a.read.codes; len(codes) > 0 {
		details = append(details, "codes: {"+codesText(codes)+"}")
	} else if len(a.answers.words) == 0 && a.answers.onePast() {
		details = append(details, "codes: {"+shiftedCodes()+"}")
	}
	if a.read.reversed {
		details = append(details, "reversed: true")
	}
	missing := study.Missing{DontKnow: sortedKeys(a.answers.dontKnow), Blank: sortedKeys(a.answers.blank)}
	beyond := w.apart
	if !a.answers.onePast() {
		for _, x := range a.answers.observed() {
			if x < 0 || x > 10 { // no points of that scale
				missing.DontKnow, beyond = append(missing.DontKnow, formatNumber(x)), true
			}
		}
	}
	if text := missingText(missing); text != "" && beyond {
		details = append(details, "missing: "+text)
	}
	if len(details) == 1 {
		return scalarOf(selectorText(a.column))
	}
	return "{" + strings.Join(details, ", ") + "}"
}

func codesText(codes []study.CodedCell) string {
	var texts []string
	for _, code := range codes {
		texts = append(texts, scalarOf(code.Cell)+": "+formatNumber(code.Value))
	}
	return strings.Join(texts, ", ")
}

// notes writes what was assumed or left out.
func (w *fileWriter) notes() {
	headed := false
	for _, n := range w.draft.notices {
		if n.Code != study.NearMatch && n.Code != study.AskedOfOne {
			if !headed {
				w.line("# What was assumed, and what was left out:")
				headed = true
			}
			w.comment("", "- "+n.Text())
		}
	}
}

// suggestions writes the questions that one audience alone was asked, as items in comments: pairs of similar ones, then each.
func (w *fileWriter) suggestions() {
	if len(w.draft.near) > 0 {
		w.line("  # ? Do these ask the same? The number is the similarity of their words, 1 for the same. Without its # a line is an item.")
	}
	offered := map[*asked]bool{}
	for _, g := range likeGroups(w.draft.near) {
		for _, a := range g.by {
			offered[a] = true
		}
		w.suggested(&g.question, fmt.Sprintf(" # %.2f", g.score))
	}
	w.translatedItems(offered)
	var lone, shared []*question
	for _, q := range w.draft.lone {
		switch {
		case offered[q.by[0]]:
		case w.draft.unreadElsewhere(q.by[0]):
			shared = append(shared, q)
		default:
			lone = append(lone, q)
		}
	}
	w.suggestedUnder("Asked of one audience only, and therefore left out:", lone)
	w.suggestedUnder("Asked of several audiences, but the answers of one alone can be read:", shared)
}

// suggestedUnder writes questions as items in comments, below a heading.
func (w *fileWriter) suggestedUnder(heading string, questions []*question) {
	if len(questions) > 0 {
		w.line("  # ? %s", heading)
	}
	for _, q := range questions {
		w.suggested(q, "")
	}
}

// freeID is an id for an item in a comment, which no other in a comment has.
func (w *fileWriter) freeID(label string) string { return w.offered.free(slug(label)) }

// suggested writes a question as an item in a comment, if its scale can be told.
func (w *fileWriter) suggested(q *question, remark string) {
	slices.SortStableFunc(q.by, func(a, b *asked) int { return a.audience - b.audience })
	label := statement(q.by[0].column.Text)
	if why := w.draft.readScales(q); why != "" {
		w.unreadable(q, why+w.draft.firstAt(q))
		return
	}
	r := w.draft.rating(q)
	points := mostPoints
	for _, c := range r.Columns {
		points = min(points, c.Scale.Points())
	}
	w.line("#  %s: {label: %s, %s: %s%s}%s", w.freeID(label), scalarOf(label), r.Kind, w.columns(r), boxes(points), remark)
}

// selectorText names a column as a study file does.
func selectorText(c Column) string {
	if c.ID == fmt.Sprintf("#%d", c.Position) {
		return c.ID
	}
	return study.Selector{Name: c.ID}.String()
}

func scaleText(s study.Scale) string {
	if len(s.Labels) == 0 {
		return s.String()
	}
	return "[" + strings.Join(scalarsOf(s.Labels), ", ") + "]"
}

func missingText(m study.Missing) string {
	var parts []string
	if len(m.DontKnow) > 0 {
		parts = append(parts, "dont_know: ["+strings.Join(scalarsOf(m.DontKnow), ", ")+"]")
	}
	if len(m.Blank) > 0 {
		parts = append(parts, "blank: ["+strings.Join(scalarsOf(m.Blank), ", ")+"]")
	}
	if len(m.NotShown) > 0 {
		parts = append(parts, "not_shown: ["+strings.Join(scalarsOf(m.NotShown), ", ")+"]")
	}
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// plainScalar are the texts that YAML reads as they stand; all else is quoted.
var plainScalar = lazily(`^[A-Za-z][A-Za-z0-9_.]*$`)

// scalarOf writes a text as YAML does: JSON's quotes are YAML's too.
func scalarOf(text string) string {
	if plainScalar().MatchString(text) && !slices.Contains([]string{"true", "false", "null", "yes", "no", "y", "n", "on", "off"}, strings.ToLower(text)) {
		return text
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func scalarsOf(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, scalarOf(text))
	}
	return all
}

func quotedAll(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, fmt.Sprintf("%q", shorten(text)))
	}
	return all
}
