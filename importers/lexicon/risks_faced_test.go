package lexicon

import "testing"

// Who faces what is bad says so right beside it; elsewhere advice, analyses and explanations make nothing better.
func TestFacingWhatIsBadIsSaidBesideIt(t *testing.T) {
	for heading, want := range map[string]string{
		"I was dissatisfied with the advice": "dissatisfied", "I am worried that changes are not explained": "worried", "I was unhappy because nothing was explained": "unhappy", "I am stressed by the assessment": "stressed",
		"I find the risk analysis difficult": "difficult", "The advice was difficult to follow": "difficult", "I had trouble finding advice": "trouble", "We often discuss leaving the company": "leaving", "It is difficult to stay focused": "difficult",
		"I have trouble coping with my workload": "trouble", "Coping with stress is difficult": "difficult", "I do not cope with stress": "stress", "Risks were not explained": "risks", "Ich bin unzufrieden, weil nichts erklärt wurde": "unzufrieden", "Je suis mécontent car rien n'est expliqué": "mécontent",
		"Es difícil cuando nada es explicado": "difícil", "Sono insoddisfatto perché nulla viene spiegato": "insoddisfatto", "Ik ben ontevreden omdat niets werd uitgelegd": "ontevreden", "Repair of my car was delayed": "delayed", "Handling of my complaint was slow": "slow",
		"Exchange of faulty goods was refused": "faulty", "Delayed return of the deposit": "delayed", "I felt less comfortable as I had to wait too long": "wait", "Errors in the handling of my order": "errors",
		"I cope well with stress": "", "I cope with stress": "", "I stay focused under stress": "", "Risk awareness": "", "Advice on risks": "", "Risks were explained": "", "We discuss difficult topics": "", "Handling of faulty goods": "", "Die Risiken der Anlage wurden erklärt": "",
		"Prévention du stress": "", "Manejo del estrés": "", "De risico's zijn uitgelegd": "", "My manager protects the team from too much pressure": "", "I feel comfortable giving bad news": "",
	} {
		if got := AsksForBad(HeadingOf(heading)); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}
