package importers

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
)

// spreadsheetErrors are what spreadsheets show in place of the result of a formula that failed, one program or language a line: nobody
// answered that, and a cell that shows it says nothing.
const spreadsheetErrors = `
#N/A #REF! #DIV/0! #VALUE! #NAME? #NUM! #NULL! #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #UNKNOWN! #CONNECT! #BUSY! #ERROR!
#NV #BEZUG! #WERT! #ZAHL! #FELD! #ÜBERLAUF!
#VALEUR! #NOM? #NOMBRE! #NUL! #CHAMP! #PROPAGATION!
#N/D #¡REF! #¡DIV/0! #¡VALOR! #¿NOMBRE? #¡NUM! #¡NULO! #¡DESBORDAMIENTO! #¡CALC!
#VALOR! #NOME? #NÚM! #NULO! #N/DISP
#RIF! #VALORE! #NULLO!
#N/B #VERW! #DEEL/0! #WAARDE! #NAAM? #GETAL! #LEEG!
`

var knownSpreadsheetErrors = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, text := range strings.Fields(spreadsheetErrors) {
		known[text] = true
	}
	return known
})

// isSpreadsheetError reports whether a cell shows an error of a spreadsheet, or the signs that stand where a column is too narrow.
func isSpreadsheetError[T string | []byte](cell T) bool {
	const shortest, longest = 3, 40
	if len(cell) < shortest || len(cell) > longest || cell[0] > ' ' && cell[0] != '#' && (cell[0] != 'E' || cell[1] != 'r' || cell[2] != 'r') {
		return false // nearly all cells
	}
	text := strings.TrimSpace(string(cell))
	if digits, is := strings.CutPrefix(text, "Err:"); is { // LibreOffice
		return len(digits) == 3 && strings.Trim(digits, "0123456789") == ""
	}
	return knownSpreadsheetErrors()[text] || len(text) >= shortest && strings.Trim(text, "#") == ""
}

// tellSpreadsheetErrors counts the errors of spreadsheets in all rows of an export, in a pass of its own, for hardly a file has any, and says
// how many there are and where the first stands.
func (e *Export) tellSpreadsheetErrors(ctx context.Context) (study.Notice, error) {
	n, first := 0, ""
	if _, err := e.read(ctx, func(r Record) error {
		for i, text := range r.Cells {
			if !isSpreadsheetError(text) {
				continue
			}
			if n++; n == 1 {
				first = fmt.Sprintf("%s (%s)", study.Place{File: e.Name, Line: r.CellLine(i), Column: e.Columns[i].inFile()}, strings.TrimSpace(text))
			}
		}
		return nil
	}, func(study.Fault) {}); err != nil {
		return study.Notice{}, err
	}
	return study.Notice{Code: study.ErrorCells, Where: e.Name, Message: fmt.Sprintf("%s: %s an error in place of a value, first %s: read as blank", e.Name, hold(n), first)}, nil
}
