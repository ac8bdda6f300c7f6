package chart

import "strings"

// Words are what a chart says by itself. An empty one is English.
type Words struct {
	Decimal string    // between whole number and fraction: a point
	Target  string    // target %s
	Targets string    // what a dashed mark in a row is
	Part    string    // axis from %s to %s: part of the scale
	Piece   string    // title of one of several pieces: %s (%d of %d)
	Places  [4]string // top left, top right, bottom left, bottom right
}

func (w Words) number(text string) string {
	if w.Decimal == "" {
		return text
	}
	return strings.Replace(text, ".", w.Decimal, 1)
}

func (w Words) target() string {
	if w.Target == "" {
		return "target %s"
	}
	return w.Target
}

func (w Words) targets() string {
	if w.Targets == "" {
		return "dashed: the item's target"
	}
	return w.Targets
}

func (w Words) place(corner int) string {
	if w.Places[corner] == "" {
		return [4]string{"top left", "top right", "bottom left", "bottom right"}[corner]
	}
	return w.Places[corner]
}

func (w Words) part() string {
	if w.Part == "" {
		return "axis from %s to %s: part of the scale"
	}
	return w.Part
}

func (w Words) piece() string {
	if w.Piece == "" {
		return "%s (%d of %d)"
	}
	return w.Piece
}
