package study

import (
	"strconv"
	"strings"
)

// CodedCell says what a cell of an export stands for, where that is not the number it shows: code 6 of a choice in second
// place, or the word at the end of a scale of numbers.
type CodedCell struct {
	Cell  string
	Point string // as written: a number or a label of the scale
	Value float64
	Place Place
}

// noCodes is what stands in place of codes where the numbers are ratings, however much they look like codes.
const noCodes = "none"

// codesOf returns what reads codes: {cell: point of the scale}, or none. What an item or a column says replaces what the file says.
func (d *decoder) codesOf(codes *[]CodedCell, none *bool) func(*node) {
	return func(n *node) {
		if *none = n.kind == scalar && n.text == noCodes; *none {
			*codes = nil
			return
		}
		if n.kind == scalar {
			d.fault(n.place, "codes: {1: 1, 6: 2}  says what cells stand for, and  codes: none  that they are ratings", "codes takes keys with values, or none, not %q", n.text)
			return
		}
		*codes = d.readCodes(n)
	}
}

// readCodes reads {cell: point of the scale}.
func (d *decoder) readCodes(n *node) []CodedCell {
	codes := []CodedCell{}
	d.each(n, "codes", func(e entry) {
		if d.is(e.value, scalar, "codes") {
			codes = append(codes, CodedCell{Cell: e.key, Point: e.value.text, Place: e.value.place})
		}
	})
	return codes
}

// pointsOf finds the points that codes stand for; they are numbers or labels of the scale.
func (d *decoder) pointsOf(codes []CodedCell, s Scale, what string) []CodedCell {
	var found []CodedCell
	for _, c := range codes {
		value, ok := s.point(c.Point)
		if !ok {
			d.fault(c.Place, "codes: {1: 1, 6: 2}  says of every code which point it counts as", "%q is no point of the scale %s of %s", c.Point, s, what)
			return nil
		}
		c.Value = value
		found = append(found, c)
	}
	return found
}

// point returns the value of a point that is written as its label or as its number.
func (s Scale) point(text string) (float64, bool) {
	for k, label := range s.Labels {
		if strings.EqualFold(label, text) {
			return s.Value(Code(k)), true
		}
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, false
	}
	code, ok := s.Code(x)
	return s.Value(code), ok
}
