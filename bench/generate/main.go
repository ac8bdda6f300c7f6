// Generate writes the invented export of bench, and a study file beside it: go run ./bench/generate [-platform NAME] ROWS FILE.csv
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/bench"
)

func main() {
	if err := generate(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(args []string) error {
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	platform := flags.String("platform", "plain", "the shape of the export: "+strings.Join(bench.Platforms(), ", "))
	if err := flags.Parse(args); err != nil {
		return err
	}
	args = flags.Args()
	if len(args) != 2 {
		return fmt.Errorf("wants ROWS and FILE.csv")
	}
	rows, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	study, err := bench.StudyAs(filepath.Base(args[1]), *platform)
	if err != nil {
		return err
	}
	f, err := os.Create(args[1])
	if err != nil {
		return err
	}
	if err := bench.ExportAs(f, rows, *platform); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.WriteFile(strings.TrimSuffix(args[1], filepath.Ext(args[1]))+".yaml", []byte(study), 0o644)
}
