package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/docs"
)

// schemas are the JSON Schemas that the program prints, by the name of what they describe.
func schemas() []struct{ name, text string } {
	return []struct{ name, text string }{
		{"study", docs.StudySchema}, {"rules", docs.RulesSchema}, {"result", docs.ResultSchema}, {"check", docs.CheckSchema}, {"baseline", docs.BaselineSchema},
	}
}

func newSchemaCommand(s *streams) *cobra.Command {
	var names []string
	for _, schema := range schemas() {
		names = append(names, schema.name)
	}
	return &cobra.Command{
		Use:   "schema {" + strings.Join(names, "|") + "}",
		Short: "print the JSON Schema of the study file, of rules, a result, verdicts or a baseline",
		Long: `Prints a JSON Schema (draft 2020-12), with which editors complete a study file, explain its keys and
mark what is wrong while it is written, and scripts check the result that they are given:

  study     the study file
  rules     a file of rules, as  check --rules  reads it
  result    what  analyze --format json  writes
  check     what  check --output json  writes
  baseline  what  check baseline write  writes

cxgap schema study > cxgap.schema.json  keeps it beside the study file. Editors that speak to
yaml-language-server (VS Code with its YAML extension, Neovim, Helix, Emacs) find it there, without a
network, if the study file begins with the line

  # yaml-language-server: $schema=cxgap.schema.json

The schema refuses nothing that cxgap reads. What it cannot tell, such as a column that no export has,
cxgap analyze says.

EXIT STATUS
  0  done
  2  no name, or an unknown one`,
		Example: `  cxgap schema study       # > cxgap.schema.json keeps it
  cxgap schema result`,
		ValidArgs: names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"schema takes one name: " + orList(names), "cxgap schema study > cxgap.schema.json"}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			for _, schema := range schemas() {
				if schema.name == args[0] {
					_, err := fmt.Fprint(s.out, schema.text)
					return err
				}
			}
			e := &usageError{fmt.Sprintf("unknown schema %q", args[0]), "there are schemas of " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]}
			if near := study.Nearest(args[0], names); near != "" {
				e.hint = fmt.Sprintf("did you mean %q?", "cxgap schema "+near)
			}
			return e
		},
	}
}

// orList writes names as a choice: a, b or c.
func orList(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
