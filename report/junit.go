package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/gate"
)

type junitSuites struct {
	XMLName  xml.Name   `xml:"testsuites"`
	Name     string     `xml:"name,attr"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Suite    junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitMessage `xml:"failure"`
	Skipped *junitMessage `xml:"skipped"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
}

// CheckJUnit writes a check as a JUnit report: rules are test cases, what is not decided is skipped with its message.
func CheckJUnit(w io.Writer, r *gate.Report) error {
	suite := junitSuite{Name: "cxgap check", Tests: len(r.Verdicts)}
	for _, v := range r.Verdicts {
		c := junitCase{Name: visible(v.Rule), Class: "cxgap"}
		if v.Label != "" {
			c.Name += ": " + visible(v.Label)
		}
		switch {
		case v.Level == gate.Failure:
			suite.Failures++
			c.Failure = &junitMessage{Message: sentence(v), Type: string(v.Outcome)}
		case v.Outcome == gate.Inconclusive || v.Outcome == gate.NoData:
			suite.Skipped++
			c.Skipped = &junitMessage{Message: sentence(v)}
		default:
			c.Out = sentence(v)
		}
		suite.Cases = append(suite.Cases, c)
	}
	out := junitSuites{Name: "cxgap", Tests: suite.Tests, Failures: suite.Failures, Suite: suite}
	text, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	return err
}

// sentence says a verdict in one line.
func sentence(v gate.Verdict) string {
	text := visible(v.Rule)
	if v.Label != "" {
		text += ", " + visible(v.Label)
	}
	text += ": " + verdictWord(v)
	switch {
	case v.Category != "":
		value, certainty := categoryWords(v)
		text += ", " + value + " " + certainty + " (n " + checkBase(v) + ")"
	case v.Value.Defined():
		text += fmt.Sprintf(", %s%s", number(v.Value, v.Digits), v.Unit)
		if ends := between(v.Low, v.High, func(x analysis.Number) string { return number(x, v.Digits) }); ends != "" && v.Low != v.High {
			text += " " + ends
		}
		text += " (n " + checkBase(v) + ")"
	}
	text += ", limit " + visible(v.Limit)
	if note := remarkOn(v); note != "" {
		text += "; " + note
	}
	return text
}
