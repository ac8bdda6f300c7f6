package importers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

var audienceID = lazily(`^[a-z][a-z0-9_]*$`)

// insideOut orders the audiences from inside to outside: leadership, staff, others, customers. One of another name stays before those that it is given
// before: who writes hq, staff, customers knows.
func insideOut(audiences []AudienceFiles) ([]AudienceFiles, error) {
	var ordered []AudienceFiles
	for _, a := range audiences {
		if !audienceID().MatchString(a.ID) {
			return nil, &UsageError{
				fmt.Sprintf("%q is no name for an audience", a.ID),
				"names are lower case letters, digits and _, beginning with a letter: branch_staff=branches.csv",
			}
		}
		if place(a.ID) != otherPlace {
			ordered = append(ordered, a)
		}
	}
	slices.SortStableFunc(ordered, func(a, b AudienceFiles) int { return cmp.Compare(place(a.ID), place(b.ID)) })
	for i, a := range audiences {
		if place(a.ID) == otherPlace {
			ordered = slices.Insert(ordered, beforeThose(ordered, audiences[i+1:]), a)
		}
	}
	return ordered, nil
}

// beforeThose returns the place of the first of some audiences among those that are in order; without any, that of the customers.
func beforeThose(ordered, later []AudienceFiles) int {
	for i, o := range ordered {
		if place(o.ID) == customersPlace || place(o.ID) != otherPlace && slices.ContainsFunc(later, func(l AudienceFiles) bool { return l.ID == o.ID }) {
			return i
		}
	}
	return len(ordered)
}

// The places of audiences from inside to outside.
const (
	leadershipPlace = iota
	staffPlace
	otherPlace
	customersPlace
)

// place tells by the name of an audience how far inside it stands, in the languages of the label families.
func place(id string) int {
	switch {
	case oneOfWords(id, "leadership", "leaders", "leader", "management", "managers", "executives", "board", "directors", "principals",
		"leitung", "fuehrung", "fuehrungskraefte", "geschaeftsfuehrung", "geschaeftsleitung", "vorstand", "direktion", "chefs", "direction", "dirigeants", "cadres",
		"direccion", "directivos", "gerencia", "direcao", "gestores", "lideranca", "direzione", "dirigenti", "directie", "leiding", "bestuur"):
		return leadershipPlace
	case oneOfWords(id, "staff", "employees", "employee", "team", "teams", "workforce", "teachers", "agents",
		"mitarbeiter", "mitarbeitende", "mitarbeiterinnen", "belegschaft", "personal", "beschaeftigte", "lehrkraefte", "personnel", "equipe", "employes", "salaries", "collaborateurs",
		"empleados", "plantilla", "equipo", "funcionarios", "colaboradores", "dipendenti", "collaboratori", "personale", "medewerkers", "personeel"):
		return staffPlace
	case oneOfWords(id, "customers", "customer", "clients", "users", "guests", "patients", "passengers", "members", "consumers",
		"kunden", "kundinnen", "gaeste", "patienten", "nutzer", "fahrgaeste", "mitglieder", "usagers", "clientes", "usuarios", "huespedes", "pacientes", "pasajeros",
		"hospedes", "passageiros", "clienti", "ospiti", "pazienti", "utenti", "klanten", "gasten", "reizigers"):
		return customersPlace
	}
	return otherPlace
}

func (d *draft) order() {
	if len(d.study.Audiences) < 2 {
		return
	}
	var ids []string
	for _, a := range d.study.Audiences {
		ids = append(ids, a.ID)
	}
	d.notice(study.OrderAssumed, "", "order from inside to outside: %s", strings.Join(ids, ", "))
}
