package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// What forms say of a field in brackets, or behind it, hides no name and no address, in seven languages; what was rated of a channel is not taken off.
func TestRemarksHideNoPersonalColumn(t *testing.T) {
	for _, header := range []string{
		"Name (optional)", "Full name (optional)", "Your Name (First, Last)", "Person of focus (first, last)", "Name [optional]", "Name - optional", "Name (as in your passport)",
		"Please enter your name (this will not be published) (optional)", "Phone (mobile)", "E-Mail (freiwillig)", "Ihr Name (freiwillig)", "Vorgesetzte Person (Vorname, Nachname)",
		"Nom (facultatif)", "Votre nom (facultatif)", "Nombre (opcional)", "Direccion", "Codigo Postal", "Teléfono (opcional)", "Nome (opcional)", "Nome (facoltativo)", "Naam (niet verplicht)",
		"Address line 2", "City/Town", "State/Region/Province", "Zip/Post Code", "PLZ/Ort", "Code postal et ville", "Calle", "Morada", "Straatnaam", "Prenom", "Telefono",
		"* Name (optional)", "(freiwillig) Name", "Prénom (facultatif)",
	} {
		if got := kindOfColumn(t, header, "Bo Ny"); got != study.PersonalColumn {
			t.Errorf("%s: %s", header, got)
		}
	}
	for _, header := range []string{
		"Phone (friendliness)", "Telefon (Erreichbarkeit)", "E-mail (speed)", "Ort (Sauberkeit)", "City (1-5)", "Name of the product (short)", "Brand name (new)", "Direct (optional)", "Delivery (optional)",
	} {
		if got := kindOfColumn(t, header, "4"); got == study.PersonalColumn {
			t.Errorf("%s: personal", header)
		}
	}
	if got := kindOfColumn(t, "CAP", "20121"); got != study.PersonalColumn {
		t.Errorf("CAP: %s", got)
	}
	if got := kindOfColumn(t, "Cap", "4"); got == study.PersonalColumn {
		t.Error("Cap: personal")
	}
}

// Every name of personal data is one with a remark behind it too.
func TestRemarksHideNoName(t *testing.T) {
	for name := range personalNames() {
		for _, header := range []string{name + " (optional)", "* " + name + "[required]", name + " - optional", "(optional) " + name} {
			if !isPersonalName(header, personalNames()) {
				t.Errorf("%q is not taken for personal", header)
			}
		}
	}
}

// What panels and advertisements know respondents by is no answer, and is not listed.
func TestTagsOfPanelsAndClicksAreMeta(t *testing.T) {
	for _, header := range []string{"PROLIFIC_PID", "Prolific ID", "STUDY_ID", "SESSION_ID", "fbclid", "gclid", "workerId", "utm_source"} {
		if got := kindOfColumn(t, header, "67dc51d9451653b8b466"); got != study.MetaColumn && (header != "SESSION_ID" || got != study.PersonalColumn) {
			t.Errorf("%s: %s", header, got)
		}
	}
}

// Nothing of a column that an inspection calls personal, or whose answers it does not show, stands in a draft or in what is said of it.
func TestWhatInspectHidesNobodyPrints(t *testing.T) {
	names := []string{"Quillon", "Brisban", "Torvell", "Umbrane", "Yselt"}
	for _, header := range []string{
		"Employee", "Mitarbeiter", "Kunde", "Cliente", "Empleado", "Dipendente", "Klant", "Customer", "Manager", "Your supervisor", "Name (optional)", "Full name", "Who filled this in?", "Contact person", "Naam (optioneel)",
	} {
		var text strings.Builder
		fmt.Fprintf(&text, "%s,Region,We listen,We answer\n", header)
		for i := range 30 {
			fmt.Fprintf(&text, "%s,%s,%d,%d\n", names[i%5], []string{"North", "South"}[i%2], 1+i%5, 1+i*i%5)
		}
		if c := inspectedText(t, text.String()).Columns[0]; c.Kind != study.PersonalColumn && (c.Kind != study.SingleColumn || !strings.Contains(flagsOf(c), "are not shown") || c.Answers != nil) {
			t.Errorf("%s: %s %s", header, c.Kind, flagsOf(c))
		}
		got := draftFileOf(t, "customers.csv", text.String())
		s, notices, err := drafted(t, "customers.csv", text.String())
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.Contains(got+described(s, notices), name) {
				t.Errorf("%s: %q stands in\n%s", header, name, got)
			}
		}
		if !strings.Contains(got, "North") {
			t.Errorf("%s: the regions are hidden too:\n%s", header, got)
		}
	}
}

// A telephone number or an address in the place of a header is the name of no column.
func TestNoColumnIsCalledByAnAddress(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte("Day,551199999999,p1@example.org,Grade\n2026-02-28,551199999998,p2@example.org,4\n2026-02-28,551199999997,p3@example.org,3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Day", "#2", "#3", "Grade"} {
		if c := in.Columns[i]; c.ID != want || c.Question != want {
			t.Errorf("column %d is called %q, %q", i+1, c.ID, c.Question)
		}
	}
}

// Numbers of respondents, of questions and of answers are no ratings, whichever way a tag writes ID.
func TestTagsThatNumberAreNoRatings(t *testing.T) {
	for _, header := range []string{
		"idUtente", "idCliente", "IdEmpleado", "idKunde", "IDCliente", "EmpID", "empId", "KundenID", "kunden_id", "id_klant", "Question no", "question_no", "QuestionNo", "Answer no.", "FrageNr", "Fragennummer",
		"numéro de question", "número de pregunta", "número da pergunta", "numero di domanda", "vraagnummer", "Respondent no",
	} {
		if c := inspectedText(t, ratedOnce(answersTo(header, 0, 4, 9, 6, 3, 8))).Columns[0]; c.Kind != study.MetaColumn {
			t.Errorf("%s is %s", header, c.Kind)
		}
	}
	for _, header := range []string{"Idea", "ideal", "IDEAS", "Identity", "Solid", "How to say no", "Questions", "No questions asked", "Valid", "Candid"} {
		if c := inspectedText(t, ratedOnce(answersTo(header, 0, 4, 9, 6, 3, 8))).Columns[0]; c.Kind != study.RatingColumn {
			t.Errorf("%s is %s", header, c.Kind)
		}
	}
	long := "respondent no,question no,answer\n"
	for i := range 60 {
		long += fmt.Sprintf("%d,%d,%d\n", 1+i/3, 1+i%3, 1+i*i%5)
	}
	if in := inspectedText(t, long); in.Platform != "long" || in.Kept != 20 || len(in.Columns) != 4 {
		t.Errorf("%s: %d respondents, %d columns", in.Platform, in.Kept, len(in.Columns))
	}
}
