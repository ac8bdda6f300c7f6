// Generate writes the invented export of bench, and a study file beside it: go run ./bench/generate ROWS FILE.csv
package main

import (
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
	if len(args) != 2 {
		return fmt.Errorf("wants ROWS and FILE.csv")
	}
	rows, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	f, err := os.Create(args[1])
	if err != nil {
		return err
	}
	if err := bench.Export(f, rows); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	study := strings.TrimSuffix(args[1], filepath.Ext(args[1])) + ".yaml"
	return os.WriteFile(study, []byte(bench.Study(filepath.Base(args[1]))), 0o644)
}
