package study

import (
	"fmt"
	"strings"
)

// ParseScale reads a scale as a study file writes it: 1..10, or 0..5 by 0.5.
func ParseScale(text string) (Scale, error) {
	ends, step, stepped := strings.Cut(text, " by ")
	lowText, highText, isRange := strings.Cut(ends, "..")
	if !isRange {
		return Scale{}, fmt.Errorf("%q is not a scale", text)
	}
	s := Scale{Step: 1}
	var err error
	if s.Low, err = parseNumber(strings.TrimSpace(lowText)); err != nil {
		return Scale{}, fmt.Errorf("%q is not a scale: %q is not a number", text, strings.TrimSpace(lowText))
	}
	if s.High, err = parseNumber(strings.TrimSpace(highText)); err != nil {
		return Scale{}, fmt.Errorf("%q is not a scale: %q is not a number", text, strings.TrimSpace(highText))
	}
	if stepped {
		if s.Step, err = parseNumber(strings.TrimSpace(step)); err != nil || s.Step <= 0 {
			return Scale{}, fmt.Errorf("%q is not a scale: %q is no step", text, strings.TrimSpace(step))
		}
	}
	if s.High <= s.Low {
		return Scale{}, fmt.Errorf("scale %q ends before it begins", text)
	}
	if points := (s.High-s.Low)/s.Step + 1; points > MaxPoints {
		return Scale{}, fmt.Errorf("scale %q has more than %d points", text, MaxPoints)
	}
	if _, whole := s.Code(s.High); !whole {
		return Scale{}, fmt.Errorf("scale %q: steps of %g from %g do not reach %g", text, s.Step, s.Low, s.High)
	}
	return s, nil
}

// OpenLabel begins a label of a draft whose place on the scale somebody has to tell.
const OpenLabel = "? "

// readScale reads 1..10, 0..5 by 0.5, or a list of labels from low to high.
func (d *decoder) readScale(n *node, what string) Scale {
	if n.kind == sequence {
		return d.labelScale(n, what)
	}
	if !d.is(n, scalar, what) {
		return Scale{}
	}
	s, err := ParseScale(n.text)
	if err != nil {
		d.fault(n.place, "a scale is 1..10, 0..10, 0..5 by 0.5, or a list of labels from low to high", "%s", err)
	}
	return s
}

func (d *decoder) labelScale(n *node, what string) Scale {
	var labels []string
	for _, item := range d.texts(n, what) {
		if name, open := strings.CutPrefix(item.text, OpenLabel); open {
			d.fault(item.place, fmt.Sprintf("put it among the labels from low to high without the question mark, or under missing: if it is no answer: missing: {blank: [%q]}", name),
				"label %q has no place yet", item.text)
		}
		if contains(labels, item.text) {
			d.fault(item.place, "", "label %q stands twice on one scale", item.text)
			continue
		}
		labels = append(labels, item.text)
	}
	if len(labels) < 2 {
		d.fault(n.place, "list the labels from low to high", "a scale needs at least two labels")
		return Scale{}
	}
	return LabelScale(labels)
}

func (d *decoder) readMissing(n *node) Missing {
	var m Missing
	list := func(to *[]string, what string) func(*node) {
		return func(n *node) {
			for _, item := range d.texts(n, what) {
				*to = append(*to, item.text)
			}
		}
	}
	d.fields(n, "missing",
		field{"dont_know", list(&m.DontKnow, "dont_know")},
		field{"blank", list(&m.Blank, "blank")},
		field{"not_shown", list(&m.NotShown, "not_shown")},
	)
	return m
}
