package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
)

// streams are the process's standard streams; tests pass buffers.
type streams struct {
	in       io.Reader
	out, err io.Writer
	today    string // the system's date, read once; a command may be told another

	interrupted context.Context // done when the program is interrupted or terminated: nothing is written any more
	quiet       bool            // no progress bar, and no remarks beside the verdicts of a check
	progress    progress
	said        []string // warnings that stand before the result already
	standard    *importers.StandardInput
}

// Main runs the program and returns its exit code.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	// A locale that takes é and ± for wide characters would misalign every table: tablewriter reads it from the
	// environment, once for the whole process.
	twwidth.SetEastAsian(false)
	// Without this a closed pipe (| head) would kill the process before exitCode can call it a success.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := untilStopped()
	defer stop()

	s := &streams{in: in, out: uninterrupted{out, ctx}, err: errOut, today: time.Now().Format(time.DateOnly), interrupted: ctx, standard: importers.NewStandardInput(in)}
	defer s.standard.Close()
	root := newRootCommand(s)
	root.SetArgs(args)
	err := stoppedBy(ctx, s.run(root))
	s.progress.end()
	s.explain(err)
	return exitCode(err)
}

// errTerminated is why a run ended that was told to terminate; one that the user interrupts ends with context.Canceled alone.
var errTerminated = errors.New("terminated")

// untilStopped returns a context that is done when the user interrupts (Ctrl-C), or when whoever runs the program tells it to terminate, as
// a runner does with a job that is cancelled.
func untilStopped() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case got := <-signals:
			var cause error
			if got == syscall.SIGTERM {
				cause = errTerminated
			}
			cancel(cause)
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// stoppedBy says of a run that was stopped by what.
func stoppedBy(ctx context.Context, err error) error {
	if errors.Is(err, context.Canceled) && errors.Is(context.Cause(ctx), errTerminated) {
		return errTerminated
	}
	return err
}

// lastWords is how long what is under way has to end itself after an interrupt, and to take its temporary files away.
const lastWords = 50 * time.Millisecond

// run carries the command out. An interrupt ends it whatever it is at.
func (s *streams) run(root *cobra.Command) error {
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(s.interrupted) }()
	select {
	case err := <-done:
		return err
	case <-s.interrupted.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(lastWords):
		return s.interrupted.Err()
	}
}

// uninterrupted is where a result goes, unless an interrupt came first.
type uninterrupted struct {
	io.Writer
	interrupted context.Context
}

func (u uninterrupted) Write(p []byte) (int, error) {
	if err := u.interrupted.Err(); err != nil {
		return 0, err
	}
	return u.Writer.Write(p)
}

// terminal returns standard output if it is one.
func (s *streams) terminal() (*os.File, bool) {
	out := s.out
	if u, ok := out.(uninterrupted); ok {
		out = u.Writer
	}
	f, ok := out.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

func newRootCommand(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "cxgap",
		Short: "gaps between what leadership believes, staff know and customers live",
		Long: `cxgap reads the survey exports of leadership, staff and customers and says where the three differ,
where they agree, and how sure one can be. Files in, honest gaps out: no account, no network.

New here? Run  cxgap demo  and read the table that it prints.`,
		Args:          unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		Version:       generator().Version,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true // its parent takes unknown shells for success
	root.AddGroup(&cobra.Group{ID: commandGroup, Title: "Commands:"}, &cobra.Group{ID: topicGroup, Title: "Topics:"})
	root.SetHelpCommand(newHelpCommand(root))
	root.SetHelpCommandGroupID(commandGroup)
	for _, command := range []*cobra.Command{newDemoCommand(s), newInitCommand(s), newAnalyzeCommand(s), newDriversCommand(s), newReportCommand(s), newExplainCommand(s), newPrivacyCommand(s), newCheckCommand(s), newInspectCommand(s), newSchemaCommand(s), newCompletionCommand(s)} {
		command.GroupID = commandGroup
		root.AddCommand(command)
	}
	root.AddCommand(newTopics()...)
	root.InitDefaultHelpFlag()
	root.PersistentFlags().BoolVar(&s.quiet, "quiet", false, "on standard error no progress bar (there is none in a pipe), and no warnings of what check rests on")
	root.PersistentPreRun = func(*cobra.Command, []string) {
		if !s.quiet {
			s.showProgress()
		}
	}
	return root
}

// unknownCommand refuses arguments where only a subcommand may stand, with the nearest one as a hint.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, child := range cmd.Commands() {
		names = append(names, child.Name())
	}
	hint := fmt.Sprintf("%s --help lists the commands", cmd.CommandPath())
	if near := study.Nearest(args[0], names); near != "" {
		hint = fmt.Sprintf("did you mean %q?", cmd.CommandPath()+" "+near)
	}
	return &usageError{fmt.Sprintf("unknown command %q for %q", args[0], cmd.CommandPath()), hint}
}

// flagError words the errors of the flag parser as the rest of the program does.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	hint := cmd.CommandPath() + " --help lists the flags"
	if name, found := strings.CutPrefix(message, "unknown flag: --"); found {
		if near := study.Nearest(name, flagNames(cmd)); near != "" {
			hint = fmt.Sprintf("did you mean --%s?", near)
		}
		message = fmt.Sprintf("unknown flag %q", "--"+name)
	}
	// The flag parser ends such messages with the name of a function of Go's library.
	if before, _, parsed := strings.Cut(message, " flag: strconv."); parsed {
		parts := strings.SplitN(before, " for ", 2)
		flag := strings.Trim(parts[len(parts)-1], `"`)
		is := "not a number"
		if strings.Contains(err.Error(), "strconv.ParseBool") {
			is, hint = "neither true nor false", flag+"=true"
		}
		message = fmt.Sprintf("%s is %s for %s", strings.TrimPrefix(parts[0], "invalid argument "), is, flag)
	}
	return &usageError{message, hint}
}

// generator names the program and its version for the provenance of a result.
func generator() analysis.Generator {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	return analysis.Generator{Name: "cxgap", Version: version}
}
