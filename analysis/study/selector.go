package study

import "strconv"

func selectorText(s Selector) string {
	switch {
	case s.Position > 0:
		return "#" + strconv.Itoa(s.Position)
	case s.Text != "":
		return "{text: " + strconv.Quote(s.Text) + "}"
	}
	return s.Name
}
