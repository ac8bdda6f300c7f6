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
		"Konzert im Mai", "Fête du 1er mai", "1. Mai", "The bus is never packed", "Nobody pushed me into buying", "Nadie me presiona para comprar", "L'autobus non è mai pieno", "De bus is nooit vol", "Personne ne me pousse à acheter", "Niemand drängt mich zu etwas",
	} {
		if got := AsksForBad(HeadingOf(text)); got != "" {
			t.Errorf("%s: asks for %q", text, got)
		}
	}
}

// Who never does, or who never gets, what nobody can list asks for what is bad.
func TestWhatIsNeverDoneIsAskedAbout(t *testing.T) {
	for _, text := range []string{
		"I seldom get an answer", "Nobody tells us anything", "I never get feedback", "Nobody thanks me for my work", "My boss never has time for me", "We are never asked for our opinion", "Managers never listen",
		"I was never offered help", "My complaint was never answered", "I never know what is going on", "Nobody knows what to do", "Nobody feels responsible", "Staff never smile", "Nobody greeted me at reception",
		"The lift never works", "The wifi never worked", "My order never arrived", "Deliveries never arrive on time", "Nurses never came when I rang", "The doctor never introduced himself",
		"The bank never explained its fees", "I never understood the bill", "The food was never warm", "The room was never ready", "I never felt safe", "I never felt welcome", "My manager never gives me credit",
		"We rarely celebrate success", "Training is never offered", "The team never meets deadlines", "Suppliers never inform us of delays", "Supplier never delivers on time", "Nobody could help me", "No one was available",
		"Support never called back", "Support was never reachable", "The hotline never picks up", "I never feel appreciated", "I rarely feel valued", "My work is never recognised", "Information is rarely shared",
		"Decisions are never explained", "Feedback is never acted upon", "Meetings never start on time", "We never celebrate success", "My salary is never on time", "Tickets are never closed",
		"Tickets are rarely resolved the first time", "My opinion never counts", "Nobody respects me", "I am never consulted", "Ideas are never taken up", "Niemand hilft mir", "Niemand informiert uns",
		"Ich werde nie gefragt", "Mein Chef hat nie Zeit", "Der Lift funktioniert nie", "Meine Bestellung kam nie an", "Lieferungen kommen nie pünktlich", "Das Zimmer wurde nie gereinigt", "Das Essen war nie warm",
		"Der Arzt hat mir nie etwas erklärt", "Ich fühle mich nie willkommen", "Erfolge werden nie gefeiert", "Entscheidungen werden nie begründet", "Die Ware ist nie vollständig", "Anfragen werden selten beantwortet",
		"Tickets werden nie geschlossen", "Niemand weiss, was zu tun ist", "Termine werden nie eingehalten", "Meine Arbeit wird nie anerkannt", "Ich bekomme selten Lob", "Personne ne m'aide",
		"On ne me demande jamais mon avis", "Ma commande n'est jamais arrivée", "La chambre n'a jamais été nettoyée", "Les livraisons ne sont jamais à l'heure", "Je ne me sens jamais valorisé", "Personne n'est disponible",
		"Mon travail n'est jamais reconnu", "Le médecin ne m'a jamais rien expliqué", "Nadie me ayuda", "Nunca me preguntan mi opinión", "La habitación nunca fue limpiada", "Mi pedido nunca llegó", "Nunca me siento valorado",
		"Los plazos nunca se cumplen", "Mi trabajo nunca se reconoce", "Ninguém me ajuda", "O quarto nunca foi limpo", "Meu pedido nunca chegou", "Nunca sou ouvido", "Nessuno mi aiuta", "La camera non è mai stata pulita",
		"Il mio ordine non è mai arrivato", "Non sono mai ascoltato", "Il mio lavoro non viene mai riconosciuto", "Niemand helpt mij", "De kamer werd nooit schoongemaakt", "Mijn bestelling kwam nooit aan",
		"Er wordt nooit naar mij geluisterd", "Mijn werk wordt nooit gewaardeerd",
		"I never get the help I need to do my job", "We never get what we need", "Nobody takes my worries seriously", "Nobody fixes broken equipment", "Cold food is never replaced", "Falsche Rechnungen werden nie korrigiert", "Niemand nimmt meine Angst ernst", "Las quejas nunca reciben respuesta", "Klachten krijgen nooit antwoord", "Non è mai puntuale",
	} {
		if AsksForBad(HeadingOf(text)) == "" {
			t.Errorf("%s: is rated", text)
		}
	}
}

func TestWhatIsDoneLessOftenIsRated(t *testing.T) {
	for _, text := range []string{
		"Errors happen less often than before", "Delays are less frequent now", "I have less trouble with invoices", "There are fewer serious problems", "Mistakes have become less common", "We have less and less stress",
		"The wait is never long", "It takes less effort to order", "Less bureaucracy than elsewhere", "Less paperwork and fewer errors", "My manager never ignores my ideas", "Nobody is ever rude", "The website never crashes",
		"I never wait", "We never have outages", "I would never switch to another bank", "I am never under pressure", "Staff rarely make mistakes", "I hardly ever experience delays", "My manager never fails to thank me",
		"I never leave without an answer", "I never felt ignored", "Nobody was ever unfriendly to me", "Nobody ever said anything unkind", "Fehler treten weniger oft auf", "Verspätungen sind weniger häufig geworden",
		"Ich habe weniger Stress als früher", "Weniger Aufwand bei der Bestellung", "Ich hatte weniger ernste Probleme", "Das Personal ist nie unfreundlich", "Das Essen war nie kalt", "Mein Zimmer war nie laut",
		"Die Pflege hat mich nie vergessen", "Les retards sont moins fréquents", "Il y a moins de problèmes", "J'ai moins de stress qu'avant", "Je ne regrette jamais mon choix", "Je ne regrette nullement",
		"Los errores son menos frecuentes", "Tengo menos estrés", "Hay menos quejas", "Os erros são menos frequentes", "Tenho menos estresse", "Gli errori sono meno frequenti", "Ho meno stress",
		"Fouten komen minder vaak voor", "Ik heb minder stress",
	} {
		if got := AsksForBad(HeadingOf(text)); got != "" {
			t.Errorf("%s: asks for %q", text, got)
		}
	}
}
