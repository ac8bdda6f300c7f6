package chart

import (
	"fmt"
	"image/color"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// look is what the style says of an element.
type look struct {
	fill, stroke color.Color // nil: none
	width        float64     // of the stroke
	dash         [2]float64  // on, off; 0: not dashed
	round        bool        // ends of the stroke
	bold         bool
}

// styleRule is one rule of Style: an element's name or a class, and what it sets.
type styleRule struct {
	class      string // without its point; empty: the rule is of an element
	element    string
	properties map[string]string
}

var (
	rulePattern     = regexp.MustCompile(`\.chart (\.?)([a-z0-9]+)\{([^}]*)\}`)
	variablePattern = regexp.MustCompile(`^var\(--[a-z0-9]+,(.*)\)$`)
)

// styleRules reads a style. What a custom property would set is its fallback: a picture is light.
func styleRules(style string) []styleRule {
	var rules []styleRule
	for _, m := range rulePattern.FindAllStringSubmatch(style, -1) {
		rule := styleRule{properties: map[string]string{}}
		if m[1] == "" {
			rule.element = m[2]
		} else {
			rule.class = m[2]
		}
		for _, declaration := range strings.Split(m[3], ";") {
			if name, value, found := strings.Cut(declaration, ":"); found {
				if fallback := variablePattern.FindStringSubmatch(value); fallback != nil {
					value = fallback[1]
				}
				rule.properties[name] = value
			}
		}
		rules = append(rules, rule)
	}
	return rules
}

// look adds up what the rules say of an element, rules of classes after those of elements, later ones over earlier ones.
func (r *raster) look(element string, classes []string) (look, error) {
	properties := map[string]string{"fill": "#000000", "stroke-width": "1"}
	known := map[string]bool{}
	for _, ofClass := range []bool{false, true} {
		for _, rule := range r.style {
			if ofClass && !slices.Contains(classes, rule.class) || !ofClass && rule.element != element {
				continue
			}
			known[rule.class] = true
			for name, value := range rule.properties {
				properties[name] = value
			}
		}
	}
	for _, class := range classes {
		if !known[class] {
			return look{}, fmt.Errorf("the style has no class %q", class)
		}
	}
	return newLook(properties)
}

func newLook(properties map[string]string) (l look, err error) {
	if l.fill, err = paint(properties["fill"]); err != nil {
		return l, err
	}
	if l.stroke, err = paint(properties["stroke"]); err != nil {
		return l, err
	}
	if l.width, err = strconv.ParseFloat(properties["stroke-width"], 64); err != nil {
		return l, fmt.Errorf("stroke-width: %w", err)
	}
	if dash := properties["stroke-dasharray"]; dash != "" {
		if _, err := fmt.Sscanf(dash, "%f %f", &l.dash[0], &l.dash[1]); err != nil {
			return l, fmt.Errorf("stroke-dasharray %q: %w", dash, err)
		}
	}
	l.round = properties["stroke-linecap"] == "round"
	l.bold = properties["font-weight"] == "bold"
	return l, nil
}

// paint reads a colour such as #0072b2 or #fff; none and the empty text are none.
func paint(text string) (color.Color, error) {
	digits, hexadecimal := strings.CutPrefix(text, "#")
	if text == "" || text == "none" {
		return nil, nil
	}
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || !hexadecimal || len(digits) != 6 {
		return nil, fmt.Errorf("%q is no colour", text)
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, nil
}
