package lexicon

import "testing"

// Who says that nobody does what is known to be good, or hardly ever, asks for what is bad, in each language.
func TestWhatNobodyDoesIsAskedAbout(t *testing.T) {
	for text, want := range map[string]string{
		"Nobody listens to me": "nobody", "When I call, nobody picks up": "nobody", "No one answers the phone": "no one", "They hardly ever call back": "hardly ever", "Managers seldom praise their teams": "seldom", "My boss never says thank you": "never", "They seldom call back": "seldom",
		"Nobody in the team helps me": "nobody", "Nobody ever explains anything": "nobody", "Nobody cares about us": "nobody", "They never help": "never", "I am never informed": "never", "I rarely get feedback": "rarely", "I have never received any recognition": "never", "Nobody asks me for my opinion": "nobody", "They rarely keep their promises": "rarely",
		"No one would help me": "no one", "The staff are never available": "never", "Deliveries are seldom on time": "seldom", "The toilets are never clean": "never", "Nobody listens when I complain": "nobody", "Nobody solves my problems": "nobody", "Complaints are never answered": "never", "I can never get through": "never", "I never feel supported by my manager": "never",
		"No one in my team ever listens": "no one", "They never got back to me": "never", "Customer service never picked up": "never", "My boss rarely gives me feedback": "rarely", "I have never been thanked for my work": "never", "Nobody ever cares": "nobody",
		"Am Empfang grüßt niemand den Gast": "niemand", "Mein Vorgesetzter lobt mich selten für gute Arbeit": "selten", "Niemand hört mir zu": "niemand", "Niemand hilft, wenn es Probleme gibt": "niemand", "Sie rufen nie zurück": "nie", "Ich werde nie informiert": "nie", "Niemand fragt mich nach meiner Meinung": "niemand", "Der Support ist selten erreichbar": "selten",
		"Probleme werden selten gelöst": "selten", "Ich bekomme selten Anerkennung": "selten", "Man nimmt mich nie ernst": "nie", "Mir wird nie geholfen": "nie", "Niemand geht ans Telefon": "niemand", "Zusagen werden nie eingehalten": "nie", "Meine Anfrage wurde nie beantwortet": "nie",
		"Personne ne répond au téléphone": "personne ne", "Ils ne rappellent jamais le client": "jamais", "Personne ne m'écoute": "personne ne", "Personne n'écoute": "personne n", "On ne me remercie jamais": "jamais", "Je suis rarement informé": "rarement", "Le service n'est jamais joignable": "jamais", "Mon manager ne dit jamais merci": "jamais",
		"Nadie contesta al teléfono": "nadie", "Nunca llaman de vuelta": "nunca", "Nadie me escucha": "nadie", "Nadie en la tienda me ayuda": "nadie", "Rara vez responden": "rara vez", "Nunca me informan": "nunca",
		"Ninguém atende o telefone": "ninguém", "Ninguém me ouve": "ninguém", "Raramente respondem": "raramente", "Nunca sou informado": "nunca",
		"Nessuno risponde al telefono": "nessuno", "Nessuno mi ascolta": "nessuno", "Non mi aiuta mai": "mai", "Non vengo mai informato": "mai",
		"Niemand neemt de telefoon op": "niemand", "Ze bellen zelden terug naar de klant": "zelden", "Niemand luistert naar mij": "niemand", "Mijn leidinggevende helpt mij nooit": "nooit", "Ik word nooit geïnformeerd": "nooit", "De klantenservice is zelden bereikbaar": "zelden",
	} {
		if got := AsksForBad(HeadingOf(text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What nobody does is mostly bad to do: such statements of questionnaires are rated, whatever words they deny, and so is what nobody does so well,
// and what is denied twice.
func TestWhatIsBetterNeverDoneIsRated(t *testing.T) {
	for _, text := range []string{
		"No one on this team would deliberately act in a way that undermines my efforts", "My manager never plays favourites", "Nobody at work takes advantage of me", "I seldom think about looking for a new job", "We never compromise on quality", "We never promise more than we can deliver", "I rarely have to call twice",
		"I rarely need to contact support", "I have never been treated unfairly", "No one is treated differently because of their background", "Never had better service", "I never get bored", "People here rarely leave", "You will never find a better bank", "I never want to shop anywhere else", "Our leaders never ask us to do anything they would not do themselves",
		"The software never crashes", "I never have to wait", "Nobody is rude to me", "Nobody complains", "There are never any problems", "I never feel overloaded", "We never miss a deadline", "They never let me down", "How often do you never get through?", "If nobody answers, I find another way",
		"They never refuse to help", "They never fail to inform me", "Employees are never too busy to help", "They never stop listening", "Nobody explains things better", "No one answers faster than you", "Never felt so welcome", "I have never been helped so quickly", "Nobody cares more about customers than they do", "I rarely need help", "I never have to explain things twice",
		"I am never informed too late", "The staff are never less than helpful", "The staff were never anything but friendly", "It never happens that nobody answers", "I rarely need support", "We never give up", "Nobody is left alone with a problem", "They never hesitate to apologise", "My colleagues never gossip", "Nobody asks me to work at weekends", "The team never loses its calm",
		"Nobody here cares where you come from", "I never felt respected by a bank before", "I never receive spam from you", "My supervisor never raises his voice", "I have never been asked to do something unethical", "Nobody has to answer for honest mistakes", "I rarely have to ask for support", "I never think about leaving", "Our team never leaves anyone behind",
		"Man muss nie um Hilfe bitten", "Mein Chef wird nie laut", "Ich werde nie nach meiner Religion gefragt", "Die Kasse ist nie unbesetzt", "Je ne me sens jamais jugé", "On n'est jamais mieux servi qu'ici", "Nunca me siento juzgado", "Raramente há filas", "Nessuno mi mette fretta", "Ik voel me nooit opgejaagd", "Zelden zo goed geholpen",
		"Niemand wird bei uns ausgegrenzt", "Niemand wird im Regen stehen gelassen", "Bei uns wird niemand angeschrien", "Bei uns muss niemand Angst haben", "Ich muss nie nachfragen", "Ich denke selten an Kündigung", "Noch nie wurde ich so gut beraten", "Nie war Einkaufen einfacher", "Ich würde nie zu einem anderen Anbieter gehen", "Ich möchte nie wieder woanders arbeiten",
		"Man fühlt sich nie gedrängt", "Ich gehe nie mit Bauchschmerzen zur Arbeit", "Meine Bestellung war nie verspätet", "Mein Chef vergisst nie, sich zu bedanken", "Niemand hilft so schnell wie Sie", "Niemand erklärt besser", "Ich brauche selten Hilfe", "Ich werde gut informiert und warte selten", "Die Mitarbeiter sind nie zu beschäftigt, um zu helfen", "Ich werde nie zu spät informiert", "Niemand zögert zu helfen",
		"Personne ne me met la pression", "Je n'ai jamais attendu", "Le personnel n'est jamais pressé", "Mon manager ne me laisse jamais tomber", "Je ne changerais jamais de banque", "Je n'irais jamais ailleurs", "Il est rarement nécessaire de rappeler", "Je n'ai jamais besoin d'aide", "Personne n'est exclu", "Personne n'explique mieux", "Ils n'oublient jamais de rappeler",
		"Nadie es discriminado", "Nadie se queda fuera", "Nadie me presiona", "Aquí nadie grita", "Nunca me aburro", "Nunca he pensado en irme", "Nunca cambiaría de banco", "Mi jefe nunca levanta la voz", "Mi jefe nunca pierde la calma", "Rara vez tengo que llamar dos veces", "El personal nunca tiene prisa", "Nunca necesito ayuda", "Nadie atiende mejor", "Nunca se niegan a ayudar",
		"Ninguém é discriminado", "Nunca preciso de ajuda", "Ninguém atende melhor", "Nunca perdem a calma", "Nessuno viene escluso", "Non ho mai bisogno di aiuto", "Nessuno spiega meglio", "Non mi annoio mai", "Niemand wordt buitengesloten", "Ik heb zelden hulp nodig", "Ik verveel me nooit", "Niemand legt het beter uit", "Ze weigeren nooit te helpen",
	} {
		if got := AsksForBad(HeadingOf(text)); got != "" {
			t.Errorf("%s: asks for %q", text, got)
		}
	}
}
