package lexicon

import (
	"testing"
)

// Each way of saying that people meet what is bad is found in an example of its own, and with it the word for that.
func TestEachWayToMeetWhatIsBad(t *testing.T) {
	examples := map[string][2]string{
		"en met":               {"I have had some serious problems with you", "problems"},
		"en occurs":            {"Mistakes often happen", "mistakes"},
		"en itself":            {"Invoices are inaccurate", "inaccurate"},
		"en comes late":        {"My parcels often come too late", "late"},
		"en has to wait":       {"I have to wait", "wait"},
		"en waits long":        {"I waited very long", "waited"},
		"en is kept waiting":   {"You keep customers waiting", "waiting"},
		"en is":                {"Your staff seem rather rude", "rude"},
		"de met":               {"Es gibt oft Störungen", "störungen"},
		"de occurs":            {"Dass Mängel bei uns auftreten", "mängel"},
		"de itself":            {"Die Ware ist unpünktlich", "unpünktlich"},
		"de has to":            {"Ich musste mich schon beschweren", "beschweren"},
		"de waits long":        {"Wir warten zu lange", "warten"},
		"de long waits":        {"Wer anruft, soll lange warten", "warten"},
		"de is":                {"Die Anmeldung ist sehr umständlich", "umständlich"},
		"fr met":               {"Il y a souvent des retards", "retards"},
		"fr complains":         {"Je tiens à me plaindre", "plaindre"},
		"fr itself":            {"Les colis arrivent abîmés", "abîmés"},
		"fr has to":            {"Il faut toujours attendre", "attendre"},
		"fr is":                {"Le service est lent", "lent"},
		"es met":               {"Hay muchos retrasos", "retrasos"},
		"es itself":            {"Los productos llegan dañados", "dañados"},
		"es has to":            {"Tengo que esperar", "esperar"},
		"es comes late":        {"Los pedidos llegan siempre tarde", "tarde"},
		"es is":                {"El servicio es lento", "lento"},
		"pt met":               {"Há muitos atrasos", "atrasos"},
		"pt has to":            {"Precisa aguardar", "aguardar"},
		"pt itself":            {"Os produtos chegam danificados", "danificados"},
		"pt is":                {"O atendimento é lento", "lento"},
		"it met":               {"Ci sono spesso ritardi", "ritardi"},
		"it itself":            {"La merce arriva danneggiata", "danneggiata"},
		"it has to":            {"Devo aspettare", "aspettare"},
		"it is":                {"Il servizio è lento", "lento"},
		"nl met":               {"Er zijn vaak storingen", "storingen"},
		"nl has to":            {"Ik moet vaak wachten", "wachten"},
		"nl itself":            {"De goederen komen kapot en kapotte dozen", "kapotte"},
		"nl is":                {"De levering is traag", "traag"},
		"en is frequent":       {"Printer problems were/are recurrent", "problems"},
		"en has conflicts":     {"There are conflicts in my team", "conflicts"},
		"en burdens":           {"The setup was/is a heavy burden", "burden"},
		"en feels bad":         {"At work I often feel very lonely", "lonely"},
		"en crashes":           {"The program crashes", "crashes"},
		"en wastes":            {"Meetings waste much of my time", "waste"},
		"en lacks":             {"There is a lack of staff", "lack of"},
		"de is frequent":       {"Konflikte im Team sind alltäglich", "konflikte"},
		"de burdens":           {"Die Pflege der Daten ist sehr lästig", "lästig"},
		"de feels bad":         {"Ich fühle mich überlastet", "überlastet"},
		"de crashes":           {"Das Programm stürzt oft ab", "stürzt"},
		"de wastes":            {"Besprechungen verschwenden meine Zeit", "verschwenden"},
		"de lacks":             {"Es fehlt an Personal", "es fehlt"},
		"fr is frequent":       {"Les erreurs sont fréquentes", "erreurs"},
		"fr burdens":           {"La saisie est très fastidieuse", "fastidieuse"},
		"fr feels bad":         {"Je me sens surchargée", "surchargée"},
		"fr feels alone":       {"Je me sens seul", "seul"},
		"fr crashes":           {"Le logiciel plante", "plante"},
		"fr wastes":            {"Les réunions sont une perte de temps", "perte de temps"},
		"fr lacks":             {"Le manque d'écoute", "manque"},
		"es is frequent":       {"Los errores son frecuentes", "errores"},
		"es names it":          {"Problemas técnicos", "problemas"},
		"es burdens":           {"El trámite es una carga", "una carga"},
		"es feels bad":         {"Siento culpa cuando salgo antes", "culpa"},
		"es feels alone":       {"En el equipo me siento solo(a)", "solo"},
		"es harmed":            {"Mi trabajo se ha visto perjudicado", "perjudicado"},
		"es wastes":            {"Las reuniones son una pérdida de tiempo", "pérdida de tiempo"},
		"es lacks":             {"Falta de contacto", "falta de"},
		"pt is frequent":       {"Os erros são recorrentes", "erros"},
		"pt names it":          {"Problemas(s) técnico(s)", "problemas"},
		"pt burdens":           {"O cadastro é muito trabalhoso", "trabalhoso"},
		"pt feels bad":         {"Eu me sinto sobrecarregada", "sobrecarregada"},
		"pt harmed":            {"Entrega prejudicada pela chuva", "prejudicada"},
		"pt wastes":            {"As reuniões são perda de tempo", "perda de tempo"},
		"pt lacks":             {"Falta de apoio", "falta de"},
		"it is frequent":       {"I guasti sono frequenti", "guasti"},
		"it feels bad":         {"Sono spesso sovraccarico", "sovraccarico"},
		"it feels alone":       {"Mi sento solo", "solo"},
		"it wastes":            {"Le riunioni sono una perdita di tempo", "perdita di tempo"},
		"it lacks":             {"Mancanza di personale", "mancanza di"},
		"nl is frequent":       {"Storingen zijn terugkerend", "storingen"},
		"nl feels bad":         {"Ik voel me vaak eenzaam", "eenzaam"},
		"nl crashes":           {"Het programma loopt vast", "loopt vast"},
		"nl wastes":            {"Vergaderingen verspillen mijn tijd", "verspillen"},
		"nl lacks":             {"Gebrek aan personeel", "gebrek aan"},
		"en is long":           {"The waiting times are very long", "long"},
		"en regrets":           {"I regret my purchase", "regret"},
		"de is long":           {"Die Wartezeiten sind lang", "lang"},
		"de ignored":           {"Meine Anfrage wurde einfach ignoriert", "ignoriert"},
		"fr waits long":        {"On attend toujours longtemps", "longtemps"},
		"fr ignored":           {"Ma demande a été ignorée", "ignorée"},
		"fr regrets":           {"Je regrette mon achat", "regrette"},
		"es ignored":           {"Mi solicitud fue ignorada", "ignorada"},
		"es regrets":           {"Me arrepiento de mi compra", "arrepiento"},
		"en named":             {"Number of complaints per month", "complaints"},
		"en is poor":           {"The information is rather unclear", "unclear"},
		"en gets worse":        {"The food in the canteen got much worse", "worse"},
		"en conflicting":       {"We receive contradictory instructions", "contradictory"},
		"en fails to":          {"They forget about us", "forget"},
		"en blames":            {"The new rules confuse customers", "confuse"},
		"en more than once":    {"I had to explain my case again", "explain"},
		"en considers leaving": {"I am thinking about resigning", "resigning"},
		"en presses":           {"The workload is very high", "high"},
		"de presses":           {"Unser Zeitdruck ist enorm", "enorm"},
		"en too many":          {"The forms have too many pages", "too many"},
		"de named":             {"Anzahl der Störungen im Betrieb", "störungen"},
		"de is poor":           {"Die Hinweise sind oft unklar", "unklar"},
		"de gets worse":        {"Die Betreuung wird immer schlechter", "schlechter"},
		"de feels used":        {"Ich fühle mich gehetzt", "gehetzt"},
		"de forgets":           {"Man vergisst mich nach dem Kauf", "vergisst"},
		"de considers leaving": {"Ich denke über einen Wechsel nach", "wechsel"},
		"fr named":             {"Nombre de réclamations par mois", "réclamations"},
		"fr is poor":           {"Les locaux sont bruyants", "bruyants"},
		"es named":             {"Quejas de los clientes", "quejas"},
		"es is poor":           {"Las salas son ruidosas", "ruidosas"},
		"pt named":             {"Número de reclamações por mês", "reclamações"},
		"pt is poor":           {"O escritório é barulhento", "barulhento"},
		"it named":             {"Ritardi nelle consegne", "ritardi"},
		"it is poor":           {"Gli uffici sono rumorosi", "rumorosi"},
		"nl named":             {"Klachten per maand", "klachten"},
		"nl is poor":           {"De informatie is onduidelijk", "onduidelijk"},
	}
	for _, l := range metTable() {
		for _, way := range l.ways {
			name := l.language + " " + way.says
			example, known := examples[name]
			if !known {
				t.Errorf("%s has no example", name)
				continue
			}
			delete(examples, name)
			bare := HeadingOf(example[0]).Plain()
			if m := way.pattern().FindStringSubmatch(bare); m == nil || m[1] != example[1] {
				t.Errorf("%s: %q: found %q, want %q", name, example[0], m, example[1])
			}
			if got := MeetsBad(bare); got != example[1] {
				t.Errorf("%s: %q asks for %q, want %q", name, example[0], got, example[1])
			}
		}
	}
	for name := range examples {
		t.Errorf("no way is called %s", name)
	}
}

// Strengths that name what is bad, and denials of it, are no questions for what is bad; denials of what is good are.
func TestStrengthsBesideWhatIsBad(t *testing.T) {
	for text, want := range map[string]string{
		"Broken items are replaced quickly": "", "Faulty goods are exchanged without fuss": "", "Delayed deliveries are announced in good time": "", "Incorrect invoices are corrected quickly": "", "Returning damaged goods is easy": "", "Support is available late in the evening": "",
		"Fehlerhafte Rechnungen werden schnell korrigiert": "", "Falsche Lieferungen werden schnell ersetzt": "", "Les produits défectueux sont remplacés rapidement": "", "Los productos defectuosos se cambian sin problemas": "", "Disappointed customers are won back": "", "Problems rarely occur": "",
		"Delays never happen": "", "Errors hardly occur": "", "Wir müssen kaum warten": "", "Kaum Fehler gemacht": "", "It was anything but slow": "", "The service was far from slow": "", "They are less expensive than others": "", "Fehler kommen kaum vor": "", "Defekte Geräte werden umgehend getauscht": "", "Wrong deliveries do not happen": "",
		"The website is slow at night": "slow", "Parcels often come late": "late",
		"Wrong deliveries are never corrected quickly": "wrong", "Broken items are not replaced": "broken", "Delayed deliveries are frequent and I am told quickly": "delayed",
		"Solves problems quickly": "", "Problems are solved quickly": "", "Problem solving": "", "The software never crashes": "", "Meetings do not waste my time": "", "No lack of ideas": "", "My manager resolves conflicts": "",
		"I can decide alone": "", "Ich kann allein entscheiden": "", "Probleme werden ständig gelöst": "", "Ich fühle mich nie überlastet": "", "Löst häufig Probleme": "", "Résout les problèmes fréquents": "",
		"Solución de problemas técnicos": "", "Resolvemos problemas de los clientes": "", "No me siento solo": "", "Capacidade de resolver problemas técnicos": "", "Suporte em caso de problemas com o sistema": "", "Sem falta de material": "",
		"Non mi sento solo": "", "Sono solo soddisfatto": "", "Lost problemen met klanten op": "", "The system is compatible with my tools": "", "Is the system not compatible?": "", "Avoids wasting time": "",
		"The new portal is not compatible with my phone": "is not compatible", "The effort was/is not worthwhile": "is not worthwhile", "I do not feel valued": "do not feel valued",
		"Die Software ist mit meinem System nicht kompatibel": "ist mit meinem system nicht kompatibel", "Ambiente de aprendizado não produtivo": "não produtivo", "El sistema no es compatible": "no es compatible",
		"Le logiciel n'est pas fiable": "n'est pas fiable", "Il sistema non è compatibile": "non è compatibile", "De software is vaak niet betrouwbaar": "is vaak niet betrouwbaar",
	} {
		if got := AsksForBad(HeadingOf(text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// The ways that are told apart by what they say are ways of the table.
func TestWaysAreNamedAsInTheTable(t *testing.T) {
	named := map[string]bool{}
	for _, l := range metTable() {
		for _, way := range l.ways {
			named[way.says] = true
		}
	}
	for _, says := range waysOfSubjects {
		if !named[says] {
			t.Errorf("no way is called %q", says)
		}
	}
}

// A topic is asked about, and a sentence on what is done about it is rated; one that denies this is asked about.
func TestTopicsHaveNoVerb(t *testing.T) {
	for text, want := range map[string]string{
		"Errors in invoices": "errors", "Problems with invoices": "problems", "Number of complaints from people who are regulars": "complaints", "Conflicts between departments": "conflicts", "Delays at check-in": "delays", "Overtime per month": "overtime", "Fehler in Rechnungen": "fehler", "Konflikte im Team": "konflikte", "Aufwand bei der Bestellung": "aufwand", "Les retards de livraison": "retards", "Quejas de los clientes": "quejas", "Ritardi nelle consegne": "ritardi", "Klachten van klanten": "klachten",
		"Errors in invoices are not corrected": "errors",
	} {
		if got := AsksForBad(HeadingOf(text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{
		"Issues in the team are discussed openly", "Problems with my order were sorted out", "Conflicts between departments are settled", "Mistakes at work are okay here", "Mistakes in my work are tolerated", "Delays at check-in were explained", "Overtime per month is acceptable",
		"Probleme im Team werden besprochen", "Konflikte im Team werden sachlich besprochen", "Konflikte zwischen Abteilungen werden geklärt", "Beschwerden von Kunden werden ernst genommen", "Fehler bei der Arbeit werden toleriert", "Fehler in Rechnungen sind die Ausnahme", "Überstunden im Team halten sich in Grenzen", "Aufwand bei der Bestellung ist überschaubar", "Aufwand für die Anmeldung ist gering",
		"Les conflits dans l'équipe sont bien gérés", "Les problèmes dans l'équipe sont discutés", "Les réclamations des clients sont prises au sérieux", "Les retards de livraison sont signalés", "Las quejas de los clientes se toman en serio", "Los problemas en el equipo se discuten", "Los retrasos en la entrega se avisan", "Os conflitos na equipe são resolvidos", "I conflitti nel team sono risolti", "Klachten van klanten worden serieus genomen",
	} {
		if got := AsksForBad(HeadingOf(text)); got != "" {
			t.Errorf("%s: asks for %q", text, got)
		}
	}
}

// Spanish denies before its verbs what Portuguese has in common with it; "no" before a noun of Portuguese denies nothing.
func TestSpanishDeniesWhatPortugueseNames(t *testing.T) {
	for text, want := range map[string]string{
		"No falta de nada": "", "No me falta de nada": "", "El precio no es demasiado alto": "", "No hay demasiado ruido": "", "No tengo demasiado trabajo": "", "No es demasiado caro": "",
		"Há muitos erros no site": "erros", "No trabalho há erros": "erros", "Es demasiado caro": "caro",
	} {
		if got := AsksForBad(HeadingOf(text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
