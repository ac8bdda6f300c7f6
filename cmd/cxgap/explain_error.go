package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
)

// Everything that is not the result goes to standard error, each line prefixed "cxgap:". Errors state the fact, in lower
// case and without a full stop; hints state the remedy.

func (s *streams) notef(format string, args ...any) {
	fmt.Fprintf(s.err, "cxgap: "+format+"\n", args...)
}

// explain prints an error with all its faults, carets and hints.
func (s *streams) explain(err error) {
	var (
		usage *usageError
		inUse *importers.UsageError
		file  *study.FileError
		input *study.InputError
	)
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.As(err, &gateClosed{}):
	case errors.Is(err, errTerminated):
		s.notef("terminated")
	case errors.Is(err, context.Canceled):
		s.notef("interrupted")
	case errors.As(err, &file):
		s.faults(&file.Faults)
	case errors.As(err, &input):
		s.faults(&input.Faults)
	case errors.As(err, &usage):
		s.fact(usage.message, usage.hint)
	case errors.As(err, &inUse):
		s.fact(inUse.Message, inUse.Hint)
	default:
		s.notef("%s", err)
	}
}

func (s *streams) fact(message, hint string) {
	s.notef("%s", message)
	if hint != "" {
		s.notef("hint: %s", hint)
	}
}

// faults prints every fault, and every hint once: below the last fault in a row that it is for.
func (s *streams) faults(faults *study.Faults) {
	said := map[string]bool{"": true}
	for i, f := range faults.List {
		message := f.Message
		if place := f.Place.String(); place != "" {
			message = place + ": " + message
		}
		s.notef("%s", message)
		if caret := f.Caret(); caret != "" {
			fmt.Fprintln(s.err, caret)
		}
		if more := i+1 < len(faults.List) && faults.List[i+1].Hint == f.Hint; !more && !said[f.Hint] {
			said[f.Hint] = true
			s.notef("hint: %s", f.Hint)
		}
	}
	if faults.More > 0 {
		s.notef("and %d more", faults.More)
	}
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// oneOf refuses a value that is not among the choices, and lists them.
func oneOf(flag, value string, choices ...string) error {
	for _, c := range choices {
		if value == c {
			return nil
		}
	}
	e := &usageError{message: fmt.Sprintf("--%s must be one of %s (got %q)", flag, strings.Join(choices, ", "), value)}
	if near := study.Nearest(value, choices); near != "" {
		e.hint = fmt.Sprintf("did you mean --%s %s?", flag, near)
	}
	return e
}
