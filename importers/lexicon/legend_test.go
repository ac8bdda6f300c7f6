package lexicon

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// told writes what a legend explains: points, those of no answer in brackets, and the scale.
func (l Legend) told() string {
	var parts []string
	for _, p := range l.Points {
		text := fmt.Sprintf("%s = %s", FormatNumber(p.Value), p.Words)
		if p.none {
			text = "(" + text + ")"
		}
		parts = append(parts, text)
	}
	if low, high, _, named := l.Scale(); named {
		parts = append(parts, fmt.Sprintf("%s..%s", FormatNumber(low), FormatNumber(high)))
	}
	if l.Choice() {
		parts = append(parts, "choice")
	}
	if l.Unsure {
		parts = append(parts, "unsure")
	}
	return strings.Join(parts, ", ")
}

// A legend is read in either order, with any usual sign between a number and its meaning, and with none.
func TestLegend(t *testing.T) {
	for text, want := range map[string]string{
		"Price (1 = very good, 5 = very bad)":                         "1 = very good, 5 = very bad, 1..5",
		"Price (1=very good,5=very bad)":                              "1 = very good, 5 = very bad, 1..5",
		"Price (1: very good, 5: very bad)":                           "1 = very good, 5 = very bad, 1..5",
		"Price (1-very good, 5-very bad)":                             "1 = very good, 5 = very bad, 1..5",
		"Price (1 – very good … 5 – very bad)":                        "1 = very good, 5 = very bad, 1..5",
		"Price (1 very good, 5 very bad)":                             "1 = very good, 5 = very bad, 1..5",
		"Price: very good = 1, very bad = 5":                          "1 = very good, 5 = very bad, 1..5",
		"Price (very good: 1, very bad: 5)":                           "1 = very good, 5 = very bad, 1..5",
		"Price (very good 1 - 5 very bad)":                            "1 = very good, 5 = very bad, 1..5",
		"Price (very good 1, very bad 5)":                             "1 = very good, 5 = very bad, 1..5",
		"Price (very good 1 very bad 5)":                              "1 = very good, 5 = very bad, 1..5",
		"Price (1 very good 5 very bad)":                              "1 = very good, 5 = very bad, 1..5",
		"Service (best 1 – worst 5)":                                  "1 = best, 5 = worst, 1..5",
		"Service (best 1 - worst 5)":                                  "1 = best, 5 = worst, 1..5",
		"Service best 1 - worst 5":                                    "1 = best, 5 = worst, 1..5",
		"Service (best 1 to worst 5)":                                 "1 = best, 5 = worst, 1..5",
		"Service [worst 1 – best 10]":                                 "1 = worst, 10 = best, 1..10",
		"Service: good 1 – bad 5":                                     "1 = good, 5 = bad, 1..5",
		"Service (sehr gut 1 – sehr schlecht 5)":                      "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Service, sehr gut 1 - sehr schlecht 5":                       "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Service (beste 1 bis schlechteste 6)":                        "1 = beste, 6 = schlechteste, 1..6",
		"Service (très bien 1 – très mal 5)":                          "1 = très bien, 5 = très mal, 1..5",
		"Servicio (muy bueno 1 – muy malo 5)":                         "1 = muy bueno, 5 = muy malo, 1..5",
		"Serviço (muito bom 1 – muito ruim 5)":                        "1 = muito bom, 5 = muito ruim, 1..5",
		"Servizio (ottimo 1 – pessimo 5)":                             "1 = ottimo, 5 = pessimo, 1..5",
		"Service (zeer goed 1 – zeer slecht 5)":                       "1 = zeer goed, 5 = zeer slecht, 1..5",
		"Service (meilleure 1 – pire 5)":                              "1 = meilleure, 5 = pire, 1..5",
		"Are you satisfied 1 – very dissatisfied, 5 – very satisfied": "1 = very dissatisfied, 5 = very satisfied, 1..5",

		"Best 1 – 5":                                                 "1..5",
		"Price [1 very good - 5 very bad]":                           "1 = very good, 5 = very bad, 1..5",
		"Price (1/very good to 5/very bad)":                          "1 = very good, 5 = very bad, 1..5",
		"Price from very good (1) to very bad (5)":                   "1 = very good, 5 = very bad, 1..5",
		"Price from 1 (very good) to 5 (very bad)":                   "1 = very good, 5 = very bad, 1..5",
		"Price, where 1 is very good and 5 is very bad":              "1 = very good, 5 = very bad, 1..5",
		"Price, 1 being very good and 5 very bad":                    "1 = very good, 5 = very bad, 1..5",
		"Preis (sehr gut = 1, sehr schlecht = 5)":                    "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Preis (sehr zufrieden 1 2 3 4 5 sehr unzufrieden)":          "1 = sehr zufrieden, 5 = sehr unzufrieden, 1..5",
		"Preis (1 sehr gut bis 5 sehr schlecht)":                     "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Preis (sehr gut 1 bis 5 sehr schlecht)":                     "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Preis: 1 steht für sehr gut, 5 für sehr schlecht":           "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Preis (1 bedeutet sehr gut, 5 sehr schlecht)":               "1 = sehr gut, 5 = sehr schlecht, 1..5",
		"Preis (++ = 1 … −− = 5)":                                    "1 = ++, 5 = --, 1..5",
		"Preis (+ + = 1, - - = 5)":                                   "1 = ++, 5 = --, 1..5",
		"Preis (1 = ++, 5 = --)":                                     "1 = ++, 5 = --, 1..5",
		"Precio (siendo 1 muy bueno y 5 muy malo)":                   "1 = muy bueno, 5 = muy malo, 1..5",
		"Prijs, waarbij 1 zeer goed is en 5 zeer slecht":             "1 = zeer goed, 5 = zeer slecht, 1..5",
		"Note (1 très bien, 5 très mal)":                             "1 = très bien, 5 = très mal, 1..5",
		"評価（１＝ very good、５＝ very bad）":                               "1 = very good, 5 = very bad, 1..5",
		"Price – top grade 1":                                        "1 = top",
		"Quality, 1 being the best":                                  "1 = the best",
		"Rank us from 1 (top) to 10 (bottom)":                        "1 = top, 10 = bottom, 1..10",
		"Advice (1=poor, 2=fair, 3=good, 9=don't know)":              "1 = poor, 2 = fair, 3 = good, (9 = don't know), 1..3",
		"Rat (1 = schlecht, 2 = mittel, 3 = gut, 4 = weiß nicht)":    "1 = schlecht, 2 = mittel, 3 = gut, (4 = weiss nicht), 1..3",
		"Look (1=very good,2=good,3=neutral,4=bad,5=very bad,6=n/a)": "1 = very good, 2 = good, 3 = neutral, 4 = bad, 5 = very bad, (6 = n/a), 1..5",
		"Rat (1 sehr gut, 5 sehr schlecht, 6 keine Angabe)":          "1 = sehr gut, 5 = sehr schlecht, (6 = keine angabe), 1..5",
		"Rate (0 = not used, 1 = very bad … 5 = very good)":          "(0 = not used), 1 = very bad, 5 = very good, 1..5",
		"Beratung (1 bis 5, 6 = keine Angabe)":                       "(6 = keine angabe), 1..5",
		"Would you come back (1=yes, 2=no)":                          "1 = yes, 2 = no, choice",
		"Weiterempfehlung: ja = 1, nein = 2":                         "1 = ja, 2 = nein, choice",
		"Renewal (1=yes, 0=no)":                                      "1 = yes, 0 = no, 0..1, choice",
		"Back? 1 = Yes, 2 = No, 3 = Not sure":                        "1 = yes, 2 = no, (3 = not sure), choice",
		"Reached us (1=yes, 2=partly, 3=no)":                         "1 = yes, 2 = partly, 3 = no, 1..3, choice",
		"Hotline [1=yes,2=no,9=don't know]":                          "1 = yes, 2 = no, (9 = don't know), choice",
		"Sex (1 = f, 2 = m)":                                         "1 = f, 2 = m, choice",
		"Agree? (1 = does not apply, 5 = applies)":                   "(1 = does not apply), 5 = applies, 1..5",
		"Zuverlässig (1 = trifft zu, 2 = trifft eher zu, 3 = trifft eher nicht zu, 4 = trifft nicht zu)": "1 = trifft zu, 2 = trifft eher zu, 3 = trifft eher nicht zu, 4 = trifft nicht zu, 1..4",
		"Quality (-3 to +3)":                     "-3..3",
		"Quality (-2 = very bad, 2 = very good)": "-2 = very bad, 2 = very good, -2..2",
		"How good (1-5)?":                        "1..5",
		"How good 1..5":                          "1..5",
		"Wie gut, 0 bis 10":                      "0..10",

		"Quality, 1-very good":          "1 = very good",
		"Quality 1 best":                "1 = best",
		"Quality, where 1 is very good": "1 = very good",
		"Quality, 1 star is very bad":   "1 = very bad",
		"Quality: very good - 1":        "",

		// What stands beside a number by chance explains nothing.
		"Are you satisfied 1-5?":                 "1..5",
		"Rate from 1 to 5: low prices":           "1..5",
		"Rate 1 - 5 low prices":                  "1..5",
		"Which 1 best describes you?":            "",
		"Our top 1 wish":                         "",
		"Our top 5 important things":             "",
		"How happy: 1 to 5 (5 happy customers)":  "1..5",
		"Question 1 (speed)":                     "",
		"In 2024, how good were we in 12 weeks?": "",
		"Q5 - Price":                             "",
		"Wait of 1.5 hours, 2,5 at most":         "",
		"Rate 1 (speed) to 5 (price)":            "",
		"":                                       "",
		"How fair?":                              "",
	} {
		if got := LegendOf(text).told(); got != want {
			t.Errorf("%q:\n  %s, not\n  %s", text, got, want)
		}
	}
}

// Of whatever text, the places of a legend lie within it, and only a text with a number has one.
func TestLegendOfAnyText(t *testing.T) {
	pieces := []string{
		"1", "5", "10", "100", "2024", " ", "\t", "=", ":", "-", "–", "−", "+", "(", ")", "[", "/", "is", "means", " stars", " points", "best", "very good", "bad", "é", "İ", "ẞ", "\"", "“", ",", ".", "to", "…",
		"\u00a0", "\xff", "５", "＝", "don't know", "++", "0 to 10",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(t, "pieces"), "")
		l := LegendOf(text)
		for _, p := range l.Points {
			if p.start < 0 || p.end < p.start || p.end > len(halfWidth(text)) || p.Words == "" {
				t.Fatalf("%q: %+v", text, p)
			}
		}
		if len(l.Points)+len(l.ends) > 0 && !HoldsNumber(text) {
			t.Fatalf("%q has no number, and a legend", text)
		}
		HeadingOf(text).Bare()
	})
}

// A question is called by its words without those of its scale, and a hyphen between the points of one parts no row from its stem.
func TestStatementsWithoutLegends(t *testing.T) {
	for text, want := range map[string]string{
		"Service 1 very good - 5 very bad":            "Service",
		"Service (best 1 – worst 5)":                  "Service",
		"Service (sehr gut 1 - sehr schlecht 5)":      "Service",
		"Our shop: 1 very good, 5 very bad":           "Our shop",
		"Rate our shop (1-5) - 1 star rooms":          "1 star rooms",
		"Which of these: 1 very good - 5 new rooms":   "5 new rooms",
		"Rate (1 = bad, 5 = good) - Speed":            "Speed",
		"How do you rate our shop - 5 years warranty": "5 years warranty",
		"In 5 years all is very good":                 "In 5 years all is very good",
	} {
		if got := HeadingOf(text).Statement(); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
