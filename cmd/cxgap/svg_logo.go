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
	"sync"
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

// largestSVG is how many bytes an SVG may have: a logo has a few thousand, and a page carries all of it.
const largestSVG = 1 << 20

// svgFault says why an SVG may not stand in a page, and what to do; nothing if it may. A page shows it as a picture, where no script of
// it runs and nothing is fetched: what needs either would look otherwise than its maker meant, and a page that is handed over holds neither.
// XML is read as browsers read it, which show nothing of a file that breaks its rules.
func svgFault(file []byte) (why, hint string) {
	if len(file) > largestSVG {
		return fmt.Sprintf("is an SVG of %d KB", len(file)>>10), fmt.Sprintf("a logo has at most %d KB: embed smaller pictures, or save it as PNG", largestSVG>>10)
	}
	d := xml.NewDecoder(bytes.NewReader(file))
	svg := &svgReader{uses: map[string][]string{}}
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && svg.roots == 1 && len(svg.open) == 0:
			return svg.repeated()
		case err != nil:
			return illFormed(err.Error())
		}
		if why, hint = svg.take(token); why != "" {
			return why, hint
		}
	}
}

func illFormed(fault string) (why, hint string) {
	return "is no well-formed SVG: " + fault, "save it as plain SVG in UTF-8, or as PNG"
}

// svgReader is where the reading of an SVG stands.
type svgReader struct {
	open  []svgElement        // the elements that the present place is in
	roots int                 // elements that stand in no other
	uses  map[string][]string // by id, what an element of that id shows once more; by "", what all of it shows
}

type svgElement struct {
	name, id string
	style    strings.Builder // the text of a style sheet
}

// take looks at the next piece of the SVG.
func (s *svgReader) take(token xml.Token) (why, hint string) {
	switch t := token.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		last := &s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		if reference := outsideReference(last.style.String()); reference != "" {
			return fetched(reference)
		}
	case xml.CharData:
		switch n := len(s.open); {
		case n == 0 && len(bytes.TrimSpace(t)) > 0:
			return illFormed("text outside its first element")
		case n > 0 && s.open[n-1].name == "style":
			s.open[n-1].style.Write(t)
		}
	case xml.ProcInst:
		if t.Target == "xml-stylesheet" {
			return fetched("a style sheet")
		}
	}
	return "", ""
}

func (s *svgReader) start(e xml.StartElement) (why, hint string) {
	if fault := namesFault(e); fault != "" {
		return illFormed(fault)
	}
	if len(s.open) == 0 {
		if s.roots++; s.roots > 1 {
			return illFormed("a second element behind the first")
		}
		if why, hint = svgRootFault(e); why != "" {
			return why, hint
		}
	}
	of := svgElement{name: e.Name.Local}
	for _, a := range e.Attr {
		switch target, inside := strings.CutPrefix(strings.TrimSpace(a.Value), "#"); {
		case a.Name.Local == "id":
			of.id = a.Value
		case a.Name.Local == "href" && inside && of.name == "use":
			s.uses[""] = append(s.uses[""], target)
			for _, around := range s.open {
				if around.id != "" {
					s.uses[around.id] = append(s.uses[around.id], target)
				}
			}
		}
	}
	s.open = append(s.open, of)
	return foreignInSVG(e)
}

// namesFault says which name of an element breaks the rules that the decoder does not watch over: a prefix that nothing explains, which it
// leaves in the place of the names' address, or an attribute that stands twice.
func namesFault(e xml.StartElement) string {
	seen := map[xml.Name]bool{}
	for _, name := range append([]xml.Name{e.Name}, attributeNames(e)...) {
		if prefix := name.Space; prefix != "" && prefix != "xmlns" && prefix != "xml" && !strings.ContainsAny(prefix, ":/.") {
			return fmt.Sprintf("nothing explains the prefix of %s:%s", prefix, name.Local)
		}
	}
	for _, name := range attributeNames(e) {
		if seen[name] {
			return fmt.Sprintf("<%s> has two attributes %s", e.Name.Local, name.Local)
		}
		seen[name] = true
	}
	return ""
}

func attributeNames(e xml.StartElement) []xml.Name {
	names := make([]xml.Name, len(e.Attr))
	for i, a := range e.Attr {
		names[i] = a.Name
	}
	return names
}

// repeated refuses an SVG whose parts show each other so often that a browser would be at it for minutes.
func (s *svgReader) repeated() (why, hint string) {
	const most = 10_000
	shown := map[string]int{}
	var count func(id string) int
	count = func(id string) int {
		if n, known := shown[id]; known {
			return n
		}
		shown[id] = most + 1 // whoever comes by here again is in a circle
		n := 1
		for _, target := range s.uses[id] {
			n = min(n+count(target), most+1)
		}
		shown[id] = n
		return n
	}
	if count("") > most {
		return "shows its own parts (<use>) too often, or in a circle", "save it without <use>, or as PNG"
	}
	return "", ""
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
		case handlers().MatchString(name) || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Value)), "javascript:"):
			return fmt.Sprintf("holds a script (%s), which pictures of a page do not run", a.Name.Local), alone
		case name == "href" && !contained(a.Value) && e.Name.Local != "a":
			return fetched(a.Value)
		case name == "attributename" && strings.HasSuffix(strings.ToLower(a.Value), "href"):
			return fetched("what an animation sets")
		}
		if reference := outsideReference(a.Value); reference != "" {
			return fetched(reference)
		}
	}
	return "", ""
}

// handlers are the attributes that hold scripts.
var handlers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^on(?:abort|activate|animation\w*|begin|blur|cancel|change|click|close|contextmenu|copy|cut|dblclick|drag\w*|drop|end|error|focus\w*|input|key\w+|load\w*|mouse\w+|paste|pointer\w+|repeat|resize|scroll|select\w*|submit|toggle|touch\w+|transition\w*|unload|wheel|zoom)$`)
})

// references are the places where a style names another file.
var references = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)@import\s*(?:url\()?\s*["']?([^"')\s;]*)|url\(\s*["']?([^"')]*)`)
})

// outsideReference returns the first file that a style names, or what may hide one: letters that are written as their numbers.
func outsideReference(style string) string {
	if strings.Contains(style, `\`) || strings.Contains(strings.ToLower(style), "image-set(") {
		return style
	}
	for _, m := range references().FindAllStringSubmatch(style, -1) {
		if name := cmp.Or(m[1], m[2]); !contained(name) {
			return name
		}
	}
	return ""
}

// contained reports whether a reference is to something in the picture itself.
func contained(reference string) bool {
	reference = strings.TrimSpace(reference)
	lower := strings.ToLower(reference)
	return reference == "" || strings.HasPrefix(reference, "#") || strings.HasPrefix(lower, "data:") && !strings.HasPrefix(lower, "data:image/svg") // which may hold all that this may not
}

func fetched(reference string) (why, hint string) {
	const shown = 60
	if runes := []rune(reference); len(runes) > shown {
		reference = string(runes[:shown]) + "…"
	}
	return fmt.Sprintf("refers to %q, which pictures of a page do not fetch", reference), "embed what it refers to (pictures as data, letters as paths), or save it as PNG"
}
