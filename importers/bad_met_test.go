package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Questions for what is bad that people meet are asked about, in seven languages, and those on what is done about it, or that deny it, are read.
func TestBadThatPeopleMeetIsAsked(t *testing.T) {
	for text, word := range map[string]string{
		"How often do you have problems with deliveries?":    "problems",
		"How often do you have problems with our support?":   "problems",
		"I have problems getting help":                       "problems",
		"How often do mistakes happen?":                      "mistakes",
		"How often are there errors in our invoices?":        "errors",
		"How often do our deliveries arrive damaged?":        "damaged",
		"How often are our deliveries late?":                 "late",
		"How often do you have to complain?":                 "complain",
		"How often are you disappointed by us?":              "disappointed",
		"How often do you have to wait?":                     "wait",
		"The invoices are often wrong":                       "wrong",
		"Prices are too high":                                "too high",
		"How expensive do you find us?":                      "expensive",
		"The support is slow":                                "slow",
		"Wie oft haben Sie Probleme mit der Lieferung?":      "probleme",
		"Wie häufig mussten Sie reklamieren?":                "reklamieren",
		"Wie oft treten Fehler auf?":                         "fehler",
		"Ich muss am Telefon lange warten":                   "warten",
		"Die Preise sind zu hoch":                            "zu hoch",
		"Die Rechnungen sind oft falsch":                     "falsch",
		"Wie oft kommt die Ware beschädigt an?":              "beschädigt",
		"Wie oft wurden Sie von uns enttäuscht?":             "enttäuscht",
		"À quelle fréquence rencontrez-vous des problèmes ?": "problèmes",
		"Les prix sont trop élevés":                          "trop élevés",
		"Je dois souvent attendre":                           "attendre",
		"¿Con qué frecuencia tiene problemas?":               "problemas",
		"Los precios son demasiado altos":                    "demasiado altos",
		"Com que frequência tem problemas?":                  "problemas",
		"As faturas estão erradas":                           "erradas",
		"Quanto spesso ha problemi con la consegna?":         "problemi",
		"I prezzi sono troppo alti":                          "troppo alti",
		"Hoe vaak heeft u problemen?":                        "problemen",
		"De leveringen zijn te laat":                         "te laat",
		"Hoe vaak moet u wachten?":                           "wachten",

		"I have had a few problems with you":            "problems",
		"I have only few problems, but prices are high": "",
		"Deliveries are a little late":                  "late",
		"There are too few people, and I have to wait":  "wait",
		"Our invoices lead to problems that I have had": "problems",
		"Answers to my questions are wrong":             "wrong",
		"The exchange is slow":                          "slow",
		"Es gibt zu wenige Parkplätze":                  "zu wenige",
		"Die Lieferung kam ein wenig verspätet":         "verspätet",
		"Il y a un peu de retard, des erreurs":          "retard",

		"My order was lost and arrived damaged":                     "damaged",
		"The exchange rate is too high":                             "too high",
		"Please rate how often we are late":                         "",
		"Our team makes few mistakes":                               "",
		"We have fewer problems than a year ago":                    "",
		"Unser Team macht wenige Fehler":                            "",
		"Nous faisons peu d'erreurs":                                "",
		"Il y a peu d'erreurs":                                      "",
		"Hay pocos errores":                                         "",
		"Há poucos erros":                                           "",
		"Ci sono pochi errori":                                      "",
		"Er zijn weinig fouten":                                     "",
		"Our work causes little stress":                             "",
		"Staff explain what went wrong":                             "",
		"Leaders face up to mistakes":                               "",
		"My manager has answers to problems":                        "",
		"We have the courage to make mistakes":                      "",
		"Wir haben den Mut, Fehler zu machen":                       "",
		"Compensates customers for damaged goods":                   "",
		"Exchanges defective goods quickly":                         "",
		"Tauscht defekte Ware schnell aus":                          "",
		"When I was unhappy with something, it was taken seriously": "",
		"Nimmt defekte Ware zurück":                                 "",
		"Échange les produits défectueux":                           "",
		"Sostituisce la merce difettosa":                            "",
		"Vergoedt beschadigde goederen":                             "",
		"Takes the time to listen to people who have problems":      "",
		"How much do you agree? [Deliveries are late]":              "late",
		"How much do you agree? [We solve problems]":                "",
		"How good is delivery? [where 5 is very good]":              "",
		"How well do we handle complaints?":                         "",
		"Solves problems":                                           "",
		"Has solved the problems that I had":                        "",
		"Owns up to mistakes":                                       "",
		"Admits it when something goes wrong":                       "",
		"If you have problems, somebody is there for you":           "",
		"Delivers without errors":                                   "",
		"I have no problems with deliveries":                        "",
		"Deliveries are never late":                                 "",
		"I don't have to wait":                                      "",
		"Nothing is too much trouble for our staff":                 "",
		"It is not difficult to reach you":                          "",
		"I can make mistakes here":                                  "",
		"Has an open ear for problems":                              "",
		"We are open late":                                          "",
		"How satisfied are you with the time that you had to wait?": "",
		"Fehler werden offen angesprochen":                          "",
		"Hier darf man Fehler machen":                               "",
		"Wenn Sie Probleme haben, sind wir da":                      "",
		"Wir haben Verständnis für Fehler":                          "",
		"Es gibt keine Probleme mit der Lieferung":                  "",
		"Löst Probleme schnell":                                     "",
		"Wie gut gehen wir mit Problemen um?":                       "",
		"Nous résolvons vos problèmes":                              "",
		"En cas de problème, nous sommes là":                        "",
		"Resuelve los problemas":                                    "",
		"Não tenho problemas com a entrega":                         "",
		"Risolve i problemi":                                        "",
		"Lost problemen op":                                         "",
		"Was it in time? Where 10 is on time and 1 is delayed":      "",
		"Delivery is on time":                                       "",
		"How often do you hear from us?":                            "",
	} {
		if got := lexicon.AsksForBad(lexicon.HeadingOf(text)); got != word {
			t.Errorf("%s: asks for %q, want %q", text, got, word)
		}
	}
}

// Each language denies what is bad, and says what is done about it, in words of its own.
func TestEachLanguageTakesBackWhatIsBad(t *testing.T) {
	for _, of := range []struct{ bad, denied, done string }{
		{"deliveries are delayed", "deliveries are hardly delayed", "tackles what is delayed"},
		{"die ware ist defekt", "die ware ist selten defekt", "ersetzt, was defekt ist"},
		{"les colis sont en retard", "les colis ne sont jamais en retard", "rembourse les colis en retard"},
		{"hay retrasos", "nunca hay retrasos", "reconocen que hay retrasos"},
		{"há atrasos", "não há atrasos", "reconhecem que há atrasos"},
		{"ci sono ritardi", "non ci sono ritardi", "ammettono che ci sono ritardi"},
		{"er zijn storingen", "er zijn geen storingen", "leert wat er zijn storingen"},
	} {
		if lexicon.MeetsBad(of.bad) == "" {
			t.Errorf("%q asks for nothing bad", of.bad)
		}
		for _, text := range []string{of.denied, of.done} {
			if word := lexicon.MeetsBad(text); word != "" {
				t.Errorf("%q asks for %q", text, word)
			}
		}
	}
}

// A row of a matrix that asks for what is bad is left out with its reason, the scale that its wording names is that of all rows, and these are
// averaged, also where it is the first.
func TestOneBadRowLeavesOutItselfAlone(t *testing.T) {
	rated := func(header string) []string { return answersTo(header, 0, 9, 10, 11, 12, 8) }
	agreed := func(header string) []string {
		return answersInWords(header, map[string]int{"Strongly disagree": 9, "Disagree": 10, "Neutral": 11, "Agree": 12, "Strongly agree": 8})
	}
	for name, test := range map[string]struct {
		column    func(string) []string
		bad, good []string
	}{
		"the row that names the scale": {
			rated, []string{"Agree? - Deliveries are late (1 = not at all; 5 = very much)"}, []string{"Agree? - Staff are friendly", "Agree? - Prices are fair"},
		},
		"rows in brackets": {rated, []string{"Agree? [Deliveries are late]", "Agree? [I have to wait]"}, []string{"Agree? [Staff are friendly]", "Agree? [Solves problems]"}},
		"in words":         {agreed, []string{"Agree? [Deliveries are late (1 = not at all; 5 = very much)]"}, []string{"Agree? [Staff are friendly]"}},
	} {
		var columns [][]string
		for _, header := range append(test.bad, test.good...) {
			columns = append(columns, test.column(header))
		}
		export := ratedOnce(columns...)
		s, notices, err := drafted(t, "staff.csv", export, "customers.csv", export)
		if err != nil {
			t.Errorf("%s: %s", name, faultsOf(err))
			continue
		}
		got := described(s, notices)
		if len(s.Items) != len(test.good) || strings.Count(got, "and which end is the good one is not known") != len(test.bad) {
			t.Errorf("%s: %d items, want %d:\n%s", name, len(s.Items), len(test.good), got)
		}
	}
}
