package lexicon

import (
	"strings"
	"testing"
)

// inTroubleText are questions, one a line, that say that there is trouble, in whatever words.
const inTroubleText = `
Problems keep coming back
The bureaucracy is a problem
It takes forever to get an answer
I would hardly come back
I worry about my job
Waiting is a problem
Stress is poorly managed
The approval process slows us down
Conflicts between teams go unresolved
I am anxious about the future of this company
Frequent interruptions make it hard to concentrate
Fear of making mistakes is widespread
Important information is often missing
The app freezes when I transfer money
The noise disturbs patients at night
I get angry about the call centre
Red tape keeps me from my real work
There is a lot of tension in the team
Obstacles to my work are not removed
Gossip is a problem in our department
The supplier often causes extra work for us
Bullying happens at our school
Invoices lead to disputes
I dread going to work
Staff shortages affect my work
My workload makes me ill
Too much time is lost in meetings
Hidden fees annoyed me
Getting a refund was a nightmare
How often do you have to contact us to solve a problem?
How often do you have to call again because something was not solved?
How often does your internet connection drop?
How often do you experience interruptions of service?
How often did you have to repeat your request?
How often do staff have to work around broken equipment?
How often do you feel overwhelmed by your tasks?
How often do disagreements escalate in your team?
How often do you have to wait at the counter?
How often do you have to chase suppliers for documents?
How likely are you to leave within the next year?
How likely are you to close your account?
How likely is it that you will look for another job?
How serious are the problems?
How severe was the outage?
How high was the effort to open an account?
How high is your stress level?
Intensity of conflicts
Level of stress
Severity of the incidents
Fear of job loss
Pressure at work
Die Bürokratie bremst alles aus
Probleme werden unter den Teppich gekehrt
Die Bearbeitung dauert ewig
Ich ärgere mich über die Wartezeiten
Ich mache mir Sorgen um meinen Arbeitsplatz
Es gibt viel Reibung zwischen den Abteilungen
Die ständigen Unterbrechungen stören mich
Wichtige Informationen fehlen
Der Papierkram hält mich von der Arbeit ab
Die App hängt sich auf
Konflikte schwelen lange
Die Stimmung im Team ist angespannt
Der Zeitdruck macht mich krank
Ich habe Angst, Fehler zuzugeben
Die Technik macht oft Ärger
Probleme tauchen immer wieder auf
Die langen Genehmigungswege behindern uns
Die Schüler leiden unter Mobbing
Die Fehlerquote ist hoch
Wie oft müssen Sie uns kontaktieren, um ein Problem zu lösen?
Wie oft müssen Sie nachfragen, bis Sie eine Antwort erhalten?
Wie häufig kommt es zu Unterbrechungen?
Wie oft mussten Sie Ihr Anliegen wiederholen?
Wie oft streiten Sie sich im Team?
Wie häufig müssen Sie auf Unterlagen warten?
Wie wahrscheinlich ist es, dass Sie kündigen?
Wie wahrscheinlich ist es, dass Sie uns in den nächsten 12 Monaten verlassen?
Wie wahrscheinlich ist es, dass Sie die Bank wechseln?
Wie gravierend sind die Probleme?
Wie hoch war der Aufwand für die Kontoeröffnung?
Wie stark belastet Sie Ihre Arbeit?
Intensität der Konflikte
Angst vor Jobverlust
Ausmaß der Störungen
La bureaucratie ralentit tout
Il manque des informations
Les problèmes reviennent sans cesse
J'ai peur de perdre mon emploi
Les réponses mettent une éternité à arriver
Les interruptions m'empêchent de travailler
Je m'inquiète pour mon avenir dans l'entreprise
Les tensions dans l'équipe sont fortes
L'attente est un problème
Les conflits s'enveniment
Je suis stressé par mon travail
La paperasse me prend trop de temps
L'application bugue souvent
Les pannes perturbent notre production
À quelle fréquence devez-vous nous relancer ?
Combien de fois avez-vous dû rappeler pour le même problème ?
À quelle fréquence subissez-vous des interruptions de service ?
Quelle est la probabilité que vous quittiez l'entreprise cette année ?
Quelle est la gravité des problèmes ?
Intensité des conflits
La burocracia lo frena todo
Falta información
Los problemas se repiten
Tengo miedo de cometer errores
El trámite tarda una eternidad
Me preocupa mi puesto de trabajo
Hay mucha tensión en el equipo
La aplicación se cuelga
Los conflictos no se resuelven
El papeleo me quita tiempo
¿Con qué frecuencia tiene que volver a llamar?
¿Con qué frecuencia tiene que esperar en la oficina?
¿Con qué frecuencia sufre interrupciones del servicio?
¿Qué probabilidad hay de que deje la empresa?
¿Qué tan graves son los problemas?
Intensidad de los conflictos
Nivel de estrés
A burocracia atrapalha o meu trabalho
Faltam informações
Os problemas voltam sempre
Tenho medo de perder o emprego
A resposta demora uma eternidade
Há muita tensão na equipe
O aplicativo trava
Com que frequência você precisa ligar de novo?
Com que frequência tem de esperar?
Qual a probabilidade de você deixar a empresa?
Qual é a gravidade dos problemas?
Intensidade dos conflitos
La burocrazia rallenta tutto
Mancano informazioni
I problemi si ripetono
Ho paura di sbagliare
La risposta richiede un'eternità
C'è molta tensione nel gruppo
L'app si blocca
Quanto spesso deve richiamare?
Con quale frequenza deve aspettare?
Quanto è probabile che Lei lasci l'azienda?
Quanto sono gravi i problemi?
Intensità dei conflitti
De bureaucratie vertraagt alles
Er ontbreekt informatie
Problemen komen steeds terug
Ik maak me zorgen over mijn baan
Het duurt eeuwig voordat ik antwoord krijg
Er is veel spanning in het team
De app loopt vaak vast
Hoe vaak moet u opnieuw bellen?
Hoe vaak moet u wachten?
Hoe waarschijnlijk is het dat u vertrekt?
Hoe ernstig zijn de problemen?
Intensiteit van de conflicten
`

// outOfTrouble are strengths and ordinary topics, one a line, that hold words of trouble: what is done about it, who bears it, that there is none.
const outOfTrouble = `
Handling of complaints
Problem solving
Beschwerdemanagement
Fehlerkultur
Conflict resolution
Emergency response
Stress management
Risk awareness
When I have a problem, support helps me
We learn from mistakes
I can speak openly about problems
Mistakes are admitted
Schutz vor Überlastung
I can work without interruptions
Effort of staff
Bemühen der Mitarbeiter
It is no trouble to change a booking
It was no trouble to get a refund
No hassle
Stressfree
Unkomplizierte Abwicklung
Gestion des conflits
Ausencia de errores
Little bureaucracy
The challenge of my work
Critical thinking
Alarm system
Waste separation
Damage settlement (insurance)
Claims handling
Schadensregulierung
Pannenhilfe
Risk analysis
I never have to wait
I am never kept waiting
Wie schlecht oder gut finden Sie die Beratung?
How bad or good was your stay?
The staff put effort into every request
My manager recognises my effort
Extra effort is rewarded
The company makes an effort to keep its promises
The supplier resolves issues within the agreed time
The help desk fixed my problem
My problem was solved at the first contact
The technician understood my problem
I was kept informed about the delay
Staff took my worries seriously
My fears were taken seriously by the doctors
Pain was well controlled
The nurses relieved my pain
I felt safe from infection
Worries can be shared with my manager
I know where to turn when I have problems
I know whom to contact in case of an incident
My manager removes obstacles
My manager protects the team from too much pressure
Conflicts are addressed early
Disagreements are discussed with respect
We talk about problems before they grow
I am not afraid to disagree with my boss
Nobody is punished for mistakes
I can say no without fear
Errors are an opportunity to improve
Stress at work is kept within limits
I can cope with the stress of my job
I bounce back quickly after stress
I remain calm under pressure
I stay focused under stress
I work well under pressure
I master difficult situations
I enjoy challenges
I find solutions to complex problems
I take responsibility for my mistakes
I deal with complaints calmly
I mediate in conflicts
I take the worries of my staff seriously
I clear obstacles out of the way
Bullying is not tolerated here
Violence prevention at our school
Protection against discrimination
Fight against corruption
The school acts against bullying
Bureaucracy has been cut
Bureaucracy is kept to a minimum
Less bureaucracy than elsewhere
Fast service without bureaucracy
Fraud protection
The app warns me of fraud
Protection against fraud in online banking
Error messages are clear
Error messages are helpful
The error messages tell me what to do
Trouble-free travel
Hassle-free returns
Worry-free banking
Trouble shooting
Troubleshooting guide
Problem management
Incident management
Response to incidents
Response time to incidents
Speed of fault repair
Notification of delays
Information about disruptions
Information about delays
Compensation for delays
Crisis management
Crisis communication
Disaster recovery
Emergency exits
Emergency care
Emergency department
Accident prevention
Accident insurance
Pain management
Pain relief
Complaint procedure
Complaint channels
Ease of filing a complaint
How satisfied are you with the resolution of your problem?
How well did we solve your problem?
How easy was it to resolve your issue?
How quickly was your problem fixed?
Was your problem solved?
How well does your manager handle conflicts?
How helpful were we when you had a problem?
How would you rate our handling of delays?
How satisfied are you with waiting times?
Reason for interruption was explained
The importance of deadlines is clear
Absence of noise
Quiet rooms without disturbance
I sleep undisturbed
Missing items were replaced at once
Missing documents were requested in time
The effort was worth it
The effort pays off
Little effort was needed
It took little effort to open an account
The company made it easy for me to handle my issue
Working hard is rewarded here
Critical feedback is welcome
I feel free to raise concerns
My concerns are heard
Concerns are taken seriously
I can raise tough issues in this team
People on this team can bring up problems
I would be sorry to leave this company
I plan to stay for the next two years
I would miss my colleagues
I rarely worry about my job
My job is secure
I do not worry about my job
Work pressure is reasonable
Deadlines are realistic
Opening hours
The delivery arrived undamaged
Late check-out
Late opening hours
Strong competition drives us
Heavy equipment training
Competitive pressure makes us better
Change of address
The line manager
I would stay even if another company offered me more
The bank stands by me in hard times
They stand by me in difficult times
Serious illness cover
Noise protection
Bei Problemen hilft mir der Support
Wenn ich ein Problem habe, weiß ich, an wen ich mich wenden kann
Umgang mit Konflikten
Konfliktfähigkeit
Konfliktlösung
Problemlösung
Problemlösungskompetenz
Störungsbeseitigung
Störungsmanagement
Information bei Störungen
Information über Verspätungen
Risikobewusstsein
Risikoanalyse
Notfallversorgung
Notaufnahme
Krisenkommunikation
Stressresistenz
Belastbarkeit
Ich bleibe auch unter Druck ruhig
Ich gehe Konflikten nicht aus dem Weg
Ich spreche Probleme offen an
Fehler dürfen offen angesprochen werden
Aus Fehlern lernen wir
Sorgen der Mitarbeitenden werden ernst genommen
Meine Ängste wurden ernst genommen
Meine Schmerzen wurden gelindert
Schmerztherapie
Schutz vor Mobbing
Gegen Mobbing wird vorgegangen
Mobbing wird nicht geduldet
Ich kann ungestört arbeiten
Ich kann ohne Unterbrechungen arbeiten
Ich mache mir keine Sorgen um meinen Arbeitsplatz
Bürokratie wird abgebaut
Bürokratieabbau
Wenig Bürokratie
Unbürokratische Unterstützung
Stressfreie Anreise
Barrierefreiheit
Barrierefreier Zugang
Fehlerfreie Rechnungen
Störungsfreier Betrieb
Reibungslose Abläufe
Schadenregulierung war fair
Der Schaden wurde schnell reguliert
Einsatz der Mitarbeiter
Mühe der Mitarbeitenden
Das Team gibt sich Mühe
Mein Vorgesetzter räumt Hindernisse aus dem Weg
Hindernisse werden beseitigt
Beschwerden ernst nehmen
Wie zufrieden sind Sie mit der Lösung Ihres Problems?
Wie gut wurde Ihr Problem gelöst?
Wie schnell wurde die Störung behoben?
Alarmanlage
Abfalltrennung
Herausforderung durch meine Arbeit
Meine Arbeit fordert mich heraus
Kritikfähigkeit
Kritische Fragen sind erwünscht
Kündigungsschutz
Kündigungsfristen sind fair
Résolution de problèmes
Gestion du stress
Gestion des risques
Gestion des urgences
Les erreurs sont reconnues
Nous apprenons de nos erreurs
Je peux parler ouvertement des problèmes
En cas de problème, on m'aide
Prise en charge de la douleur
Service des urgences
Protection contre la fraude
Prévention des accidents
Sans stress
Peu de bureaucratie
Absence de bruit
Les efforts du personnel
L'équipe fait des efforts pour nous aider
Mes efforts sont reconnus
Je n'ai pas peur de donner mon avis
Je travaille sans interruption
Je ne m'inquiète pas pour mon emploi
La réponse à mon problème a été rapide
Système d'alarme
Assistance en cas de panne
Information en cas de retard
Résistance au stress
Lutte contre le harcèlement
Dans quelle mesure êtes-vous satisfait du traitement de votre problème ?
Resolución de conflictos
Gestión de quejas
Atención de urgencias
Manejo del estrés
Aprendemos de los errores
Puedo hablar abiertamente de los problemas
Me ayudan cuando tengo un problema
Reconocen sus errores
Poca burocracia
Sin complicaciones
Mi esfuerzo es reconocido
El esfuerzo del personal
Protección contra el fraude
No tengo miedo de opinar
Prevención de riesgos
Información sobre retrasos
Tratamiento del dolor
Trabajo sin interrupciones
Servicio de emergencias
Sistema de alarma
Resolução de problemas
Gestão de conflitos
Gestão do estresse
Aprendemos com os erros
Posso falar abertamente sobre problemas
Ausência de erros
Pouca burocracia
Sem burocracia
Esforço da equipe
Meu esforço é reconhecido
Não tenho medo de errar
Proteção contra fraudes
Prevenção de acidentes
Atendimento de emergência
Trabalho sem interrupções
Avisos sobre atrasos
Gestione dei conflitti
Gestione dello stress
Risoluzione dei problemi
Impariamo dagli errori
Posso parlare apertamente dei problemi
Assenza di errori
Poca burocrazia
Senza stress
Impegno del personale
Il mio impegno è riconosciuto
Non ho paura di dire la mia
Prevenzione degli infortuni
Pronto soccorso
Informazioni sui ritardi
Protezione dalle frodi
Lavoro senza interruzioni
Probleemoplossing
Conflicthantering
Omgaan met stress
Stressbestendigheid
We leren van fouten
Ik kan open praten over problemen
Weinig bureaucratie
Zonder gedoe
Inzet van de medewerkers
Mijn inspanning wordt gewaardeerd
Ik durf fouten toe te geven
Ik ben niet bang om mijn mening te geven
Bescherming tegen fraude
Pechhulp
Spoedeisende hulp
Informatie over vertragingen
Rustig werken zonder onderbrekingen
Schadeafhandeling
Ik maak me geen zorgen over mijn baan
`

// Words of trouble are asked about wherever they stand, but not beside a word for what is done about them, and how often people have to do
// something, and how likely they are to go, is asked about in other words.
func TestTroubleIsAskedAboutUnlessSomethingIsDone(t *testing.T) {
	for text, bad := range map[string]bool{inTroubleText: true, outOfTrouble: false} {
		for _, heading := range strings.Split(strings.TrimSpace(text), "\n") {
			if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
				t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
			}
		}
	}
}

// What is said of such a question is the word, or the phrase, that tells it.
func TestWordsOfTrouble(t *testing.T) {
	for heading, want := range map[string]string{
		"The bureaucracy is a problem": "bureaucracy", "Red tape keeps me from my real work": "red tape", "Die Bearbeitung dauert ewig": "dauert ewig", "How often do you have to contact us to solve a problem?": "have to",
		"How likely are you to leave within the next year?": "leave within", "¿Con qué frecuencia tiene que volver a llamar?": "tiene que", "I would hardly come back": "would hardly", "How high was the effort to open an account?": "how high was the effort",
		"Problems are not solved": "problems", "Problems are solved": "", "Conflicts are poorly managed": "conflicts", "Conflicts are well managed": "", "Konflikte werden nicht wirklich gelöst": "konflikte", "Mein Chef löst Konflikte nicht": "konflikte", "Les conflits ne sont pas bien gérés": "conflits",
		"A burocracia no banco atrapalha": "burocracia", "No hay burocracia": "", "Bullying is tolerated here": "", "Discrimination is not accepted": "", "I am a little worried, and there are a few obstacles": "worried", "Few obstacles": "",
		"How much do you agree with these statements on our support? [Obstacles stay where they are]": "obstacles", "How satisfied are you? [Obstacles]": "", "Please rate: paperwork": "", "Please rate how much you agree - Paperwork takes over": "paperwork",
		"Obstacles (1 = very bad, 5 = very good)": "", "Obstacles (1 = never, 5 = always)": "obstacles", "How likely are you to leave a review?": "", "How likely are you to stay within the next year?": "", "How likely are you to leave within a year, and not stay?": "", "How likely are you to change jobs?": "change jobs",
		"How good or bad is the advice?": "", "How likely or unlikely are you to leave us?": "leave us",
	} {
		if got := AsksForBad(HeadingOf(heading)); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}
