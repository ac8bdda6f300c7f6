// Package docs holds the pages that the program itself shows.
package docs

import _ "embed" // for the page below

// Methods is docs/methods.md: what is computed, and how exactly.
//
//go:embed methods.md
var Methods string
