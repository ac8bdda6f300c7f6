package importers

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// AudienceFiles are the exports of one audience, where no study file describes them.
type AudienceFiles struct {
	ID         string
	Files      []string
	LabelsFrom string // the same responses with choice texts; empty: none
	Dictionary string // what describes them; empty: none
	// RedCap is the data dictionary of several audiences: it describes those of the files that are exports of its project; empty: none.
	RedCap string
}

// Draft makes a study from the exports alone: its items are the rating questions that at least two audiences were asked in
// identical words (of a single audience: all of them), on scales inferred from the answers. Everything that is assumed or
// left out is said in a notice. A file that cannot be read is an *study.InputError.
func Draft(ctx context.Context, audiences []AudienceFiles, o Options) (*study.Study, []study.Notice, error) {
	d, err := newDraft(ctx, audiences, o, false)
	if err != nil {
		return nil, nil, err
	}
	return d.study, d.notices, d.unplaced
}

// newDraft drafts a study. An audience that was asked nothing in the words of another is refused, unless its own words may stand as
// items of its own: in a file that somebody goes on to edit.
func newDraft(ctx context.Context, audiences []AudienceFiles, o Options, ownWords bool) (*draft, error) {
	d := &draft{study: &study.Study{}, exports: make([][]*Export, len(audiences)), refused: o.Refused}
	type rowsOf struct {
		export *Export
		most   int
	}
	found := map[rowsOf]cellPlaces{}
	d.places = func(e *Export, most int) cellPlaces {
		of := rowsOf{e, most}
		if found[of] == nil {
			places, err := placesIn(ctx, e, most)
			found[of], d.unplaced = places, errors.Join(d.unplaced, err)
		}
		return found[of]
	}
	d.study.Quality, d.study.Analysis, d.study.Privacy = study.Defaults()
	if ownWords { // who analyses the files is told by those who read them
		d.beside = &Beside{}
		for _, a := range audiences {
			for _, pattern := range a.Files {
				names, _ := expand(pattern, o.Dir) // what is wrong is said where the files are read
				d.beside.Files += len(names)
			}
		}
	}
	ordered, err := insideOut(audiences)
	if err != nil {
		return nil, err
	}
	if err := d.sharing(ctx, ordered, o); err != nil {
		return nil, err
	}
	var faults study.InputError
	for i, a := range ordered {
		columns, err := d.audience(ctx, i, a, o)
		var input *study.InputError
		switch {
		case errors.As(err, &input):
			faults.Append(&input.Faults)
		case err != nil:
			return nil, err
		}
		d.columns = append(d.columns, columns)
	}
	if !faults.Empty() {
		return nil, &faults
	}
	if err := d.undescribed(ordered); err != nil {
		return nil, err
	}
	d.order()
	d.rowsTold()
	d.joinUnordered()
	d.setGroupsApart()
	d.undescribedCodes()
	d.setEstimatesApart()
	if err := d.askedTwice(ctx); err != nil {
		return nil, err
	}
	questions := match(d.columns)
	learn(questions)
	d.compareLengths(questions)
	d.items(questions, ownWords)
	d.unread()
	if !ownWords {
		d.leaveOut()
	}
	if err := d.unmatched(ownWords); err != nil {
		return nil, err
	}
	if ownWords {
		d.notices = append(d.notices, d.beside.answers.notices(d.beside.names, 0)...)
	}
	return d, nil
}

// undescribed refuses a data dictionary of several audiences that describes the files of none.
func (d *draft) undescribed(audiences []AudienceFiles) error {
	for i, a := range audiences {
		if a.RedCap == "" || slices.ContainsFunc(d.study.Audiences, func(of *study.Audience) bool { return of.Dictionary == a.RedCap }) {
			continue
		}
		return &UsageError{
			fmt.Sprintf("dictionary %s describes none of the exports: none is of REDCap, or has its fields", a.RedCap),
			fmt.Sprintf("say whose exports it describes: --dictionary %s=%s", audiences[i].ID, a.RedCap),
		}
	}
	return nil
}

// draft is a study in the making.
type draft struct {
	tags    map[int]*taggedRatings // by audience, once they are asked for
	study   *study.Study
	columns [][]*asked // by audience: its rating columns
	notices []study.Notice
	twins   map[string][]*asked // by the message of it: columns of the same words
	// maybeRated are, by audience, the columns that were taken for codes of groups and may be ratings.
	maybeRated [][]*asked
	near       []nearMatch
	opposed    []nearMatch // pairs in similar words that say the reverse of each other
	// translated are pairs whose places in questionnaires of different languages are the same.
	translated []nearMatch
	languages  []string            // of the audiences' questions, once translations are looked for; empty: none stands out
	further    []nearItem          // what another audience was asked in words like those of an item
	sheets     []string            // by audience: what else its first file holds, if that is a workbook
	hints      [][]string          // by audience: what its columns could be besides ratings, as a study file writes it
	ids        []string            // by audience: the column of its ids, as a study file names it; "": none
	choices    [][]*asked          // by audience: questions of few choices, which could be segments
	nps        *question           // the outcome; nil: none
	usable     []*question         // the questions that items are named by
	read       []*question         // these, and all that stand beside them in an item
	lone       []*question         // asked of one audience only
	left       []leftOut           // those without a scale
	leftFor    map[string][]string // their names as they are said, by the reason
	// estimates are the questions what others would answer, in the order in which they stand.
	estimates []*asked
	facts     []*asked   // what is no rating by its heading
	unordered [][]*asked // by audience: what may be a rating although nothing tells the order of its answers
	asks      [][]*asked // by audience: all that it was asked, ratings or not
	askSets   []*questionSet
	nearly    []nearAnswers
	worded    [][]*asked // by audience: what was answered in a few words of no known scale
	ownWords  int        // how many items, the last ones, are the own words of audiences that share no question
	own       []*ownRows // by audience: which rows of an export are its own that others have rows in; nil: all
	matrices  map[matrix]*answersSeen
	exports   [][]*Export                          // by audience
	apart     map[int]string                       // by audience: the first file that shares no rating question with those before it
	beside    *Beside                              // these, to compare their rows; nil: those who read the files do
	places    func(e *Export, most int) cellPlaces // in so many of its first rows
	unplaced  error                                // why places could not be found
	refused   []Refusal                            // what was found when the answers were read
}

func (d *draft) notice(code, where, format string, args ...any) {
	d.hinted(code, where, "", format, args...)
}

// hinted is a notice with what can be done about it.
func (d *draft) hinted(code, where, hint, format string, args ...any) {
	d.notices = append(d.notices, study.Notice{Code: code, Where: where, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// mostNamed is how many texts a message lists.
const mostNamed = 5

// few lists up to five texts and counts the rest.
func few(texts []string) string { return fewOf(texts, len(texts)) }

// fewOf lists the first of n texts and counts the rest.
func fewOf(first []string, n int) string {
	if n <= mostNamed {
		return strings.Join(first, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(first[:mostNamed], ", "), n-mostNamed)
}

// items turns the questions that enough audiences were asked into items; importance, expectation and best alternative of a subject join
// its performance.
func (d *draft) items(questions []*question, ownWords bool) {
	need := min(2, len(d.study.Audiences))
	partners := pairs(questions)
	d.outcome(questions)
	joined := map[*question]bool{}
	for q, of := range partners {
		for _, p := range of {
			joined[p] = askedOfEnough(need, append([]*question{q}, of...))
		}
	}
	var usable, all, alone []*question
	for _, q := range questions {
		switch {
		case q == d.nps || joined[q]:
			continue
		case !askedOfEnough(need, append([]*question{q}, partners[q]...)):
			alone = append(alone, q)
			continue
		}
		if read := d.item(q, partners[q]); len(read) > 0 {
			usable, all = append(usable, q), append(all, read...)
		}
	}
	d.near, d.opposed = nearMatches(alone)
	d.further = furtherAudiences(usable, alone)
	d.translate(usable, alone)
	if ownWords {
		shared, taken := len(usable), map[*question]bool{}
		for _, q := range d.inOwnWords(alone) {
			read := d.item(q, partners[q])
			if len(read) == 0 {
				continue
			}
			usable, all = append(usable, q), append(all, read...)
			for _, one := range read {
				taken[one] = true
			}
		}
		alone = slices.DeleteFunc(alone, func(one *question) bool { return taken[one] })
		d.ownWords = len(usable) - shared
	}
	d.name(usable, partners)
	d.read = all
	d.assumed(all)
	d.unpaired(usable, all)
	d.noDrivers(usable)
	d.alone(alone)
	d.usable = usable
}

// askedOfEnough reports whether one of the questions was asked of as many audiences as an item needs.
func askedOfEnough(need int, questions []*question) bool {
	return slices.ContainsFunc(questions, func(q *question) bool { return len(q.by) >= need })
}

// item makes an item of a question and of its partners, and returns those whose scale is read.
func (d *draft) item(q *question, partners []*question) (read []*question) {
	var ratings []*study.Rating
	for _, one := range append([]*question{q}, partners...) {
		if d.readable(one) {
			ratings, read = append(ratings, d.rating(one)), append(read, one)
		}
	}
	if len(ratings) > 0 {
		d.study.Items = append(d.study.Items, newItem(ratings))
	}
	return read
}

// inOwnWords returns the questions of the audiences that share none with another. What stands beside the performance of a subject comes
// with it.
func (d *draft) inOwnWords(alone []*question) (own []*question) {
	partners := map[*question]bool{}
	for _, of := range pairs(alone) {
		for _, p := range of {
			partners[p] = true
		}
	}
	asked := make([]bool, len(d.study.Audiences))
	for i := range asked {
		asked[i] = d.asked(i)
	}
	for _, q := range alone {
		if !asked[q.by[0].audience] && !partners[q] {
			own = append(own, q)
		}
	}
	return own
}

// asked reports whether an audience has an item, or where there is none the outcome.
func (d *draft) asked(audience int) bool {
	id := d.study.Audiences[audience].ID
	if r := d.study.Outcome; r != nil && len(d.study.Items) == 0 && len(r.Columns) >= min(2, len(d.study.Audiences)) {
		return r.Columns[id] != nil // whether people would recommend is all that was asked
	}
	return slices.ContainsFunc(d.study.Items, func(item *study.Item) bool {
		return slices.ContainsFunc(item.Ratings, func(r *study.Rating) bool { return r.Columns[id] != nil })
	})
}

// outcome takes the one question whether people would recommend, on 0 to 10, for the outcome. Of several none is taken: which of
// them would be meant?
func (d *draft) outcome(questions []*question) {
	var found []*question
	for _, q := range questions {
		if q.by[0].column.asksToRecommend() && d.readScales(q) == "" && isNPS(q.by[0].column, q.by[0].read.scale) {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		return
	}
	d.nps = found[0]
	r := d.rating(d.nps)
	r.Kind, r.NPS = study.OutcomeKind, true
	r.Item = &study.Item{ID: "outcome", Label: d.nps.by[0].column.statement(), Target: math.NaN(), Ratings: []*study.Rating{r}}
	d.study.Outcome = r
	d.notice(study.OutcomeAssumed, "", "%q read as the outcome, with its Net Promoter Score", lexicon.Shorten(r.Item.Label))
}

// newItem joins the ratings of one subject.
func newItem(ratings []*study.Rating) *study.Item {
	item := &study.Item{Target: math.NaN(), Ratings: ratings}
	for _, r := range ratings {
		r.Item = item
		for _, c := range r.Columns {
			if c.Scale.Points() <= 3 { // of two points the two highest are everybody
				item.TopBox, item.BottomBox = 1, 1
			}
		}
	}
	return item
}

// selector names the column as a study does.
func (a *asked) selector() study.Selector {
	if a.column.ID == fmt.Sprintf("#%d", a.column.Position) {
		return study.Selector{Position: a.column.Position}
	}
	return study.Selector{Name: a.column.ID}
}

// rating makes a rating of a question whose scale is read.
func (d *draft) rating(q *question) *study.Rating {
	r := &study.Rating{Kind: q.asks(), Columns: map[string]*study.Column{}}
	for _, a := range q.by {
		column := &study.Column{Selector: a.selector(), Scale: a.read.scale, Codes: a.read.codes, Reversed: a.read.reversed}
		column.Missing.DontKnow = sortedKeys(a.answers.dontKnow)
		column.Missing.Blank = sortedKeys(a.answers.blank)
		if a.told {
			column.Missing.NotShown = []string{""}
		}
		r.Columns[d.study.Audiences[a.audience].ID] = column
	}
	return r
}
