// Package docs holds the pages that the program itself shows.
package docs

import _ "embed" // for the pages below

// Methods is docs/methods.md: what is computed, and how exactly.
//
//go:embed methods.md
var Methods string

// StudySchema is the JSON Schema of the study file. Tests hold it to what reads study files, and to docs/study-file.md.
//
//go:embed schemas/study.schema.json
var StudySchema string

// RulesSchema is the JSON Schema of a file of rules: those of the study file, alone.
//
//go:embed schemas/rules.schema.json
var RulesSchema string

// ResultSchema is the JSON Schema of a result.
//
//go:embed schemas/result.schema.json
var ResultSchema string

// CheckSchema is the JSON Schema of the verdicts of a check.
//
//go:embed schemas/check.schema.json
var CheckSchema string

// BaselineSchema is the JSON Schema of a baseline.
//
//go:embed schemas/baseline.schema.json
var BaselineSchema string
