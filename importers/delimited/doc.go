// Package delimited turns the bytes of a delimited text (CSV, TSV) into records: it finds the encoding and the delimiter, cuts the text into
// chunks of whole records for several workers, and finds the cells in a chunk.
//
// encoding/csv is the careful route, and says what is wrong where a text breaks the rules on quotes; Chunks and Fields are the fast one. The
// package knows nothing of surveys, of what headers mean, or of which rows count.
package delimited
