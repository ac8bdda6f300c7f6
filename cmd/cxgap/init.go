package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/cmd/cxgap/templates"
)

func newInitCommand(s *streams) *cobra.Command {
	var template string
	cmd := &cobra.Command{
		Use:   "init --template NAME",
		Short: "a study file to start from, with its questions",
		Long: `Writes a study file to standard output: a list of items with the questions to ask of leadership, staff and customers.

  trust     sixteen attributes in five clusters, after those of the Edelman Trust Barometer
  motives   seven desires (Mackay) and three drives (Pink)

The questions are the selectors too: an export that holds them as worded is read without another word.

EXIT STATUS
  0  done
  2  usage`,
		Example: "  cxgap init --template trust",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Sprintf("init takes no arguments (got %q)", args[0]), "cxgap init --template trust > cxgap.yaml"}
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			if template == "" {
				return &usageError{"init needs a template", "--template " + strings.Join(templates.Names(), " or --template ")}
			}
			if err := oneOf("template", template, templates.Names()...); err != nil {
				return err
			}
			text, _ := templates.Text(template)
			_, err := s.out.Write(text)
			return err
		},
	}
	cmd.Flags().StringVar(&template, "template", "", "`name` of the list of items: "+strings.Join(templates.Names(), " or "))
	return cmd
}
