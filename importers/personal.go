package importers

import (
	"strings"
	"sync"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// personalWords are the names of columns that hold personal data, normalised but for ß, one language a line (FORMATS section 17).
const personalWords = `
ip|ip address|ipaddress|ipaddr|ip addr|email|e-mail|emailaddress|email address|e-mail address|username|user name|user id|name|full name|your name|first name|last name|firstname|lastname|surname|given name|family name
recipientlastname|recipientfirstname|recipientemail|recipient last name|recipient first name|recipient email|recipient name
locationlatitude|locationlongitude|location latitude|location longitude|latitude|longitude|gps|network id|refurl|referrer url|referer|user agent|sessionid|session id|deviceid|device id
postal|postal code|zip|zip code|postcode|city|town|address|street|street address|home address|phone|phone number|telephone|telephone number|mobile number|cell phone|dob|date of birth|birthday|ssn|submitted by|token
phone no|phone nr|tel|tel no|mobile no|mobile phone number|cell number|contact no|contact number|contact phone|contact phone number|work phone|home phone|daytime phone|whatsapp number|fax number|your email|your e-mail|your email address|your phone number|your full name|respondent name|participant name|manager name|manager's name|name of manager|name of your manager|name of the manager|line manager name|line manager's name|name of line manager|name of your line manager|supervisor name|supervisor's name|name of supervisor|name of your supervisor|reports to|manager email|supervisor email|team leader name|name of team leader|account manager name|agent name|staff name|contact name|linkedin profile|social security number|national id|passport number|iban|license plate
telefonnr|telefon nr|tel nr|mobilnummer|handynr|rufnummer|faxnummer|e-mail|mailadresse|name der führungskraft|name des vorgesetzten|name der vorgesetzten|name ihrer führungskraft|name ihres vorgesetzten|name deiner führungskraft|mitarbeitername|kundenname|personalnummer|hausnummer|sozialversicherungsnummer|geburtstag
tél|numéro de portable|numéro de mobile|n° de téléphone|n° tél|adresse mail|adresse email|nom du manager|nom de votre manager|nom du responsable|nom de votre responsable|nom du supérieur|nom du supérieur hiérarchique|nom de votre supérieur|nom du chef|nom du client|nom de l'employé|matricule|numéro de sécurité sociale|votre nom|votre prénom|votre adresse e-mail
tel|celular|número de móvil|número de celular|no de teléfono|email|nombre del jefe|nombre de su jefe|nombre de tu jefe|nombre del gerente|nombre del responsable|nombre del supervisor|nombre de su supervisor|nombre del cliente|nombre del empleado|dni|nif|su nombre|tu nombre
telemóvel|número de telefone|número de celular|número de telemóvel|número do celular|no de telefone|nome do gestor|nome do seu gestor|nome do gerente|nome do chefe|nome do supervisor|nome do responsável|nome do cliente|nome do funcionário|nome do colaborador|seu nome|apelido|primeiro nome|último nome|nif
numero di cellulare|recapito telefonico|n. di telefono|nome del responsabile|nome del tuo responsabile|nome del manager|nome del capo|nome del superiore|nome del cliente|nome del dipendente|il tuo nome
mobiel nummer|mobiele nummer|gsm-nummer|telefoonnr|tel.nr|naam leidinggevende|naam van uw leidinggevende|naam van je leidinggevende|naam van de leidinggevende|naam manager|naam van uw manager|naam van de manager|klantnaam|naam medewerker|personeelsnummer|bsn|huisnummer|uw naam|je naam|geboortedag
redcap survey identifier|externalreference|external reference|external data reference|externaldatareference|contact id|customer name|employee name|employee id
e-mail-adresse|emailadresse|vorname|nachname|familienname|ihr name|telefon|telefonnummer|handynummer|adresse|anschrift|straße|strasse|plz|postleitzahl|ort|wohnort|stadt|geburtsdatum|ip-adresse|benutzername|vor- und nachname
adresse e-mail|courriel|adresse électronique|nom|prénom|nom de famille|nom et prénom|nom d'utilisateur|téléphone|numéro de téléphone|adresse ip|code postal|ville|date de naissance|adresse postale
correo|correo electrónico|dirección de correo electrónico|nombre|nombres|apellido|apellidos|nombre completo|nombre y apellidos|nombre de usuario|teléfono|número de teléfono|dirección|dirección ip|código postal|ciudad|fecha de nacimiento
endereço de e-mail|endereço de email|nome|sobrenome|nome completo|nome de usuário|nome do usuário|telefone|celular|endereço|endereço ip|cep|cidade|data de nascimento|cpf
indirizzo email|indirizzo e-mail|indirizzo di posta elettronica|cognome|nome e cognome|nome utente|telefono|numero di telefono|indirizzo|indirizzo ip|codice postale|città|data di nascita|codice fiscale
e-mailadres|naam|voornaam|achternaam|volledige naam|gebruikersnaam|telefoon|telefoonnummer|adres|ip-adres|woonplaats|geboortedatum
imię|nazwisko|imię i nazwisko|twoje imię|pani/pana imię|adres e-mail|adres email|numer telefonu|nr telefonu|telefon komórkowy|ulica|kod pocztowy|miejscowość|data urodzenia|pesel
ваше имя|ваша фамилия|имя и фамилия|фамилия и имя|фамилия, имя|ваши фио|ф.и.о|электронный адрес|номер телефона|ваш телефон|ваш e-mail|дата рождения|адрес проживания
お名前|ご氏名|おなまえ|ご住所|お電話番号|生年月日|郵便番号|您的姓名|您的名字|手机号|手机号码|联系电话|出生日期|성함|성명|연락처|생년월일
address line|address line 1|address line 2|address 1|address 2|street address line|city/town|town/city|state/region/province|state/province|state/province/region|zip/post code|zip/postal code|zip or postal code|post code|postcode/zip|house number|apartment number|po box
adresszusatz|straße, plz und ort|plz/ort|plz, ort|plz und ort|complément d'adresse|ligne d'adresse 2|adresse ligne 2|rue|code postal et ville|code postal/ville|numéro de rue|calle|domicilio|código postal y ciudad|piso y puerta
código de endereçamento postal|código postal|morada|rua|bairro|logradouro|número da porta|via/piazza|cap di residenza|c.a.p|numero civico|straat|straatnaam|postcode en plaats|postcode/plaats|postcode en woonplaats|adresregel 2
straße und hausnummer|straße, hausnummer|straße/hausnummer|straße / hausnummer|straße, nr|straße und nr|straße nr|rue et numéro|calle y número|rua e número|via e numero|via e numero civico|straat en huisnummer|ulica i numer domu
ipv4|ipv6|ipv4 address|ipv6 address|ip v4|ip v6|ipv4-adresse|ipv6-adresse|signature|your signature|unterschrift|firma y fecha|assinatura|handtekening|podpis|facebook name|facebook profile|instagram handle|twitter handle|x handle
referrer url|referer url|http referer|http referrer|referring url|referring page|weiterleitungs-url|verweis-url|verweisende url|herkunfts-url|url de référence|url référente|url de provenance|url de referencia|url de procedencia|url de origen|url de referência|url de origem|url di riferimento|url di provenienza|url referente|verwijzende url|verwijzings-url|referentie-url|user-agent|useragent|user agent string|browser user agent|http user agent
license plate number|licence plate|licence plate number|number plate|plate number|registration plate|vehicle registration|vehicle registration number|car registration|kennzeichen|kfz-kennzeichen|autokennzeichen|amtliches kennzeichen|nummernschild|plaque d'immatriculation|numéro d'immatriculation|immatriculation|matrícula del vehículo|matrícula del coche|placa del vehículo|placa do carro|placa do veículo|matrícula do veículo|numero di targa|targa|kenteken|kentekennummer|nummerplaat
iban number|iban-nummer|bank account|bank account number|bankverbindung|kontonummer|numéro de compte bancaire|numéro de compte|cuenta bancaria|número de cuenta|conta bancária|número da conta|nib|conto corrente|numero di conto|coordinate bancarie|rekeningnummer|bankrekening|bankrekeningnummer|credit card number|card number|kreditkartennummer|numéro de carte bancaire|numéro de carte|número de tarjeta|número do cartão|numero di carta|creditcardnummer
birth date|birthdate|born on|geb.-datum|geb.datum|geb. datum|geboren am|geb. am|date naissance|né le|née le|né(e) le|fecha nacimiento|fecha de nac|data nascimento|data de nasc|data nascita|nato il|nata il|nato/a il|geboren op|full address|postal address|mailing address|billing address|shipping address|delivery address|postanschrift|wohnadresse|lieferadresse|rechnungsadresse|privatadresse|adresse complète|adresse de livraison|adresse de facturation|adresse du domicile|dirección postal|dirección completa|dirección de envío|domicilio completo|endereço completo|endereço postal|endereço de entrega|indirizzo completo|indirizzo di residenza|indirizzo di casa|indirizzo postale|volledig adres|postadres|huisadres|woonadres|afleveradres
login|login name|loginname|nickname|nick|screen name|spitzname|benutzerkennung|pseudo|pseudonyme|apodo|apelido de usuário|soprannome|bijnaam|schermnaam|identifiant de connexion
passport|passport no|passport nr|national insurance number|ni number|nhs number|insurance number|policy number|medical record number|mrn|patient id|patient number|driver's license|driver license number|driver's license number|driving licence|driving licence number|tax id|tax number|social security|social security no
ausweisnummer|personalausweis|personalausweisnummer|pass-nr|passnummer|reisepass|reisepassnummer|steuer-id|steuernummer|versichertennummer|versicherungsnummer|krankenversichertennummer|patientennummer|patienten-id|führerscheinnummer|ahv-nummer|nir|numéro de passeport|passeport|carte d'identité|numéro de carte d'identité|numéro d'assuré|permis de conduire
pasaporte|número de pasaporte|documento de identidad|número de documento|nie|curp|cédula de identidad|passaporte|número do passaporte|bilhete de identidade|cartão de cidadão|número de utente|carta d'identità|numero di passaporto|passaporto|tessera sanitaria|paspoort|paspoortnummer|identiteitskaart|rijksregisternummer|rijbewijsnummer|polisnummer
メールアドレス|氏名|名前|電話番号|住所|電子郵件|電子郵件地址|電子メール|姓名|电子邮件|电子邮件地址|电话|地址|이메일|이메일 주소|이름|전화번호|주소|адрес электронной почты|электронная почта|имя|фамилия|фио|телефон|адрес
`

// trailingNumber is what tells repeated fields apart: telephone_1, Email 2, Name2.
var trailingNumber = lazily(`[ _]?\d+$`)

var (
	// usualRemark is what forms say in brackets, or at the end, of any field: that it may be left empty, or which number is meant. What else stands
	// there may be what was rated: "Phone (friendliness)".
	usualRemark = lazily(`\s*[([](?:` + remarks + `)[)\]]|[,;:/ –-]+(?:` + plainRemarks + `)$`)
	// remark is anything in round brackets but a number of a scale.
	remark = lazily(`\s*\([^()\d]*\)`)
	// nameWord is the word for the name of a person in the names of personalWords.
	nameWord = lazily(`name|naam|^nom |^nom$|prenom|nombre|apellido|^nome|cognome|sobrenome|apelido|imie|nazwisko|имя|фамили|фио|氏名|名前|姓名`)
	// bothNames is a remark that asks for the names of a person, whoever it is.
	bothNames = lazily(`\((?:(?:first|given)(?: name)?(?:,? and |,? & |[,/] ?| )(?:last|family|sur) ?(?:name)?|(?:last|family|sur) ?(?:name)?(?:,? and |[,/] ?| )(?:first|given)(?: name)?|vor- und (?:nach|zu)name|vorname(?: und |[,/] ?| )nachname|nachname(?: und |[,/] ?| )vorname|` +
		`(?:nom(?: et |[,/] ?| )prénom|prénom(?: et |[,/] ?| )nom)|nombres? y apellidos?|apellidos? y nombres?|nome e (?:cognome|sobrenome|apelido)|cognome e nome|voor- en achternaam)\)`)
)

// plainRemarks and remarks are what forms say of a field.
const (
	plainRemarks = `optional(?:ly)?|voluntary|required|mandatory|freiwillig(?:e angabe)?|freiwillig|fakultativ|pflichtfeld|pflichtangabe|facultatif|facultative|optionnel(?:le)?|obligatoire|opcional|opcionalmente|obligatori[oa]|voluntari[oa]|obrigatóri[oa]|facoltativ[oa]|opzionale|obbligatori[oa]|optioneel|niet verplicht|verplicht|vrijwillig`
	remarks      = plainRemarks + `|if (?:you (?:like|wish|want)|any|applicable|available)|falls (?:gewünscht|vorhanden)|wenn sie möchten|si vous le souhaitez|si lo desea|se desiderato|se desejar|indien gewenst|(?:this )?will not be \P{N}{1,60}|for (?:our|the) (?:records?|draw|raffle)|confidential|private?|home|work|office|business|mobile|cell|personal|` +
		`privat|dienstlich|geschäftlich|mobil|festnetz|personnel(?:le)?|professionnel(?:le)?|domicile|portable|trabajo|casa|móvil|celular|trabalho|lavoro|thuis|werk|mobiel|5 digits|no spaces|incl(?:uding|\.)? (?:area|country) code|mit vorwahl`
)

// isPersonalName reports whether a header is the name of personal data, whatever forms say of such a field in brackets.
func isPersonalName(header string, names map[string]bool) bool {
	text := lexicon.Normalise(header)
	if personalIn(text, names) {
		return true
	}
	if !mayBeRemarked(text) {
		return false
	}
	bare := usualRemark().ReplaceAllString(strings.TrimRight(text, " ?:*."), "")
	if bare != text && personalIn(bare, names) || bothNames().MatchString(text) {
		return true
	}
	bare = remark().ReplaceAllString(bare, "")
	return bare != text && nameWord().MatchString(lexicon.WithoutAccents(bare)) && personalIn(bare, names)
}

// mayBeRemarked reports whether a header, without what is said of the field, may be left as a name: it begins with the word of one, or with
// a bracket, or names stand in brackets. Most headers are questions, and to look for remarks in each takes a tenth of the time in which a file
// is opened.
func mayBeRemarked(text string) bool {
	word := firstLetters(text)
	return word == "" || strings.ContainsAny(text, "([") && bothNames().MatchString(text) || personalFirstWords()[word]
}

// firstLetters returns the letters that a text begins with, without their accents.
func firstLetters(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(text)
	}
	return lexicon.WithoutAccents(text[:end])
}

// personalIn reports whether names hold a text, with or without its accents and the number at its end.
func personalIn(text string, names map[string]bool) bool {
	text = lexicon.WithoutAccents(strings.TrimSpace(strings.Trim(strings.ReplaceAll(text, "_", " "), " ?:*.")))
	return names[text] || names[trailingNumber().ReplaceAllString(text, "")]
}

// personalNames are the names of personalWords.
var personalNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.TrimSpace(personalWords), "ß", "ss"), "\n") {
		for name := range strings.SplitSeq(line, "|") {
			names[lexicon.WithoutAccents(name)] = true
		}
	}
	return names
})

// personalFirstWords are the words that personalNames begin with.
var personalFirstWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for name := range personalNames() {
		words[firstLetters(name)] = true
	}
	return words
})

// trackingName is the tag by which panels and advertisements know who answered: nothing that anybody said.
var trackingName = lazily(`^(?:prolific(?: (?:pid|id|participant id))?|(?:study|session) id|(?:mturk |m turk |amazon )?(?:worker ?id|assignment ?id|hit ?id)|(?:fb|g|ms|tt|dc|y|tw)cl(?:k)?id|gbraid|wbraid|(?:panel|cint|dynata|lucid|toluna|respondi) ?(?:id|pid|rid)|utm (?:source|medium|campaign|term|content|id))$`)

// markPersonal gives personal columns their role, and ids of panels and clicks theirs.
func markPersonal(columns []Column) {
	names := personalNames()
	for i := range columns {
		c := &columns[i]
		asked := nameAsked(*c)
		if c.Role == Answer && (isPersonalName(c.Header, names) || isPersonalName(c.Text, names) || asksByName(asked)) {
			c.Role = Personal
		}
		if c.Role == Answer && trackingName().MatchString(plainName(*c)) {
			c.Role = Meta
		}
	}
	notePersonal(columns)
}
