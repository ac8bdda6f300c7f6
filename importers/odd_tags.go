package importers

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Numbers under a bare tag are ratings where the file has nothing else. Beside ratings that are worded, or whose tags are of another kind, a tag
// that stands alone with its scale (DESTGEO beside Q7ART … Q14FIND) is as likely a code: it is asked about.

const (
	fewestOthers = 3 // ratings of another kind, for a tag to stand apart from them
	timesAsMany  = 3 // ratings of other kinds, as of its own, for it to stand apart all the same
)

// oddTag says why a rating by its numbers alone is asked about: its tag is of another kind than the other ratings of its audience; empty: it is not.
func (d *draft) oddTag(q *question) string {
	if q.onlyTwo() {
		return "nothing but 1 and 2 tells of a rating: yes and no, two groups, or points of which nobody chose a higher one?"
	}
	others := 0
	for _, a := range q.by {
		n, odd := d.tagged(a.audience).odd(a)
		if !odd {
			return ""
		}
		others = max(others, n)
	}
	return fmt.Sprintf("nothing but numbers tells of a rating, under a tag of another kind than those of the other %d: a code?", others)
}

// onlyTwo reports whether a rating by its numbers alone has no other than 1 and 2, and nobody lends it more.
func (q *question) onlyTwo() bool {
	return !slices.ContainsFunc(q.by, func(a *asked) bool {
		seen := a.learned.observed()
		return !a.unworded(a.read) || a.grouped || len(seen) != 2 || seen[0] != 1 || seen[1] != 2 || len(a.learned.numbers) > 2
	})
}

// taggedRating is a rating of an audience with the kinds of its tag; none: it is worded.
type taggedRating struct {
	a     *asked
	kinds []string
	ends  [2]float64 // of its scale
	read  bool
}

// taggedRatings are the ratings in numbers of an audience, counted by the kinds of their tags.
type taggedRatings struct {
	all     []taggedRating
	onEnds  map[string]map[[2]float64]int // by kind
	against map[string]int                // those whose numbers are of no rating
	scales  map[[2]float64]int
	grids   map[string]int // rows of grids that are ratings, by the letter of their tags
	read    int
}

// tagged returns the ratings in numbers of an audience by their tags.
func (d *draft) tagged(audience int) *taggedRatings {
	if t := d.tags[audience]; t != nil {
		return t
	}
	t := &taggedRatings{onEnds: map[string]map[[2]float64]int{}, against: map[string]int{}, scales: map[[2]float64]int{}, grids: map[string]int{}}
	for _, c := range d.columns[audience] {
		if len(c.learned.numbers) == 0 {
			continue
		}
		read := scaleOf(c.learned.clone(), c.headings())
		one := taggedRating{a: c, read: read.scale.Defined(), ends: [2]float64{read.scale.Low, read.scale.High}}
		if isTag(c.column.Text) {
			one.kinds = tagKinds(c.column.Text)
		}
		for _, kind := range one.kinds {
			if t.onEnds[kind] == nil {
				t.onEnds[kind] = map[[2]float64]int{}
			}
			if one.read {
				t.onEnds[kind][one.ends]++
			} else if !c.couldBeRated() {
				t.against[kind]++
			}
		}
		if one.read {
			t.scales[one.ends]++
			t.read++
			if m := inGrid().FindStringSubmatch(strings.ToLower(c.column.Text)); m != nil {
				t.grids[m[1]]++
			}
		}
		t.all = append(t.all, one)
	}
	if d.tags == nil {
		d.tags = map[int]*taggedRatings{}
	}
	d.tags[audience] = t
	return t
}

// odd reports whether the tag of a rating is of another kind than most other ratings, and how many these are.
func (t *taggedRatings) odd(a *asked) (others int, odd bool) {
	if !isTag(a.column.Text) || !a.unworded(a.read) || tagsOutcome(a.column.Text) {
		return 0, false
	}
	kinds, ends := tagKinds(a.column.Text), [2]float64{a.read.scale.Low, a.read.scale.High}
	if 2*t.scales[ends] > t.read && t.scales[ends] > 1 || t.construct(kinds, ends) { // the scale of the file, or of questions on one thing
		return 0, false
	}
	if bare := bareNumber().FindStringSubmatch(strings.ToLower(a.column.Text)); bare != nil && ends[1] == 10 && t.grids[bare[1]] >= fewestOthers { // of that many points few are codes
		return 0, false
	}
	most := 0
	for _, kind := range kinds {
		if of := t.onEnds[kind][ends]; timesAsMany*t.against[kind] <= of {
			most = max(most, of)
		}
	}
	for _, one := range t.all {
		if !slices.ContainsFunc(kinds, func(kind string) bool { return slices.Contains(one.kinds, kind) }) {
			others++
		}
	}
	return others, others >= fewestOthers && (most < 2 || others >= timesAsMany*most)
}

// construct reports whether two ratings or more are named and numbered alike, on one scale: LOY1 and LOY2.
func (t *taggedRatings) construct(kinds []string, ends [2]float64) bool {
	return slices.Contains(kinds, namedAndNumbered) && t.onEnds[kinds[0]][ends] > 1 && t.against[kinds[0]] == 0
}

// isTag reports whether a header is a tag and no word: it has a digit or a line, or is in capitals, or has some within.
func isTag(text string) bool {
	const shortest = 4 // letters; shorter ones are words too, such as NPS
	if strings.ContainsAny(text, " \t\n\u00a0") || text == "" {
		return false
	}
	letters, capitals, within := 0, 0, false
	for i, r := range text {
		switch {
		case unicode.IsDigit(r), r == '_', r == '.':
			return true
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
				within = within || i > 0
			}
		}
	}
	return letters >= shortest && capitals == letters || within && capitals < letters
}

// namedAndNumbered is the kind of tags that are a name and a number.
const namedAndNumbered = "named and numbered"

// tagKinds are the kinds of which a tag is: of its shape (Q2PURP2 and Q2PURP3), of its question (Q7ART and Q7FOOD), of names with a number (FOOD_1
// and PRICE_1), or of tags without a number.
func tagKinds(text string) []string {
	text = strings.ToLower(text)
	shape := strings.Builder{}
	before := 'x'
	for _, r := range text {
		digit := unicode.IsDigit(r)
		if digit && !unicode.IsDigit(before) {
			shape.WriteByte('#')
		} else if !digit {
			shape.WriteRune(r)
		}
		before = r
	}
	if !strings.Contains(shape.String(), "#") {
		return []string{"letters"}
	}
	kinds := []string{shape.String()}
	if nameAndNumber().MatchString(text) {
		kinds = append(kinds, namedAndNumbered)
	}
	if m := questionTag().FindStringSubmatch(text); m != nil {
		kinds = append(kinds, "of "+m[1])
	}
	return kinds
}

var (
	nameAndNumber = lazily(`^\p{L}{2,}[_.]?\d+$`)
	// bareNumber is the number of a question and nothing else; inGrid is a row of a grid: Q1_3, Q1.3, Q1c.
	bareNumber = lazily(`^(\p{L})[_.]?\d+$`)
	inGrid     = lazily(`^(\p{L})[_.]?\d+(?:[_.]\d+|[_.]?[a-z])$`)
)

// questionTag is a tag that begins with the number of its question.
var questionTag = lazily(`^(\p{L}{1,3}_?\d+)[\p{L}_.]`)
