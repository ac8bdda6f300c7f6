package importers

import "fmt"

// nearFamily says which labels keep answers from being those of a family that all others fit; empty: they are not near any.
func nearFamily(a *answersSeen) string {
	const mostStrange = 2
	labels := sortedKeys(a.words)
	plain := plainLabels(labels)
	var of *family
	var strange []string
	for _, f := range wordFamilies() {
		var not []string
		known := map[int]bool{}
		answers := 0
		for k, label := range labels {
			if i, is := f.at[plain[k]]; is && !known[i] {
				known[i] = true
				answers += a.words[label]
				continue
			}
			not = append(not, label)
		}
		if len(not) == 0 || len(not) > mostStrange || len(known) < 2 || len(known) <= len(not) || 2*answers <= total(a.words) {
			continue
		}
		if of == nil || len(not) < len(strange) {
			of, strange = f, not
		}
	}
	if of == nil {
		return ""
	}
	return fmt.Sprintf("%s is no label of %s, as all others are: list them from low to high (scale: […]), or say that it is no answer (missing:)", few(quoted(strange)), of)
}
