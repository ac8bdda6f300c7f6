package importers

import "testing"

// "Question.Statement" is parted where columns with the same question begin to differ, and at no other point.
func TestStatementsBehindPoints(t *testing.T) {
	for name, test := range map[string]struct{ headings, want []string }{
		"points within the question": {
			[]string{"How do we do, e.g. in your branch?.Delivery", "How do we do, e.g. in your branch?.Advice"},
			[]string{"How do we do, e.g. in your branch? - Delivery", "How do we do, e.g. in your branch? - Advice"},
		},
		"German points": {
			[]string{"Wie wichtig ist Ihnen ...?.Pünktliche Lieferung", "Wie wichtig ist Ihnen ...?.Pünktliche Rechnung", "Was fehlt z.B.Ihnen?"},
			[]string{"Wie wichtig ist Ihnen ...? - Pünktliche Lieferung", "Wie wichtig ist Ihnen ...? - Pünktliche Rechnung", "Was fehlt z.B.Ihnen?"},
		},
		"a question that ends in a point": {
			[]string{"Please rate... .Delivery", "Évaluez-nous..Délais", "Please rate... .Price", "Évaluez-nous..Prix"},
			[]string{"Please rate... - Delivery", "Évaluez-nous. - Délais", "Please rate... - Price", "Évaluez-nous. - Prix"},
		},
		"statements that begin alike": {
			[]string{"In che misura è d'accordo.Siamo veloci", "In che misura è d'accordo.Siamo cortesi"},
			[]string{"In che misura è d'accordo - Siamo veloci", "In che misura è d'accordo - Siamo cortesi"},
		},
		"siblings apart": {
			[]string{"Bewerten Sie.Preis", "Bewerten Sie.Rat (inkl. Tel.)", "Wie oft?", "Bewerten Sie.Produkt no.1", "Bewerten Sie.Produkt no.2"},
			[]string{"Bewerten Sie - Preis", "Bewerten Sie - Rat (inkl. Tel.)", "Wie oft?", "Bewerten Sie - Produkt no.1", "Bewerten Sie - Produkt no.2"},
		},
		"names with points in statements": {
			[]string{"Rate.Node.js speed", "Rate.Node.js docs", "Rate.Price"},
			[]string{"Rate - Node.js speed", "Rate - Node.js docs", "Rate - Price"},
		},
		"a hyphen in a statement": {
			[]string{"Rate us?.Delivery - on time", "Rate us?.Price"},
			[]string{"Rate us? - Delivery – on time", "Rate us? - Price"},
		},
		"questions of their own": {
			[]string{"How are we, e.g. at delivery?", "How are we, e.g. at advice?", "Is release 2.0 good?", "Is release 2.1 good?", "How good is www.cxgap.example at prices?", "How good is www.cxgap.example at advice?"},
			[]string{"How are we, e.g. at delivery?", "How are we, e.g. at advice?", "Is release 2.0 good?", "Is release 2.1 good?", "How good is www.cxgap.example at prices?", "How good is www.cxgap.example at advice?"},
		},
		"names with points": {
			[]string{
				"How good is Booking.com?", "How good is Booking.nl?", "Visit St.Gallen?", "Visit St.Moritz?", "Does Mr.Jones listen?", "Does Mr.Brown listen?",
				"Use acme.com in general", "Use acme.org in general",
			},
			[]string{
				"How good is Booking.com?", "How good is Booking.nl?", "Visit St.Gallen?", "Visit St.Moritz?", "Does Mr.Jones listen?", "Does Mr.Brown listen?",
				"Use acme.com in general", "Use acme.org in general",
			},
		},
		"statements of short words": {
			[]string{"How do you feel.at work", "How do you feel.in traffic", "Wie bewerten Sie.IT", "Wie bewerten Sie.HR"},
			[]string{"How do you feel - at work", "How do you feel - in traffic", "Wie bewerten Sie - IT", "Wie bewerten Sie - HR"},
		},
		"one statement alone": {
			[]string{"Rate us?.Delivery", "How fast?"},
			[]string{"Rate us?.Delivery", "How fast?"},
		},
	} {
		columns := microsoftForms{}.columns([][]string{append([]string{"ID", "Start time", "Completion time", "Email", "Name"}, test.headings...)})
		for i, want := range test.want {
			if got := columns[5+i].Text; got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	}
}
