package lexicon

import "strings"

// troubleWords are the words of a language for trouble, and for what is done about it. An asterisk stands for any ending; words without one are
// whole, for compounds say more ("Fehlerkultur", "stressfrei"). Lines join those that mean it beside each other alone.
type troubleWords struct {
	language string
	trouble  string // words for what is bad wherever they stand
	worst    string // such words that nothing said to be done takes back: "It takes forever to get help"
	remedies string // words for what is done about it, how well it is done, and how little of it there is
	spoilers string // words that say of a remedy beside them that it is a bad one
}

// borne are words of all languages that are good of mistakes, and of no other trouble: mistakes are tolerated, and bullying is not.
const borne = `accept* allowed okay ok akzept* toler* erlaubt darf dürfen geduldet toléré* tolère* admis admise admises acept* aceit* permitid* accett* ammess* toller* geaccepteerd getolereerd toegestaan mag mogen`

// mistakes are the trouble that may be borne.
var mistakes = strings.Fields(`mistake mistakes error errors fault faults fehler fehlern erreur erreurs error errores erro erros errore errori fout fouten`)

// troubleTable holds these words of the languages of the label families.
var troubleTable = []troubleWords{
	{
		language: "en",
		trouble: `how_much_pain keeps_crashing seemed_rushed rather_use_a_competitor problem problems problematic issues error errors mistake mistakes fault faults defect defects bug bugs glitch* delay delays delaying outage outages breakdown breakdowns downtime interruption interruptions interrupts interrupted
			disruption disruptions disrupt disrupts disrupted disruptive disturb disturbs disturbed disturbing disturbance disturbances conflict conflicts dispute disputes disagreements quarrel* friction frictions tension tensions
			hostil* gossip bullying bullied mobbing harass* discriminat* intimidat* worry worries worrying anxious anxiety fear fears feared fearful afraid scared dread dreads nervous anger angry angers annoy* annoyance upset upsets upsetting
			irritat* burnout overload overloaded overwhelm* exhausting exhausts bureaucracy bureaucratic paperwork obstacle obstacles barrier barriers hurdle hurdles hinder hinders hindrance* hamper* obstruct* imped* bottleneck* nuisance
			hassle chaos chaotic freezes froze shortage shortages missing suffer suffers suffered suffering unresolved unsolved unanswered complaints incidents crises painful agony dangerous threat threats threaten* unsafe violence
			favouritism favoritism nepotism injustice loneliness misunderstandings uncertainty distrust mistrust absenteeism negatively adversely distract* pressured inconvenien* complicates undermin* jeopardi* red_tape fed_up makes_me_ill
			make_me_ill makes_me_sick make_me_sick slows_down slow_down slows_us_down slows_me_down slows_everything_down slow_us_down holds_us_back holds_me_back hold_us_back keeps_me_from keep_me_from keeps_us_from keep_us_from in_the_way
			extra_work too_much_pressure pressure_at_work time_pressure pressure_on falls_behind level_of_pain am_in_pain was_in_pain job_loss losing_my_job lose_my_job loses_data lost_data out_of_order out_of_stock goes_wrong go_wrong
			went_wrong drops_out connection_drop connection_drops causes_trouble poor terrible awful horrible loses redoing rework missed fight_for talk_behind talks_behind against_each_other like_a_number on_hold smelled smells smelly
			stinks plays_favourites plays_favorites playing_favourites get_lost gets_lost got_lost breaks_down break_down broke_down giving_up shout shouts shouted yell yells sleepless awake rivalry rivalries rumours rumors confusion confused
			unexpected_charges hidden_charges hidden_fees hidden_costs unclear unexpectedly cancelled canceled crash bother bothers bothered how_much_pressure feel_pressure feel_pressured long_queues long_waits long_wait long_waiting
			transferred_to_another sent_from postponed mismanag* miscommunicat* misinform* contradict* unjustified unacceptable disrespect* disorgani* disadvantag* discourag* demotivat* neglect* ignored ignores ignoring arrogant arrogance
			rude impolite indifferent careless sloppy filthy struggl* deteriorat* worsen* fails failing failure failures abus* exploit* sabotag* ridicul* humiliat* insult* overcrowd* overbooked underpaid isolated lonely boring bored boredom
			tired tiring fatigue monotonous pointless useless hopeless helpless powerless unfair unfairly arbitrary arbitrarily unreliable unprofessional did_you_wait do_you_wait excuses lied lying cheat* mislead* inconsistent outdated
			unsuitable bad_atmosphere power_games internal_politics office_politics wasted without_warning without_notice without_any_notice without_asking without_consulting no_time_to no_time_for in_circles uncomfortable felt_rushed
			feel_rushed too_rushed for_no_reason twice_before grumpy moody too_often too_rarely too_seldom left_out left_behind left_alone put_off puts_off how_exhausted how_tired do_you_argue argue_with argues argument_with lukewarm stale
			inedible stained mouldy moldy cramped stuffy draughty sick_of bad_mood bad_tempered hectic backlog backlogs overrun overruns broke broken_promises break_promises break_their_promises breaks_promises pushed_around two_faced unheard
			unwelcome unwanted unsupported unequal unequally excessive excessively wastes time_consuming unnecessary micromanage* micro_manage* watched_all yelled_at talked_down talk_down talks_down belittl* condescend* patroniz* patronis*
			unkind nasty aggressive aggression toxic blackmail* cannot_be_reached find_it_hard not_pull argue_a_lot colleagues_argue people_argue teams_argue tense exhausted unreachable insecure stressful insecurity redo_my redo_work redo_tasks redo_our redo_things redo_it redo_everything to_redo keep_arguing are_arguing always_arguing constantly_arguing is_arguing arguing_with arguing_about constant_arguing is_freezing was_freezing keeps_freezing kept_freezing freezing_up freezing_cold constantly_freezing app_freezing screen_freezing`,
		worst: `too_little_help too_little_recognition too_little_support too_little_time too_little_information takes_forever took_forever take_forever takes_me_forever lasts_forever nightmare nightmares takes_ages took_ages take_ages loses_his_temper loses_her_temper spread_quickly quickly_lose quickly_loses afraid_to scared_to
			am_afraid_of is_missing are_missing was_missing were_missing`,
		remedies: `solv* solution* resolv* resolution* handl* deal deals dealt dealing manage manages managed managing management manageable master masters mastered mastering cope copes coping overcome overcomes overcoming respond* response*
			responsive responsib* react* prevent* reduc* avoid* minimi* limit limits limited support* protect* defend* safety safely safeguard* insur* fix fixed fixes repair* correct* rectif* replac* refund* compensat* settle*
			clear clarif* explain* explanation* inform informs informed notif* announce* communicat* tell tells told warn* report reported reporting address addresses addressed addressing tackl* discuss* talk talks talked talking speak speaks
			speaking raise raised raising share shared sharing listen* heard hear hears understand* understood recogni* acknowledg* admit* learn* improv* opportunit* chance welcome* encourag* courag* calm calmly relax* resist* resilien*
			bounce focus focused well good better best great excellent perfect quick quickly prompt* swift* fast faster easy easily ease easier eased fair fairly satisf* happy pleased quality free freedom aware awareness anticipat* identif*
			detect* analy* assess* apolog* seriously remov* eliminat* fight fights fought combat* stop stops stopped mediat* procedure procedures culture know knows worth worthwhile pays rewarded little low lower small short shorter
			rare exception exceptions minor minimal minimum reasonable realistic relief reliev* controlled cut abolish* enjoy* despite careful cares cared caring interest competen* skill skills ability able whom open openly openness transparen*
			honest* early prepared training trained recover* appropriate appropriately kept loyal forgiv* sorted in_time on_time bring_up bringing_up can_make may_make face_up faces_up own_up owns_up owned_up acts_against action_against
			measures_against information_about information_on respect respectful respectfully there_for gets_back_to turn_to lessons_from lessons_are_learned lessons_are_learnt lessons_learned learn_lessons patience thrive thrives disappeared vanished fewer less decreas* dissolv* proactive* overcame safe interested
			i_can we_can you_can express expressed flexib* advice fixing policy return returns rest_assured steps_in step_in stepped_in keep_away keeps_away away_from stick_together sticks_together stand_by stands_by stood_by keep_going
			growth grow grows stronger causes_not lost_property lost_card calmed attention attentive answered answers_to answer_to ask_for_help answers intervene* defus* confront* knowledge readiness willing willingness cover covered covers
			counsel* manner falling fall fell went_down gone_down comfortable notices able_to goodwill break_down_silos break_down_barriers breaks_down_silos breaks_down_barriers room_for space_for right_to tracked tracking help helps helped helpful helpfully helping spotted caught_early are_caught get_caught gets_caught squashed clearance put_right followed_up part_of_the_job laugh_about does_something_about do_something_about did_something_about root_out roots_out bridge bridges off_my_hands takes_care take_care taken_care spares_us spares_me spare_us spares_customers spare_customers saves_us save_us saves_me sees_to see_to rebooking rebooked takes_away_my took_my_fear take_my_fear lost_my_fear lose_my_fear lose_fear cleared_out out_of_the_way clears sorts_out sort_out sorting_out in_the_bud acts_on act_on acted_on follows_up follow_up looks_into look_into looked_into off_my_back shares sharing owns on_top_of cool_head mitigat* alleviat* smooths irons_out ironed_out stands_up_against stand_up_against stands_up_to stand_up_to as_normal makes_time make_time room_to lets_me lets_us takes_away take_away took_away backs_me backs_us backs_up stands_behind stand_behind offline_during during_disruptions during_outages monitors monitored monitoring assist assists assisted assisting assistance`,
		spoilers: `poorly badly slowly inadequately insufficiently wrongly loses lose lost loose lacks lacking too_little late poor bad unclear missing unfair`,
	},
	{
		language: "de",
		trouble: `alleingelassen starke_schmerzen stark_waren_ihre_schmerzen bank_zu_wechseln arbeitgeber_zu_wechseln problem probleme problemen problematisch fehler fehlern fehlerquote mängel mängeln panne pannen defekt defekte defekten störung störungen stören stört störend störende gestört ausfall ausfälle ausfällen verzögerung verzögerungen
			verzögert verzögern verspätung verspätungen unterbrechung unterbrechungen unterbrochen konflikt konflikte konflikten streit streitigkeiten streiten streitet spannungen angespannt reibung reibungen reibungsverluste reibereien
			mobbing gemobbt diskriminierung diskriminiert schikane schikanen schikaniert belästigung belästigt angst ängste ängsten fürchte fürchten befürchte befürchten befürchtungen ärger ärgere ärgern ärgert ärgerte verärgert ärgernis
			ärgernisse wut wütend nervt nerven nervig nervt nervige genervt frust frustrierend stress stresst stressig gestresst überlastung überlastet überforderung überfordert überfordern belastet belasten belastend belastungen erschöpft
			erschöpfung burnout bürokratie papierkram hindernis hindernisse hindernissen hürde hürden behindern behindert bremst ausgebremst blockiert blockieren erschwert erschweren verschwendung leide leidet
			leiden chaos chaotisch missverständnis missverständnisse missverständnissen gerüchte tratsch unklarheiten abstürze schwelen zeitdruck termindruck leistungsdruck arbeitsdruck erfolgsdruck personalmangel fachkräftemangel gefährlich
			bedroht bedrohung gewalt ungerecht ungerechtigkeit ungerechtigkeiten benachteiligt benachteiligung ungewissheit unsicherheit unsicherheiten verunsichert misstrauen jobverlust arbeitsplatzverlust schlimm katastrophal unverschämt
			mühsam verschlechtert beeinträchtigt beeinträchtigen beeinträchtigung beeinträchtigungen engpass engpässe engpässen verschleppt unerledigt ungelöst überlange sorgen_um sorgen_wegen mir_sorgen sich_sorgen sie_sorgen uns_sorgen
			große_sorgen hängt_sich_auf krank_macht macht_mich_krank macht_krank zu_viel_druck hoher_druck druck_am_arbeitsplatz unter_den_teppich hält_mich_von hält_uns_von halten_uns_auf hält_uns_auf hält_mich_auf im_weg schlecht schlechte
			schlechter schlechtes schlechten schlechtem gegeneinander zum_nächsten_geschickt verschmutzt schmutzig schmutzige graut verschoben verschiebt verschieben_sich scheitert scheitern scheiterten gescheitert verwirrung verwirrt
			verwirrend lange_wartezeiten lange_wartezeit lange_schlangen lange_warteschlangen unklare unklar unklarheit absagen terminabsagen abgesagt ausfällt ausgefallen raubt versagt versagen vernachlässigt ignoriert ignorieren beschimpft
			angeschrien schreit lügt lügen gelogen betrogen betrug überfüllt überfüllte unfair unfreundlich unfreundliche unzuverlässig unzuverlässige unhöflich arrogant arroganz respektlos herablassend gleichgültig gleichgültigkeit
			langweilig langweile langweilt sinnlos sinnlose hoffnungslos hilflos machtlos ohnmächtig willkür willkürlich intransparent undurchsichtig umständlich umständliche kompliziert komplizierte komplizierten veraltet veraltete
			veralteten gehen_verloren verloren_gehen ging_verloren gingen_verloren geht_verloren ausgelaugt schlaflose schlaflos schlafstörungen gehetzt hektik hektisch doppelarbeit nacharbeit ausreden vertröstet abgewimmelt hingehalten
			warteschleife rivalität rivalitäten konkurrenzkampf machtkämpfe machtspiele intrigen gelästert ausgegrenzt ausgrenzung verliert verlieren unterbrechen unterbricht mühsame missachtet missbraucht falschberatung fehlentscheidungen
			fehlinformation fehlinformationen stehe_unter_druck stehen_unter_druck fühle_mich_unter_druck setzt_mich_unter_druck setzt_uns_unter_druck setzen_uns_unter_druck stehe_unter_zeitdruck lästig lästige schleppend müde bleiben_liegen
			bleiben_lange_liegen bleibt_liegen liegen_bleiben mehrfach_einreichen doppelt_einreichen gebrochen ständig_kontrolliert ohne_vorwarnung ohne_ankündigung ohne_vorankündigung ohne_rücksprache ohne_begründung ohne_grund ungemütlich
			unbequem schimmel abgestanden ungenießbar ungeniessbar keine_zeit_für zu_wenig_zeit toxisch aggressiv launisch unangemessen unnötig unnötige unnötigen zeitraubend rückstand rückstände überlaufen_ist streite schlechte_laune mobben
			zerstritten spaltung anstrengend anstrengende erschöpfend auslaugend ausbrennen abgehängt abgelehnt hinausgezögert im_stich allein_gelassen ständig_besetzt dauernd_besetzt gereizt gereizte fehleranfällig störanfällig gestritten`,
		worst: `zu_wenig dauert_ewig dauerte_ewig dauern_ewig ewig_dauert ewig_gedauert eine_ewigkeit ewig_warten zumutung katastrophe albtraum verliert_schnell verlieren_schnell schnell_verloren fehlt fehlen fehlte fehlten habe_angst haben_angst`,
		remedies: `löse lösen löst lösung lösungen lösungs* gelöst beheb* behebt behoben beseitig* vermeid* vermied* vorbeug* präven* hilf* helfe* geholfen unterstütz* schutz schütz* geschützt umgang umgeh* umgegangen behandl* bearbeit* 
			bewältig* meister* gemeistert reagier* reaktion* beantwort* antwort* lern* gelernt entschuldig* erkenn* erkannt anerk* kümmer* erklär* informiert informieren mitgeteilt mitteil* benachrichtig* angekündigt ankündig* warnt gewarnt
			sprech* sprich* spreche besprech* besproch* ansprech* angesproch* gesproch* offen* transparen* ehrlich* zugeb* zugegeben eingesteh* eingestanden ernst ersetz* ersatz* erstatt* entschädig* tausch* getauscht umgetauscht ausgetauscht
			repar* regulier* korrigier* korrekt* kulan* gut gute guter gutes gutem guten besser* zufrieden* einfach* leicht* schnell* rasch* zügig* umgehend sofort rechtzeitig* fair* angemessen* abgebaut abbau* abzubauen verringer* reduzier*
			gering* niedrig* klein* kurz* minimal* ausnahme* grenzen überschaubar* beherrsch* ruhig* gelassen* sicherheit räumt räumen geräumt bekämpf* gegen mut mutig traue wende wenden ansprechpartner* weiß weiss bewusst* bewusstsein
			analys* analysiert kultur belastbar* frei freie freier verständnis versteht verstehen verzeih* chance chancen wertvoll verzicht* trotz qualität vorgehen vorgegangen geklärt klär* ausgeräumt abgeholfen professionell* bewert*
			beurteil* management vorbereitet schlicht* geschlichtet vermitt* gewachsen standhalten nachsicht* ausgleich* entlast* erleichter* linder* gelindert weniger zurückgegangen gesunken verschwunden zurückgenommen nimmt_defekte
			nimmt_beschädigte nimmt_kaputte nimmt_fehlerhafte nehmen_defekte nehmen_beschädigte nehmen_fehlerhafte information_über information_bei information_zu informationen_über informationen_bei informationen_zu respekt* überwind*
			überwunden sachlich* konstruktiv* interesse interessiert kenntnis steht_zu stehen_zu stehe_zu steht_man_zu verstanden gekümmert ich_kann wir_können kann_ich können_wir man_kann kann_man gehört angehört berücksichtigt nachgegangen
			aufgegriffen weitergeleitet abgefangen ausgeglichen eingegangen gingen_auf ging_auf gehen_auf geht_auf gesucht suchen suche kühlen_kopf überblick steht_hinter stehen_hinter hinter_mir hinter_uns zusammenhalt zusammen beigestanden
			anschlusssicherheit aufklärung aufgeklärt beratung kostenlos* abnimmt nimmt_ab fernhalten halte_fern hält_fern zusätzlich_vergütet vergütet geduldig geduldige ängste_nehmen nimmt_mir nehmen_mir recht_auf raum_für abwesenheit
			 managen managt gemanagt früh_entdeckt schnell_entdeckt angesagt abgenommen überbrückt beigelegt entgegen abgestellt angepackt packen_wir_an auf_den_grund lachen_über gehören_dazu nahm_mir fehler_zu keine_schande bürokratie_ab stress_ab hürden_ab barrieren_ab vorurteile_ab ängste_ab`,
		spoilers: `schlecht mangelhaft ungenügend unzureichend langsam schleppend zögerlich verliert verlieren verliere kein keine ohne zu_wenig zu_spät schlechte schlechter unklare fehlende`,
	},
	{
		language: "fr",
		trouble: `fortes_douleurs intensité_de_votre_douleur intensité_de_la_douleur débordé débordée débordés problème problèmes erreur erreurs panne pannes défauts retard retards bug bugs bugue buguent interruption interruptions interrompu interrompue interrompt perturbe perturbent perturbé perturbée perturbation perturbations dérange
			dérangent dérangé dérangée conflit conflits dispute disputes tension tensions tendue tendu frictions harcèlement harcelé harcelée discrimination discriminations discriminé discriminée peur peurs crains craint craintes inquiétude
			inquiétudes angoiss* anxi* colère énerve* énervé* agace* agacé* stress stressé stressée stressés stressant stressante surcharge surchargé surchargée épuisé épuisée épuisement épuisant burnout bureaucratie bureaucratique paperasse
			paperasserie obstacle obstacles entrave entraves entravent freine freinent ralentit ralentissent bloque bloquent bloqué bloquée empêche empêchent complique compliquent interminable interminables 
			souffre souffrent souffrez souffert gêne gênent gênant gênante pénible pénibles chaos chaotique malentendu malentendus rumeurs incertitude incertitudes dangereux dangereuse menace menaces menacé menacée violence violences
			injustice injustices injuste injustes méfiance difficultés réclamations lourdeurs lourdeur incidents nuisances prend_trop_de_temps trop_de_pression sous_pression perte_d_emploi perdre_mon_emploi tarde_à tardent_à mauvais mauvaise
			mauvaises perd perdent les_uns_contre renvoie renvoient renvoyé renvoyée reporté reportés reportée reportées annulés annulées nuisent longues_files longue_file longues_attentes longue_attente rivalité rivalités confusion confuses
			crie crient ignore ignorent ignorés incompétent incompétents incompétence impoli impolis arrogant arrogants vétuste vétustes fatigue fatigué fatiguée déception échec échecs échoue échouent insomnie insomnies abus mensonge
			mensonges ment mentent désorganisé désorganisation maltraité intrigues rumeur commérages dysfonctionnement dysfonctionnements lenteur lenteurs plante plantent contradictoires flou floue inadapté inadaptés épuise épuisent
			disputez_vous me_dispute sans_prévenir sans_préavis sans_raison sans_explication inconfortable inconfortables désagréable désagréables occupé_en_permanence inutilement excessif excessive excessifs toxique agressif agressive
			agressifs odeurs_désagréables mis_à_l_écart mise_à_l_écart laissé_de_côté pas_le_temps pas_assez_de_temps compliqué compliquée compliqués compliquées crispée tendus tendues`,
		worst: `trop_peu une_éternité cauchemar perd_vite perdent_vite peur_de peur_d manque manquent manquait manquaient ai_peur`,
		remedies: `résol* résou* solution* gestion gère gérer gèrent gérés gérée géré gérées traite traitent traiter traité traités traitée traitées traitement aide* aidé* soutien* soutenu* support* protège* protég* protection préven* évit* réduit*
			rédui* lutte lutter reconn* reconna* apprend* appren* expliqu* explication* informe informent informé* informer averti* avertit prévenu* corrig* répar* rembours* indemnis* remplac* échang* écout* entendu* entend 
			discut* parle* parler parlons abord* bien bon bons bonne bonnes meilleur* mieux satisf* qualité rapid* vite facil* faible* rare* minim* limité* limitée calme* serein* libre* librement ouvert* franch* transparen* honn* courage*
			 sérieux excus* maîtris* surmont* absence sécurité assistance résist* analys* conscience note évalu* professionnel* médiat* respect désamorc* pédagog* maintien désamorce* attentif* régl* apais* information_sur
			information_en informations_sur moins courte court courtes soulag* prises_en_compte prise_en_compte pris_en_compte exprimer exprime occasion opportunité opportunités progresser je_peux nous_pouvons on_peut dépannage rassur*
			intérêt intéress* à_l_écoute gratuit gratuite souple souplesse flexib* recours service_après réactivité règlement cas_de droit_à droit_de comprend* comprenn* comprenez compris comprise comprises compréhens* rit_de rions_de sont_éliminés sont_éliminées agit_contre agissent_contre sont_levés est_levé ôté sont_suivis sont_suivies s_occupe s_occupent en_charge signale signalent signaler signalé signalés signalée signalées signalement signalements prêt_à prête_à prêts_à éliminés éliminées`,
		spoilers: `mal lentement insuffisamment perd perdent mauvaise mauvais`,
	},
	{
		language: "es",
		trouble: `excesivo excesiva excesivos excesivas problema problemas error errores fallo fallos falla fallas avería averías defecto defectos retraso retrasos retrasa retrasan demora demoras interrupción interrupciones interrumpen interrumpe molesta molestan conflicto conflictos
			disputa disputas pelea peleas discusiones tensión tensiones tenso tensa fricción fricciones acoso acosado acosada discriminación discriminado discriminada discriminan miedo miedos temor temores temo preocupación preocupaciones
			angusti* ansiedad enojo enoja enojan enojado enojada enfado enfada enfadan enfadado enfadada irrita irritan irritante frustra frustran frustrado frustrada frustrante frustración estrés estresa estresan estresado estresada
			estresante sobrecarga sobrecargado sobrecargada agotamiento agotado agotada agotador agotadora agobio agobia agobian agobiado agobiada burocracia papeleo obstáculo obstáculos obstaculiza* traba trabas estorba estorban impide
			impiden frena frenan ralentiza ralentizan complica complican sufre sufren sufro sufrido cuelga cuelgan caos caótico caótica malentendido malentendidos rumores chismes incertidumbre peligroso peligrosa
			peligrosos amenaza amenazas amenazado violencia injusticia injusticias injusto injusta desconfianza dificultades dificulta dificultan perjudica perjudican quejas incidencias lentitud bloquea bloquean ausentismo me_preocupa
			nos_preocupa me_preocupan bajo_presión mucha_presión demasiada_presión me_quita_tiempo quita_tiempo pérdida_de_empleo perder_mi_trabajo perder_el_empleo mala malas malos pésimo pésima pésimos pierde pierden me_mandan largas_colas
			largas_esperas largas_filas se_cae se_caen caída caídas rivalidad rivalidades confusión confuso confusa cancelado cancelada canceladas cancelados grita gritan ignoran ignora ignorado miente mienten incompetente incompetentes
			incompetencia grosero grosera arrogante arrogantes inútil inútiles aburrido aburrida cansado cansada cansancio fracaso fracasos fracasan desorden desorganizado desorganización maltrato maltratado maltratan abuso abusos engaño
			engaños mentira mentiras peor peores empeora empeoran empeorado deficiente deficientes lenta lento lentos inseguridad hostil favoritismo favoritismos sin_avisar sin_previo_aviso sin_aviso sin_motivo sin_explicación incómodo
			incómoda incómodos desagradable desagradables excesivo excesiva excesivos tóxico tóxica agresivo agresiva discuten_mucho discute_con innecesario innecesarios innecesaria saturado saturada saturadas complicado complicada
			complicados complicadas`,
		worst: `demasiado_poco una_eternidad pesadilla miedo_de miedo_a falta faltan faltaba faltaban me_da_miedo tengo_miedo`,
		remedies: `resol* resuel* soluci* gestión gestiona gestionan gestionar gestionado* gestionada* manej* trata tratan tratamiento tratad* ayud* apoy* proteg* protec* preven* evit* reduc* reduj* lucha luchan combat* recono* aprend* explic*
			informan informado* informada* corrig* correg* repar* reembols* compens* reempl* escuch* entiend* entend* compren* habl* discut* discutir abord* bien buen* mejor* satisf* calidad rápid* rapidez facil* fácil* raro*
			rara* mínim* calma tranquil* libre* abiert* transparen* honest* disculp* serio control* atenci* atiend* atend* soporte asist* ausencia capacidad* capaz clar* superar supera superamos enfrent* afront* analiz* análisis conscien*
			concien* respeto libertad resisten* valentía menos información_sobre información_en excepci* aclar* aliv* evalú* califi* mediación valor superación expres* oportunidad* puedo podemos puede_uno interés interesa gratuit*
			flexib* rapid* se_ven se_ve_como caso derecho_a poco poca pocos pocas poquísim* bajo baja bajos bajas corto corta cortos cortas avisa avisan avisado avisados avisar avisos reímos se_eliminan se_elimina son_eliminados actúa_contra actúan_contra quitó_el_miedo quita_el_miedo se_ocupa se_ocupan media_en median mediar`,
		spoilers: `mal lentamente insuficientemente pierde pierden mala mal_hecha`,
	},
	{
		language: "pt",
		trouble: `problema problemas erro erros falha falhas avaria avarias defeito defeitos atraso atrasos atrasa atrasam demora demoram demoras interrupção interrupções interrompe interrompem incomoda incomodam conflito conflitos disputa disputas
			briga brigas tensão tensões tenso tensa atrito atritos assédio assediado assediada discriminação discriminado discriminada medo medos receio receios preocupação preocupações angúst* ansiedade raiva irrita irritam irritante
			irritado irritada frustra frustram frustrado frustrada frustrante frustração estresse stresse stress estressa estressado estressada estressante sobrecarga sobrecarregado sobrecarregada esgotamento esgotado esgotada burocracia
			papelada obstáculo obstáculos entrave entraves atrapalha atrapalham impede impedem trava travam emperra sofre sofrem sofro sofrido caos caótico caótica boatos fofoca fofocas incerteza incertezas
			perigoso perigosa ameaça ameaças violência injustiça injustiças injusto injusta desconfiança dificuldades dificulta dificultam prejudica prejudicam queixas reclamações incidentes lentidão bloqueia absenteísmo retarda retardam cai
			caem me_preocupa nos_preocupa me_preocupam preocupa_me sob_pressão muita_pressão toma_muito_tempo perda_de_emprego perder_o_emprego perder_meu_emprego má ruim ruins péssimo péssima péssimos perde perdem filas_longas longas_filas
			longas_esperas rivalidade rivalidades confusão confuso confusa cancelado cancelada cancelados canceladas grita gritam ignora ignoram ignorado incompetente incompetentes grosseiro grosseira arrogante inútil inúteis cansado cansada
			cansaço fracasso fracassos desorganizado desorganização maltrato maltratado abuso abusos mentira mentiras pior piores piora pioram lento lenta insegurança hostil favoritismo sem_avisar sem_aviso sem_motivo sem_explicação
			desconfortável desconfortáveis desagradável desagradáveis excessivo excessiva excessivos tóxico tóxica agressivo agressiva desnecessário desnecessários desnecessária lotado lotada complicado complicada complicados complicadas`,
		worst: `muito_pouco uma_eternidade pesadelo medo_de falta faltam faltava faltavam tenho_medo`,
		remedies: `resol* soluci* solução soluções gestão gere gerem gerido* gerida* geri* lida* lidar lidam trata* tratar tratamento ajud* apoi* proteg* proteç* proteção preven* evit* reduz* redu* luta combat* reconhec* aprend* explic* informam
			informado* informada* corrig* repar* reembols* compens* substitu* escut* ouv* entend* compreen* falo fala falam falar falamos falado discut* abord* bem bom boa bons boas melhor* satisf* qualidade rápid* rapidez fácil* facil*
			baix* raro* rara* mínim* calm* tranquil* livre* abert* transparen* honest* desculp* sério control* atend* suporte ausência capacidade* capaz clar* enfrent* analis* análise conscien* respeito liberdade resist*
			coragem menos informação_sobre informações_sobre exceç* esclarec* aliv* avali* mediação express* oportunidade* posso podemos interesse* gratuit* flexib* caso direito_a pouco pouca poucos poucas curto curta curtos curtas avisa avisam avisado avisados avisar rimos_dos são_eliminados age_contra agem_contra tirou_me_o tirou_o_medo se_ocupa supera superam superar superamos superado superados superação assistência assiste assistem`,
		spoilers: `mal lentamente insuficientemente perde perdem má`,
	},
	{
		language: "it",
		trouble: `ignorato ignorata ignorati problema problemi errore errori guasto guasti difetto difetti ritardo ritardi interruzione interruzioni interrompe interrompono interrotto disturba disturbano disturbo disturbi conflitto conflitti liti litigi litigio
			litighiamo tensione tensioni teso tesa attrito attriti molestie mobbing discriminazione discriminazioni discriminato paura paure timore timori temo ansia angosci* rabbia arrabbi* irrita irritano irritante frustrante frustrato
			frustrata frustrazione stress stressa stressante stressato stressata sovraccarico esausto esausta esaurimento burocrazia scartoffie ostacolo ostacoli ostacola ostacolano impedisce impediscono rallenta rallentano blocca bloccano
			bloccata soffre soffro soffrono sofferto caos caotico caotica malinteso malintesi incomprensioni pettegolezzi incertezza incertezze pericoloso pericolosa minaccia minacce violenza ingiustizia
			ingiustizie ingiusto ingiusta sfiducia preoccupazione preoccupazioni reclami lamentele disservizi disservizio lentezza assenteismo ritarda ritardano complica complicano mi_preoccupa ci_preoccupa mi_preoccupano mi_preoccupo
			sotto_pressione troppa_pressione perdita_del_lavoro perdere_il_lavoro cattivo cattiva cattivi pessimo pessima pessimi scarsa scarso scarsi scarse perde perdono lunghe_code lunghe_attese lunga_attesa rivalità confusione confuso
			annullati annullate annullato grida gridano urla urlano ignorano ignorati maleducato maleducati maleducazione arrogante arroganti inutile inutili noioso noiosa stanco stanca stanchezza fallimento fallimenti disorganizzato
			disorganizzazione maltrattato abusi bugie peggio peggiora peggiorano peggiorato carente carenti carenza carenze inadeguato inadeguata inadeguati insicurezza ostile favoritismi si_blocca mi_mandano senza_avvisare senza_preavviso
			senza_motivo senza_spiegazioni scomodo scomoda scomodi sgradevole sgradevoli eccessivo eccessiva eccessivi tossico tossica aggressivo aggressiva inutilmente affollato affollata affollati complicato complicata complicati
			complicate una_lite la_lite lite_tra lite_con sono_tesi sono_tese rapporti_tesi relazioni_tese animi_tesi molto_tesi molto_tese`,
		worst: `troppo_poco un_eternità incubo paura_di manca mancano mancava mancavano ho_paura`,
		remedies: `risol* soluzion* gestione gestisc* gestit* gestire affront* trattat* tratta aiut* sosten* support* protegg* protett* protezione preven* evit* ridu* ridott* lotta lottiamo contrast* riconosc* impar* ammett* spieg* informano
			informato informata informati corregg* corrett* ripar* rimbors* compens* sostit* ascolt* capisc* capito capacità parl* discut* discuss* bene buon* miglior* soddisf* qualità rapid* veloc* facil* basso bassa bassi basse poco
			poca pochi poche rar* minim* calm* tranquill* liber* apert* aperta* trasparen* onest* scus* serio assenza pronto chiar* supera superare superiamo analisi consapev* rispetto resist* coraggio meno informazioni_su
			informazioni_sui informazioni_sulle informazioni_in eccezion* chiarit* allevi* breve brevi valut* mediazione comprend* esprim* opportunità posso possiamo interess* gratuit* flessib* mi_hanno_spiegato occasione caso trattamento
			diritto_a spazio_per avvisa avvisano avvisato avvisati avvisare ridiamo rimossi rimosse rimosso tolto_la_paura toglie_la_paura si_occupa si_occupano assistenza assiste assistono assistiti`,
		spoilers: `male lentamente insufficientemente perde perdono scarsa scarso cattiva`,
	},
	{
		language: "nl",
		trouble: `ander_werk_te_zoeken ander_werk_zoeken overweeg_om vallen_uit vallen_vaak_uit valt_vaak_uit probleem problemen fouten storingen defecten vertraging vertragingen vertraagt vertragen onderbreking onderbrekingen onderbroken stoort storen verstoort verstoren verstoring verstoringen conflict conflicten ruzie ruzies
			spanning spanningen gespannen wrijving wrijvingen pesten gepest pesterijen pestgedrag discriminatie gediscrimineerd angst angsten vrees boos ergernis ergernissen ergeren ergert irritatie irritaties irriteert irriteren
			irritant geïrriteerd frustratie frustraties frustreert frustrerend gefrustreerd stress gestrest gestresst stressvol overbelast overbelasting uitgeput uitputting bureaucratie bureaucratisch papierwerk rompslomp obstakel obstakels
			hindernis hindernissen hindert hinderen gehinderd belemmert belemmeren belemmering belemmeringen lijdt lijden chaos chaotisch misverstand misverstanden roddel roddels geroddel onzekerheid
			onzekerheden gevaarlijk bedreigd dreigt geweld onrecht oneerlijk wantrouwen moeilijkheden klachten incidenten personeelstekort werkdruk ziekteverzuim zorgen_over zorgen_om me_zorgen mij_zorgen u_zorgen onder_druk te_veel_druk
			houdt_me_van houdt_ons_op houdt_mij_van in_de_weg loopt_vast lopen_vast loopt_vaak_vast loopt_regelmatig_vast loopt_steeds_vast slecht slechte verliest verliezen kastje_naar lange_wachtrijen lange_wachttijden lange_rijen valt_uit
			valt_het_systeem_uit uitval uitgevallen geroddeld uitgesteld rivaliteit verwarring verwarrend geannuleerd geannuleerde schreeuwt schreeuwen genegeerd negeert negeren onbeleefd onvriendelijk arrogant arrogantie vuil trage traag
			nutteloos zinloos zinloze vermoeid vermoeidheid mislukt mislukken misbruik leugens slechter verslechtert gebrekkig gebrekkige onduidelijk onduidelijke onvoldoende onbereikbaar onbetrouwbaar vriendjespolitiek zonder_waarschuwing
			zonder_overleg zonder_reden zonder_uitleg oncomfortabel onaangenaam onaangename buitensporig toxisch giftig agressief onnodig onnodige overvol overvolle moe ongemakkelijk een_storing de_storing elke_storing iedere_storing technische_storing door_storing bij_storing storing_op storing_bij ben_bang is_bang zijn_bang was_bang bang_voor bang_dat bang_zijn lijn_is_in_gesprek lijn_is_altijd_in_gesprek lijn_is_vaak_in_gesprek lijn_is_steeds_in_gesprek altijd_in_gesprek steeds_in_gesprek voortdurend_in_gesprek`,
		worst: `te_weinig duurt_eeuwig duurde_eeuwig een_eeuwigheid nachtmerrie verliest_snel bang_om ontbreekt ontbreken ontbrak ontbraken heb_angst`,
		remedies: `lost_problemen lost_fouten lost_klachten lost_conflicten lost_storingen lost_mijn lost_het lost_elk lost_onze oplos* opgelos* omga* omgang omgegaan beheer* afhandel* afgehandeld behandel* hanter* geholpen hulp steun*
			ondersteun* bescherm* voorkom* verminder* bestrijd* erken* leer* leren leert uitleg* informeert informeren geïnformeerd meldt melden gemeld waarschuw* herstel* hersteld gecorrigeerd corrig* vergoed* vervang* luister* begrijp*
			begrip praat praten bespreek* besproken bespreekbaar goed goede beter* tevreden kwaliteit snel* vlot makkelijk* gemakkelijk* laag lage klein* kort* minimaal rustig* kalm* vrij eerlijk moed durf* serieus excus* verontschuld*
			bestendig* weerbaar* aanpak* pakt aangepakt aanspre* besef bewust analyse* respect minder informatie_over informatie_bij uitzondering duidelijk* beperk* verlicht* beoordeel* bemiddel* waardeer* gewaardeerd opgevangen gerespecteerd
			transparan* uiten kans ik_kan we_kunnen wij_kunnen interesse gratis flexib* reparatie* storingsdienst gezien_als uitgelegd geval afwezigheid ruimte_om recht_op help helpt helpen hielp hielpen behulpzaam open openheid openlijk opengesteld horen_erbij hoort_erbij lachen_om iets_tegen weggenomen kan_ik_bij fouten_toe angst_weg`,
		spoilers: `slecht traag onvoldoende verliest verliezen slechte gebrekkige`,
	},
}
