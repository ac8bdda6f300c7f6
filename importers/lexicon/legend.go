package lexicon

import (
	"slices"
	"strings"
)

// A legend is what a wording says of the numbers of its scale: "1 = very good, 5 = very poor", "sehr gut (1) bis mangelhaft (5)",
// "very good 1 - 5 very bad". It is read number by number: what stands before one and behind it, and how that is joined to it.

// NamedPoint is a number of a scale and what a wording says that it means.
type NamedPoint struct {
	Value      float64
	Words      string // normalised
	link       link
	number     int  // of the numbers of the text
	start, end int  // where number and words stand
	none       bool // the words are those of no answer
}

// link says how a meaning is joined to its number; a later one is surer.
type link int

const (
	unlinked link = iota
	beside        // by nothing but its place: "1 very good"
	worded        // by words or brackets: "1 is very good", "very good (1)"
	signed        // by a sign: "1 = very good"
)

// Legend is what a text says of numbers.
type Legend struct {
	Points []NamedPoint
	ends   []float64 // of intervals and rows of numbers: "1 to 5", "1 2 3 4 5"
	// unsure: words stand beside numbers, and to which of them they belong nobody knows.
	Unsure bool
}

// LegendOf reads the legend of a text.
func LegendOf(text string) Legend {
	if !HoldsNumber(text) {
		return Legend{}
	}
	text = halfWidth(text)
	numbers := numbersOf(text)
	if len(numbers) == 0 {
		return Legend{}
	}
	if len(numbers) == 1 && explainsNothing(text, numbers[0]) {
		return Legend{}
	}
	l := Legend{ends: endsOf(text, numbers)}
	before, behind := make([]NamedPoint, len(numbers)), make([]NamedPoint, len(numbers))
	for i, n := range numbers {
		from, to := 0, len(text)
		if i > 0 {
			from = numbers[i-1].end
		}
		if i < len(numbers)-1 {
			to = numbers[i+1].start
		}
		before[i], behind[i] = meaningBefore(text, from, n), meaningBehind(text, to, n)
		before[i].number, behind[i].number = i, i
	}
	if all := eachBefore(text, numbers); all != nil {
		before, behind = all, nil
	}
	l.Points, l.Unsure = oneWay(before, behind)
	l.Unsure = l.Unsure || len(l.Points) == 0 && betweenEnds(before, behind)
	l.claim()
	return l
}

// betweenEnds reports whether the words of a good or a bad end stand between the two ends of a usual scale, so that they may be the meaning of
// either: "(1 very good 5)".
func betweenEnds(before, behind []NamedPoint) bool {
	for i := range len(before) - 1 {
		p, q := behind[i], before[i+1]
		if _, _, are := endsOfFamily([]float64{p.Value, q.Value}); are && p.link == beside && q.link == beside && p.Words == q.Words && Leaning(p.Words) != 0 {
			return true
		}
	}
	return false
}

// claim takes what means "don't know" elsewhere for a point, where it is the word of one family with the others: "trifft nicht zu".
func (l *Legend) claim() {
	var words []string
	for _, p := range l.Explained() {
		words = append(words, p.Words)
	}
	for i, p := range l.Points {
		if p.none && len(words) > 0 && Fit(append(slices.Clone(words), p.Words)) != nil {
			l.Points[i].none = false
		}
	}
}

// oneWay decides which words belong to which numbers: those of the surest link, and where only places tell, those on the side that
// explains most.
func oneWay(before, behind []NamedPoint) (points []NamedPoint, unsure bool) {
	forward, backward := supported(taken(behind, before)), supported(taken(before, behind))
	if slices.Equal(forward, backward) {
		return forward, false
	}
	switch a, b := worth(forward), worth(backward); {
	case a == b:
		return nil, true
	case a >= b:
		return forward, false
	}
	return backward, false
}

// taken gives each number its meaning: the surest, and of two that are as sure that of the first.
func taken(first, second []NamedPoint) []NamedPoint {
	found := slices.Concat(first, second)
	slices.SortStableFunc(found, func(p, q NamedPoint) int { return int(q.link) - int(p.link) })
	var points []NamedPoint
	for _, p := range found {
		overlaps := func(q NamedPoint) bool { return q.number == p.number || q.start < p.end && p.start < q.end }
		if p.link != unlinked && !slices.ContainsFunc(points, overlaps) {
			points = append(points, p)
		}
	}
	slices.SortFunc(points, func(p, q NamedPoint) int { return p.number - q.number })
	return points
}

// worth is how well points explain a scale: that their ends lean apart counts for more than how many they are.
func worth(points []NamedPoint) int {
	const apart = 100
	n := len(points)
	if n > 1 && Leaning(points[0].Words)*Leaning(points[n-1].Words) < 0 {
		n += apart
	}
	return n
}

// supported keeps the words that only stand beside a number where they are its meaning: another number has the opposite one, or they are
// those of an end and of nothing else.
func supported(points []NamedPoint) []NamedPoint {
	return slices.DeleteFunc(slices.Clone(points), func(p NamedPoint) bool {
		return p.link == beside && !p.none && !superlative().MatchString(p.Words) && !slices.ContainsFunc(points, func(q NamedPoint) bool {
			return q.number != p.number && Leaning(q.Words)*Leaning(p.Words) < 0
		})
	})
}

// superlative are the words of an end of a scale that need no others.
var superlative = lazily(`^(?:the |der |die |das |la |le |el |il |de |het )?(?:best|top|highest|worst|lowest|beste\p{L}?|höchste\p{L}?|schlechteste\p{L}?|meilleure?|pire|mejor|peor|migliore|peggiore|melhor|pior|slechtste)(?: (?:grade|mark|score|rating|value|note|wert|nota|voto|cijfer))?$`)

// Explained returns the points that are answers.
func (l Legend) Explained() []NamedPoint {
	return slices.DeleteFunc(slices.Clone(l.Points), func(p NamedPoint) bool { return p.none })
}

// Scale returns the ends of the scale that the legend names, and the numbers outside it of which it says that they are no answers; named:
// it names one. All points one by one are a scale of any length, and others are one if usual scales end so.
func (l Legend) Scale() (low, high float64, apart []float64, named bool) {
	return scaleOfLegends([]Legend{l})
}

func scaleOfLegends(legends []Legend) (low, high float64, apart []float64, named bool) {
	var points, none []float64
	for _, l := range legends {
		points = append(points, l.ends...)
		for _, p := range l.Points {
			if p.none {
				none = append(none, p.Value)
			} else {
				points = append(points, p.Value)
			}
		}
	}
	if low, high, named = endsOfFamily(points); !named {
		low, high, named = namedFromZero(legends, points)
	}
	if !named {
		low, high, named = enumerated(legends, points)
	}
	if named {
		return low, high, slices.DeleteFunc(none, func(x float64) bool { return x >= low && x <= high }), true
	}
	if len(points) == 1 {
		low, high, named = endsOfFamily(append(points, none...)) // "1 = does not apply, 5 = applies"
	}
	return low, high, nil, named
}

// enumerated returns the ends of points that are explained one by one from 0 or 1, or of numbers that reach as far below 0 as above.
func enumerated(legends []Legend, points []float64) (low, high float64, are bool) {
	if len(points) < 2 {
		return 0, 0, false
	}
	low, high = slices.Min(points), slices.Max(points)
	const longest = 12
	switch {
	case low < 0:
		return low, high, low == -high && high <= longest
	case low > 1 || high > longest || high-low < 2:
		return 0, 0, false
	}
	return low, high, slices.ContainsFunc(legends, func(l Legend) bool { return l.explainsAll(low, high) })
}

// explainsAll reports whether a legend explains each number from one to another.
func (l Legend) explainsAll(low, high float64) bool {
	for x := low; x <= high; x++ {
		if !slices.ContainsFunc(l.Explained(), func(p NamedPoint) bool { return p.Value == x }) {
			return false
		}
	}
	return true
}

// meaning returns the side to which the words of a point lean.
func (l Legend) meaning(x float64) int {
	for _, p := range l.Explained() {
		if p.Value == x {
			return Leaning(p.Words)
		}
	}
	return 0
}

// Choice reports whether the numbers of a legend are codes of a choice: two points and no other, or yes and no among at most three.
func (l Legend) Choice() bool {
	points := l.Explained()
	slices.SortFunc(points, func(p, q NamedPoint) int { return int(p.Value - q.Value) })
	points = slices.CompactFunc(points, func(p, q NamedPoint) bool { return p.Value == q.Value })
	n := len(points)
	if n < 2 || n > 3 || len(l.ends) > 0 || points[0].Value < 0 {
		return false
	}
	yes := slices.ContainsFunc(points, func(p NamedPoint) bool { return yesWord().MatchString(p.Words) })
	no := slices.ContainsFunc(points, func(p NamedPoint) bool { return noWord().MatchString(p.Words) })
	return yes && no || n == 2 && points[1].Value-points[0].Value == 1 && points[1].Value <= 2
}

var (
	yesWord = lazily(`^(?:yes|y|ja|j|oui|o|sí|si|sì|sim|true|wahr|vrai)$`)
	noWord  = lazily(`^(?:no|n|nein|non|não|nao|nee|false|falsch|faux)$`)
)

// Lists reports whether the legend names points one by one, none of whose words are known to be those of an end: "1 = north, 2 = south".
func (l Legend) Lists() bool {
	return len(l.Explained()) > 2 && len(l.ends) == 0 && !slices.ContainsFunc(l.Points, func(p NamedPoint) bool { return Leaning(p.Words) != 0 })
}

// NoAnswers returns the numbers of which the legend says that they are no answers.
func (l Legend) NoAnswers() []float64 {
	var none []float64
	for _, p := range l.Points {
		if p.none {
			none = append(none, p.Value)
		}
	}
	return none
}

// anchors are the words that explain a scale within a question: "10 - strongly agree, 1 - strongly disagree."
var anchors = lazily(`(?:[(\[]|^|([^\p{L}\p{N}_]))\s*\d{1,3}\s*[=:–—-]\s*["“”']?\pL[^\d()\[\]?]*(?:\d{1,3}\s*[=:–—-]\s*["“”']?\pL[^\d()\[\]?]*)+[)\]]?`)

// without returns the text of a legend without the words that explain its scale.
func (l Legend) without(text string) string {
	if _, _, _, named := l.Scale(); !named && !l.Choice() {
		return text
	}
	text, behind := withoutLegends(text), ""
	if at := strings.LastIndex(text, " - "); at > 0 && !isDigit(text[at-1]) && at+3 < len(text) && !isDigit(text[at+3]) { // of "1 = poor, 5 = good - Speed" the words end before the row
		text, behind = text[:at], text[at:]
	}
	if short := Tidy(anchors().ReplaceAllString(text, "$1 ")); short != "" {
		if strings.Count(short, "(") > strings.Count(short, ")") {
			short += ")" // of "Grade (school grades 1 = very good, 6 = very poor)"
		}
		return withoutTrailing(strings.NewReplacer(" ?", "?", " .", ".", " ,", ",").Replace(short)) + behind
	}
	return text + behind
}

// withoutTrailing takes a legend off the end of a text whose numbers stand before their words and joined to them by nothing: "Service 1 very good - 5 very bad".
func withoutTrailing(text string) string {
	if !HoldsNumber(text) || halfWidth(text) != text {
		return text
	}
	points := LegendOf(text).Explained()
	if len(points) < 2 {
		return text
	}
	for _, p := range points {
		if p.link != beside || !isDigit(text[p.start]) {
			return text
		}
	}
	front := strings.TrimRight(text[:points[0].start], " ,;:-–—")
	if rest := strings.Trim(text[points[len(points)-1].end:], " .?!"); front == "" || rest != "" || strings.Count(front, "(") != strings.Count(front, ")") {
		return text
	}
	return front
}

// bracketed is what stands in brackets.
var bracketed = lazily(`[(\[][^()\[\]]*[)\]]`)

// withoutLegends returns a text without the brackets that hold a legend and nothing before it.
func withoutLegends(text string) string {
	return bracketed().ReplaceAllStringFunc(text, func(group string) string {
		inside := halfWidth(group[1 : len(group)-1])
		l := LegendOf(inside)
		if len(l.Points) < 2 {
			return group
		}
		first := slices.MinFunc(l.Points, func(p, q NamedPoint) int { return p.start - q.start }).start
		if before := strings.Trim(Lower(inside[:first]), " "+quotes); before != "" && !openingWord().MatchString(before+" ") {
			return group
		}
		return " "
	})
}
