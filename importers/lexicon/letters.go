package lexicon

import "strings"

// A heading may explain letters that stand for answers: "How often (N - Never, S - Sometimes, A - Always)".

var (
	inParentheses = lazily(`[(\[]([^()\[\]]+)[)\]]`)
	// explainedLetter is where the explanation of a letter begins.
	explainedLetter = lazily(`(?:^|[\s,;/])(\pL{1,2})\s*[=:–-]\s*`)
)

// LettersIn returns the labels for which letters stand in a scale that a heading explains, by the letter, normalised; nil: it explains none.
func LettersIn(heading string) map[string]string {
	for _, m := range inParentheses().FindAllStringSubmatch(Tidy(heading), -1) {
		starts := explainedLetter().FindAllStringSubmatchIndex(m[1], -1)
		letters, labels := map[string]string{}, []string{}
		for i, at := range starts {
			end := len(m[1])
			if i+1 < len(starts) {
				end = starts[i+1][0]
			}
			label := strings.Trim(m[1][at[1]:end], " ,;/")
			letters[Normalise(m[1][at[2]:at[3]])] = label
			labels = append(labels, label)
		}
		if len(labels) > 1 && len(letters) == len(labels) && Fit(labels) != nil {
			return letters
		}
	}
	return nil
}
