// Command cxgap finds the gaps between what leadership believes, staff know and customers live, in the exports of their
// surveys, and says how sure one can be of each. `cxgap help` lists the commands.
package main

import "os"

func main() {
	lateFirstCollection()
	os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
