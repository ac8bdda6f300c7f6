package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// Words of trouble stand in the names of what there is for it: a breakdown service, a book of complaints, a message of errors. These are topics.

var (
	// headsBehind stand behind a word of trouble that says in English what they are for: "breakdown service".
	headsBehind = strings.Fields(`course service services policy desk office department team insurance line hotline report reports form book box button unit log culture minerals insulation barrier repay intelligence`)
	// messagesBehind are what a program says of its errors.
	messagesBehind = strings.Fields(`message messages page pages code codes`)
	// headsBefore stand before what they are for in the languages that say it so, and forWhat is that.
	headsBefore = strings.Fields(`service services servicio servicios servizio servizi serviço serviços oficina ufficio escritório sportello bureau guichet balcão ventanilla libro libros livro cahier registre registro hoja seguro seguros assurance assicurazione
		departamento département reparto línea linha linea numéro número formulario formulaire formulário modulo buzón loket dienst`)
	forWhat = strings.Fields(`avería averías avarias avaria reclamaciones quejas incidencias incidentes réclamations plaintes pannes panne incidents reclami lamentele guasti guasto disservizi reclamações queixas klachten storingen`)
	// messagesBefore are messages and pages, as messagesBehind.
	messagesBefore = strings.Fields(`message messages page pages code codes mensaje mensajes página páginas código códigos mensagem mensagens messaggio messaggi pagina pagine codice codici`)
	ofError        = strings.Fields(`error errors erreur erreurs errores erro erros errore errori`)
	// joinsNames stand between the two.
	joinsNames = strings.Fields(`de des du d los las do da dos das di dei del dello delle degli per para pour voor`)
)

// messagesCome says that messages come, which is what is bad of them.
var messagesCome = sync.OnceValue(func() *wordSet {
	var set wordSet
	set.add(`get gets got getting see sees saw show shows showed shown showing receive* appear* pop pops popped keep keeps kept many often always constant* frequent* every again full endless* display* give gives throw throws full
		reçois reçoit recevons affiche* appara* souvent toujours constam* fréqu* beaucoup trop recibo recibe* aparec* muestra* sale salen siempre frecuent* muchos demasiad* recebo recebe* mostra* sempre muitas demasiad* ricevo ricev* compa* appa* spesso continu* troppi molti`)
	return &set
})

// inName reports whether the word of trouble at a place is part of such a name.
func (t *troubled) inName(at int) bool {
	word, message := t.words[at], slices.Contains(ofError, t.words[at]) && !messagesCome().in(t.words)
	if at+1 < len(t.words) && (slices.Contains(headsBehind, t.words[at+1]) || message && slices.Contains(messagesBehind, t.words[at+1])) {
		return true
	}
	head := at - 1
	for head >= 0 && slices.Contains(joinsNames, t.words[head]) {
		head--
	}
	if head < 0 {
		return false
	}
	return slices.Contains(headsBefore, t.words[head]) && slices.Contains(forWhat, word) || message && slices.Contains(messagesBefore, t.words[head])
}
