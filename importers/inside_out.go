package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

var audienceID = lazily(`^[a-z][a-z0-9_]*$`)

// insideOut orders the audiences from inside to outside: leadership, staff, others as given, customers last.
func insideOut(audiences []AudienceFiles) ([]AudienceFiles, error) {
	places := [customersPlace + 1][]AudienceFiles{}
	for _, a := range audiences {
		if !audienceID().MatchString(a.ID) {
			return nil, &UsageError{
				fmt.Sprintf("%q is no name for an audience", a.ID),
				"names are lower case letters, digits and _, beginning with a letter: branch_staff=branches.csv",
			}
		}
		places[place(a.ID)] = append(places[place(a.ID)], a)
	}
	var ordered []AudienceFiles
	for _, of := range places {
		ordered = append(ordered, of...)
	}
	return ordered, nil
}

// The places of audiences from inside to outside.
const (
	leadershipPlace = iota
	staffPlace
	otherPlace
	customersPlace
)

// place tells by the name of an audience how far inside it stands.
func place(id string) int {
	switch {
	case oneOfWords(id, "leadership", "leaders", "leader", "management", "managers", "executives", "board", "directors"):
		return leadershipPlace
	case oneOfWords(id, "staff", "employees", "employee", "team", "workforce", "teachers", "agents"):
		return staffPlace
	case oneOfWords(id, "customers", "customer", "clients", "users", "guests", "patients", "passengers", "members", "consumers"):
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
