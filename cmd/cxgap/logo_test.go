package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An SVG that stands for itself is a logo; of any other it is said what keeps it from being one.
func TestSVGLogo(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" `
	for name, c := range map[string]struct{ text, why string }{
		"viewBox":    {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made <by> hand -->\n" + open + `viewBox="0 0 120 40"><defs><linearGradient id="g"/></defs><rect width="9" height="9" fill="url(#g)"/></svg>`, ""},
		"size":       {open + `width="120px" height="40mm"><a href="https://example.com"><path d="M0 0h9"/></a><image xlink:href="data:image/png;base64,AAAA"/></svg>`, ""},
		"doctype":    {`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + open + `viewBox="0,0,9,9"/>`, ""},
		"no size":    {open + `width="100%" height="100%"><rect/></svg>`, "is an SVG without a size"},
		"flat":       {open + `viewBox="0 0 9 0"/>`, "is an SVG without a size"},
		"no names":   {`<svg viewBox="0 0 9 9"/>`, "names no namespace"},
		"cut off":    {open + `viewBox="0 0 9 9"><rect`, "is no well-formed SVG"},
		"two":        {open + `viewBox="0 0 9 9"></g></svg>`, "is no well-formed SVG"},
		"second":     {open + `viewBox="0 0 9 9"/><svg/>`, "a second element behind the first"},
		"text":       {open + `viewBox="0 0 9 9"/>text`, "text outside its first element"},
		"prefix":     {open + `viewBox="0 0 9 9"><g inkscape:label="Layer"/></svg>`, "nothing explains the prefix of inkscape:label"},
		"twice":      {open + `viewBox="0 0 9 9" viewBox="0 0 9 9"/>`, "has two attributes viewBox"},
		"onion":      {open + `viewBox="0 0 9 9"><desc>url(x)</desc><g onion="1"/></svg>`, ""},
		"use":        {open + `viewBox="0 0 9 9"><defs><path id="a"/></defs><g id="layer"><use xlink:href="#a"/><use xlink:href="#a"/></g></svg>`, ""},
		"laughs":     {open + `viewBox="0 0 9 9">` + laughs(11) + `<use xlink:href="#l11"/></svg>`, "shows its own parts (<use>) too often"},
		"circle":     {open + `viewBox="0 0 9 9"><g id="a"><use xlink:href="#a"/></g></svg>`, "shows its own parts (<use>) too often"},
		"large":      {open + `viewBox="0 0 9 9"><desc>` + strings.Repeat("x", largestSVG) + `</desc></svg>`, "is an SVG of 1024 KB"},
		"hidden":     {open + `viewBox="0 0 9 9"><style>rect{fill:\75rl(http://example.com/a.svg)}</style></svg>`, "refers to"},
		"parted":     {open + `viewBox="0 0 9 9"><style>@imp<!-- -->ort "a.css";</style></svg>`, `refers to "a.css"`},
		"set":        {open + `viewBox="0 0 9 9"><image><set attributeName="href" to="a.png"/></image></svg>`, "what an animation sets"},
		"nested":     {open + `viewBox="0 0 9 9"><image xlink:href="data:image/svg+xml;base64,AAAA"/></svg>`, "refers to"},
		"link":       {open + `viewBox="0 0 9 9"><a href="javascript:alert(1)"/></svg>`, "holds a script"},
		"script":     {open + `viewBox="0 0 9 9"><script>alert(1)</script></svg>`, "holds <script>"},
		"handler":    {open + `viewBox="0 0 9 9" onload="alert(1)"/>`, "holds a script (onload)"},
		"page":       {open + `viewBox="0 0 9 9"><foreignObject/></svg>`, "holds <foreignObject>"},
		"picture":    {open + `viewBox="0 0 9 9"><image xlink:href="photo.jpg"/></svg>`, `refers to "photo.jpg"`},
		"font":       {open + `viewBox="0 0 9 9"><style>@import url("https://example.com/font.css");</style></svg>`, `refers to "https://example.com/font.css"`},
		"fill":       {open + `viewBox="0 0 9 9"><rect style="fill:url(other.svg#g)"/></svg>`, `refers to "other.svg#g"`},
		"no picture": {"title: <b>svg</b>\n", "is no picture that pages show"},
	} {
		file := filepath.Join(t.TempDir(), "logo.svg")
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		o := &reportOptions{logo: file}
		err := o.readLogo()
		switch {
		case c.why == "" && (err != nil || !strings.HasPrefix(o.client.Logo, "data:image/svg+xml;base64,")):
			t.Errorf("%s: %v, %.40s", name, err, o.client.Logo)
		case c.why != "" && (err == nil || !strings.Contains(err.Error(), c.why)):
			t.Errorf("%s: %v, want %q", name, err, c.why)
		}
	}
}

// laughs are levels of elements each of which shows the one before ten times.
func laughs(levels int) string {
	var b strings.Builder
	b.WriteString(`<path id="l0"/>`)
	for i := range levels {
		fmt.Fprintf(&b, `<g id="l%d">`, i+1)
		for range 10 {
			fmt.Fprintf(&b, `<use xlink:href="#l%d"/>`, i)
		}
		b.WriteString("</g>")
	}
	return b.String()
}
