package main

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// svgNames is the namespace of SVG's elements.
const svgNames = "http://www.w3.org/2000/svg"

// rootElement finds the name of the first element of a text.
var rootElement = regexp.MustCompile(`<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]`)

// isSVG reports whether a file means to be an SVG: whether its first element is one, well-formed or not.
func isSVG(file []byte) bool {
	text := file[:min(len(file), 4096)]
	if bytes.IndexByte(text, 0) >= 0 {
		return false // a picture of dots, in which any letters may stand
	}
	if at := bytes.Index(text, []byte("<!--")); at >= 0 {
		if end := bytes.Index(text[at:], []byte("-->")); end >= 0 {
			text = append(bytes.Clone(text[:at]), text[at+end:]...)
		}
	}
	m := rootElement.FindSubmatch(text)
	return m != nil && string(m[2]) == "svg"
}

// svgFault says why an SVG may not stand in a page, and what to do; nothing if it may. A page shows it as a picture, where no script of
// it runs and nothing is fetched: what needs either would look otherwise than its maker meant, and a page that is handed over holds neither.
func svgFault(file []byte) (why, hint string) {
	d := xml.NewDecoder(bytes.NewReader(file))
	depth := 0
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && depth == 0:
			return "", ""
		case err != nil:
			return fmt.Sprintf("is no well-formed SVG: %s", err), "save it as plain SVG in UTF-8, or as PNG"
		}
		switch t := token.(type) {
		case xml.StartElement:
			if why, hint = foreignInSVG(t); why == "" && depth == 0 {
				why, hint = svgRootFault(t)
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if reference := outsideReference(string(t)); reference != "" && depth > 0 {
				why, hint = fetched(reference)
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				why, hint = fetched("a style sheet")
			}
		}
		if why != "" {
			return why, hint
		}
	}
}

// svgRootFault says what the root of an SVG lacks for a page to show it in its size.
func svgRootFault(root xml.StartElement) (why, hint string) {
	if root.Name.Space != svgNames {
		return "names no namespace, so that a page would not show it", `its first element must be  <svg xmlns="` + svgNames + `" …>`
	}
	var width, height, box string
	for _, a := range root.Attr {
		switch a.Name.Local {
		case "width":
			width = a.Value
		case "height":
			height = a.Value
		case "viewBox":
			box = a.Value
		}
	}
	sides := strings.FieldsFunc(box, func(r rune) bool { return r == ' ' || r == ',' })
	if len(sides) == 4 && positive(sides[2]) && positive(sides[3]) || positive(length.ReplaceAllString(width, "")) && positive(length.ReplaceAllString(height, "")) {
		return "", ""
	}
	return "is an SVG without a size", "its first element needs a viewBox, or a width and a height"
}

// length are the units of absolute lengths.
var length = regexp.MustCompile(`(px|pt|pc|mm|cm|in)$`)

func positive(text string) bool {
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return err == nil && x > 0 && x < 1e9
}

// foreignInSVG says what an element has that does nothing in a picture.
func foreignInSVG(e xml.StartElement) (why, hint string) {
	const alone = "save it as plain SVG, without scripts and other pages inside"
	switch e.Name.Local {
	case "script", "foreignObject", "iframe", "object", "embed":
		return fmt.Sprintf("holds <%s>, which pictures of a page do not run or show", e.Name.Local), alone
	}
	for _, a := range e.Attr {
		switch name := strings.ToLower(a.Name.Local); {
		case strings.HasPrefix(name, "on"):
			return fmt.Sprintf("holds a script (%s), which pictures of a page do not run", a.Name.Local), alone
		case name == "href" && !contained(a.Value) && e.Name.Local != "a":
			return fetched(a.Value)
		}
		if reference := outsideReference(a.Value); reference != "" {
			return fetched(reference)
		}
	}
	return "", ""
}

// references are the places where a style names another file.
var references = regexp.MustCompile(`(?i)@import\s*(?:url\()?\s*["']?([^"')\s;]*)|url\(\s*["']?([^"')]*)`)

// outsideReference returns the first file that a style names.
func outsideReference(style string) string {
	for _, m := range references.FindAllStringSubmatch(style, -1) {
		if name := cmp.Or(m[1], m[2]); !contained(name) {
			return name
		}
	}
	return ""
}

// contained reports whether a reference is to something in the picture itself.
func contained(reference string) bool {
	reference = strings.TrimSpace(reference)
	return reference == "" || strings.HasPrefix(reference, "#") || strings.HasPrefix(strings.ToLower(reference), "data:")
}

func fetched(reference string) (why, hint string) {
	const shown = 60
	if runes := []rune(reference); len(runes) > shown {
		reference = string(runes[:shown]) + "…"
	}
	return fmt.Sprintf("refers to %q, which pictures of a page do not fetch", reference), "embed what it refers to (pictures as data, letters as paths), or save it as PNG"
}
