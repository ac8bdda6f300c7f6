package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// An attention check tells what to answer, or says what it is; what asks for an answer of one's own, names what is checked, or numbers what was
// checked, is rated.
func TestAttentionChecks(t *testing.T) {
	tests := map[bool]string{
		true: `Please select Agree to show that you are reading|To show you are paying attention, select Strongly disagree|Attention check|Attention check 2|Attention check: choose 4|attention_check_1|This is an attention check. Please select 4.|This is an attention check, please select 2|Please select 4 (attention check)|` +
			`Please select 'agree' here|Please select strongly agree for this statement.|Please select 'Strongly disagree' for this question|Please answer "Agree" to this question|Mark this statement as "disagree"|For this statement please tick "never"|` +
			`Choose 2 here|Select 3|Select three|Choose option 2|Please mark 1 here|To make sure you are paying attention, please select 2|To show that you are reading, please choose Agree|If you are reading this, please select strongly agree|` +
			`If you read this please select 4|Please select 'agree' if you are reading this|I am paying attention, please select 3|Are you still reading? Please select 2.|For quality control, tick 4, please|Please, click on 4|ATT1: please select 3|` +
			`Bitte wählen Sie hier die 4|Bitte wählen Sie hier die 2 aus|Bitte kreuzen Sie hier „stimme zu“ an|Bitte wählen Sie "Trifft nicht zu" aus|Klicken Sie bitte auf 5|Wählen Sie bei dieser Frage die Antwort 3|Um zu zeigen, dass Sie aufmerksam lesen, wählen Sie bitte 2|` +
			`Aufmerksamkeitstest|Dies ist eine Kontrollfrage.|Kontrollfrage: bitte 3 ankreuzen|Bitte 3 ankreuzen|Bitte hier 2 wählen|Bitte antworten Sie hier mit „stimme zu“|Bitte "stimme zu" auswählen|` +
			`Veuillez choisir ici la réponse 2|Veuillez sélectionner « D’accord »|Veuillez cocher 3|Merci de cocher 3|Merci de cocher la case 3|Cochez 3, s'il vous plaît|Ceci est un test d'attention|` +
			`Seleccione aquí el 3|Seleccione "de acuerdo" aquí|Por favor, marque 3|Por favor seleccione la opción 2|Favor de marcar 3|Prueba de atención|Prueba de atención 1|Control de atención: marque 3 aquí|` +
			`Selezioni qui il 4|Selezionare "d'accordo"|Si prega di selezionare 3|Selecione aqui o 2|Selecione "concordo"|Favor marcar 3|Kies hier antwoord 4|Kies hier "eens"|Gelieve 3 aan te kruisen|Kruis hier 3 aan|Klik op 3 a.u.b.|Scelga "d'accordo"|Elija aquí el 3|Escoja aquí el 3|Elige la opción 3|Escolha a opção 3|Assinale aqui o 3|Favor elegir 3|Merci d'indiquer 3|Répondez ici 3|Rispondi qui 3, per favore|Hier bitte 3 angeben|Gelieve hier 3 in te vullen|Gelieve hier 3 te kiezen|Scegli 3|Gelieve 3 aan te vinken`,
		false: `Please select how content you are|Please choose the number that fits best|Bitte wählen Sie eine Zahl|Attention to detail|Please select your level of comfort|Check in|Choose us again|Mark ups|Check 5|Mark 3|Marque 3|Marque 3 : qualité|Answer 2|Klik 4|` +
			`Prueba de atención médica|Control de atención al paciente|Control de calidad|Test d'attention médicale|Attention check-in staff|Overall, please select 1|Rate our service. Please select one.|Select one|How do we do? Please select 4|Please select 1 to 5|Please select up to 3|Please select 3 answers|Rate us: please select 'very good' if you are happy|Bitte wählen Sie 5, wenn Sie sehr zufrieden sind|` +
			`Bitte 1 bis 5 ankreuzen|Zutreffendes bitte ankreuzen|Bitte eine Antwort auswählen|Wir wählen gut aus|Staff click well|In this shop I choose good things|We are asked to choose|I have never used a computer|I can run 2 miles in 2 minutes|` +
			`Answer promptly|Choose well|Choose well: variety of products|We answer 4|Merci de votre accueil|Nos équipes répondent bien|Kies ons weer|Por favor, díganos qué tal|Kontrollfragen der Prüfer waren fair|Our attention checks are fair`,
	}
	for want, headings := range tests {
		for heading := range strings.SplitSeq(headings, "|") {
			for _, text := range []string{heading, "How much do you agree? [" + heading + "]", "Rate us - " + heading} {
				if got := checksAttention(Column{Role: Answer, ID: text, Text: text}); got != want {
					t.Errorf("%s: %v, want %v", text, got, want)
				}
			}
		}
	}
}

// Attention checks are left out and named, as columns of their own and as rows of a matrix, answered in numbers or in words; none of them lends
// its scale, and inspect says why it is no rating.
func TestAttentionChecksInADraft(t *testing.T) {
	const named = `a: checks of attention, which tell what to answer, not ratings: "Please select 4", "Please select 'agree' here"`
	words := []string{"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"}
	inWords := func(header string) []string {
		column := []string{header}
		for i := range 45 {
			column = append(column, words[i*(i+1)%5], words[i%5])
		}
		return column
	}
	inNumbers := func(header string) []string { return answersTo(header, 0, 9, 9, 9, 9, 9) }
	for name, answers := range map[string]func(header string) []string{"numbers": inNumbers, "words": inWords} {
		for _, of := range []string{"%s", "How much do you agree? [%s]", "Rate us - %s"} {
			var columns [][]string
			for _, row := range []string{"We listen", "We help", "Please select 4", "Please select 'agree' here"} {
				columns = append(columns, answers(strings.ReplaceAll(of, "%s", row)))
			}
			text := ratedOnce(columns...)
			s, notices, err := drafted(t, "a.csv", text, "b.csv", text)
			if err != nil {
				t.Fatal(err)
			}
			if got := described(s, notices); len(s.Items) != 2 || !strings.Contains(got, named) {
				t.Errorf("%s, %s: %d items in\n%s", name, of, len(s.Items), got)
			}
			for _, c := range inspectedText(t, text).Columns[2:] {
				if c.Kind != study.SingleColumn || !strings.Contains(flagsOf(c), attentionChecked) {
					t.Errorf("%s: %s %s", c.ID, c.Kind, flagsOf(c))
				}
			}
		}
	}
}
