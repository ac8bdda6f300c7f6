package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

func TestKindAndSubject(t *testing.T) {
	for _, test := range []struct {
		text    string
		kind    study.Kind
		subject string
	}{
		{"How important is price?", study.Importance, "price"},
		{"How satisfied are you with price?", study.Performance, "price"},
		{"How important are these to you? - Delivery", study.Importance, "delivery"},
		{"Delivery (importance)", study.Importance, "delivery"},
		{"Delivery (Performance)", study.Performance, "delivery"},
		{"How satisfied are you with our most important services?", study.Performance, "our most important services"},
		{"Wie wichtig ist Ihnen der Preis?", study.Importance, "der preis"},
		{"Wie wichtig sind Ihnen diese Punkte? [Lieferung]", study.Importance, "lieferung"},
		{"Wie zufrieden sind Sie mit der Lieferung?", study.Performance, "der lieferung"},
		{"Lieferung (Wichtigkeit)", study.Importance, "lieferung"},
		{"À quel point sont importants pour vous : [La livraison]", study.Importance, "la livraison"},
		{"Êtes-vous satisfait de la livraison ?", study.Performance, "la livraison"},
		{"¿Qué tan importantes son para usted? - Entrega", study.Importance, "entrega"},
		{"¿Qué tan satisfecho está con la entrega?", study.Performance, "la entrega"},
		{"Qual a importância destes pontos? [Entrega]", study.Importance, "entrega"},
		{"Quanto sono importanti per lei? [Consegna]", study.Importance, "consegna"},
		{"Consegna (soddisfazione)", study.Performance, "consegna"},
		{"Hoe belangrijk is de levering voor u?", study.Importance, "de levering"},
		{"Hoe tevreden bent u over de levering?", study.Performance, "de levering"},
	} {
		c := Column{Text: test.text}
		if kind := kindOf(c); kind != test.kind {
			t.Errorf("%s: got %s, want %s", test.text, kind, test.kind)
		}
		if got := subject(c); got != test.subject {
			t.Errorf("%s: got subject %q, want %q", test.text, got, test.subject)
		}
	}
}

func TestDraftPairsImportanceWithPerformance(t *testing.T) {
	s, notices, err := drafted(t,
		"staff.csv", "How good? [Delivery],How good? [Advice]\n1,2\n5,4\n3,3\n",
		"customers.csv", "How good? [Delivery],How good? [Advice],How important? [Delivery],How important? [Advice],How important? [Price],Would you recommend us (0-10)?\n1,2,5,4,1,10\n5,5,1,5,2,9\n2,2,3,3,5,0\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 2 {
		t.Fatalf("%d items, want 2: %v", len(s.Items), notices)
	}
	for _, item := range s.Items {
		if len(item.Ratings) != 2 || item.Ratings[1].Kind != study.Importance || item.Ratings[1].Columns["customers"] == nil || item.Ratings[1].Columns["staff"] != nil {
			t.Errorf("%s has no importance of customers", item.ID)
		}
	}
	if s.Outcome == nil || !s.Outcome.NPS || s.Outcome.Columns["customers"] == nil {
		t.Errorf("the outcome is %+v", s.Outcome)
	}
}

// Of two questions whether people would recommend, none is guessed to be the outcome.
func TestDraftDoesNotGuessTheOutcome(t *testing.T) {
	s, _, err := drafted(t, "customers.csv", "Good?,Would you recommend us (0-10)?,Would you recommend our shop (0-10)?\n1,0,3\n5,10,9\n")
	if err != nil {
		t.Fatal(err)
	}
	if s.Outcome != nil || len(s.Items) != 3 {
		t.Errorf("outcome %v, %d items", s.Outcome, len(s.Items))
	}
}
