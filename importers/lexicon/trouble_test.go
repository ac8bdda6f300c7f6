package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Words of trouble are asked about wherever they stand, but not beside a word for what is done about them, and so is, in other words, how often people
// have to do something, and how likely they are to go. The headings stand in files, one a line; those of the second are ordinary strengths and topics.
func TestTroubleIsAskedAboutUnlessSomethingIsDone(t *testing.T) {
	for file, bad := range map[string]bool{"trouble.txt": true, "no_trouble.txt": false} {
		text, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, heading := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			if word := AsksForBad(HeadingOf(strings.TrimSpace(heading))); (word != "") != bad {
				t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
			}
		}
	}
}

// What is said of such a question is the word, or the phrase, that tells it.
func TestWordsOfTrouble(t *testing.T) {
	for heading, want := range map[string]string{
		"The bureaucracy is a problem": "bureaucracy", "Red tape keeps me from my real work": "red tape", "Die Bearbeitung dauert ewig": "dauert ewig", "How often do you have to contact us to solve a problem?": "have to",
		"How likely are you to leave within the next year?": "leave within", "¿Con qué frecuencia tiene que volver a llamar?": "tiene que", "I would hardly come back": "would hardly", "How high was the effort to open an account?": "how high was the effort",
		"Problems are not solved": "problems", "Problems are solved": "", "Conflicts are poorly managed": "conflicts", "Conflicts are well managed": "", "Konflikte werden nicht wirklich gelöst": "konflikte", "Mein Chef löst Konflikte nicht": "konflikte", "Les conflits ne sont pas bien gérés": "conflits",
		"A burocracia no banco atrapalha": "burocracia", "No hay burocracia": "", "Bullying is tolerated here": "bullying", "Discrimination is not accepted": "", "I am a little worried, and there are a few obstacles": "worried", "Few obstacles": "",
		"How much do you agree with these statements on our support? [Obstacles stay where they are]": "obstacles", "How satisfied are you? [Obstacles]": "", "Please rate: paperwork": "", "Please rate how much you agree - Paperwork takes over": "paperwork",
		"Obstacles (1 = very bad, 5 = very good)": "", "Obstacles (1 = never, 5 = always)": "obstacles", "How likely are you to leave a review?": "", "How likely are you to stay within the next year?": "", "How likely are you to leave within a year, and not stay?": "", "How likely are you to change jobs?": "change jobs",
		"How good or bad is the advice?": "", "Suppliers change prices without notice": "without notice", "I solve problems without help": "", "Problems are solved without help": "", "I set priorities under time pressure": "", "I am constantly under time pressure": "under time pressure", "Breakdown service": "", "A breakdown at work": "breakdown", "How likely or unlikely are you to leave us?": "leave us",
	} {
		if got := AsksForBad(HeadingOf(heading)); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}

// Mistakes are borne, and nothing else is; who is punished for them is not glad of it, unless it is denied.
func TestOnlyMistakesAreBorne(t *testing.T) {
	for heading, bad := range map[string]bool{
		"Mistakes are tolerated": false, "It is okay to make mistakes": false, "Fehler werden akzeptiert": false, "Man darf Fehler machen": false, "Les erreurs sont admises": false, "Se permite cometer errores; son permitidos": false,
		"Erros são aceitos": false, "Gli errori sono accettati": false, "Fouten maken mag": false, "Mistakes are not punished": false, "Nobody is blamed for mistakes": false, "Fehler werden nicht bestraft": false, "Bullying is not tolerated": false,
		"Discrimination is not accepted": false, "Mobbing wird nicht geduldet": false, "El acoso no es aceptado": false,
		"Bullying is tolerated here": true, "Harassment is accepted": true, "Mobbing wird geduldet": true, "Diskriminierung wird toleriert": true, "Le harcèlement est toléré": true, "Aquí se acepta el acoso": true, "O assédio é tolerado": true, "Il mobbing è tollerato": true, "Pesten wordt geaccepteerd": true,
		"Mistakes are punished": true, "People are blamed for mistakes": true, "Fehler werden bestraft": true, "Les erreurs sont punies": true, "Los errores se castigan": true, "Os erros são punidos": true, "Gli errori sono puniti": true, "Fouten worden gestraft": true,
		"Errors are not allowed": true, "Mistakes are not tolerated": true, "Fehler werden nicht akzeptiert": true, "Les erreurs ne sont pas admises": true, "Fouten worden niet geaccepteerd": true,
	} {
		if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
			t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
		}
	}
}

// What is missing may be what would help, and is missing all the same.
func TestHelpThatIsMissing(t *testing.T) {
	for heading, bad := range map[string]bool{
		"Recognition is missing": true, "Good tools are missing": true, "Hilfe fehlt": true, "Unterstützung durch den Chef fehlt": true, "Gute Werkzeuge fehlen": true, "Das Fehlen von Respekt": true, "Le respect manque": true, "Les bonnes informations manquent": true,
		"Falta apoyo": true, "Faltan buenas herramientas": true, "Falta ayuda": true, "Falta apoio": true, "Faltam boas ferramentas": true, "Manca rispetto": true, "Mancano buoni strumenti": true, "Steun ontbreekt": true, "Goede hulpmiddelen ontbreken": true,
		"Nothing is missing": false, "No information is missing": false, "If a part is missing, it is sent quickly": false, "Missing parts are replaced quickly": false, "Hier fehlt nichts": false, "Hilfe fehlt nicht": false, "Das Fehlen von Konflikten": false,
		"Le respect ne manque pas": false, "No falta apoyo": false, "Não falta apoio": false, "Falta poco para terminar": false, "Non manca il rispetto": false, "Er ontbreekt niets": false, "Steun ontbreekt niet": false,
	} {
		if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
			t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
		}
	}
}
