package importers

import (
	"strings"
	"testing"
)

// What says the reverse is no offer as one item, in any of the languages, and is said; what differs otherwise is offered.
func TestOppositesAreNotOffered(t *testing.T) {
	offered := func(one, other string) (joined, said bool) {
		table := func(question string) string { return question + ",Price\n4,1\n5,2\n2,5\n1,3\n3,4\n" }
		file := draftFileOf(t, "leadership.csv", table(one), "customers.csv", table(other))
		for _, line := range strings.Split(file, "\n") {
			joined = joined || strings.HasPrefix(line, "#  ") && strings.Contains(line, "leadership:") && strings.Contains(line, "customers:")
		}
		return joined, strings.Contains(file, "? These may say the reverse of each other")
	}
	for _, pair := range [][2]string{
		{"Staff are not rude", "Staff are rude"},
		{"We never deliver late", "They often deliver late"},
		{"Invoices contain errors", "Invoices contain no errors"},
		{"Staff are friendly", "Staff are unfriendly"},
		{"We don't answer our letters", "They answer our letters"},
		{"Our prices are fair", "Their prices are unfair"},
		{"Staff are friendly and reliable", "Staff are unfriendly and unreliable"},
		{"Our staff are helpful to visitors", "Our staff are rude to visitors"},
		{"Das Personal ist nicht freundlich", "Das Personal ist freundlich"},
		{"Wir liefern nie zu spät", "Sie liefern oft zu spät"},
		{"Rechnungen enthalten keine Fehler", "Rechnungen enthalten Fehler"},
		{"Les livraisons ne sont jamais en retard", "Les livraisons sont souvent en retard"},
		{"Le personnel n'est pas aimable", "Le personnel est aimable"},
		{"El personal no es amable", "El personal es amable"},
		{"O pessoal não é simpático", "O pessoal é simpático"},
		{"Il personale non è gentile", "Il personale è gentile"},
		{"Het personeel is niet vriendelijk", "Het personeel is vriendelijk"},
		{"Het personeel is onvriendelijk", "Het personeel is vriendelijk"},
	} {
		for range 2 {
			if joined, said := offered(pair[0], pair[1]); joined || !said {
				t.Errorf("%q and %q: offered as one %t, said %t", pair[0], pair[1], joined, said)
			}
			pair[0], pair[1] = pair[1], pair[0]
		}
	}
	for _, pair := range [][2]string{
		{"We never deliver late", "They never deliver late"},
		{"Staff are friendly", "Their staff are friendly"},
		{"Staff are not rude", "Staff are never rude"},
		{"Our staff are unfriendly", "The staff are unfriendly"},
		{"We listen to customers", "We listen to what customers say"},
		{"Wir liefern pünktlich", "Sie liefern pünktlich"},
		{"Invoices contain no errors", "Our invoices contain no errors"},
		{"We inform customers early", "We inform our customers early on"},
		{"Staff are not friendly", "Staff are unfriendly"},
		{"Prices are not fair", "Our prices are unfair"},
		{"The portal is unreliable", "The portal is not reliable"},
		{"Das Personal ist nicht freundlich", "Das Personal ist unfreundlich"},
	} {
		if joined, said := offered(pair[0], pair[1]); !joined || said {
			t.Errorf("%q and %q: offered as one %t, said to be opposites %t", pair[0], pair[1], joined, said)
		}
	}
}

// A question that its opposite resembles most is offered with the one that says the same.
func TestOppositesDoNotStandInTheWay(t *testing.T) {
	file := draftFileOf(t, "leadership.csv", "Our staff are friendly,Price\n4,1\n5,2\n2,5\n1,3\n", "customers.csv", "Our staff are unfriendly,Your staff here are friendly,Price\n4,1,4\n5,2,4\n2,5,3\n1,3,3\n")
	if !strings.Contains(file, `leadership: "Our staff are friendly", customers: "Your staff here are friendly"`) {
		t.Error(file)
	}
}
