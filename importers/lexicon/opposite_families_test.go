package lexicon

import (
	"strings"
	"testing"
)

// Degrees of an adjective and of its opposite are one scale, where the adjective is a good one and both are said.
func TestDegreesOfOpposites(t *testing.T) {
	for seen, want := range map[string]string{
		"Very unsafe|Unsafe|Neither|Safe|Very safe":                                                             "Very unsafe < Unsafe < Neither < Safe < Very safe",
		"Very unsafe|Somewhat unsafe|Somewhat safe|Very safe":                                                   "Very unsafe < Somewhat unsafe < Somewhat safe < Very safe",
		"Unsafe|Safe|Very safe":                                                                                 "Very unsafe < Unsafe < Safe < Very safe",
		"Very slow|Slow|Average|Fast|Very fast":                                                                 "Very slow < Slow < Average < Fast < Very fast",
		"Extremely unhelpful|Somewhat unhelpful|Neutral|Somewhat helpful|Extremely helpful":                     "Extremely unhelpful < Somewhat unhelpful < Neutral < Somewhat helpful < Extremely helpful",
		"Very inefficient|Inefficient|Slightly inefficient|Neutral|Slightly efficient|Efficient|Very efficient": "Very inefficient < Inefficient < Slightly inefficient < Neutral < Slightly efficient < Efficient < Very efficient",
		"Sehr unfreundlich|Eher unfreundlich|Eher freundlich|Sehr freundlich":                                   "Sehr unfreundlich < Eher unfreundlich < Eher freundlich < Sehr freundlich",
		"Sehr langsam|Langsam|Mittel|Schnell|Sehr schnell":                                                      "Sehr langsam < Langsam < Mittel < Schnell < Sehr schnell",
		"Très lente|Lente|Moyen|Rapide|Très rapide":                                                             "Très lente < Lente < Moyen < Rapide < Très rapide",
		"Très inutile|Inutile|Utile|Très utile":                                                                 "Très inutile < Inutile < Utile < Très utile",
		"Muy sucia|Sucia|Normal|Limpia|Muy limpia":                                                              "Muy sucia < Sucia < Normal < Limpia < Muy limpia",
		"Muito inseguro|Inseguro|Neutro|Seguro|Muito seguro":                                                    "Muito inseguro < Inseguro < Neutro < Seguro < Muito seguro",
		"Molto sporco|Sporco|Pulito|Molto pulito":                                                               "Molto sporco < Sporco < Pulito < Molto pulito",
		"Zeer onvriendelijk|Onvriendelijk|Neutraal|Vriendelijk|Zeer vriendelijk":                                "Zeer onvriendelijk < Onvriendelijk < Neutraal < Vriendelijk < Zeer vriendelijk",
		"Very dissatisfied|Dissatisfied|Satisfied|Very satisfied":                                               "Very dissatisfied < Dissatisfied < Satisfied < Very satisfied",
		// Nothing tells which end is the good one, or the words are no opposites.
		"Very cold|Cold|Hot|Very hot":             "",
		"Very small|Small|Large|Very large":       "",
		"Very uncommon|Uncommon|Common":           "",
		"Very unsafe|Unsafe|Very unclear|Unclear": "",
		"Very unsafe|Unsafe":                      "",
		"Safe|Unsafe":                             "",
		"Slow|Average|Fast":                       "",
		"Fast|Slow|Cheap":                         "",
		"Safe|Unsafe|North":                       "",
	} {
		got := ""
		if f := Fit(strings.Split(seen, "|")); f != nil {
			got = strings.Join(f.Labels, " < ")
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", seen, got, want)
		}
	}
}
