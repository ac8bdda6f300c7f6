// Command generate writes the exports of the demo study. All people, answers and the company are invented; the same
// program always writes the same bytes.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate DIR")
		os.Exit(2)
	}
	for name, content := range exports() {
		if err := os.WriteFile(filepath.Join(os.Args[1], name), content, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "generate:", err)
			os.Exit(1)
		}
	}
}

// exports returns the content of each export by its file name.
func exports() map[string][]byte {
	return map[string][]byte{
		"leadership.csv": leadership(),
		"staff.csv":      staff(),
		"customers.csv":  customers(),
	}
}
