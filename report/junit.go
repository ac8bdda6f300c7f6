package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/gate"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	File     string      `xml:"file,attr"`
	Cases    []junitCase `xml:"testcase"`
	Err      string      `xml:"system-err,omitempty"`
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
	Text    string `xml:",chardata"`
}

// CheckJUnit writes a check as a JUnit report: a rule is a suite, what it is decided for its cases. What is not decided is skipped with
// its message; a failure that only warns passes with it, since JUnit knows no warnings; where
// warnings stop the pipeline they are failures. Warnings of the answers stand behind the first suite.
func CheckJUnit(w io.Writer, r *gate.Report) error {
	out := junitSuites{Name: "cxgap check", Tests: len(r.Verdicts)}
	names := map[string]int{}
	for _, v := range r.Verdicts {
		if n := len(out.Suites); n == 0 || out.Suites[n-1].Name != visible(v.Rule) {
			out.Suites = append(out.Suites, junitSuite{Name: visible(v.Rule), File: visible(v.File)})
		}
		suite := &out.Suites[len(out.Suites)-1]
		c := junitCaseOf(v, r.Stops(v))
		if names[c.Class+"\n"+c.Name]++; names[c.Class+"\n"+c.Name] > 1 { // readers keep one case of a name
			c.Name += " (" + strings.Trim(v.Item+" "+v.Audience+" "+v.Segment, " ") + ")"
		}
		suite.Tests++
		switch {
		case c.Failure != nil:
			suite.Failures++
			out.Failures++
		case c.Skipped != nil:
			suite.Skipped++
		}
		suite.Cases = append(suite.Cases, c)
	}
	if warnings := dataWarnings(r, len(r.Warnings)); len(warnings) > 0 && len(out.Suites) > 0 {
		out.Suites[0].Err = "warning: " + strings.Join(warnings, "\nwarning: ") + "\n"
	}
	text, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	return err
}

func junitCaseOf(v gate.Verdict, stops bool) junitCase {
	c := junitCase{Name: visible(v.Rule), Class: "cxgap." + visible(v.Rule)}
	if v.Label != "" {
		c.Name = visible(v.Label)
	}
	switch place := fmt.Sprintf("%s:%d: %s", visible(v.File), v.Line, visible(v.Expect)); {
	case v.Level == gate.Failure:
		c.Failure = &junitMessage{Message: sentence(v), Type: string(v.Outcome), Text: place}
	case stops:
		c.Failure = &junitMessage{Message: sentence(v), Type: string(v.Level), Text: place}
	case v.Outcome == gate.Inconclusive || v.Outcome == gate.NoData:
		c.Skipped = &junitMessage{Message: sentence(v), Text: place}
	default:
		c.Out = sentence(v)
	}
	return c
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
		value, ends := measured(v)
		text += ", " + value + v.Unit
		if ends != "" && v.Low != v.High {
			text += " " + ends
		}
		if base := checkBase(v); base != notAsked {
			text += " (n " + base + ")"
		}
	}
	if v.Limit != "" {
		text += ", limit " + visible(v.Limit)
	}
	if note := remarkOn(v); note != "" {
		text += "; " + visible(note)
	}
	return strings.ReplaceAll(text, noBreak, " ")
}
