package importers

import (
	"fmt"
	"strings"
	"testing"
)

// What tells people apart is known by its name in seven languages, wherever it stands; who stands twice is then said, and no id is printed. What several
// people share is no id, whatever it is called.
func TestColumnsThatTellRespondentsApart(t *testing.T) {
	table := func(header string, first, firms bool) string {
		var b strings.Builder
		row := func(id, one, two string) {
			if first {
				fmt.Fprintf(&b, "%s,%s,%s\n", id, one, two)
			} else {
				fmt.Fprintf(&b, "%s,%s,%s\n", one, two, id)
			}
		}
		row(header, "How good is delivery?", "How good is advice?")
		for i := range 32 {
			id := fmt.Sprintf("zq%03d", 7*(i%30))
			if firms {
				id = fmt.Sprintf("zq%03d", i%11)
			}
			row(id, fmt.Sprint(1+i%5), fmt.Sprint(1+i*3%4))
		}
		return b.String()
	}
	for _, header := range []string{
		"UID", "user_id", "userId", "Customer number", "Customer no.", "Employee ID", "Panelist ID", "Member number", "ID",
		"Befragten-ID", "Kundennummer", "Kunden-Nr.", "Mitarbeiternummer", "Teilnehmer-Kennung", "Probandencode", "Kennung",
		"Identifiant", "ID du répondant", "Numéro client", "N° d'adhérent", "Code client", "Matricule",
		"Identificador", "ID del encuestado", "Número de cliente", "Código de empleado", "ID do respondente", "Número do cliente", "Código do utente",
		"Identificativo", "Codice cliente", "ID del rispondente", "Numero dipendente", "Klantnummer", "Respondent-ID", "Deelnemersnummer", "Personeelsnummer",
		"Response number", "Supplier ID", "Antwort-ID", "Lieferantennummer", "ID de la réponse", "Code fournisseur", "ID de la respuesta", "Código de proveedor",
		"ID da resposta", "Código do fornecedor", "ID della risposta", "Codice fornitore", "Antwoord-ID", "Leveranciersnummer",
	} {
		for _, first := range []bool{true, false} {
			in, all := inspectedJSON(t, table(header, first, false))
			c := in.Columns[0]
			if !first {
				c = in.Columns[2]
			}
			if c.Kind != "meta" && c.Kind != "personal" || !strings.Contains(flagsOf(c), "2 rows with an id that stood before") {
				t.Errorf("%s: %s, %q", header, c.Kind, flagsOf(c))
			}
			draft := draftFileOf(t, "customers.csv", table(header, first, false))
			if !strings.Contains(draft, "# ? id: ") || !strings.Contains(draft, "2 rows with an id that stood before") {
				t.Errorf("%s:\n%s", header, draft)
			}
			if strings.Contains(all+draft, "zq") {
				t.Errorf("%s: an id is printed:\n%s%s", header, all, draft)
			}
		}
	}
	for _, test := range []struct {
		header       string
		first, firms bool
		want         bool
	}{
		{"Code", true, false, true},
		{"Token", true, false, true},
		{"Zugangscode", true, false, true},
		{"Codice", true, false, true},
		{"Code", false, false, false},
		{"Code", true, true, false},
		{"Kundennummer", true, true, false},
		{"Customer ID", true, true, false},
		{"Supplier ID", true, true, false},
		{"Codice fornitore", true, true, false},
		{"Supplier", false, false, false},
		{"Company ID", true, false, false},
		{"Account number", true, false, false},
		{"Order no", true, false, false},
		{"Vertragsnummer", true, false, false},
		{"Product ID", true, false, false},
		{"Promo code", true, false, false},
		{"Postcode", true, false, false},
		{"Store code", true, false, false},
	} {
		text := table(test.header, test.first, test.firms)
		in := inspectedText(t, text)
		c := in.Columns[0]
		if !test.first {
			c = in.Columns[2]
		}
		if got := strings.Contains(flagsOf(c), "stood before"); got != test.want {
			t.Errorf("%s: %s, %q", test.header, c.Kind, flagsOf(c))
		}
		if got := strings.Contains(draftFileOf(t, "customers.csv", text), "# ? id: "); got != test.want {
			t.Errorf("%s: the draft offers an id: %t", test.header, got)
		}
	}
}
