package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

// Importance and performance of one subject belong together in German cases and under headings that name the kind first.
func TestPairsInGermanCases(t *testing.T) {
	header := "Wie wichtig ist Ihnen pünktliche Lieferung?,Wie zufrieden sind Sie mit pünktlicher Lieferung?,Wie wichtig ist Ihnen die kompetente Beratung?," +
		"Wie zufrieden sind Sie mit der kompetenten Beratung?,Wichtigkeit: Preis,Zufriedenheit: Preis,Wichtigkeit: Ware\n"
	s, _, err := drafted(t, "customers.csv", header+strings.Repeat("1,2,3,4,5,1,2\n2,3,4,5,1,2,3\n3,4,5,1,2,3,4\n4,5,1,2,3,4,5\n5,1,2,3,4,5,1\n", 8))
	if err != nil {
		t.Fatal(err)
	}
	paired := 0
	for _, item := range s.Items {
		if len(item.Ratings) == 2 {
			paired++
		}
	}
	if paired != 3 || len(s.Items) != 4 {
		t.Errorf("%d of %d items have both ratings:\n%s", paired, len(s.Items), described(s, nil))
	}
}

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
		{"Wie wichtig ist Ihnen der Preis?", study.Importance, "preis"},
		{"Wie wichtig sind Ihnen diese Punkte? [Lieferung]", study.Importance, "lieferung"},
		{"Wie zufrieden sind Sie mit der Lieferung?", study.Performance, "lieferung"},
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
		{"How satisfied are you with the best alternative? - Delivery", study.Alternative, "delivery"},
		{"How good are our main competitors? [Delivery]", study.Alternative, "delivery"},
		{"How good are we compared with our competitors? [Delivery]", study.Performance, "delivery"},
		{"How satisfied are you with us? - Better than competitors", study.Performance, "better than competitors"},
		{"How good did you expect it to be? (1 = poor, 5 = excellent) - Delivery", study.Expectation, "delivery"},
		{"How well did we meet your expectations? - Delivery", study.Performance, "delivery"},
		{"Delivery (expected)", study.Expectation, "delivery"},
		{"Delivery (best competitor)", study.Alternative, "delivery"},
		{"Wie zufrieden sind Sie mit der besten Alternative? [Lieferung]", study.Alternative, "lieferung"},
		{"Welche Qualität haben Sie erwartet? [Lieferung]", study.Expectation, "lieferung"},
		{"Wie gut haben wir Ihre Erwartungen erfüllt? [Lieferung]", study.Performance, "lieferung"},
		{"Êtes-vous satisfait de la meilleure alternative ? [La livraison]", study.Alternative, "la livraison"},
		{"À quelle qualité vous attendiez-vous ? [La livraison]", study.Expectation, "la livraison"},
		{"¿Qué tan satisfecho está con la mejor alternativa? - Entrega", study.Alternative, "entrega"},
		{"¿Qué calidad esperaba? - Entrega", study.Expectation, "entrega"},
		{"Quão satisfeito está com a melhor alternativa? [Entrega]", study.Alternative, "entrega"},
		{"Que qualidade esperava? [Entrega]", study.Expectation, "entrega"},
		{"Quanto è soddisfatto della migliore alternativa? [Consegna]", study.Alternative, "consegna"},
		{"Che qualità si aspettava? [Consegna]", study.Expectation, "consegna"},
		{"Hoe tevreden bent u met het beste alternatief? [Levering]", study.Alternative, "levering"},
		{"Welke kwaliteit had u verwacht? [Levering]", study.Expectation, "levering"},
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

// fourGrids asks one subject for importance, performance, the best alternative and what was expected, beside questions on the whole and on
// effort.
const fourGrids = "How important? [Delivery],How important? [Advice],How good? [Delivery],How good? [Advice],How good is the best alternative? [Delivery],How good did you expect it to be? [Delivery]," +
	"\"Overall, how satisfied are you with us?\",How much effort did it take?,Would you recommend us (0-10)?\n" +
	"1,2,5,4,1,5,3,1,10\n5,5,1,5,2,1,5,5,0\n2,2,3,3,5,2,1,2,9\n"

func TestDraftJoinsWhatIsAskedOfOneSubject(t *testing.T) {
	s, notices, err := drafted(t, "customers.csv", fourGrids)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"Delivery": "performance importance expectation alternative", "Advice": "performance importance",
		"Overall, how satisfied are you with us?": "performance no driver",
	}
	got := map[string]string{}
	for _, item := range s.Items {
		var kinds []string
		for _, r := range item.Ratings {
			kinds = append(kinds, string(r.Kind))
		}
		if item.NoDriver {
			kinds = append(kinds, "no driver")
		}
		got[item.Label] = strings.Join(kinds, " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
	said := 0
	for _, n := range notices {
		if n.Code == study.NoDriverAssumed {
			said++
		}
	}
	if said != 1 {
		t.Errorf("%d of 1 items that are no drivers are named: %v", said, notices)
	}
}

// Two grids on performance in unlike words: neither is guessed to be what the importance belongs to, and both drafts say so.
func TestDraftSaysWhatIsNotPaired(t *testing.T) {
	const export = "How important? [Delivery],How important? [Price],How good? [Delivery],How fast? [Delivery]\n1,2,5,4\n5,5,1,5\n2,2,3,3\n"
	_, notices, err := drafted(t, "customers.csv", export)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range notices {
		if n.Code == study.NotPaired {
			got = append(got, n.Text())
		}
	}
	want := []string{
		`customers: importance not joined with performance, for several questions could be meant: "Delivery"; a study file can say which`,
		`customers: importance without a question on performance in the same words: "Price"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	text := draftFileOf(t, "customers.csv", export)
	for _, line := range []string{
		`    # ? performance: {customers: "How good? [Delivery]"} # in the same words; then take the item with this column out`,
		`    # ? performance: {customers: "How fast? [Delivery]"} # in the same words; then take the item with this column out`,
		`    # ? performance: which column? None asks for it in the same words.`,
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no line %s in\n%s", line, text)
		}
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

// Importance and performance of one subject are one item, however a language asks for them; what differs in more than the words that
// ask is none.
func TestPairsByTheirTopic(t *testing.T) {
	for _, test := range []struct {
		importance, performance string
		paired                  bool
	}{
		{"How important is it to you that we keep our promises?", "How well do we keep our promises?", true},
		{"How important to you is it that we keep promises?", "How well do we keep promises?", true},
		{"How important are quick answers?", "How well do we give quick answers?", true},
		{"How important is easy ordering?", "How well do we do at easy ordering?", true},
		{"How important is delivery?", "How well do we perform on delivery?", true},
		{"How important is it to you that they answer fast?", "How well do they answer fast?", true},
		{"How important is the helpdesk?", "Please rate our helpdesk.", true},
		{"Wie wichtig ist Pünktlichkeit?", "Wie gut erfüllen wir Pünktlichkeit?", true},
		{"Wie wichtig ist die Lieferung?", "Wie gut ist die Lieferung?", true},
		{"Wie wichtig ist Ihnen der Service?", "Wie bewerten Sie den Service?", true},
		{"Wie wichtig ist Ihnen eine schnelle Antwort?", "Wie zufrieden sind Sie mit unserer schnellen Antwort?", true},
		{"À quel point le prix est-il important pour vous ?", "À quel point êtes-vous satisfait du prix ?", true},
		{"Quelle importance accordez-vous à l’accueil ?", "Quel est votre niveau de satisfaction concernant l'accueil ?", true},
		{"¿Qué importancia tiene la atención?", "¿Qué tan satisfecho está con la atención?", true},
		{"¿Qué tan importante es la entrega para usted?", "¿Qué tan satisfecho está usted con la entrega?", true},
		{"Quanto è importante il servizio?", "Quanto è soddisfatto del servizio?", true},
		{"Quanto è importante per lei la consegna?", "Quanto è soddisfatto della consegna?", true},
		{"Quanto sono importanti i prezzi?", "Quanto è soddisfatto dei prezzi?", true},
		{"Quanto è importante l'accoglienza?", "Come valuta l'accoglienza?", true},
		{"Qual a importância da entrega?", "Qual a sua satisfação com a entrega?", true},
		{"Hoe belangrijk vindt u de levering?", "Hoe tevreden bent u over de levering?", true},
		{"Hoe belangrijk is snelheid?", "Hoe goed doen wij het op snelheid?", true},

		{"How important is delivery?", "How fast is delivery?", false},
		{"How important is delivery?", "How well do we do?", false},
		{"How important is it that we answer fast?", "How well do they answer fast?", false},
		{"How important is price?", "How satisfied are you with the price of spare parts?", false},
		{"How important is support?", "How satisfied are you without support?", false},
		{"Wie wichtig ist die Lieferung?", "Wie zufrieden sind Sie mit keiner Lieferung?", false},
		{"Quanto è importante il servizio?", "Quanto è soddisfatto del servizio clienti?", false},
		{"Hoe belangrijk is de prijs?", "Hoe snel is de levering?", false},
	} {
		asked := func(text string) *question {
			return &question{by: []*asked{{column: Column{Text: text, Header: text, ID: text}}}}
		}
		importance, performance := asked(test.importance), asked(test.performance)
		if got := pairs([]*question{importance, performance}); (len(got[performance]) == 1 && got[performance][0] == importance) != test.paired {
			t.Errorf("%q and %q: paired %v, want %v (topics %q, %q)", test.importance, test.performance, !test.paired, test.paired, importance.by[0].topic(), performance.by[0].topic())
		}
		if again := asked(test.performance); test.paired && len(pairs([]*question{importance, performance, again})) > 0 {
			t.Errorf("%q: one of two questions on performance was guessed", test.performance)
		}
	}
}

// What is not paired for sure is suggested with the similarity of what both are about.
func TestDraftSuggestsPerformance(t *testing.T) {
	text := draftFileOf(t, "customers.csv", "How important is support by telephone?,How satisfied are you with telephone support?\n"+strings.Repeat("1,2\n2,3\n3,4\n4,5\n5,1\n", 4))
	want := `    # ? performance: {customers: "How satisfied are you with telephone support?"} # 0.86 "How satisfied are you with telephone support?"; then take the item with this column out`
	if !strings.Contains(text, want+"\n") {
		t.Errorf("no line %s in\n%s", want, text)
	}
}

// Importance and satisfaction that are asked by a noun alone belong together, in all the languages.
func TestPairsOfBareNouns(t *testing.T) {
	for _, of := range []struct {
		satisfaction, importance string
		label                    string
	}{
		{"Satisfaction with delivery", "Importance of delivery", "Delivery"},
		{"Satisfaction with the opening hours", "Importance of opening hours", "Opening hours"},
		{"Performance on delivery", "Importance of delivery", "Delivery"},
		{"How satisfied are you with delivery?", "Importance of delivery", "Delivery"},
		{"Zufriedenheit mit der Lieferung", "Wichtigkeit der Lieferung", "Lieferung"},
		{"Zufriedenheit mit kompetenter Beratung", "Wichtigkeit von kompetenter Beratung", "Kompetenter beratung"},
		{"Zufriedenheit mit dem Preis", "Wichtigkeit des Preises", "Preises"},
		{"Satisfaction concernant la livraison", "Importance de la livraison", "Livraison"},
		{"Satisfaction concernant le prix", "Importance du prix", "Prix"},
		{"Satisfaction concernant l'accueil", "Importance de l'accueil", "L'accueil"},
		{"Satisfacción con la entrega", "Importancia de la entrega", "Entrega"},
		{"Satisfacción con el precio", "Importancia del precio", "Precio"},
		{"Satisfação com a entrega", "Importância da entrega", "Entrega"},
		{"Soddisfazione per la consegna", "Importanza della consegna", "Consegna"},
		{"Soddisfazione per l'assistenza", "Importanza dell'assistenza", ""},
		{"Tevredenheid over de levering", "Belang van de levering", "Levering"},
		{"Tevredenheid met levering", "Belangrijkheid van de levering", "Levering"},
	} {
		header := of.satisfaction + "," + of.importance + ",Something else\n"
		s, _, err := drafted(t, "customers.csv", header+strings.Repeat("1,2,3\n2,3,4\n3,4,5\n4,5,1\n5,1,2\n", 8))
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Items) != 2 || len(s.Items[0].Ratings) != 2 || s.Items[0].Ratings[0].Kind != study.Performance || s.Items[0].Ratings[1].Kind != study.Importance {
			t.Errorf("%s, %s: no pair:\n%s", of.satisfaction, of.importance, described(s, nil))
			continue
		}
		if label := s.Items[0].Label; of.label != "" && !strings.EqualFold(label, of.label) {
			t.Errorf("%s, %s: called %q", of.satisfaction, of.importance, label)
		}
	}
	for _, text := range []string{"Satisfaction with price,Importance of delivery,Something else\n", "Satisfaction with delivery,Importance of delivery times,Something else\n"} {
		s, _, err := drafted(t, "customers.csv", text+strings.Repeat("1,2,3\n2,3,4\n3,4,5\n4,5,1\n5,1,2\n", 8))
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Items) != 3 {
			t.Errorf("%s a pair:\n%s", text, described(s, nil))
		}
	}
}

// What is asked of a subject stands behind it in brackets or behind a hyphen; a row of a matrix that is called so stays a row.
func TestPairsByAHyphen(t *testing.T) {
	text := "Respondent ID,Lieferfähigkeit - Wichtigkeit,Lieferfähigkeit - Zufriedenheit,Preis - Wichtigkeit,Preis - Zufriedenheit\n"
	for i := range 40 {
		text += fmt.Sprintf("%d,%d,%d,%d,%d\n", 7000+37*i, 1+i%5, 1+i*7%5, 1+i/2%5, 1+i/3%5)
	}
	file := draftFileOf(t, "customers.csv", text)
	for _, want := range []string{`label: "Lieferfähigkeit"`, `importance: {customers: Lieferfähigkeit - Wichtigkeit}`} {
		if !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(file, "label: Lieferfähigkeit", `label: "Lieferfähigkeit"`), `"Lieferfähigkeit - Wichtigkeit"`, "Lieferfähigkeit - Wichtigkeit"), want) {
			t.Errorf("%s is not in\n%s", want, file)
		}
	}
}
