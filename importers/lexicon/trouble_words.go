package lexicon

// troubleWords are the words of a language for trouble, and for what is done about it. An asterisk stands for any ending; words without one are
// whole, for compounds say more ("Fehlerkultur", "stressfrei"). Lines join those that mean it beside each other alone.
type troubleWords struct {
	language string
	trouble  string // words for what is bad wherever they stand
	worst    string // such words that nothing said to be done takes back: "It takes forever to get help"
	remedies string // words for what is done about it, how well it is done, and how little of it there is
	spoilers string // words that say of a remedy beside them that it is a bad one
}

// borne are words of all languages that are good of trouble, denied or not: mistakes are tolerated, and bullying is not.
const borne = `accept* allowed okay ok punish* blame blamed akzept* toler* erlaubt darf dürfen geduldet bestraft toléré* tolère* admis puni punis acept* aceit* permitid* castig* punid* accett* toller* geaccepteerd getolereerd gestraft toegestaan`

// troubleTable holds these words of the languages of the label families.
var troubleTable = []troubleWords{
	{
		language: "en",
		trouble: `problem problems problematic issues error errors mistake mistakes fault faults defect defects bug bugs glitch* delay delays delaying outage outages breakdown breakdowns downtime interruption interruptions interrupts interrupted
			disruption disruptions disrupt disrupts disrupted disruptive disturb disturbs disturbed disturbing disturbance disturbances conflict conflicts dispute disputes disagreements quarrel* arguing friction frictions tension tensions
			hostil* gossip bullying bullied mobbing harass* discriminat* intimidat* worry worries worrying anxious anxiety fear fears feared fearful afraid scared dread dreads nervous anger angry angers annoy* annoyance upset upsets upsetting
			irritat* burnout overload overloaded overwhelm* exhausting exhausts bureaucracy bureaucratic paperwork obstacle obstacles barrier barriers hurdle hurdles hinder hinders hindrance* hamper* obstruct* imped* bottleneck* nuisance
			hassle chaos chaotic freezes freezing froze shortage shortages missing suffer suffers suffered suffering unresolved unsolved unanswered complaints incidents crises painful agony dangerous threat threats threaten* unsafe violence
			favouritism favoritism nepotism injustice loneliness misunderstandings uncertainty distrust mistrust absenteeism negatively adversely distract* pressured inconvenien* complicates undermin* jeopardi* red_tape fed_up makes_me_ill
			make_me_ill makes_me_sick make_me_sick slows_down slow_down slows_us_down slows_me_down slows_everything_down slow_us_down holds_us_back holds_me_back hold_us_back keeps_me_from keep_me_from keeps_us_from keep_us_from in_the_way
			extra_work under_pressure too_much_pressure pressure_at_work time_pressure pressure_to pressure_on pressure_from falls_behind level_of_pain am_in_pain was_in_pain job_loss losing_my_job lose_my_job loses_data lost_data
			out_of_order out_of_stock goes_wrong go_wrong went_wrong drops_out connection_drop connection_drops causes_trouble`,
		worst: `takes_forever took_forever take_forever takes_me_forever lasts_forever nightmare nightmares takes_ages took_ages`,
		remedies: `solv* solution* resolv* resolution* handl* deal deals dealt dealing manage manages managed managing management manageable master masters mastered mastering cope copes coping overcome overcomes overcoming respond* response*
			responsive responsib* react* prevent* reduc* avoid* minimi* limit limits limited help* support* assist* protect* defend* safety safely safeguard* insur* fix fixed fixes repair* correct* rectif* replac* refund* compensat* settle*
			clear clarif* explain* explanation* inform informs informed notif* announce* communicat* tell tells told warn* report reported reporting address addresses addressed addressing tackl* discuss* talk talks talked talking speak speaks
			speaking raise raised raising share shared sharing listen* heard hear hears understand* understood recogni* acknowledg* admit* learn* improv* opportunit* chance welcome* encourag* courag* calm calmly relax* resist* resilien*
			bounce focus focused well good better best great excellent perfect quick quickly prompt* swift* fast faster easy easily ease easier eased fair fairly satisf* happy pleased quality free freedom aware awareness anticipat* identif*
			detect* analy* assess* monitor* apolog* seriously remov* eliminat* fight fights fought combat* stop stops stopped mediat* procedure procedures culture know knows worth worthwhile pays rewarded little low lower small short shorter
			rare exception exceptions minor minimal minimum reasonable realistic relief reliev* controlled cut abolish* enjoy* despite careful cares caring interest competen* skill skills ability able whom open openly openness transparen*
			honest* early prepared training trained recover* appropriate appropriately kept loyal forgiv* sorted in_time on_time bring_up bringing_up can_make may_make face_up faces_up own_up owns_up owned_up acts_against action_against
			measures_against information_about information_on respect respectful respectfully there_for gets_back_to turn_to lessons patience thrive thrives disappeared vanished fewer less decreas* declin* dissolv* decline proactive* overcame
			safe`,
		spoilers: `poorly badly slowly inadequately insufficiently wrongly`,
	},
	{
		language: "de",
		trouble: `problem probleme problemen problematisch fehler fehlern fehlerquote mängel mängeln panne pannen defekt defekte defekten störung störungen stören stört störend störende gestört ausfall ausfälle ausfällen verzögerung verzögerungen
			verzögert verzögern verspätung verspätungen unterbrechung unterbrechungen unterbrochen konflikt konflikte konflikten streit streitigkeiten streiten streitet spannungen angespannt reibung reibungen reibungsverluste reibereien
			mobbing gemobbt diskriminierung diskriminiert schikane schikanen schikaniert belästigung belästigt angst ängste ängsten fürchte fürchten befürchte befürchten befürchtungen ärger ärgere ärgern ärgert ärgerte verärgert ärgernis
			ärgernisse wut wütend nervt nerven nervig nervt nervige genervt frust frustrierend stress stresst stressig gestresst überlastung überlastet überforderung überfordert überfordern belastet belasten belastend belastungen erschöpft
			erschöpfung burnout bürokratie papierkram hindernis hindernisse hindernissen hürde hürden behindern behindert bremst ausgebremst blockiert blockieren erschwert erschweren verschwendung fehlt fehlen fehlte fehlten leide leidet
			leiden chaos chaotisch missverständnis missverständnisse missverständnissen gerüchte tratsch unklarheiten abstürze schwelen zeitdruck termindruck leistungsdruck arbeitsdruck erfolgsdruck personalmangel fachkräftemangel gefährlich
			bedroht bedrohung gewalt ungerecht ungerechtigkeit ungerechtigkeiten benachteiligt benachteiligung ungewissheit unsicherheit unsicherheiten verunsichert misstrauen jobverlust arbeitsplatzverlust schlimm katastrophal unverschämt
			mühsam verschlechtert beeinträchtigt beeinträchtigen beeinträchtigung beeinträchtigungen engpass engpässe engpässen verschleppt unerledigt ungelöst überlange sorgen_um sorgen_wegen mir_sorgen sich_sorgen sie_sorgen uns_sorgen
			große_sorgen hängt_sich_auf krank_macht macht_mich_krank macht_krank unter_druck zu_viel_druck hoher_druck druck_am_arbeitsplatz unter_den_teppich hält_mich_von hält_uns_von halten_uns_auf hält_uns_auf hält_mich_auf im_weg`,
		worst: `dauert_ewig dauerte_ewig dauern_ewig ewig_dauert ewig_gedauert eine_ewigkeit ewig_warten zumutung katastrophe albtraum`,
		remedies: `löse lösen löst lösung lösungen lösungs* gelöst beheb* behebt behoben beseitig* vermeid* vermied* vorbeug* präven* hilf* helfe* geholfen unterstütz* schutz schütz* geschützt umgang umgeh* umgegangen behandl* bearbeit* manage*
			bewältig* meister* gemeistert reagier* reaktion* beantwort* antwort* lern* gelernt entschuldig* erkenn* erkannt anerk* kümmer* erklär* informiert informieren mitgeteilt mitteil* benachrichtig* angekündigt ankündig* warnt gewarnt
			sprech* sprich* spreche besprech* besproch* ansprech* angesproch* gesproch* offen* transparen* ehrlich* zugeb* zugegeben eingesteh* eingestanden ernst ersetz* ersatz* erstatt* entschädig* tausch* getauscht umgetauscht ausgetauscht
			repar* regulier* korrigier* korrekt* kulan* gut gute guter gutes gutem guten besser* zufrieden* einfach* leicht* schnell* rasch* zügig* umgehend sofort rechtzeitig* fair* angemessen* abgebaut abbau* abzubauen verringer* reduzier*
			gering* niedrig* klein* kurz* minimal* ausnahme* grenzen überschaubar* beherrsch* ruhig* gelassen* sicherheit räumt räumen geräumt bekämpf* gegen mut mutig traue wende wenden ansprechpartner* weiß weiss bewusst* bewusstsein
			analys* analysiert kultur belastbar* frei freie freier verständnis versteht verstehen verzeih* chance chancen wertvoll verzicht* trotz qualität vorgehen vorgegangen geklärt klär* ausgeräumt abgeholfen professionell* bewert*
			beurteil* management vorbereitet schlicht* geschlichtet vermitt* gewachsen standhalten nachsicht* geduld* ausgleich* entlast* erleichter* linder* gelindert weniger zurückgegangen gesunken verschwunden zurückgenommen nimmt_defekte
			nimmt_beschädigte nimmt_kaputte nimmt_fehlerhafte nehmen_defekte nehmen_beschädigte nehmen_fehlerhafte information_über information_bei information_zu informationen_über informationen_bei informationen_zu respekt* überwind*
			überwunden sachlich* konstruktiv*`,
		spoilers: `schlecht mangelhaft ungenügend unzureichend langsam schleppend zögerlich`,
	},
	{
		language: "fr",
		trouble: `problème problèmes erreur erreurs panne pannes défauts retard retards bug bugs bugue buguent interruption interruptions interrompu interrompue interrompt perturbe perturbent perturbé perturbée perturbation perturbations dérange
			dérangent dérangé dérangée conflit conflits dispute disputes tension tensions tendue tendu frictions harcèlement harcelé harcelée discrimination discriminations discriminé discriminée peur peurs crains craint craintes inquiétude
			inquiétudes angoiss* anxi* colère énerve* énervé* agace* agacé* stress stressé stressée stressés stressant stressante surcharge surchargé surchargée épuisé épuisée épuisement épuisant burnout bureaucratie bureaucratique paperasse
			paperasserie obstacle obstacles entrave entraves entravent freine freinent ralentit ralentissent bloque bloquent bloqué bloquée empêche empêchent complique compliquent interminable interminables manque manquent manquaient manquait
			souffre souffrent souffrez souffert gêne gênent gênant gênante pénible pénibles chaos chaotique malentendu malentendus rumeurs incertitude incertitudes dangereux dangereuse menace menaces menacé menacée violence violences
			injustice injustices injuste injustes méfiance difficultés réclamations lourdeurs lourdeur incidents nuisances prend_trop_de_temps trop_de_pression sous_pression perte_d_emploi perdre_mon_emploi tarde_à tardent_à`,
		worst: `une_éternité cauchemar`,
		remedies: `résol* résou* solution* gestion gère gérer gèrent gérés gérée géré gérées traite traitent traiter traité traités traitée traitées traitement aide* aidé* soutien* soutenu* support* protège* protég* protection préven* évit* réduit*
			rédui* lutte lutter reconn* reconna* apprend* appren* expliqu* explication* informe informent informé* informer averti* avertit signal* prévenu* corrig* répar* rembours* indemnis* remplac* échang* écout* entendu* entend compr*
			discut* parle* parler parlons abord* bien bon bons bonne bonnes meilleur* mieux satisf* qualité rapid* vite facil* faible* rare* minim* limité* limitée calme* serein* libre* librement ouvert* franch* transparen* honn* courage*
			charge sérieux excus* maîtris* surmont* absence sécurité assistance résist* analys* conscience note évalu* professionnel* médiat* respect désamorc* pédagog* prêt* maintien désamorce* attentif* régl* apais* information_sur
			information_en informations_sur moins courte court courtes soulag*`,
		spoilers: `mal lentement insuffisamment`,
	},
	{
		language: "es",
		trouble: `problema problemas error errores fallo fallos falla fallas avería averías defecto defectos retraso retrasos retrasa retrasan demora demoras interrupción interrupciones interrumpen interrumpe molesta molestan conflicto conflictos
			disputa disputas pelea peleas discusiones tensión tensiones tenso tensa fricción fricciones acoso acosado acosada discriminación discriminado discriminada discriminan miedo miedos temor temores temo preocupación preocupaciones
			angusti* ansiedad enojo enoja enojan enojado enojada enfado enfada enfadan enfadado enfadada irrita irritan irritante frustra frustran frustrado frustrada frustrante frustración estrés estresa estresan estresado estresada
			estresante sobrecarga sobrecargado sobrecargada agotamiento agotado agotada agotador agotadora agobio agobia agobian agobiado agobiada burocracia papeleo obstáculo obstáculos obstaculiza* traba trabas estorba estorban impide
			impiden frena frenan ralentiza ralentizan complica complican falta faltan faltaba faltaban sufre sufren sufro sufrido cuelga cuelgan caos caótico caótica malentendido malentendidos rumores chismes incertidumbre peligroso peligrosa
			peligrosos amenaza amenazas amenazado violencia injusticia injusticias injusto injusta desconfianza dificultades dificulta dificultan perjudica perjudican quejas incidencias lentitud bloquea bloquean ausentismo me_preocupa
			nos_preocupa me_preocupan bajo_presión mucha_presión demasiada_presión me_quita_tiempo quita_tiempo pérdida_de_empleo perder_mi_trabajo perder_el_empleo`,
		worst: `una_eternidad pesadilla`,
		remedies: `resol* resuel* soluci* gestión gestiona gestionan gestionar gestionado* gestionada* manej* trata tratan tratamiento tratad* ayud* apoy* proteg* protec* preven* evit* reduc* reduj* lucha luchan combat* recono* aprend* explic*
			informan informado* informada* avis* corrig* correg* repar* reembols* compens* reempl* escuch* entiend* entend* compren* habl* discut* discutir abord* bien buen* mejor* satisf* calidad rápid* rapidez facil* fácil* baj* poc* raro*
			rara* mínim* calma tranquil* libre* abiert* transparen* honest* disculp* serio control* atenci* atiend* atend* soporte asist* ausencia capacidad* capaz clar* superar supera superamos enfrent* afront* analiz* análisis conscien*
			concien* paciencia respeto libertad resisten* valentía menos información_sobre información_en excepci* aclar* aliv* cort* evalú* califi* media mediación valor superación`,
		spoilers: `mal lentamente insuficientemente`,
	},
	{
		language: "pt",
		trouble: `problema problemas erro erros falha falhas avaria avarias defeito defeitos atraso atrasos atrasa atrasam demora demoram demoras interrupção interrupções interrompe interrompem incomoda incomodam conflito conflitos disputa disputas
			briga brigas tensão tensões tenso tensa atrito atritos assédio assediado assediada discriminação discriminado discriminada medo medos receio receios preocupação preocupações angúst* ansiedade raiva irrita irritam irritante
			irritado irritada frustra frustram frustrado frustrada frustrante frustração estresse stresse stress estressa estressado estressada estressante sobrecarga sobrecarregado sobrecarregada esgotamento esgotado esgotada burocracia
			papelada obstáculo obstáculos entrave entraves atrapalha atrapalham impede impedem trava travam emperra falta faltam faltava faltavam sofre sofrem sofro sofrido caos caótico caótica boatos fofoca fofocas incerteza incertezas
			perigoso perigosa ameaça ameaças violência injustiça injustiças injusto injusta desconfiança dificuldades dificulta dificultam prejudica prejudicam queixas reclamações incidentes lentidão bloqueia absenteísmo retarda retardam cai
			caem me_preocupa nos_preocupa me_preocupam preocupa_me sob_pressão muita_pressão toma_muito_tempo perda_de_emprego perder_o_emprego perder_meu_emprego`,
		worst: `uma_eternidade pesadelo`,
		remedies: `resol* soluci* solução soluções gestão gere gerem gerido* gerida* geri* lida* lidar lidam trata* tratar tratamento ajud* apoi* proteg* proteç* proteção preven* evit* reduz* redu* luta combat* reconhec* aprend* explic* informam
			informado* informada* avis* corrig* repar* reembols* compens* substitu* escut* ouv* entend* compreen* falo fala falam falar falamos falado discut* abord* bem bom boa bons boas melhor* satisf* qualidade rápid* rapidez fácil* facil*
			baix* pouc* raro* rara* mínim* calm* tranquil* livre* abert* transparen* honest* desculp* sério control* atend* suporte assist* ausência capacidade* capaz clar* super* enfrent* analis* análise conscien* paciência respeito
			liberdade resist* coragem menos informação_sobre informações_sobre exceç* esclarec* aliv* curt* avali* mediação`,
		spoilers: `mal lentamente insuficientemente`,
	},
	{
		language: "it",
		trouble: `problema problemi errore errori guasto guasti difetto difetti ritardo ritardi interruzione interruzioni interrompe interrompono interrotto disturba disturbano disturbo disturbi conflitto conflitti lite liti litigi litigio
			litighiamo tensione tensioni teso tesa attrito attriti molestie mobbing discriminazione discriminazioni discriminato paura paure timore timori temo ansia angosci* rabbia arrabbi* irrita irritano irritante frustrante frustrato
			frustrata frustrazione stress stressa stressante stressato stressata sovraccarico esausto esausta esaurimento burocrazia scartoffie ostacolo ostacoli ostacola ostacolano impedisce impediscono rallenta rallentano blocca bloccano
			bloccata manca mancano mancava mancavano soffre soffro soffrono sofferto caos caotico caotica malinteso malintesi incomprensioni pettegolezzi incertezza incertezze pericoloso pericolosa minaccia minacce violenza ingiustizia
			ingiustizie ingiusto ingiusta sfiducia preoccupazione preoccupazioni reclami lamentele disservizi disservizio lentezza assenteismo ritarda ritardano complica complicano mi_preoccupa ci_preoccupa mi_preoccupano mi_preoccupo
			sotto_pressione troppa_pressione perdita_del_lavoro perdere_il_lavoro`,
		worst: `un_eternità incubo`,
		remedies: `risol* soluzion* gestione gestisc* gestit* gestire affront* trattat* tratta aiut* sosten* support* protegg* protett* protezione preven* evit* ridu* ridott* lotta lottiamo contrast* riconosc* impar* ammett* spieg* informano
			informato informata informati avvis* corregg* corrett* ripar* rimbors* compens* sostit* ascolt* capisc* capito capacità parl* discut* discuss* bene buon* miglior* soddisf* qualità rapid* veloc* facil* basso bassa bassi basse poco
			poca pochi poche rar* minim* calm* tranquill* liber* apert* aperta* trasparen* onest* scus* serio assist* assenza pronto chiar* supera superare superiamo analisi consapev* pazienza rispetto resist* coraggio meno informazioni_su
			informazioni_sui informazioni_sulle informazioni_in eccezion* chiarit* allevi* breve brevi valut* mediazione comprend*`,
		spoilers: `male lentamente insufficientemente`,
	},
	{
		language: "nl",
		trouble: `probleem problemen fouten storing storingen defecten vertraging vertragingen vertraagt vertragen onderbreking onderbrekingen onderbroken stoort storen verstoort verstoren verstoring verstoringen conflict conflicten ruzie ruzies
			spanning spanningen gespannen wrijving wrijvingen pesten gepest pesterijen pestgedrag discriminatie gediscrimineerd angst angsten bang vrees boos ergernis ergernissen ergeren ergert irritatie irritaties irriteert irriteren
			irritant geïrriteerd frustratie frustraties frustreert frustrerend gefrustreerd stress gestrest gestresst stressvol overbelast overbelasting uitgeput uitputting bureaucratie bureaucratisch papierwerk rompslomp obstakel obstakels
			hindernis hindernissen hindert hinderen gehinderd belemmert belemmeren belemmering belemmeringen ontbreekt ontbreken ontbrak ontbraken lijdt lijden chaos chaotisch misverstand misverstanden roddel roddels geroddel onzekerheid
			onzekerheden gevaarlijk bedreigd dreigt geweld onrecht oneerlijk wantrouwen moeilijkheden klachten incidenten personeelstekort werkdruk ziekteverzuim zorgen_over zorgen_om me_zorgen mij_zorgen u_zorgen onder_druk te_veel_druk
			houdt_me_van houdt_ons_op houdt_mij_van in_de_weg loopt_vast lopen_vast loopt_vaak_vast loopt_regelmatig_vast loopt_steeds_vast`,
		worst: `duurt_eeuwig duurde_eeuwig een_eeuwigheid nachtmerrie`,
		remedies: `lost_problemen lost_fouten lost_klachten lost_conflicten lost_storingen lost_mijn lost_het lost_elk lost_onze oplos* opgelos* omga* omgang omgegaan beheer* afhandel* afgehandeld behandel* hanter* help* geholpen hulp steun*
			ondersteun* bescherm* voorkom* verminder* bestrijd* erken* leer* leren leert uitleg* uitgelegd informeert informeren geïnformeerd meldt melden gemeld waarschuw* herstel* hersteld gecorrigeerd corrig* vergoed* vervang* luister*
			begrijp* begrip praat praten bespreek* besproken bespreekbaar goed goede beter* tevreden kwaliteit snel* vlot makkelijk* gemakkelijk* laag lage klein* kort* minimaal rustig* kalm* vrij open* eerlijk moed durf* serieus excus*
			verontschuld* bestendig* weerbaar* aanpak* pakt aangepakt aanspre* besef bewust analyse* geduld respect minder informatie_over informatie_bij uitzondering duidelijk* beperk* verlicht* beoordeel* bemiddel* waardeer* gewaardeerd
			opgevangen gerespecteerd transparan*`,
		spoilers: `slecht traag onvoldoende`,
	},
}
