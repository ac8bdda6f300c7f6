package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Numbers that answer which, who, when, where, why and what are codes in any language; a question that begins alike and asks for a judgement is
// a rating, and so is a statement.
func TestQuestionsForAChoice(t *testing.T) {
	five, beside := []int{0, 9, 9, 9, 9, 9}, answersTo("How well do we listen to you?", 0, 9, 9, 9, 9, 9)
	kinds := map[study.ColumnKind]string{
		study.SingleColumn: `Which plan did you take?|How did you first hear about our shop?|Who chooses your suppliers?|When did you last call us?|Main reason for leaving|Why did you leave?|Where did you buy it?|What do you miss most?|Which of these is true for you?|What is the main problem?|` +
			`What would you change first?|Which statement do you agree with most?|Welchen Tarif haben Sie?|Wie sind Sie auf uns aufmerksam geworden?|Wer bestellt bei Ihnen?|Wann haben Sie zuletzt bestellt?|Weshalb haben Sie gewechselt?|Hauptgrund für den Wechsel|Was würden Sie zuerst ändern?|` +
			`Quel modèle avez-vous choisi ?|Comment nous avez-vous connus ?|Pourquoi êtes-vous parti ?|Qui décide des achats ?|Raison principale de votre achat|¿Qué marca compró?|¿Cómo nos conoció?|¿Por qué nos eligió?|¿Quién decide las compras?|Quale modello ha acquistato?|` +
			`Come ci ha conosciuto?|Perché ci ha scelto?|Chi decide gli acquisti?|Welk model heeft u gekocht?|Hoe heeft u ons leren kennen?|Waarom koos u voor ons?|Wie beslist over de aankoop?|Qual modelo você comprou?|Como nos conheceu?|Por que nos escolheu?|Quem decide as compras?|` +
			`Which product did you buy?|Which mobile plan do you have?|Which branch do you visit?|What type of customer are you?|Which of these applies to you?|What best describes your role?|Which channel do you prefer?|Welches Produkt haben Sie gekauft?|Welcher Abteilung gehören Sie an?|Welchem Standort gehören Sie an?|Wo wohnen Sie?|` +
			`Which hotel did you stay in?|Which hotel did you stay in|Which bank, if any, do you use most?|Which doctor treated you?|Where is your workplace?|Where did the problem occur?|What kind of room did you book?|Why not?|Which brand do you trust most?|Which product are you most satisfied with?|Which support channel do you use?|Which help desk did you call?|Which level of education do you have?|Which priority was your ticket?|Which place did you visit?|` +
			`Welche Versicherung haben Sie?|Welche Bank nutzen Sie|Welche Rolle haben Sie?|Welche Ausbildung haben Sie?|Wo lag das Problem?|Wo ist Ihr Arbeitsplatz?|Mit welchem Bereich sind Sie am zufriedensten?|Quel médecin vous a soigné ?|Quelle aide utilisez-vous ?|Quelle place avez-vous choisie ?|Pourquoi pas ?|Où était le problème ?|Quelle est votre nationalité ?|¿Qué hotel eligió?|¿Dónde está su oficina?|¿Qué turno trabaja?|` +
			`¿Cuál es su profesión?|Quale banca usa?|Dove si trova il suo ufficio?|Quale ruolo ricopre?|Welk ziekenhuis bezocht u?|Welk hotel koos u|Waar ging het mis?|Qual hospital visitou?|Onde fica o seu escritório?|` +
			`Which level of service did you receive?|Which level of support plan do you have?|What type of support did you get?|Which role do our apps play in your day?|What services did we provide?|What hotel did you stay in?|What tools do you use?|Which product are you rating?|Which hotel are you rating today?|Which store do you rate best?|Which rating agency do you use?|Which branch does your opinion concern?|Which department are you satisfied with?|` +
			`Welche Filiale bewerten Sie?|Welche Filiale möchten Sie bewerten?|Mit welcher Filiale sind Sie zufrieden?|Quel magasin évaluez-vous ?|¿Qué tienda quiere valorar?|¿Qué nivel de suscripción tiene?|Quale negozio valuta?|Quale livello di abbonamento ha?|Welke winkel beoordeelt u?|Qual loja está avaliando?|` +
			`What kind of help did you receive?|What sort of support do you get?|Welche Art von Hilfe haben Sie erhalten?|Quel type d'aide avez-vous reçu ?|¿Qué tipo de ayuda recibió?|¿Qué clase de apoyo recibe?|Que tipo de ajuda recebeu?|Che tipo di aiuto ha ricevuto?|Wat voor soort hulp heeft u ontvangen?|` +
			`Quel produit avez-vous acheté ?|Où habitez-vous ?|¿Qué producto compró?|¿Dónde compra?|¿Cuál de estos usa?|Quale prodotto ha acquistato?|Dove abita?|Welk product heeft u gekocht?|Welke telefoonwinkel bezoekt u?|Waar woont u?|Qual produto você comprou?|Onde você mora?`,
		study.RatingColumn: `What is your overall satisfaction?|What is your impression of our staff?|What do you think of our shop?|Which score would you give us?|Which importance does price have?|When you call us, do we answer soon?|When problems occur, we get help|Where would you place us?|How did you find our staff?|` +
			`Which smiley best describes your visit?|Which face best describes your visit?|What kind of job are we doing?|What best describes your visit?|Where are we on quality?|Where do we rank among your suppliers?|Which influence do you have on decisions?|Which benefit did the training have for you?|Which support do you get from your manager?|Where do you see us among others?|Why not come again?|` +
			`Which rating would you give our lounge?|Which grade would you give us?|Which role does the price play?|Which smiley fits best?|Which quality did the training have?|Which option best describes your satisfaction?|Where I work is safe|Which way to go is clear to us|Welche Ziele Sie haben, ist klar|Welche Rolle spielt der Preis?|Welche Priorität hat der Preis für Sie?|Welche Zahl beschreibt Ihre Zufriedenheit?|` +
			`Quel accueil avez-vous reçu ?|Quelle place occupe la qualité chez nous ?|Quel est le climat dans votre équipe ?|¿Qué apoyo recibe de su jefe?|¿Qué piensa de nosotros?|Qual apoio recebe do seu chefe?|Qual nota nos dá?|Quale supporto riceve dal suo capo?|Welke ondersteuning krijgt u van uw chef?|Welke rol speelt de prijs?|` +
			`Welchen Nutzen hatte die Schulung für Sie?|Welches Ansehen hat unser Unternehmen?|Welche Wertschätzung erfahren Sie?|Welche Unterstützung erhalten Sie von Ihrer Führungskraft?|Welchen Einfluss haben Sie auf Entscheidungen?|Welche Kompetenz schreiben Sie unseren Beratern zu?|Wo sehen Sie uns im Vergleich zum Wettbewerb?|Welches Interesse haben Sie an weiteren Angeboten?|` +
			`Which rating would you give?|Which level of support do you get from your manager?|At what level would you rate us?|What type of experience did you have with us?|To which extent do you feel valued?|With which frequency do you get praise?|What role does the price play?|Mit welcher Häufigkeit erhalten Sie Lob?|In welchem Maße stimmen Sie zu?|In welchem Umfang können Sie mitentscheiden?|Welche Bewertung geben Sie uns?|` +
			`À quelle fréquence recevez-vous des compliments ?|Quelle note donnez-vous au magasin ?|¿Con qué frecuencia recibe elogios?|¿Qué valoración da a la tienda?|Con quale frequenza riceve elogi?|In che misura è d'accordo?|Met welke frequentie krijgt u complimenten?|Com qual frequência ouvimos você?|` +
			`Quelle appréciation portez-vous sur l'accueil ?|Quel jugement portez-vous sur nos tarifs ?|Quelle évaluation faites-vous de notre service ?|Quel regard portez-vous sur votre entreprise ?|Quelle qualité de service avez-vous reçue ?|Quel soutien recevez-vous de votre manager ?|Quelle reconnaissance recevez-vous de votre manager ?|Quel intérêt avez-vous pour nos offres ?|Quelle performance ont nos équipes ?|Quelle ambiance règne dans votre équipe ?|` +
			`¿Cuál considera que es la calidad?|¿Qué tipo de atención recibió?|¿Qué servicio recibió?|Quale giudizio dà al nostro servizio?|Quale utilità ha avuto il corso?|Qual conceito você tem da empresa?|Que serviço recebeu?|Welk rapportcijfer geeft u ons?|Welke waardering geeft u ons?|Welk oordeel geeft u over onze dienst?|Welke steun krijgt u van uw manager?|Waar staan wij volgens u?|` +
			`What kind of experience did you have with us?|¿Qué tipo de experiencia tuvo?|¿Qué ayuda recibió?|Que ajuda recebeu?|Che aiuto ha ricevuto?|Wat voor hulp heeft u gekregen?|Che tipo di esperienza ha avuto?|Wat voor soort ervaring heeft u?|` +
			`Who we are is clear to all|Why we change things is explained well|Which is how satisfied you are?|Welchen Eindruck haben Sie von uns?|Welche Erfahrungen haben Sie mit uns gemacht?|Wie einfach bestellt man bei uns?|Wie klar sprechen wir?|Wie haben Sie unser Team erlebt?|` +
			`Wenn ich anrufe, hilft man mir?|Quelle importance accordez-vous au prix ?|Quel est votre niveau de confort ?|Comment avez-vous trouvé notre accueil ?|¿Qué opina de nuestro personal?|¿Qué tal fue la entrega?|¿Cómo fue la entrega?|Quale impressione ha avuto di noi?|Quanto è veloce la consegna?|` +
			`Qual é o seu nível de conforto?|Que tal a entrega?|Como foi a entrega?|Welke indruk heeft u van ons?|Hoe vond u onze winkel?|Wat vindt u van ons?|Why did you call? (1 = very unhappy, 5 = very happy)|How satisfied are you? [Which plan did you take?]`,
	}
	for want, headers := range kinds {
		for header := range strings.SplitSeq(headers, "|") {
			if c := inspectedText(t, ratedOnce(answersTo(`"`+header+`"`, five...), beside)).Columns[0]; c.Kind != want {
				t.Errorf("%s: %s, want %s", header, c.Kind, want)
			}
		}
	}
}

// The draft names what it sets apart, with its reason.
func TestChoicesAndChecksInADraft(t *testing.T) {
	five := []int{0, 9, 9, 9, 9, 9}
	text := ratedOnce(answersTo("Which plan did you take?", five...), answersTo("Please select 'agree' here", five...), answersTo("How well do we listen to you?", five...))
	s, notices, err := drafted(t, "a.csv", text, "b.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	for _, want := range []string{
		`a: questions for which, who, what, when, where or why, whose numbers are codes, not ratings: "Which plan did you take?"`,
		`a: checks of attention, which tell what to answer, not ratings: "Please select 'agree' here"`,
	} {
		if len(s.Items) != 1 || !strings.Contains(got, want) {
			t.Errorf("%d items, want %s in\n%s", len(s.Items), want, got)
		}
	}
	if file := draftFileOf(t, "a.csv", text, "b.csv", text); !strings.Contains(file, `"Which plan did you take?" was taken for codes`) || strings.Contains(file, `"Please select 'agree' here" was taken for codes`) {
		t.Errorf("want a line that takes the question in as an item, and none for the check, in\n%s", file)
	}
}
