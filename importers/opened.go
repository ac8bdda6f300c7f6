package importers

import "slices"

// Opened remembers the files that were opened, for whatever they hold: answers, choice texts, descriptions. None of them may be written over.
type Opened struct{ paths []string }

func (o *Opened) add(path string) {
	if o != nil && !slices.Contains(o.paths, path) {
		o.paths = append(o.paths, path)
	}
}

// Paths returns the paths in the order in which they were opened. Standard input has none.
func (o *Opened) Paths() []string {
	if o == nil {
		return nil
	}
	return slices.Clone(o.paths)
}
