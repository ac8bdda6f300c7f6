package main

import (
	"context"
	"errors"
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
