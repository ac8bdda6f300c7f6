package importers

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

var (
	// agentCell is how browsers call themselves.
	agentCell = lazily(`^(?:Mozilla|Opera|Dalvik|okhttp|PostmanRuntime|curl|Safari|AppleWebKit)/\d`)
	// linkCell is the address of a page.
	linkCell = lazily(`^(?i:https?://|www\.)\S+$`)
	// profileCell is the page of a person.
	profileCell = lazily(`(?i)(?:linkedin|xing|facebook|instagram|twitter|tiktok|github)\.com/\S|//x\.com/\S|/(?:users?|profiles?|members?|people|in|u|inbox)/\S`)
	// linkHeader is the header of where somebody came from or is found.
	linkHeader = lazily(lexicon.WordStart + `(?:url|uri|link|referr?er|refurl|profile?|profil|perfil|profilo|profiel|website|homepage)` + lexicon.WordEnd)

	// plateCell is a licence plate: B-AB 1234, AB-123-CD, AB12 CDE, 1234 BCD, 12-AB-34.
	plateCell = lazily(`^(?:[A-ZÄÖÜ]{1,3}[- ·][A-Z]{1,2}[ -]?\d{1,4}[EH]?|[A-Z]{2}-?\d{3}-?[A-Z]{2}|[A-Z]{2} \d{3} [A-Z]{2}|[A-Z]{2}\d{2} ?[A-Z]{3}|\d{4} ?[B-DF-HJ-NP-TV-Z]{3}|[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}|[A-Z]{1,2}-\d{3}-[A-Z]{1,2}|\d-[A-Z]{3}-\d{2}|\d{2}-[A-Z]{3}-\d|[A-Z]{3}-?\d[A-Z\d]\d{2})$`)
	// postcodeWord is the word for a postcode amid others: "PLZ des Wohnorts", "Your ZIP code".
	postcodeWord = lazily(lexicon.WordStart + `(?:plz|postleitzahl|zip|zip ?codes?|post ?codes?|postal codes?|code postal|codes postaux|c[oó]digo postal|cep|cap|codice postale)` + lexicon.WordEnd)
	// coordinates are a place on the map: 52.5200,13.4050.
	coordinates = lazily(`^[(]?-?\d{1,3}\.\d{3,}[,;] ?-?\d{1,3}\.\d{3,}[)]?$`)
	// handleCell is what somebody is called on a platform (@name), groupedCell the number of a person that is written in groups.
	handleCell  = lazily(`^@[\p{L}\d_.-]{2,}$`)
	groupedCell = lazily(`^\d{3}-\d{2}-\d{4}$`)
	// handleHeader asks for the name under which somebody is on a platform, and platformHeader names one that people have such a name on, which may be what they rate.
	handleHeader = lazily(`^(?:(?:your|my|dein|mein|ihr|votre|ton|tu|su|seu|teu|il tuo|il suo|je|jouw|uw) )?(?:@ ?(?:names?|handles?|user ?names?)|(?:(?:social media|x|twitter/x|` + namedPlatforms + `)[ /-]?)?(?:handles?|nutzernamen?|benutzernamen?|gebruikersna(?:am|men)|pseudos?|user ?names?|screen ?names?|gamertags?)(?: (?:on|for|auf|bei|sur|en|no|su|op) (?:` + namedPlatforms + `|social media))?|` +
		`(?:` + namedPlatforms + `)[ /-](?:names?|accounts?|ids?|tags?|konto|naam|account-?namen?)|(?:nom d'utilisateur|pseudo|compte|usuario|cuenta|usuário|utilizador|conta|nome utente|account|utente) (?:(?:de|en|sur|no|do|su|di|op) )?(?:` + namedPlatforms + `))$`)
	platformHeader = lazily(`^(?:(?:your|my|dein|mein|ihr|votre|ton|tu|su|seu|teu|je|jouw|uw) )?(?:` + namedPlatforms + `)(?: ?[/(] ?(?:` + namedPlatforms + `)\)?)*$`)
	// handleWord is such a name, with its sign or without.
	handleWord = lazily(`^@?[\p{L}\d][\p{L}\d_.-]{2,}(?:#\d+)?$`)
	// userHeader is a header of those who use something, which may be kinds of them, and userCell the name of one: letters with digits.
	userHeader = lazily(`^(?:user|users|benutzer|nutzer|utilisateur|usuario|usuário|utilizador|utente|gebruiker)$`)
	userCell   = lazily(`^[\p{L}_.-]{2,}\d+$`)
	// postcodeCell is a postcode that no plain number is: SW1A 1AA, K1A 0B1, 1000-205, 12345-6789, D-12345.
	postcodeCell = lazily(`^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}-\d{3}|\d{5}-\d{4}|(?:DE?|CH|AT?|FR?|IT?|ES?|NL)-\d{4,5})$`)
	// townCell is a postcode with its town or its letters: 20095 Hamburg, 1012 AB Amsterdam, 4051 Basel, Springfield, IL 62704. An amount with its unit is written
	// so too ("1000 GB", "10000 Euro"), but all of them alike.
	townCell = lazily(`^(?:[A-Z]{1,2}[- ])?(?:\d{4,5}|\d{4}-\d{3}),? ?((?:[A-Z]{2}(?: |$))?(?:\p{Lu}[\p{L}'’. -]+(?:\([A-Z]{2}\))?)?)$|^(\p{Lu}[\p{L}'’. -]+,? (?:[A-Z]{2} )?)\d{5}(?:-\d{4})?$`)
	// fromHere is how far something is, and no street: "5 minutes drive".
	fromHere = lazily(`(?i)^\d+ (?:min|hour|h |day|week|mile|km|metre|meter|block|step|star|point)`)
	// streetCell is a street with the number of a house, in seven languages.
	streetCell = lazily(`(?i)(?:^|[\s,])(?:` +
		`\d{1,5}[a-z]?,? (?:\p{L}[\p{L}'’.]* ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|close|crescent|terrace|highway|hwy|place|square)\.?(?:$|[\s,])` +
		`|\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|av\.|bd\.?|boulevard|chemin|all[ée]e|impasse|quai|place|route) \p{L}` +
		`|(?:[\p{L}.-]+ ){0,3}(?:[\p{L}.-]*(?:str\.|straße|strasse)|(?:[\p{L}.-]{3,}|[\p{L}.-]+ )(?:weg|gasse|allee|platz|ufer|damm|ring|steig|chaussee|straat|laan|plein|gracht|kade|dijk|singel)),? \d{1,4} ?[a-z]?(?:$|[\s,/-])` +
		`|(?:calle|c/|avenida|avda\.?|av\.|plaza|paseo|carrera|rua|r\.|travessa|praça|estrada|via|viale|v\.le|piazza|p\.za|corso|vicolo|largo|strada) (?:\p{L}[\p{L}'’.]* ?){1,6},? ?(?:n[.º°]? ?)?\d{1,5}(?:$|[\s,/-])` +
		`|p\.? ?o\.? box \d+|postfach \d+|(?:bp|apartado|casella postale|postbus|caixa postal) \d+)`)
	// bornHeader is about the day on which somebody was born.
	bornHeader = lazily(`birth|born|geburt|geboren|` + lexicon.WordStart + `geb\.?(?:[ -]?dat|$| am)|naissance|` + lexicon.WordStart + `née?` + lexicon.WordEnd + `|nacim|nascim|nascit|nat[oa] il|geboorte|` + lexicon.WordStart + `dob` + lexicon.WordEnd)
)

// namedPlatforms are those on which people have a name of their own.
const namedPlatforms = `twitter|instagram|insta|ig|facebook|fb|tiktok|tik tok|discord|telegram|snapchat|reddit|github|gitlab|slack|twitch|youtube|mastodon|bluesky|skype|psn|xbox|weibo|linkedin|xing`

// ofPerson reports whether a cell is what one person alone has, or their machine: the number of an account, a browser or an address in the net.
func ofPerson(cell string) bool {
	return len(cell) >= len("::1.1.1") && (isIBAN(cell) || coordinates().MatchString(cell) || agentCell().MatchString(cell) || isNetAddress(cell))
}

// ofHousehold reports whether a cell may be what one household alone has: a postcode, a licence plate. Codes of other things
// may look so: a column has to be full of them.
func ofHousehold(cell string) bool {
	return strings.ContainsAny(cell, "0123456789") && !numeric(cell) &&
		(plateCell().MatchString(cell) || postcodeCell().MatchString(cell))
}

// isKnownBy reports whether a cell is the name or number by which a platform or an office knows somebody.
func isKnownBy(cell string) bool {
	return handleCell().MatchString(cell) || groupedCell().MatchString(cell)
}

// isHome reports whether a cell has a street with the number of a house.
func isHome(cell string) bool {
	return strings.ContainsAny(cell, "0123456789") && streetCell().MatchString(cell) && !fromHere().MatchString(cell)
}

// isIBAN reports whether a cell is the number of a bank account, by its check digits.
func isIBAN(cell string) bool {
	const shortest, longest = 15, 34
	text := strings.ToUpper(strings.ReplaceAll(cell, " ", ""))
	if len(text) < shortest || len(text) > longest || text[0] < 'A' || text[0] > 'Z' || text[1] < 'A' || text[1] > 'Z' {
		return false
	}
	rest := 0
	for _, r := range text[4:] + text[:4] {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		case r >= 'A' && r <= 'Z':
			rest = (rest*100 + int(r-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// isNetAddress reports whether a cell is one IP address, with a port too, or several of those that a response went through.
func isNetAddress(cell string) bool {
	first, _, _ := strings.Cut(cell, ",")
	first = strings.TrimSpace(first)
	if strings.Count(first, ".") != 3 && strings.Count(first, ":") < 2 || len(first) > 50 || isMoment(first) {
		return false
	}
	if _, err := netip.ParseAddr(first); err == nil {
		return true
	}
	if _, err := netip.ParseAddrPort(first); err == nil {
		return true
	}
	_, err := netip.ParsePrefix(first)
	return err == nil
}

// namesHandles reports whether a column below such a header holds names on a platform: words, and none of a scale. Below the name of a platform alone most
// have a digit, a dot or a line, as no choice has.
func (c *columnScan) namesHandles(header string) bool {
	word := func(cell string) bool {
		return !numeric(cell) && handleWord().MatchString(cell) && !isLabel(cell) && !oneOfWords(lexicon.Normalise(cell), tickWords()...)
	}
	switch {
	case handleHeader().MatchString(header):
		return c.cells.many && c.cells.texts && c.dates == 0 || c.cells.mostly(word)
	case platformHeader().MatchString(header):
		return c.cells.mostly(func(cell string) bool { return word(cell) && strings.ContainsAny(cell, "@_.#0123456789") })
	}
	return false
}

// ofPersons reports whether the cells of a column are such, whatever it is called; where they are plain days, numbers or pages its header has to say so.
func (c *columnScan) ofPersons(column Column) bool {
	if column.Role != Answer || c.filled == 0 {
		return false
	}
	header := plainHeader(column)
	if c.cells.many {
		return c.namesHandles(header)
	}
	return c.namesHandles(header) || c.cells.mostly(ofPerson) || c.cells.mostly(ofHousehold) || c.cells.mostly(isHome) && c.differInWords() || c.cells.mostly(isKnownBy) ||
		userHeader().MatchString(header) && c.cells.mostly(userCell().MatchString) || c.linksToPersons(header) || c.inTowns() ||
		2*c.dates > c.filled && bornHeader().MatchString(header) || slices.ContainsFunc(column.homeBeside, homeHeader().MatchString) && c.inPlainPostcodes()
}

// differInWords reports whether cells differ in more than their numbers, or do not differ: "Arbeitsplatz 1", "Arbeitsplatz 2" are no addresses.
func (c *columnScan) differInWords() bool {
	words := map[string]bool{}
	for text := range c.cells.count {
		if text = strings.TrimSpace(text); text != "" {
			words[strings.Trim(text, "0123456789 ")] = true
		}
	}
	return len(words) > 1 || c.cells.distinct() == 1
}

// linksToPersons reports whether cells are pages that tell who came from there: they ask for something, are the page of somebody, or hardly two are alike.
func (c *columnScan) linksToPersons(header string) bool {
	if !c.cells.mostly(linkCell().MatchString) {
		return false
	}
	return linkHeader().MatchString(header) || 2*c.cells.distinct() > c.filled || c.cells.some(func(cell string) bool {
		return strings.ContainsAny(cell, "?@#=") || profileCell().MatchString(cell)
	})
}

// inTowns reports whether cells are postcodes with their towns: of several places, and no years.
func (c *columnScan) inTowns() bool {
	towns, years := map[string]bool{}, 0
	if !c.cells.mostly(func(cell string) bool {
		m := townCell().FindStringSubmatch(cell)
		if m == nil || m[1]+m[2] == "" {
			return false
		}
		towns[m[1]+m[2]] = true
		if len(strings.Trim(cell, "0123456789"))+len("2026") == len(cell) && (strings.HasPrefix(cell, "19") || strings.HasPrefix(cell, "20")) {
			years++
		}
		return true
	}) {
		return false
	}
	return len(towns) > 1 && 2*years < c.cells.distinct()
}

// inPlainPostcodes reports whether cells are numbers of four or five digits, all of one length.
func (c *columnScan) inPlainPostcodes() bool {
	length := 0
	return c.cells.mostly(func(cell string) bool {
		if length == 0 {
			length = len(cell)
		}
		return len(cell) == length && (length == 4 || length == 5) && strings.Trim(cell, "0123456789") == ""
	})
}

// some reports whether any cell fulfils a condition.
func (s *seenCells) some(is func(cell string) bool) bool {
	for text := range s.count {
		if is(strings.TrimSpace(text)) {
			return true
		}
	}
	return false
}

// homeHeader is the header of a part of an address beside which a postcode stands.
var homeHeader = lazily(lexicon.WordStart + `(?:street|address|city|town|stra(?:ß|ss)e|anschrift|adresse?|ort|wohnort|stadt|rue|ville|calle|direcci[oó]n|ciudad|localidad|rua|morada|endere[cç]o|cidade|localidade|via|indirizzo|citt[aà]|comune|straat|straatnaam|adres|plaats|woonplaats)` + lexicon.WordEnd)

// notePersonal notes beside which personal columns each stands: a street or a town, by which people are found.
func notePersonal(columns []Column) {
	for i := range columns {
		var headers []string
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(columns) && columns[k].Role == Personal {
				headers = append(headers, plainHeader(columns[k]))
			}
		}
		columns[i].homeBeside = headers
	}
}
