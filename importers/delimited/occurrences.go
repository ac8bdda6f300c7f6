package delimited

// Occurrences is how often something stands in a text that is none of its answers, such as a byte order mark or the header once more where
// somebody joined files, and the line of the first.
type Occurrences struct{ N, Line int }

// Note counts one more.
func (o *Occurrences) Note(line int) {
	if o.N++; o.N == 1 {
		o.Line = line
	}
}

// Add counts those of a later part of the text, before which there are so many lines.
func (o *Occurrences) Add(part Occurrences, before int) {
	if o.N == 0 && part.N > 0 {
		o.Line = before + part.Line
	}
	o.N += part.N
}
