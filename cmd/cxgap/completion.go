package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/study"
)

func newCompletionCommand(s *streams) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion {bash|zsh|fish|powershell}",
		Short: "print a shell's completion script",
		Long: `Prints the script that lets a shell complete cxgap's commands, flags and values.

EXIT STATUS
  0  done
  2  unknown shell`,
		Example:   "  source <(cxgap completion bash)",
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"completion takes one shell", "cxgap completion bash"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(s.out, true)
			case "zsh":
				return root.GenZshCompletion(s.out)
			case "fish":
				return root.GenFishCompletion(s.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(s.out)
			}
			e := &usageError{fmt.Sprintf("unknown shell %q", args[0]), "bash, zsh, fish and powershell are known"}
			if near := study.Nearest(args[0], shells); near != "" {
				e.hint = fmt.Sprintf("did you mean %q?", "cxgap completion "+near)
			}
			return e
		},
	}
}
