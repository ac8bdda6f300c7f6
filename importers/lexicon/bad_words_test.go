package lexicon

import "testing"

// Who hesitates to recommend would rather not: that is no Net Promoter Score, and the good end is asked about; without hesitation one would.
func TestHesitatingToRecommend(t *testing.T) {
	for heading, word := range map[string]string{
		"I would hesitate to recommend this company": "hesitate", "I am reluctant to recommend us": "reluctant", "I doubt that I would recommend us": "doubt",
		"Ich würde zögern, uns weiterzuempfehlen": "zögern", "J'hésiterais à recommander cette entreprise": "hésiterais", "Dudaría en recomendar esta empresa": "dudaría",
		"Hesitaria em recomendar esta empresa": "hesitaria", "Esiterei a consigliare questa azienda": "esiterei", "Ik zou aarzelen om dit bedrijf aan te bevelen": "aarzelen",
		"I would not hesitate to recommend": "", "I would recommend this company without hesitation": "", "I have no hesitation in recommending us": "", "No doubt I would recommend it": "",
		"Ich würde nicht zögern, uns weiterzuempfehlen": "", "Ohne zu zögern würde ich uns weiterempfehlen": "", "Je n'hésiterais pas à recommander": "", "Je recommanderais sans hésiter": "",
		"No dudaría en recomendar esta empresa": "", "Sin duda recomendaría esta empresa": "", "Would you recommend us? Do not hesitate to say no": "",
		"Hoe geneigd bent u om ons aan te bevelen?": "",
	} {
		h := HeadingOf(heading)
		if got := AsksForBad(h); got != word || AsksToRecommend([]Heading{h}) != (word == "") {
			t.Errorf("%s: asks for %q, want %q; to recommend: %v", heading, got, word, AsksToRecommend([]Heading{h}))
		}
	}
}

// "Verlassen" is to leave and to rely on; that nothing is lacking, that stress is managed well and that what is broken is replaced is good. The same
// words denied are bad.
func TestBadWordsOfGoodStatements(t *testing.T) {
	for heading, bad := range map[string]bool{
		"Ich kann mich auf meine Kollegen verlassen": false, "Auf meine Führungskraft kann ich mich verlassen": false, "Sie können sich auf uns verlassen": false,
		"Ich kann mich darauf verlassen, dass Zusagen gelten": false, "Verlassen Sie sich auf unsere Angaben?": false,
		"Ich kann mich nicht auf meine Kollegen verlassen": true, "Auf meine Kollegen kann ich mich nicht verlassen": true, "Ich denke daran, das Unternehmen zu verlassen": true,
		"Ich freue mich darauf, die Firma zu verlassen": true, "Ich fühle mich von meinem Chef verlassen": true,
		"Es fehlt mir an nichts": false, "Hier fehlt es an nichts": false, "Es fehlt uns an keinem Werkzeug": false, "Es fehlt mir an Unterstützung": true,
		"Je ne manque de rien": false, "Je ne manque pas de temps": false, "Je manque de temps": true, "We lack nothing": false, "We lack support": true,
		"Le stress est bien géré": false, "Le stress est mal géré": true, "Le stress n'est pas bien géré": true, "Le stress est élevé": true,
		"El estrés se gestiona bien": false, "El estrés no se gestiona bien": true, "El estrés es alto": true,
		"Les produits défectueux sont remplacés": false, "Les produits défectueux ne sont pas remplacés": true, "Les produits remplacés sont défectueux": true,
		"Faulty goods are taken back": false, "Faulty goods are not taken back": true, "Defekte Ware wird zurückgenommen": false,
	} {
		if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
			t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
		}
	}
}

// What a label in the middle says of itself is no third thing beside the two that it is neither of.
func TestMiddleThatSaysSo(t *testing.T) {
	for label, want := range map[string]string{
		"Neither important nor unimportant (neutral)": "neither important nor unimportant", "Neither agree nor disagree - neutral": "neither agree nor disagree",
		"Weder zufrieden noch unzufrieden (neutral)": "weder zufrieden noch unzufrieden", "Ni d'accord ni pas d'accord (neutre)": "ni d'accord ni pas d'accord",
		"Neither good nor bad (for me)": "neither good nor bad (for me)",
	} {
		if got := PlainLabel(label); got != want {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
	}
	four := []string{"Very important", "Somewhat important", "Neither important nor unimportant (neutral)", "Somewhat unimportant", "Very unimportant"}
	if f := Fit(four); f == nil || f.Labels[2] != four[2] || f.Labels[4] != four[0] {
		t.Errorf("importance: %+v", f)
	}
}
