package report

import (
	"io"
	"reflect"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twcache"
)

// gridTables lays out the grids of a document one after another in one tablewriter.Table, because a new table brings a cache for
// ten thousand types with it (half a megabyte) where all cells are strings. The zero value is ready.
type gridTables struct {
	table *tablewriter.Table
	sink  errorWriter
}

// begin returns the empty table that is rendered to w in this style. Errors of w are in sink: Render does not return them.
func (t *gridTables) begin(w io.Writer, style ...tablewriter.Option) *tablewriter.Table {
	t.sink = errorWriter{w: w}
	if t.table == nil {
		small := tablewriter.WithStringerCacheCustom(twcache.NewLRU[reflect.Type, reflect.Value](1))
		t.table = tablewriter.NewTable(&t.sink, append(style, small)...)
		return t.table
	}
	t.table.Reset()
	return t.table.Options(style...)
}
