package study

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// node is a value of the study file with its place: the parser's tree without its details of style.
type node struct {
	kind    nodeKind
	text    string // of a scalar, as written
	place   Place
	entries []entry // of a mapping
	items   []*node // of a sequence
}

type nodeKind string

const (
	scalar   nodeKind = "a single value"
	mapping  nodeKind = "keys with values"
	sequence nodeKind = "a list"
	nothing  nodeKind = "nothing"
)

type entry struct {
	key   string
	place Place
	value *node
}

// form is what a kind of file is called, and how it begins.
type form struct{ name, begins, empty string }

func studyForm() form {
	return form{"study file", "it begins with  audiences:", "cxgap demo writes one to start from"}
}

// parseYAML returns the one mapping that a file is.
func parseYAML(s *Source, f form) (*node, []Fault) {
	file, err := parser.ParseBytes([]byte(s.Text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, []Fault{syntaxFault(s, err)}
	}
	t := &treeBuilder{name: s.Name, anchors: map[string]ast.Node{}}
	var root *node
	for _, document := range file.Docs {
		if document.Body == nil || document.Body.Type() == ast.CommentType {
			continue
		}
		if root != nil {
			place := t.place(document.Start)
			return nil, []Fault{{Place: place, Message: "a second document", Hint: "a " + f.name + " is one document: take out the line ---"}}
		}
		root = t.build(document.Body, 0)
	}
	if len(t.faults) > 0 {
		return nil, t.faults
	}
	if root == nil || root.kind == nothing {
		return nil, []Fault{{Place: Place{File: s.Name}, Message: "the " + f.name + " is empty", Hint: f.empty}}
	}
	if root.kind != mapping {
		return nil, []Fault{{
			Place: root.place, Message: fmt.Sprintf("a %s is keys with values, not %s", f.name, root.kind),
			Hint: f.begins,
		}}
	}
	return root, nil
}

// syntaxFault words an error of the parser, which names the place but speaks of tokens.
func syntaxFault(s *Source, err error) Fault {
	f := Fault{Place: Place{File: s.Name}, Message: "not valid YAML: " + err.Error()}
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return f
	}
	f.Message = "not valid YAML: " + firstLine(syntax.GetMessage())
	if tk := syntax.GetToken(); tk != nil && tk.Position != nil {
		f.Place.Line, f.Place.Column = tk.Position.Line, tk.Position.Column
	}
	line := s.Line(f.Place.Line)
	if strings.HasPrefix(strings.TrimLeft(line, " "), "\t") {
		f.Hint = "indent with blanks: YAML does not allow tabs"
	} else {
		f.Hint = "texts with : # { } [ ] , & * % @ or a leading quote need quotation marks"
	}
	return f
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

type treeBuilder struct {
	name    string
	anchors map[string]ast.Node
	faults  []Fault
}

func (t *treeBuilder) place(tk *token.Token) Place {
	if tk == nil || tk.Position == nil {
		return Place{File: t.name}
	}
	return Place{File: t.name, Line: tk.Position.Line, Column: tk.Position.Column}
}

// maxDepth bounds the nesting: a study file needs six levels, and an alias may refer to a node that holds itself.
const maxDepth = 32

func (t *treeBuilder) build(n ast.Node, depth int) *node {
	if depth > maxDepth {
		t.faults = append(t.faults, Fault{Place: t.place(n.GetToken()), Message: "nested too deeply"})
		return &node{kind: nothing}
	}
	built := &node{kind: scalar, place: t.place(n.GetToken())}
	switch n := n.(type) {
	case *ast.MappingNode:
		built.kind = mapping
		for _, value := range n.Values {
			t.entry(built, value, depth)
		}
		if len(built.entries) > 0 && !n.IsFlowStyle {
			built.place = built.entries[0].place // the token of a block mapping is its first colon
		}
	case *ast.MappingValueNode:
		built.kind = mapping
		t.entry(built, n, depth)
		if len(built.entries) > 0 {
			built.place = built.entries[0].place
		}
	case *ast.SequenceNode:
		built.kind = sequence
		for _, value := range n.Values {
			built.items = append(built.items, t.build(value, depth+1))
		}
	case *ast.NullNode:
		built.kind = nothing
	case *ast.AnchorNode:
		t.anchors[n.Name.GetToken().Value] = n.Value
		return t.build(n.Value, depth+1)
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		target, known := t.anchors[name]
		if !known {
			t.faults = append(t.faults, Fault{Place: built.place, Message: fmt.Sprintf("no anchor &%s stands before this", name)})
			return built
		}
		return t.build(target, depth+1)
	case *ast.TagNode:
		return t.build(n.Value, depth+1)
	case *ast.LiteralNode:
		built.text = n.Value.Value
	case *ast.StringNode:
		built.text = n.Value
	default:
		built.text = n.GetToken().Value
	}
	return built
}

func (t *treeBuilder) entry(to *node, value *ast.MappingValueNode, depth int) {
	tk := value.Key.GetToken()
	if _, merge := value.Key.(*ast.MergeKeyNode); merge {
		t.faults = append(t.faults, Fault{Place: t.place(tk), Message: "merge keys (<<) are not supported", Hint: "write the keys out"})
		return
	}
	key := tk.Value
	if text, isText := value.Key.(*ast.StringNode); isText {
		key = text.Value
	}
	to.entries = append(to.entries, entry{key: key, place: t.place(tk), value: t.build(value.Value, depth+1)})
}
