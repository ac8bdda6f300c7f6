package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A question what others would answer is no rating of one's own, and "how important do you think" asks for importance.
func TestEstimates(t *testing.T) {
	const own, theirs = false, true
	for _, test := range []struct {
		text     string
		estimate bool
		kind     study.Kind
	}{
		{"How important do you think fast delivery is to customers?", theirs, study.Importance},
		{"How important is fast delivery to our customers?", theirs, study.Importance},
		{"How satisfied do you think our customers are with delivery?", theirs, study.Performance},
		{"How would our customers rate our advice?", theirs, study.Performance},
		{"In your opinion, how satisfied are our guests with the rooms?", theirs, study.Performance},
		{"How do you think employees would rate the canteen?", theirs, study.Performance},
		{"Was glauben Sie: Wie wichtig ist unseren Kunden schnelle Lieferung?", theirs, study.Importance},
		{"Wie wichtig ist Ihrer Meinung nach schnelle Lieferung für unsere Kunden?", theirs, study.Importance},
		{"Wie zufrieden sind unsere Kunden Ihrer Meinung nach mit der Lieferung?", theirs, study.Performance},
		{"À votre avis, quelle est l'importance de la livraison pour nos clients ?", theirs, study.Importance},
		{"Selon vous, à quel point nos clients sont-ils satisfaits de la livraison ?", theirs, study.Performance},
		{"¿Qué tan importante cree que es la entrega para nuestros clientes?", theirs, study.Importance},
		{"En su opinión, ¿qué tan satisfechos están nuestros clientes con la entrega?", theirs, study.Performance},
		{"Quão importante acha que é a entrega para os nossos clientes?", theirs, study.Importance},
		{"Na sua opinião, quão satisfeitos estão os nossos clientes com a entrega?", theirs, study.Performance},
		{"Secondo lei, quanto è importante la consegna per i nostri clienti?", theirs, study.Importance},
		{"Quanto pensa che siano soddisfatti i nostri clienti della consegna?", theirs, study.Performance},
		{"Hoe belangrijk denkt u dat levering is voor onze klanten?", theirs, study.Importance},
		{"Hoe tevreden zijn onze klanten volgens u over de levering?", theirs, study.Performance},
		{"How important do you think these are to our customers? - Delivery (importance)", theirs, study.Importance},
		{"Delivery (importance to our customers)", theirs, study.Importance},
		{"Wie schätzen Sie die Zufriedenheit unserer Kunden ein?", theirs, study.Performance},
		{"Schätzen Sie bitte ein: Wie zufrieden sind unsere Kunden?", theirs, study.Performance},

		{"Bitte schätzen Sie uns ein.Die Mitarbeiter sind kompetent", own, study.Performance},
		{"Wie schätzen Sie unsere Leistungen insgesamt ein? - Die Mitarbeiter sind freundlich", own, study.Performance},
		{"Listens to customer needs and feedback (importance)", own, study.Importance},
		{"Speaks to customers at eye level (importance)", own, study.Importance},
		{"Please rate: - Is there for our customers (Importance)", own, study.Importance},
		{"Hat Zeit für unsere Kunden (Wichtigkeit)", own, study.Importance},
		{"How important do you think fast delivery is?", own, study.Importance},
		{"How well do you think we listen to our customers?", own, study.Performance},
		{"How satisfied are you with how we treat customers?", own, study.Performance},
		{"Our customers are at the centre of what we do", own, study.Performance},
		{"Wie gut hören wir unseren Kunden zu?", own, study.Performance},
		{"Wie zufrieden sind Sie mit der Betreuung unserer Kunden?", own, study.Performance},
		{"Nous écoutons nos clients", own, study.Performance},
		{"How would you rate our service to customers?", own, study.Performance},
	} {
		c := Column{ID: "Q1", Text: test.text}
		if got := estimates(c); got != test.estimate {
			t.Errorf("%s: estimate %v, want %v", test.text, got, test.estimate)
		}
		if got := kindOf(c); got != test.kind {
			t.Errorf("%s: %s, want %s", test.text, got, test.kind)
		}
	}
}

// An estimate that nothing can be compared with is offered apart, with what is missing.
func TestEstimateWithoutAnOwnRatingIsOfferedApart(t *testing.T) {
	rated := func(header string) []string { return answersTo(header, 0, 4, 5, 6, 7, 8) }
	staff := ratedOnce(rated("We listen"), rated("We deliver fast"), rated("How do you think our customers would rate: we listen"),
		rated("How do you think our customers would rate: we deliver fast"), rated("How important is it to our customers that we deliver fast?"))
	got := draftFileOf(t, "leadership.csv", ratedOnce(rated("We listen"), rated("We deliver fast")), "staff.csv", staff, "customers.csv", ratedOnce(rated("We deliver fast")))
	for _, want := range []string{
		"    performance: {leadership: \"We listen\", staff: \"We listen\"}\n    # ? An estimate of customers, of whom this item has no rating of their own",
		"What is missing: performance: {customers: COLUMN}.\n    # estimates: {staff: [{of: customers, column: \"How do you think our customers would rate: we listen\"}]}\n",
		"    # ? estimates: {staff: [{of: customers, column: \"How do you think our customers would rate: we deliver fast\"}]}\n    # ? An estimate of customers",
		"What is missing: importance: {customers: COLUMN}. With it, the last line takes the place of the one above:\n" +
			"    # estimates: {staff: [{of: customers, column: \"How do you think our customers would rate: we deliver fast\"}, {of: customers, kind: importance, column: ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

// A question whose subject is another audience of the study asks for an estimate of its answers; of its own, of nobody who is an audience, or
// where that audience was asked the very same, it asks for a rating.
func TestQuestionsHowOthersJudge(t *testing.T) {
	d := &draft{study: &study.Study{}}
	for _, id := range []string{"leadership", "staff", "customers", "residents"} {
		d.study.Audiences = append(d.study.Audiences, &study.Audience{ID: id, Label: label(id)})
	}
	for text, want := range map[string]string{
		"How satisfied are our customers with delivery?":                  "customers",
		"How satisfied are clients with delivery?":                        "customers",
		"How satisfied are our customers? - Delivery":                     "customers",
		"How happy are employees with the canteen?":                       "staff",
		"How do customers rate our advice?":                               "customers",
		"How satisfied are managers with the figures?":                    "leadership",
		"How satisfied are residents with the garden?":                    "residents",
		"Wie zufrieden sind unsere Kunden mit der Lieferung?":             "customers",
		"Wie bewerten die Kundinnen und Kunden unsere Beratung?":          "customers",
		"Wie zufrieden sind die Mitarbeitenden mit der Führung?":          "staff",
		"Dans quelle mesure nos clients sont-ils satisfaits du service ?": "customers",
		"Comment nos clients évaluent-ils notre accueil ?":                "customers",
		"¿Qué tan satisfechos están nuestros clientes con la entrega?":    "customers",
		"Quão satisfeitos estão os nossos clientes com a entrega?":        "customers",
		"Quanto sono soddisfatti i nostri clienti della consegna?":        "customers",
		"Hoe tevreden zijn onze klanten over de levering?":                "customers",

		"How likely are our customers to recommend us?":                                  "customers",
		"How likely is it that customers would recommend us to a friend?":                "customers",
		"Would our customers recommend us?":                                              "customers",
		"Wie wahrscheinlich ist es, dass unsere Kunden uns weiterempfehlen?":             "customers",
		"Würden unsere Kunden uns Freunden und Kollegen weiterempfehlen?":                "customers",
		"Quelle est la probabilité que nos clients nous recommandent ?":                  "customers",
		"¿Qué tan probable es que nuestros clientes nos recomienden?":                    "customers",
		"Qual é a probabilidade de os nossos clientes nos recomendarem?":                 "customers",
		"Quanto è probabile che i nostri clienti ci consiglino?":                         "customers",
		"Hoe waarschijnlijk is het dat onze klanten ons aan vrienden zouden aanbevelen?": "customers",
		"How likely are you to recommend us to our customers?":                           "",
		"Would you recommend us to customers?":                                           "",
		"How likely are customers to complain?":                                          "",

		"How satisfied are you with our customers?":                  "",
		"How satisfied are customer service staff with the tools?":   "",
		"How satisfied are customers' children with the playground?": "",
		"How well do customers find the entrance?":                   "",
		"How do customers find the entrance?":                        "",
		"Our customers are satisfied with delivery":                  "",
		"How satisfied are the neighbours with the noise?":           "",
		"How satisfied are leaders in your view with us?":            "",
		"Wie zufrieden sind Sie mit unseren Kunden?":                 "",
		"Comment nos clients sont-ils informés ?":                    "",
	} {
		if got := d.judgedBy(&asked{audience: 1, column: Column{ID: "Q1", Text: text}}); got != want && !(want == "staff" && got == "") {
			t.Errorf("%s: of staff it asks for the judgement of %q, want %q", text, got, want)
		}
		if got := d.judgedBy(&asked{audience: 0, column: Column{ID: "Q1", Text: text}}); got != want && !(want == "leadership" && got == "") {
			t.Errorf("%s: of leadership it asks for the judgement of %q, want %q", text, got, want)
		}
	}
	rated := func(header string) []string { return answersTo(header, 0, 4, 5, 6, 7, 8) }
	const theirs = "How satisfied are our customers with delivery?"
	staff := ratedOnce(rated("Delivery"), rated(theirs))
	got := draftFileOf(t, "staff.csv", staff, "customers.csv", ratedOnce(rated("Delivery"), rated("Price")))
	if want := `estimates: {staff: [{of: customers, column: "` + theirs + `"}]}`; !strings.Contains(got, want) || strings.Contains(got, "performance: {staff: \""+theirs) {
		t.Errorf("no %s, or an item, in\n%s", want, got)
	}
	if got = draftFileOf(t, "staff.csv", staff, "customers.csv", staff); strings.Contains(got, "estimates:") {
		t.Errorf("an estimate of what customers were asked in the same words:\n%s", got)
	}
}
