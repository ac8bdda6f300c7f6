package lexicon

import (
	"regexp"
	"strings"
	"sync"
)

// "Nobody listens to me" asks for what is bad; "Nobody takes advantage of me" and "We never compromise" do not. What is good to do has no end, nor
// has what is better never done. Who says that nobody does something, or hardly ever, is therefore asked about, unless a word of the second kind
// stands there: one question too many can be answered, and a mean that is the wrong way up cannot be seen.

// never are the words of a language for who never does something, and for what is better never done. Its words are written as those of trouble.
type never struct {
	language string
	words    string // nobody, never, rarely
	refused  string // what is better never done, whatever else is said: to refuse, to fail to do something
	better   string // what else is, unless it is a remedy that is denied: "Broken items are never replaced"
	concord  string // a denial that goes with never and denies nothing more: "non aiuta mai"
}

// neverTable holds these words of the languages of the label families.
var neverTable = []never{
	{
		language: "en",
		words:    `nobody|no one|noone|none of (?:them|us|you)|never|hardly ever|rarely|seldom`,
		refused:  `interfer* packed litter push* pressur* credit_for talk_down talks_down favour favor checks_up check_up like_a_number stands_still stand_still favourit* favorit* voice waiting wait refus* fail fails failed hesitat* stop stops stopped stopping forget* forgot* neglect* ignor* too_busy give_up gives_up twice ask_twice have_to has_to had_to asked_to answer_for turn_away turned_away do_themselves differently unfair unfairly undermine* advantage compromis* promise_more promises_more promised_more less_than anything_but leave leaves leaving switch switching elsewhere alone left_without lose loses temper calm`,
		better: `complain complains complained complaining delayed another_supplier another_provider another_company another_employer undermine* favourites favorites favourit* favorit* advantage compromis* promise_more promises_more promised_more too_much twice again chase* repeat* unfair unfairly differently bored boring leave leaves leaving left_without quit quits quitting
			resign* switch switching elsewhere anywhere_else somewhere_else other_supplier another_bank another_job new_job other_provider change change_my crash* wait waits waiting waited rude unkind unfriendly impolite disrespect* insult* shout* yell*
			overload* overwork* miss misses missed let_me_down lets_me_down let_us_down let_you_down let_down refus* fail* too_busy stops stopping stop forget* forgot* hesitat* gossip* at_weekends at_the_weekend work_weekends calm temper voice spam unethical
			answer_for behind alone judged judgemental pressur* rush* hurry hurried harass* bull* ignor* exclud* abandon* neglect* disappoint* regret* lie lies lied lying cheat* mislead* misled deceiv* blame* punish* humiliat* embarrass* threaten* doubt*
			question_my lost lose loses losing late noisy dirty cold unsafe stress* tired exhaust* afraid scared anxious worr* confus* lack* broken wrong break breaks slow slows out_of ask_twice give_up gives_up gave_up less_than
			anything_but would_not do_themselves cut_corners cuts_corners turn_away turned_away turned_down discriminat* left_out look_down looks_down looked_down interrupt* distract* have_to has_to had_to asked_to waste* treated_badly
			badly hurt hurts harm* steal* stole* abuse* misus* overcharg* charge_me hidden surpris* dull unpleasant crowded understaffed shut_down goes_down down_when in_the_way`,
	},
	{
		language: "de",
		words:    `niemand|niemanden|niemandem|keiner|keine von ihnen|niemals|nie|selten`,
		refused:  `drängt drängte aufgeschwatzt mischt bricht_ab nummer ausfallend fremden_federn gedrängt im_regen warte warten gewartet vergisst vergess* zögert zögern gezögert zu_beschäftigt versäumt bitten_um um_hilfe nachfragen nachgefragt nachhaken müssen muss musste mussten weiger* wechsel* allein alleine`,
		better: `bitten_um um_hilfe laut unbesetzt nach_meiner_religion religion herkunft ausgegrenzt ausgeschlossen regen angeschrien anzuschreien angst nachfragen nachgefragt nachhaken kündig* anbieter_wechsel* wechsel* anderen_anbieter woanders
			gedrängt bauchschmerz* verspätet zu_spät verspät* vergisst vergess* zu_beschäftigt zögert zögern gezögert benachteilig* bevorzug* diskriminier* allein alleine allein_gelassen unfreundlich* unhöflich* respektlos* beleidig* unfair* ungerecht*
			übergangen ignoriert ignorier* verloren verliert verlieren warte warten gewartet wartezeit* schlange_stehen doppelt zweimal erneut wieder_anrufen beschwer* reklamier* langweil* gelangweilt unter_druck gehetzt hetzt überlastet überfordert
			gestresst gestört stör* enttäusch* bereu* belogen lüg* gelogen betrog* getäuscht beschuldig* bestraf* bloßgestellt blossgestellt gemobbt mobb* lästert verunsichert verwirr* kalt schmutzig dreckig kaputt defekt* falsch* ausgefallen
			abgestürzt stürzt leer ausverkauft im_stich gibt_auf aufgegeben geben_auf am_wochenende überstunden verschwend* unangemessen* aufdringlich* geschrien schreit die_ruhe die_geduld die_nerven verzweifelt hungrig schmerz* verletzt versäumt
			verpasst müssen muss musste mussten überrascht ausgenutzt benutzt belästigt werbung unethisch* lange`,
	},
	{
		language: "fr",
		words:    `personne(?: ici)? (?:ne|n)|jamais|rarement`,
		refused:  `pousse poussent bondé bondée coupe couverture numéro refus* hésit* oubli* tomber rappeler relancer répéter deux_fois devoir dois doit nécessaire besoin seul seule seuls`,
		better: `jugé* juge_* pression attendu attendre attends attente pressé pressés pressée laisse_tomber laissé_tomber laissent_tomber tomber changer* changerais partir irais ailleurs quitter quitterais exclu* exclue* oubli* ennui* seul seule seuls
			discrimin* déçu* décevoir mépris* méprisé* impoli* désagréable* insult* cri* injust* ignoré* refus* hésit* retard tard stress* débordé* surchargé* fatigu* peur inquiet* inquièt* perd* perdu* trompé* menti* ment_* humili* harcel* harcèle
			rappeler relancer répéter deux_fois plainte* plaint* plaindre regrett* plante* cassé* froid* sale* bruyant* vide* abandonn* baisse_les_bras interromp* dérang* trop devoir dois doit nécessaire besoin`,
	},
	{
		language: "es",
		words:    `nadie|nunca|jamás|rara vez|raramente`,
		refused:  `presion* lleno llena corta número calma voz nieg* negar* olvid* dud* tengo_que tener_que tiene_que dos_veces otra_vez repetir`,
		better: `juzg* discrimin* fuera presion* presión grit* aburr* irme irse ir_a_otro cambiar* cambiaría dejar* dejaría voz calma paciencia dos_veces de_nuevo otra_vez prisa* nieg* negar* solo sola solos excluid* ignorad* ignora* olvid* maltrat* insult* groser*
			injust* decepcion* arrepent* esper* tarde retras* fallan falla fallado pierd* perd* mient* mentir* engañ* humill* acos* castig* culp* estres* agobi* cansad* miedo preocup* repetir reclam* quej* cuelg* frí* suci* ruid* rot*
			abandon* interrump* molest* dud* rinde* cola* filas demasiad* tengo_que tener_que tiene_que`,
		concord: `no`,
	},
	{
		language: "pt",
		words:    `ninguém|nunca|jamais|raramente|quase nunca`,
		refused:  `empurra* pression* cheio cheia número calma recus* esque* hesit* deix* tenho_que ter_que duas_vezes repetir`,
		better: `julg* discriminad* discrimin* filas fila calma paciência fora excluíd* pression* grit* entedi* sair sairia mudar* mudaria trocar* trocaria deix* duas_vezes de_novo novamente pressa recus* sozinh* ignorad* ignora* esque* maltrat* insult* gross* injust*
			decepcion* arrepend* esper* atras* tarde falha* falh* perd* ment* engan* humilh* assedi* castig* culp* estress* sobrecarreg* cansad* medo preocup* repetir reclam* queix* trava travam travou fri* suj* barulh* quebr* abandon* interromp*
			incomod* hesit* desist* demais precis* tenho_que ter_que`,
		concord: `não`,
	},
	{
		language: "it",
		words:    `nessuno|mai|di rado|raramente`,
		refused:  `spinge spingono pieno piena cade numero disturb* rifiut* dimentic* esit* bisogno dover* ripetere due_volte`,
		better: `giudic* perso persa persi perdono perde esclus* fretta annoi* discrimin* pression* grid* urla* andarmene cambiare cambierei lascer* lasciat* altrove due_volte di_nuovo rifiut* solo sola soli ignorat* dimentic* maltratt* insult* scortes* ingiust* delus* pent* attes* aspett* attend*
			ritard* tardi guast* ment* bugie ingann* umili* molest* punit* colp* stress* sovraccaric* stanc* paura preoccup* ripetere lament* reclam* blocc* fredd* sporc* rumoros* rott* abbandon* interromp* dubit* esit*
			arrend* code troppo devo dover* bisogno`,
		concord: `non`,
	},
	{
		language: "nl",
		words:    `niemand|nooit|zelden`,
		refused:  `dringt dringen vol nummer stoor valt_weg weiger* weigeren vergeet vergeten aarzel* te_druk moet moest moeten moesten herhalen twee_keer`,
		better: `buitengesloten buitensluit* opgejaagd verveel* verveelt weiger* weigeren gediscrimineerd discrimin* onder_druk haast schreeuw* weggaan weg_te overstap* wissel* elders ergens_anders twee_keer opnieuw nogmaals alleen genegeerd negeer* negeert
			vergeet vergeten onvriendelijk onbeleefd onbeschoft oneerlijk onrechtvaardig teleurgesteld teleurstel* spijt wacht wachten gewacht wachttijd* te_laat vertraag* vertraging* kapot verlies* verloren lieg* gelogen bedrog* vernederd
			gepest pest gestraft beschuldig* stress gestrest overbelast moe bang zorgen herhalen klaag* klagen geklaagd koud vies lawaai* leeg in_de_steek onderbrek* twijfel* aarzel* geef_op geven_op te_druk te_veel moet moest moeten moesten`,
	},
}

// nevers are the words of all languages: a question is not known to be of one.
type nevers struct {
	words   wordPattern // with the word as a group
	refused wordSet
	better  wordSet
	concord *regexp.Regexp
}

var neverOfAll = sync.OnceValue(func() *nevers {
	all := &nevers{}
	var words, concord []string
	for _, l := range neverTable {
		all.refused.add(l.refused)
		all.better.add(l.better)
		words = append(words, l.words)
		if l.concord != "" {
			concord = append(concord, l.concord)
		}
	}
	all.words, all.concord = wordPatternOf(`(`+strings.Join(words, "|")+`)`), wholeWords(strings.Join(concord, "|"))
	return all
})

// needs are the words of all languages for what is needed.
const needs = `needs?|needed|brauch\p{L}*|muss|musste|müssen|mussten|benötig\p{L}*|besoin|nécessaire|necesit\p{L}*|precis\p{L}*|bisogno|nodig|moet|moest`

var (
	// needing says that help is not needed, and so not given.
	needing = wholeWordsLazily(needs)
	// needsNothing says so next to the denial: "I rarely need help". "I never get the help that I need" does not.
	needsNothing = lazily(`^(?: \p{L}+){0,2} (?:` + needs + `)` + WordEnd)
	// ofWhich begins what is said to be needed, and not given.
	ofWhich = lazily(`^(?: \p{L}+){0,2} (?:what|which|that|i|we|they|you|que|was|wat|dat)(?:$|[^\p{L}])`)
	// replies is what it is good to get, be it to what is bad.
	replies = lazily(`(?:^|[^\p{L}])(?:repl(?:y|ies|ied)|praised?|responses?|antwort\p{L}*|beantwort\p{L}*|korrigier\p{L}*|erreichbar|ernst|répon\p{L}*|répond\p{L}*|réponse|respuestas?|responde\p{L}*|contest\p{L}*|respostas?|respond\p{L}*|rispost\p{L}*|rispond\p{L}*|antwoord\p{L}*|beantwoord\p{L}*)(?:$|[^\p{L}])`)
	// bestEver compares what is done with what nobody else does so well.
	bestEver = lazily(`(?:^|[^\p{L}])(?:better|best|faster|quicker|more|than|before|as (?:\p{L}+ )?\p{L}+ as|so (?:\p{L}+ )?(?:well|good|quickly|fast|friendly|much|helpful|satisfied|happy|welcome|valued|supported|respected)|such an?|like (?:you|them|this)|besser|schneller|freundlicher|kompetenter|einfacher|mehr als|so|wie (?:ihr|sie|hier)|mieux|plus|aussi|si bien|comme (?:vous|ici)|` +
		`mejor|más|tan|como (?:ustedes|aquí)|melhor|mais|tão|como (?:vocês|aqui)|meglio|più|così|come (?:voi|qui)|beter|sneller|zo|zoals)(?:$|[^\p{L}])`)
	// nothingBut says the more: "never anything but friendly".
	nothingBut = lazily(`(?:^|[^\p{L}])(?:anything but|less than|nothing but|etwas anderes als|autre chose que|otra cosa que|outra coisa|altro che|anders dan)(?:$|[^\p{L}])`)
	// whoCares denies that something matters: "Nobody here cares where you come from".
	whoCares = lazily(`(?:^|[^\p{L}])cares? (?:where|what|who|how|if|whether)(?:$|[^\p{L}])`)
)

// neverDone returns the word with which a statement, normalised and without what explains its scale, says that something is done by nobody, or
// hardly ever; empty: it does not, or it is better so.
func neverDone(bare string, words []string) string {
	bare = strings.TrimRight(bare, " .!")
	all := neverOfAll()
	m := all.words.find(bare, words)
	if m == nil || strings.HasSuffix(bare, "?") || strings.Trim(bare[:m[2]]+bare[m[3]:], " .0123456789") == "" { // "1. Mai" is a day
		return ""
	}
	word, before, behind := bare[m[2]:m[3]], clauseBefore(bare, m[2]), saidOf(bare[m[3]:])
	switch {
	case word == "mai" && m[2] > 0 && !strings.Contains(" "+bare+" ", " non "): // a month elsewhere: "Konzert im Mai"
		return ""
	case denied().MatchString(all.concord.ReplaceAllString(before+" "+behind, " ")): // "It never happens that nobody answers"
		return ""
	case nothingBut().MatchString(bare):
		return ""
	case namesCase(before) && !strings.Contains(before, ","):
		return ""
	case needing().MatchString(before), needsNothing().MatchString(behind) && !ofWhich().MatchString(behind), bestEver().MatchString(before + " " + behind), whoCares().MatchString(behind), doneBadly().MatchString(behind):
		return ""
	case betterNever(before + " " + behind):
		return ""
	}
	return word
}

// saidOf is what is said behind a denial in its clause, but for the case in which.
func saidOf(behind string) string {
	if end := joinsClauses().FindStringIndex(behind); end != nil {
		behind = behind[:end[0]]
	}
	if the := onlyTheCase().FindStringIndex(behind); the != nil {
		behind = behind[:the[0]]
	}
	return behind
}

// betterNever reports whether a clause with a denial has a word for what is better never done, or for trouble about which nothing is done.
func betterNever(clause string) bool {
	words, all, trouble := wordsOf(clause), neverOfAll(), troubleWordsOfAll()
	if all.refused.in(words) {
		return true
	}
	if trouble.remedies.in(words) || replies().MatchString(clause) {
		return false
	}
	return all.better.in(words) || trouble.trouble.in(words) || trouble.worst.in(words) || trouble.spoilers.in(words) || ofBad().pattern().MatchString(clause)
}

// doneBadly says that it was done badly: "never informed too late".
var doneBadly = lazily(`(?:^|[^\p{L}])(?:too|late|badly|poorly|wrongly|zu (?:spät|lange?|viele?|wenig|früh|teuer|langsam)|falsch|trop|mal|tarde|demasiado|male|troppo|te laat)(?:$|[^\p{L}])`)
