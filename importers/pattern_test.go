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

	"github.com/cxgap/cxgap/analysis/study"
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

// The \b of Go knows the letters of English only: "\bid\b" is found in "idées", and "\bà" nowhere. Words of other languages stand in all tables, so
// that none may use it.
func TestPatternsEndWordsInAllLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	literals := 0
	for _, name := range append(files, below...) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			literals++
			if strings.Contains(constantText(literal), `\b`) {
				t.Errorf("%s: \\b ends words at accented letters: use lexicon.WordStart and lexicon.WordEnd", files.Position(literal.Pos()))
			}
			return true
		})
	}
	if literals < 1000 {
		t.Errorf("%d texts looked at: is this test blind?", literals)
	}
}

// What begins or ends like a word of English for a fact, a number or an end is none where the word goes on with an accented letter.
func TestWordsGoOnWithAccentedLetters(t *testing.T) {
	for header, kind := range map[string]study.ColumnKind{
		"Mes idées sont prises en compte": study.RatingColumn, "Idées": study.RatingColumn, "Le service est idéal": study.RatingColumn, "Un suivi des idées": study.RatingColumn,
		"Les personnes âgées sont bien accueillies": study.RatingColumn, "Die Idée überzeugt": study.RatingColumn, "id": study.MetaColumn, "Mon âge": study.NumberColumn,
	} {
		if c := inspectedText(t, ratedOnce(answersTo(header, 0, 4, 9, 6, 3, 8))).Columns[0]; c.Kind != kind {
			t.Errorf("%s is %s, want %s", header, c.Kind, kind)
		}
	}
	for header, kind := range map[string]study.Kind{
		"À quel point l'accueil est-il important pour votre satisfaction ?": study.Importance, "à quel point êtes-vous satisfait ?": study.Performance,
	} {
		if got := kindOf(Column{Text: header}); got != kind {
			t.Errorf("%s: %s", header, got)
		}
	}
}
