package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	_ "image/gif" // the pictures that a page may show
	_ "image/jpeg"
	_ "image/png"
	"os"

	_ "golang.org/x/image/webp"

	"github.com/cxgap/cxgap/analysis/study"
)

// readLogo puts the picture into the page.
func (o *reportOptions) readLogo() error {
	if o.logo == "" {
		return nil
	}
	picture, err := os.ReadFile(o.logo)
	if err != nil {
		faults := &study.InputError{}
		faults.Add(study.Fault{Place: study.Place{File: o.logo}, Message: "cannot be read: " + cause(err).Error()})
		return faults
	}
	if isSVG(picture) {
		if why, hint := svgFault(picture); why != "" {
			return &usageError{fmt.Sprintf("--logo %q: %s", o.logo, why), hint}
		}
		o.client.Logo = "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(picture)
		return nil
	}
	const most = 50_000_000
	size, kind, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return &usageError{fmt.Sprintf("--logo %q is no picture that pages show", o.logo), "SVG, PNG, JPEG, GIF or WebP"}
	}
	if size.Width*size.Height > most {
		return &usageError{fmt.Sprintf("--logo %q is too large: %d × %d dots", o.logo, size.Width, size.Height), "a logo of a few hundred dots is enough"}
	}
	if _, _, err := image.Decode(bytes.NewReader(picture)); err != nil { // a file that was cut off has its head
		return &usageError{fmt.Sprintf("--logo %q is damaged: %s", o.logo, err), ""}
	}
	o.client.Logo = "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(picture)
	return nil
}
