package lexicon

import "strings"

// "Se" is "if" in Portuguese and Italian, and "si" in Spanish and French; in Spanish and Portuguese "se" is also what makes a passive, and in Italian "si":
// "Se pierden pedidos", "Si verificano errori". The verb behind tells.

var (
	// seOrSi is such a word at the beginning of a clause, with the word behind it.
	seOrSi = lazily(`(?:^|, )(s[ei]) ([\p{L}'’]+)`)
	// passiveOne are verbs of one thing that nobody does on purpose: "Se pierde mucho tiempo", "Si perde tempo".
	passiveOne = lazily(`^(?:pierde|retrasa|tarda|rompe|equivoca|olvida|repite|acumula|produce|comete|cobra|desperdicia|incumple|perde|atrasa|demora|quebra|esquece|repete|erra|desperdiça|verifica|commette|sbaglia|crea|ripete|blocca|dimentica|spreca|attende|aspetta)$`)
	// noVerb are words that end like the verb of a passive and are none: "se tem", "si no".
	noVerb = lazily(`^(?:tem|têm|vem|vêm|um|em|sem|com|quem|alguém|ninguém|bem|também|un|en|con|sin|non|bien|buen|algun|no|uno|alguno|ninguno|nessuno|qualcuno|hanno|sono|vanno)$`)
)

// namesCase reports whether what stands before a word for what is bad, or before what denies what is good, only names the case: "If you have problems".
func namesCase(before string) bool {
	text := before + " "
	for _, at := range onlyTheCase().FindAllStringIndex(text, -1) {
		word := strings.Trim(text[at[0]:at[1]], " ,")
		if word != "se" && word != "si" {
			return true
		}
		if m := seOrSi().FindStringSubmatch(text[at[0]:]); m != nil && !passiveBehind(m[1], m[2]) {
			return true
		}
	}
	return false
}

// passiveBehind reports whether a verb makes a passive with the word before it: of several things by its ending, which a verb behind "if" in the same
// language has not ("se tiverem", "se sorgono").
func passiveBehind(word, verb string) bool {
	if passiveOne().MatchString(verb) {
		return true
	}
	if noVerb().MatchString(verb) {
		return false
	}
	if word == "si" {
		return strings.HasSuffix(verb, "ano") || strings.HasSuffix(verb, "ono")
	}
	portuguese := (strings.HasSuffix(verb, "am") || strings.HasSuffix(verb, "em")) && !strings.HasSuffix(verb, "rem")
	return strings.HasSuffix(verb, "an") || strings.HasSuffix(verb, "en") || portuguese
}
