package importers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Patterns are compiled when they are needed, so that a faulty one would be found by the first who needs it: here all are compiled.
func TestPatternsCompile(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			if general, ok := declaration.(*ast.GenDecl); ok && general.Tok == token.VAR && !strings.HasSuffix(name, "_test.go") {
				found += compilePatterns(t, name, general)
			}
		}
	}
	if found < 30 {
		t.Errorf("%d patterns found: is this test blind?", found)
	}
}

// compilePatterns compiles the patterns of a declaration; one that the start of the program would compile is an error.
func compilePatterns(t *testing.T, file string, declaration *ast.GenDecl) (found int) {
	ast.Inspect(declaration, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if selector, ok := call.Fun.(*ast.SelectorExpr); ok && selector.Sel.Name == "MustCompile" {
			t.Errorf("%s: a pattern is compiled whenever the program starts; use lazily", file)
		}
		if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "lazily" {
			found++
			text := constantText(call.Args[0])
			if _, err := regexp.Compile(text); err != nil || text == "" {
				t.Errorf("%s: pattern %q: %v", file, text, err)
			}
		}
		return true
	})
	return found
}

// constantText joins string literals that are added up.
func constantText(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return constantText(e.X) + constantText(e.Y)
	}
	return ""
}
