package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// Labels that nobody chose follow the words of those that somebody chose.
func TestWordingOfUnseenLabels(t *testing.T) {
	for _, c := range []struct{ seen, want string }{
		{"Mee oneens|Neutraal|Mee eens|Helemaal mee eens", "Helemaal mee oneens"},
		{"Niet mee eens|Neutraal|Mee eens|Helemaal mee eens", "Helemaal niet mee eens"},
		{"Mee oneens|Neutraal|Mee eens|Zeer mee eens", "Zeer mee oneens"},
		{"Neutraal|Mee eens|Zeer mee eens", "Zeer mee oneens|Mee oneens"},
		{"Helemaal oneens|Oneens|Neutraal|Eens", "Helemaal eens"},
		{"Waarschijnlijk niet|Misschien|Waarschijnlijk wel|Zeker wel", "Zeker niet"},
		{"Trifft eher nicht zu|Teils/teils|Trifft eher zu|Trifft voll und ganz zu", "Trifft überhaupt nicht zu"},
		{"Trifft eher nicht zu|Teils/teils|Trifft eher zu|Trifft zu", "Trifft nicht zu"},
		{"Trifft nicht zu|Trifft eher nicht zu|Teils/teils|Trifft eher zu", "Trifft zu"},
		{"Trifft überhaupt nicht zu|Trifft eher nicht zu|Teils/teils|Trifft eher zu", "Trifft voll und ganz zu"},
		{"Stimme eher nicht zu|Teils/teils|Stimme eher zu|Stimme voll und ganz zu", "Stimme überhaupt nicht zu"},
		{"Lehne ab|Neutral|Stimme zu|Stimme völlig zu", "Lehne völlig ab"},
		{"Eher unzufrieden|Teils/teils|Eher zufrieden|Sehr zufrieden", "Sehr unzufrieden"},
		{"Eher unzufrieden|Teils/teils|Eher zufrieden|Äußerst zufrieden", "Äusserst unzufrieden"},
		{"Schwer|Leicht|Sehr leicht", "Sehr schwer"},
		{"En désaccord|Neutre|D'accord|Tout à fait d'accord", "Tout à fait en désaccord"},
		{"Pas d'accord|Neutre|D'accord|Tout à fait d'accord", "Pas du tout d'accord"},
		{"Plutôt pas d'accord|Plutôt d'accord|Tout à fait d'accord", "Pas du tout d'accord"},
		{"Plutôt en désaccord|Plutôt en accord|Tout à fait en accord", "Tout à fait en désaccord"},
		{"En desacuerdo|Neutral|De acuerdo|Muy de acuerdo", "Muy en desacuerdo"},
		{"En desacuerdo|Neutral|De acuerdo|Totalmente de acuerdo", "Totalmente en desacuerdo"},
		{"Discordo|Neutro|Concordo|Concordo plenamente", "Discordo plenamente"},
		{"Discordo|Neutro|Concordo|Concordo totalmente", "Discordo totalmente"},
		{"In disaccordo|Neutrale|D'accordo|Molto d'accordo", "Molto in disaccordo"},
		{"Non d'accordo|Neutrale|D'accordo|Totalmente d'accordo", "Per niente d'accordo"},
		{"In disaccordo|Neutrale|D'accordo|Totalmente d'accordo", "Totalmente in disaccordo"},
		{"Disagree|Neutral|Agree|Strongly agree", "Strongly disagree"},
		{"Disagree|Neutral|Agree|Completely agree", "Completely disagree"},
		{"Disagree|Neutral|Agree|Agree strongly", "Disagree strongly"},
		{"Strongly disagree|Neutral|Somewhat agree|Strongly agree", "Somewhat disagree"},
		{"Strongly disagree|Neutral|Tend to agree|Strongly agree", "Tend to disagree"},
		{"Disagree|Neutral|Agree", ""},
		{"Unsatisfied|Neutral|Satisfied|Very satisfied", "Very unsatisfied"},
		{"Dissatisfied|Neutral|Satisfied|Extremely satisfied", "Extremely dissatisfied"},
		{"Unlikely|Neutral|Likely|Very likely", "Very unlikely"},
		{"Rarely|Sometimes|Often|Always", ""},
		{"Fast nie|Manchmal|Oft|Immer", "Nie"},
		{"Poor|Fair|Good|Excellent", ""},
		{"disagree|neutral|agree|completely_agree", "completely_disagree"},
		{"desacuerdo|neutral|de acuerdo|muy de acuerdo", "-"},
	} {
		found := Fit(strings.Split(c.seen, "|"))
		switch {
		case found == nil:
			if c.want != "-" {
				t.Errorf("%s: of no family", c.seen)
			}
		case !slices.Equal(found.Unseen, strings.FieldsFunc(c.want, func(r rune) bool { return r == '|' })):
			t.Errorf("%s: got %q, want %q", c.seen, found.Unseen, c.want)
		}
	}
}

// An end is read in other words where every family has both wordings at one point.
func TestOtherWordingsOfEnds(t *testing.T) {
	for _, c := range []struct {
		labels, other string
		at            int // -1: it is not read
	}{
		{"Helemaal niet mee eens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens", "helemaal mee oneens", 0},
		{"Helemaal niet mee eens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens", "zeer mee eens", 4},
		{"Helemaal niet mee eens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens", "enigszins mee oneens", -1},
		{"Strongly disagree|Disagree|Neutral|Agree|Strongly agree", "completely agree", 4},
		{"Strongly disagree|Disagree|Neutral|Agree|Strongly agree", "somewhat agree", -1},
		{"Strongly disagree|Disagree|Agree|Strongly agree", "completely disagree", 0},
		{"Trifft überhaupt nicht zu|Trifft eher nicht zu|Teils/teils|Trifft eher zu|Trifft voll und ganz zu", "trifft gar nicht zu", 0},
		{"Trifft überhaupt nicht zu|Trifft eher nicht zu|Teils/teils|Trifft eher zu|Trifft voll und ganz zu", "trifft nicht zu", -1},
		{"Pas du tout d'accord|Plutôt pas d'accord|Plutôt d'accord|Tout à fait d'accord", "totalement d'accord", 3},
		{"Very poor|Poor|Fair|Good|Very good", "excellent", -1},
		{"Never|Rarely|Sometimes|Often|Always", "very often", -1},
		{"North|South|East", "west", -1},
	} {
		at, known := OtherWordings(strings.Split(c.labels, "|"))[PlainLabel(c.other)]
		if !known {
			at = -1
		}
		if at != c.at {
			t.Errorf("%s: %s is point %d, want %d", c.labels, c.other, at, c.at)
		}
	}
}
