package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// kindOfCells says what a column with a header and these cells in turn is taken for.
func kindOfCells(t *testing.T, header string, cells ...string) study.ColumnKind {
	t.Helper()
	dir := t.TempDir()
	quote := func(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
	text := quote(header) + ",We listen\n"
	for range 6 {
		for _, cell := range cells {
			text += quote(cell) + ",4\n"
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	return in.Columns[0].Kind
}

// A header made of parts of an address or of a name, or one that asks for such a field, is personal in every language, and so is where
// somebody came from; what was rated of the same things is not.
func TestPartsOfAddressesArePersonal(t *testing.T) {
	for _, header := range []string{
		"Street, City, State, ZIP", "Name, Vorname", "Nachname / Vorname", "Titel, Vorname, Name", "Adresse (Straße, Ort)", "Anschrift (Straße, Nr., PLZ, Ort)", "Straße; PLZ; Ort",
		"Name and address", "City / State", "First Name & Last Name", "Phone / E-mail", "Telefon, E-Mail", "Rue, code postal, ville", "Nom, prénom", "Nom / Prénom / Courriel",
		"Calle, número, ciudad", "Apellidos, nombre", "Rua, número, cidade", "Nome, cognome", "Via, CAP, città", "Indirizzo (via, città)", "Straat, postcode, plaats", "Naam, voornaam", "Naam en adres",
		"Please enter your address", "What is your postcode?", "Wie lautet Ihre Adresse?", "Geben Sie Ihre Telefonnummer ein", "Quelle est votre adresse ?", "¿Cuál es su dirección?", "Qual é o seu endereço?",
		"Qual è il tuo indirizzo?", "Wat is uw adres?", "Your city", "Ihre Postleitzahl", "Contact details [Phone]", "Kontaktdaten [Straße, Ort]",
		"Weiterleitungs-URL", "Referrer URL", "Referer", "URL de référence", "URL de referencia", "URL de referência", "URL di riferimento", "Verwijzende URL",
		"Nickname", "Passport no.", "Ausweisnummer", "Steuer-ID", "Numéro de passeport", "Pasaporte", "Carta d'identità", "Paspoortnummer", "Patient ID",
		"Name of your child", "Name Ihres Kindes", "Nom de votre médecin", "Nombre de su hijo", "Nome do seu filho", "Nome di tuo figlio", "Naam van uw kind",
		"Licence plate", "Kfz-Kennzeichen", "Plaque d'immatriculation", "Kenteken", "IBAN number", "Kontonummer", "Birth date", "Geboren am", "Né(e) le", "Data nascita",
	} {
		if got := kindOfCells(t, header, "Bo", "Cy"); got != study.PersonalColumn {
			t.Errorf("%s: %s", header, got)
		}
	}
	for _, header := range []string{
		"Address of our shop is easy to find", "Zustand der Straße", "Phone / E-mail", "Telefon, E-Mail", "Contact channels [Phone]", "Kontaktwege [Telefon]", "Street, city and region (cleanliness)",
		"Product name and price", "Name, logo and packaging", "Straße und Parkplatz", "Lage, Ort und Anfahrt", "Ville et quartier agréables", "What is your rating of the city?",
	} {
		for _, cells := range [][]string{{"1", "2", "4", "5"}, {"Very good", "Good", "Poor", "Very poor"}} {
			if got := kindOfCells(t, header, cells...); got != study.RatingColumn && got != study.LabelledColumn {
				t.Errorf("%s, %s: %s", header, cells[0], got)
			}
		}
	}
	for _, header := range []string{"State / region", "Which channels did you use? [Phone / E-mail]", "Country, region", "What is your role?", "Please state your department", "Title", "Number"} {
		if got := kindOfCells(t, header, "Yes", "No"); got == study.PersonalColumn {
			t.Errorf("%s: personal", header)
		}
	}
}

// Cells that one person, household or machine alone has are personal under any header; codes, amounts, versions and pages of a site are not.
func TestCellsOfPersonsArePersonal(t *testing.T) {
	for _, cells := range [][]string{
		{"12 Main Street", "7b Oak Rd, Springfield"},
		{"Hauptstr. 12", "Am Alten Weg 3, 20095 Hamburg"},
		{"12 rue de la Paix", "3 bis avenue Foch"},
		{"Calle Mayor 5", "Avda. del Mar 12"},
		{"Rua das Flores 7", "Travessa do Sol 12"},
		{"Via Roma 10", "Piazza Verdi, 3"},
		{"Kerkstraat 5", "Lange Gracht 22a"},
		{"20095 Hamburg", "80331 München"},
		{"4051 Basel", "8001 Zürich", "3011 Bern"},
		{"1012 AB Amsterdam", "3511 CD Utrecht"},
		{"SW1A 1AA", "M1 1AE"},
		{"K1A 0B1", "H2X 1Y4"},
		{"1000-205", "4050-123"},
		{"Springfield, IL 62704", "Salem, OR 97301"},
		{"B-AB 1234", "M-XY 77"},
		{"AB-123-CD", "EF-456-GH"},
		{"AB12 CDE", "XY65 ABC"},
		{"1234 BCD", "5678 FGH"},
		{"DE89 3704 0044 0532 0130 00", "FR1420041010050500013M02606"},
		{"Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (iPhone)"},
		{"203.0.113.7:443", "198.51.100.4, 10.0.0.1"},
		{"::ffff:203.0.113.7", "2001:db8::1"},
		{"52.5200,13.4050", "48.1372,11.5756"},
		{"@bony", "@cy.ray"},
		{"078-05-1120", "219-09-9999"},
		{"https://mail.example.org/inbox?user=p0", "https://mail.example.org/inbox?user=p1"},
		{"https://www.linkedin.com/in/bo-ny", "https://www.linkedin.com/in/cy-ray"},
	} {
		for _, header := range []string{"Q7", "Where from", "Angabe"} {
			if got := kindOfCells(t, header, cells...); got != study.PersonalColumn {
				t.Errorf("%s, %s: %s", header, cells[0], got)
			}
		}
	}
	if got := kindOfCells(t, "Geburt des Kindes", "2019-03-04", "2018-01-31"); got != study.PersonalColumn {
		t.Errorf("day of birth: %s", got)
	}
	for _, header := range []string{"PLZ des Wohnorts", "Postleitzahl (5-stellig)", "Home ZIP", "Code postal du domicile", "Tu código postal"} {
		if got := kindOfCells(t, header, "20095", "80331", "50667"); got != study.PersonalColumn {
			t.Errorf("%s: %s", header, got)
		}
		if got := kindOfCells(t, header, "1", "2", "5"); got == study.PersonalColumn {
			t.Errorf("%s, ratings: personal", header)
		}
	}
	if got := kindOfCells(t, "Benutzer", "bony77", "cray5"); got != study.PersonalColumn {
		t.Errorf("users: %s", got)
	}
	if got := kindOfCells(t, "Benutzer", "Gast", "Kunde"); got == study.PersonalColumn {
		t.Error("kinds of users: personal")
	}
	for _, cells := range [][]string{
		{"https://example.org/pricing", "https://example.org/help"},
		{"10000 Euro", "20000 Euro"},
		{"1000 GB", "2000 GB"},
		{"2024 Spring", "2025 Autumn", "2026 Winter"},
		{"5 minutes drive", "10 minutes drive", "30 minutes drive"},
		{"1 cours par semaine", "2 cours par semaine", "plus"},
		{"Arbeitsplatz 1", "Arbeitsplatz 2"},
		{"Store 10234", "Store 10235"},
		{"Plan A", "Plan B"},
		{"1.2.3", "1.3.0"},
		{"2024-01-02", "2024-03-04"},
		{"10:30:15", "11:20:00"},
		{"North", "South"},
		{"18-24", "25-34"},
		{"Platz 1", "Rang 2"},
		{"1,5", "2,5"},
		{"2025-26", "2026-27"},
		{"Team 12", "Team 13"},
		{"v1.2", "v1.3"},
	} {
		for _, header := range []string{"Q7", "Where from", "Angabe"} {
			if got := kindOfCells(t, header, cells...); got == study.PersonalColumn {
				t.Errorf("%s, %s: personal", header, cells[0])
			}
		}
	}
}

// A postcode in plain numbers is one beside a street or a town; amounts of other lengths are none.
func TestPostcodesBesideStreets(t *testing.T) {
	for _, test := range []struct {
		text     string
		personal bool
	}{
		{"Street,Area code,We listen\n", true},
		{"Area code,Ort,We listen\n", true},
		{"Product,Area code,We listen\n", false},
	} {
		text := test.text
		for _, row := range []string{"20095", "80331", "50667"} {
			cells := strings.Split(strings.TrimSpace(test.text), ",")
			for i, header := range cells {
				switch header {
				case "Area code":
					cells[i] = row
				case "We listen":
					cells[i] = "4"
				default:
					cells[i] = "Alpha"
				}
			}
			text += strings.Repeat(strings.Join(cells, ",")+"\n", 4)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		for _, c := range in.Columns {
			if c.ID == "Area code" && (c.Kind == study.PersonalColumn) != test.personal {
				t.Errorf("%s: %s", strings.TrimSpace(test.text), c.Kind)
			}
		}
	}
}
