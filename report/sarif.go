package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"path/filepath"
	"slices"

	"github.com/cxgap/cxgap/analysis/gate"
)

// The parts of SARIF 2.1.0 that a check has.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"` // the check ran, whatever it says
		Notifications []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct {
		Level      string         `json:"level"`
		Message    sarifText      `json:"message"`
		Descriptor sarifReference `json:"descriptor"`
	}
	sarifReference struct {
		ID string `json:"id"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Kind         string            `json:"kind"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line int `json:"startLine"`
	}
)

// CheckSARIF writes a check as SARIF 2.1.0: all rules, and a result for every verdict that fails or warns. What passes is no
// result, since those who show SARIF show every result as an alert. Warnings of the answers are notifications.
func CheckSARIF(w io.Writer, r *gate.Report) error {
	driver := sarifDriver{Name: "cxgap", Version: r.Generator.Version, Rules: []sarifRule{}}
	results := []sarifResult{}
	for _, v := range r.Verdicts {
		at := slices.IndexFunc(driver.Rules, func(rule sarifRule) bool { return rule.ID == visible(v.Rule) })
		if at < 0 {
			at = len(driver.Rules)
			driver.Rules = append(driver.Rules, sarifRule{visible(v.Rule), sarifText{visible(v.Expect)}})
		}
		level := map[gate.Level]string{gate.Failure: "error", gate.Warning: "warning"}[v.Level]
		if r.Stops(v) {
			level = "error"
		}
		if level == "" {
			continue
		}
		results = append(results, sarifResult{
			RuleID: visible(v.Rule), RuleIndex: at, Kind: "fail", Level: level, Message: sarifText{sentence(v)},
			Locations:    []sarifLocation{{sarifPhysical{sarifArtifact{fileURI(v.File)}, sarifRegion{max(1, v.Line)}}}},
			Fingerprints: fingerprints(v),
		})
	}
	notifications := []sarifNotification{}
	for _, n := range r.Warnings {
		notifications = append(notifications, sarifNotification{"warning", sarifText{visible(n.Text())}, sarifReference{n.Code}})
	}
	return indentedJSON(w, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0",
		Runs: []sarifRun{{Tool: sarifTool{driver}, Invocations: []sarifInvocation{{true, notifications}}, ColumnKind: "unicodeCodePoints", Results: results}},
	})
}

// fingerprints tell the results of one rule apart, and find them again in a later run. GitHub reads primaryLocationLineHash alone, and
// would fill it in from the text of the line, which all items of a rule share: they would be one alert.
func fingerprints(v gate.Verdict) map[string]string {
	about := v.Rule + "|" + v.Item + "|" + v.Audience + "|" + v.Segment
	hash := sha256.Sum256([]byte(about))
	return map[string]string{"cxgap/v1": about, "primaryLocationLineHash": hex.EncodeToString(hash[:8]) + ":1"}
}

// fileURI writes a relative path as a URI.
func fileURI(path string) string { return (&url.URL{Path: filepath.ToSlash(path)}).String() }
