package main

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
)

// Exit codes: a contract with pipelines, listed in `cxgap help exit-codes` and docs/exit-codes.md.
const (
	exitDone        = 0
	exitFailed      = 1   // check: a rule failed
	exitUsage       = 2   // usage, or anything wrong with the text of a study file
	exitInput       = 3   // input bytes and cells, and files that cannot be read or written
	exitUndecided   = 4   // check: a rule was inconclusive and its policy is fail
	exitExposed     = 5   // privacy: a figure could expose someone
	exitInterrupted = 130 // 128 + SIGINT
	exitTerminated  = 143 // 128 + SIGTERM
)

// exitCode maps an error to the exit code of the process. Nothing else in the program knows the codes.
func exitCode(err error) int {
	var (
		usage *usageError
		inUse *importers.UsageError
		file  *study.FileError
		gate  gateClosed
	)
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // whoever reads has seen enough: no failure of ours
		return exitDone
	case errors.As(err, &gate):
		return gate.code
	case errors.Is(err, errTerminated):
		return exitTerminated
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &usage), errors.As(err, &inUse), errors.As(err, &file):
		return exitUsage
	}
	return exitInput
}

// usageError is a command line that cannot be carried out.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// gateClosed is the outcome of a check, of rules or of privacy, that stops a pipeline. It says nothing: the outputs have said it.
type gateClosed struct{ code int }

func (g gateClosed) Error() string { return fmt.Sprintf("exit code %d", g.code) }

// despite is the outcome of a gate whose verdict is known when writing it fails. A reader that has seen enough changes nothing, and nothing
// opens a gate that is closed: what could not be written is said. Only an interrupt comes before the verdict.
func (s *streams) despite(writing, verdict error) error {
	switch {
	case writing == nil, errors.Is(writing, syscall.EPIPE):
		return verdict
	case errors.As(verdict, &gateClosed{}) && !errors.Is(writing, context.Canceled):
		s.explain(writing)
		return verdict
	}
	return writing
}
