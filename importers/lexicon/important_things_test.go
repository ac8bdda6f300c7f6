package lexicon

import "testing"

func TestNamesImportance(t *testing.T) {
	for text, want := range map[string]bool{
		"How important is delivery?": true, "Importance of price": true, "Delivery - Importance": true, "It is important to me that staff are friendly": true, "Friendly staff are important": true,
		"Important: delivery": true, "How important are important changes?": true, "Mir ist Pünktlichkeit wichtig": true, "Wie wichtig sind Ihnen wichtige Termine?": true, "Wichtigkeit": true, "Hoe belangrijk is de prijs?": true,
		"Les délais sont importants": true, "À quel point le prix est-il important pour vous ?": true, "El precio es importante para mí": true, "Importancia": true, "Il prezzo è importante": true, "Quão importante é o preço?": true,
		"I am told about important changes": false, "Important information reaches me in time": false, "Staff know what is important to me": false, "Ich werde über wichtige Änderungen rechtzeitig informiert": false,
		"Ich erfahre Wichtiges erst im Nachhinein": false, "Mein Chef weiß, was mir wichtig ist": false, "Ik word op tijd geïnformeerd over belangrijke veranderingen": false, "Les informations importantes me sont transmises à temps": false,
		"Me informan de los cambios importantes": false, "Ricevo le informazioni importanti": false, "Recebo as informações importantes": false, "We listen": false,
	} {
		if got := NamesImportance(Normalise(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
