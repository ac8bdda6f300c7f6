package main

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/study"
)

// The groups under which the help lists commands and topics.
const (
	commandGroup = "commands"
	topicGroup   = "topics"
)

//go:embed topics/*.txt
var topicTexts embed.FS

// topics are the help texts that belong to no command, in the order in which they are listed.
func topics() []struct{ name, short string } {
	return []struct{ name, short string }{
		{"methods", "what the figures mean and how they are computed"},
		{"scales", "how rating scales are declared, inferred and compared"},
		{"checks", "the rules of the gate and the quantities that they can name"},
		{"exit-codes", "what the exit codes mean"},
		{"privacy", "what is never shown"},
	}
}

// newTopics returns the topics as commands that print their text, in a group of their own.
func newTopics() []*cobra.Command {
	var all []*cobra.Command
	for _, topic := range topics() {
		text, err := fs.ReadFile(topicTexts, "topics/"+topic.name+".txt")
		if err != nil {
			panic(err) // embedded at build time: its absence is a fault of the build
		}
		all = append(all, &cobra.Command{
			Use: topic.name, Short: topic.short, Long: strings.TrimSpace(string(text)), GroupID: topicGroup,
			Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return printTopic(cmd) },
		})
	}
	return all
}

// printTopic prints the text alone: a topic has no flags and no usage.
func printTopic(cmd *cobra.Command) error {
	_, err := fmt.Fprintln(cmd.OutOrStdout(), cmd.Long)
	return err
}

// newHelpCommand replaces cobra's, which takes an unknown topic for success.
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [command | topic]",
		Short: "help on a command or topic",
		RunE: func(_ *cobra.Command, args []string) error {
			found, rest, err := root.Find(args)
			if err == nil && len(rest) == 0 {
				if found.GroupID == topicGroup {
					return printTopic(found)
				}
				found.InitDefaultHelpFlag()
				return found.Help()
			}
			unknown := args[len(args)-1]
			if len(rest) > 0 {
				unknown = rest[0]
			}
			var names []string
			for _, child := range root.Commands() {
				names = append(names, child.Name())
			}
			e := &usageError{fmt.Sprintf("unknown command or topic %q", unknown), "cxgap help lists both"}
			if near := study.Nearest(unknown, names); near != "" {
				e.hint = fmt.Sprintf("did you mean %q?", "cxgap help "+near)
			}
			return e
		},
	}
}
