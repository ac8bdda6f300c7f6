package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// What denies something good, or says that something is hard, asks for what is bad; what denies something bad, or names only a case, does not.
func TestDenialsOfWhatIsGood(t *testing.T) {
	for text, want := range map[string]string{
		"They do not keep promises":                         "do not keep",
		"Our suppliers don't keep their word.":              "don't keep",
		"Managers do not listen to staff":                   "do not listen",
		"They never listen":                                 "never listen",
		"Sie halten ihre Versprechen nicht":                 "nicht",
		"Die Fahrer halten Termine nicht ein":               "nicht ein",
		"Sie halten nicht, was sie versprechen":             "nicht",
		"Man hört uns nicht zu":                             "nicht zu",
		"Ils ne tiennent pas leurs promesses":               "ne tiennent pas",
		"Vous n'écoutez pas":                                "",
		"Ils n’écoutent pas":                                "n'écoutent pas",
		"No cumplen sus promesas":                           "no cumplen",
		"Não cumprem os prazos":                             "não cumprem",
		"Non mantengono le promesse":                        "non mantengono",
		"Zij komen hun afspraken niet na":                   "niet na",
		"Zij houden zich niet aan hun beloften":             "niet aan",
		"It is hard to reach them":                          "is hard to reach",
		"The forms are very hard to understand":             "are very hard to understand",
		"How hard is it to find us?":                        "",
		"They keep promises":                                "",
		"We do not keep customers waiting":                  "",
		"They do not keep us waiting for appointments":      "",
		"Sie halten uns nicht auf":                          "",
		"Es kommt nicht vor, dass wir Termine nicht halten": "",
		"Nobody says that we do not keep promises":          "",
		"If suppliers do not keep promises, we step in":     "",
		"They work very hard to help us":                    "",
		"The service is hard to beat":                       "",
		"They are not hard to reach":                        "",
		"Ils ne nous font pas attendre":                     "",
	} {
		if got := lexicon.AsksForBad(lexicon.HeadingOf(text)); got != want {
			t.Errorf("%q asks for %q, want %q", text, got, want)
		}
	}
	draft := draftFileOf(t, "staff.csv", ratedOnce(answersTo("They do not keep promises", 0, 4, 9, 6, 3, 8), answersTo("They answer quickly", 0, 4, 9, 6, 3, 8)))
	if want := "it asks for \"do not keep\", and which end is the good one is not known"; !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(draft, "#", " ")), " "), want) {
		t.Errorf("no %s in\n%s", want, draft)
	}
}
