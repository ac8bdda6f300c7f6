package importers

// namedID are headers of what tells people apart, in the seven languages: "Befragten-ID", "Identifiant", "UID", "Customer number". Some may be of firms, of
// which several people answered: their cells tell (scan.tellsRespondents). Accounts, contracts and orders are held by several, or several by one.
var namedID = lazily(`^(?:(?:your|my|our|the|ihre?|deine?|meine|votre|su|seu|sua|il suo|uw) )?(?:` +
	`(?:id|uid|uuid|guid|identifier|unique id(?:entifier)?|kennung|identifikator|identifiant|identificador|identificativo|identificatie|matricule|matrícula|matricola)|` +
	`(?:respondent|participant|subject|panell?ist|panel member|user|person|member|membership|customer|client|employee|staff|worker|personnel|patient|student|guest|contact|case|external|response|submission|supplier|vendor)(?:'s)?[ -]?(?:id|uid|identifier|numbers?|num|no|nr|code|key|ref|reference)|` +
	`id (?:of (?:the )?)?(?:response|submission|supplier|respondent|participant|user|person|member|customer|client|employee|patient|student)|` +
	`(?:befragt(?:en|er)|teilnehm(?:er|erin|erinnen|enden)|proband(?:en|innen)?|panelisten|personen|personal|person|kunden|mitglieds?|mitglieder|mitarbeiter(?:innen)?|mitarbeitenden|beschäftigten|patienten|studierenden|studenten|matrikel|nutzer|benutzer|user|gäste|antwort|antworten|rücklauf|fragebogen|lieferanten)` +
	`[ -]?(?:id|nummer|nr|kennung|code|schlüssel|kürzel)|` +
	`(?:id|identifiant|numéro|n°|nº|no|code|matricule) ?(?:du |de la |de l'|de |d')?(?:répondant|participant|enquêté|sondé|client|adhérent|sociétaire|salarié|employé|collaborateur|collaboratrice|agent|membre|patient|usager|utilisateur|étudiant|réponse|questionnaire|fournisseur)e?|` +
	`(?:id|identificador|número|n\.?º|nº|código|clave) ?(?:del |de la |de |do |da )?(?:respuestas?|respostas?|cuestionario|questionário|proveedor(?:a)?|fornecedor(?:a)?|encuestad[oa]|entrevistad[oa]|respondiente|participante|client[ea]|emplead[oa]|trabajador(?:a)?|soci[oa]|usuari[oa]|paciente|miembro|` +
	`respondente|inquirid[oa]|colaborador(?:a)?|funcionári[oa]|empregad[oa]|trabalhador(?:a)?|sóci[oa]|associad[oa]|utente|utilizador(?:a)?|usuári[oa]|membro)|` +
	`(?:id|identificativo|numero|n\.|codice) ?(?:del |della |dell'|di )?(?:risposta|questionario|fornitore|rispondente|partecipante|intervistat[oa]|cliente|dipendente|collaboratore|soci[oa]|utente|paziente|membro)|` +
	`(?:antwoord|respons|leveranciers?|respondenten|respondent|deelnemers?|klanten|klant|personeels|medewerkers?|lidmaatschaps|lid|leden|panellid|patiënt(?:en)?|patient(?:en)?|gebruikers|studenten?)[ -]?(?:id|nummer|nr|code))$`)

// bareID are words that call an id as well as a voucher, an answer or a place. Only in the first column they may name who answered.
var bareID = lazily(`^(?:(?:access |survey |invitation |zugangs|einladungs|umfrage|teilnahme)?(?:code|token|key|schlüssel|chiffre|kürzel)|code d'accès|clé|jeton|código|clave|chave|codice|chiave|sleutel)$`)

// namesID reports whether the header of a column says that it tells people apart.
func namesID(c Column) bool {
	return namedID().MatchString(idHeader(c))
}

// idHeader is the header of a column as the name of an id, without the signs that it ends with.
func idHeader(c Column) string {
	name := plainName(c)
	for len(name) > 0 {
		switch name[len(name)-1] {
		case ' ', '.', ':', '?', '*', '#':
			name = name[:len(name)-1]
			continue
		}
		break
	}
	return name
}

// idColumn returns the position of the column that tells the respondents of an export apart, or -1: that of the responses, else one that is
// called so. Sure: its header alone says it; else its cells must bear it out.
func idColumn(columns []Column) (at int, sure bool) {
	if at := respondentColumn(columns); at >= 0 {
		return at, true
	}
	for i, c := range columns {
		if (c.Role == Answer || c.Role == Meta || c.Role == Personal) && namesID(c) {
			return i, false
		}
	}
	if len(columns) > 0 && (columns[0].Role == Answer || columns[0].Role == Personal) && bareID().MatchString(idHeader(columns[0])) {
		return 0, false
	}
	return -1, false
}

// ofTheirOwn is how many rows, of so many, must have an id of their own for a column to tell people apart: where more share one it names firms,
// branches or vouchers.
const ofTheirOwn = 10

// tellApart reports whether so many different ids in so many rows tell people apart.
func tellApart(different, rows int) bool {
	return rows >= fewestIDs && ofTheirOwn*(rows-different) <= rows
}

// tellsRespondents reports whether the export has a column that tells its respondents apart.
func (s *scan) tellsRespondents() bool { return s.id >= 0 && (s.sureID || s.eachHasOne()) }

// eachHasOne reports whether hardly two rows share an id.
func (s *scan) eachHasOne() bool {
	different := s.ids.hashes.n
	return tellApart(different, different+s.ids.of[0].twice)
}
