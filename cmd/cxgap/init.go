package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/cmd/cxgap/templates"
	"github.com/cxgap/cxgap/importers"
)

func newInitCommand(s *streams) *cobra.Command {
	var template string
	var input inputOptions
	cmd := &cobra.Command{
		Use:   "init AUDIENCE=FILE... | --template NAME",
		Short: "a study file to start from, drafted from exports or with its questions",
		Long: `Writes a study file to standard output, drafted from the exports: audiences, the questions that were asked in identical
words as items, importance beside performance, scales, labels, missing cells, the outcome. analyze accepts it as it
stands. What the exports do not tell stands in comments with a question mark: questions in similar words with their
similarity, weights, ids, segments.

One export of several audiences is named for each of them: the column that holds what they are called tells whose rows
are whose (where:).

The study file names the exports as they are named here, and a study file's paths begin where it lies: write it into the
current folder, or edit them.

Without exports, --template writes a list of items with the questions to ask of leadership, staff and customers:

  trust     sixteen attributes in five clusters, after those of the Edelman Trust Barometer
  motives   seven desires (Mackay) and three drives (Pink)

The questions are the selectors too: an export that holds them as worded is read without another word.

EXIT STATUS
  0  done
  2  usage, or an export of several audiences whose rows nothing tells apart
  3  an input that is missing, unreadable or invalid`,
		Example: "  cxgap init leadership=leaders.csv staff=staff.csv customers=customers.csv\n  cxgap init leadership=all.csv customers=all.csv\n  cxgap init --template trust",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := input.validate(); err != nil {
				return err
			}
			switch {
			case len(args) > 0 && template != "":
				return &usageError{"init takes exports or a template, not both", ""}
			case len(args) > 0:
				return draftStudy(cmd.Context(), s, &input, args)
			case template == "":
				return &usageError{"init needs the exports of audiences, or a template", "cxgap init customers=customers.csv, or --template " + strings.Join(templates.Names(), " or --template ")}
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
	input.addFlags(cmd.Flags())
	return cmd
}

// draftStudy writes the study that the exports tell.
func draftStudy(ctx context.Context, s *streams, input *inputOptions, args []string) error {
	audiences, err := audienceFiles(args)
	if err != nil {
		return err
	}
	if len(audiences) == 0 {
		return &usageError{fmt.Sprintf("%q is not AUDIENCE=FILE", args[0]), "cxgap init leadership=leaders.csv customers=customers.csv > cxgap.yaml"}
	}
	if audiences, err = input.labelled(audiences); err != nil {
		return err
	}
	stop := s.progress.start()
	var unread error
	o := input.importer(s, "")
	o.Unread = func(err error) { unread = err }
	text, err := importers.DraftFile(ctx, audiences, o)
	stop()
	if err != nil {
		return err
	}
	if _, err = s.out.Write(text); err != nil {
		return err
	}
	s.noItems(text)
	if unread != nil {
		first, _, _ := strings.Cut(unread.Error(), "\n")
		s.notef("the draft cannot be analysed as it stands: %s", first)
	}
	return nil
}

// noItems says that a draft has no item: it is a study file, and analyze has nothing to say of it.
func (s *streams) noItems(text []byte) {
	drafted, err := study.Parse("draft", text)
	if err != nil || len(drafted.Ratings()) > 0 {
		return
	}
	s.notef("the draft has no item, so that nothing can be analysed yet")
	_, items, _ := bytes.Cut(text, []byte("\nitems:"))
	switch items, _, _ = bytes.Cut(items, []byte("\n\n")); {
	case bytes.Contains(items, []byte("\n  #   performance: ")), bytes.Contains(items, []byte("\n  #   importance: ")): // of published figures
		s.notef("hint: published figures become items when their scale is written and the # before their lines is taken away")
		return
	case bytes.Contains(items, []byte("\n#  ")):
		s.notef("hint: what it asks is for you to decide: a line below  items:  becomes an item when the # before it is taken away")
		return
	}
	s.notef("hint: none of the questions is a rating that two audiences were asked; what was left out stands at its end")
}
