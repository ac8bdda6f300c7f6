package lexicon

// Reach is how far a label at the end of a scale goes.
type Reach int

const (
	Whole  Reach = iota // always, excellent
	Almost              // almost always
	Very                // very often, very good
)

var (
	almostWords = lazily(`^(?:almost|nearly|fast|beinahe|nahezu|presque|casi|quase|quasi|bijna) `)
	veryWords   = lazily(`^(?:very|sehr|très|tres|muy|muito|molto|zeer|heel|erg) `)
)

// ReachOf says how far a label goes by the word that it begins with.
func ReachOf(label string) Reach {
	switch plain := PlainLabel(label); {
	case almostWords().MatchString(plain):
		return Almost
	case veryWords().MatchString(plain):
		return Very
	}
	return Whole
}
