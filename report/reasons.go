package report

import "fmt"

// Notices say why something was left out, or is in doubt, in a sentence of their own behind the question: a slip among the answers, numbers outside the
// scale. Whose answers these are stands before it, and where they stand behind. A reason in words that the message file does not know stays English as a whole.

// placesReason reports whether a pattern is that of what stands behind a reason, which is its first part.
func (p *noticePattern) placesReason() bool {
	return p.key == "%s; it stands at %s" || p.key == "%s; the first stands at %s"
}

// reason translates a part of a notice that says why; known: the message file has it.
func (w *language) reason(text string) (said string, known bool) {
	if w == nil {
		return text, false
	}
	for _, p := range w.reasons {
		found := p.original.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		args := make([]any, len(found)-1)
		for k, part := range found[1:] {
			if k == 0 && p.placesReason() {
				inner, known := w.reason(part)
				if !known {
					return text, false
				}
				args[k] = inner
				continue
			}
			args[k] = w.stretch(part)
		}
		return fmt.Sprintf(p.translation, args...), true
	}
	return text, false
}
