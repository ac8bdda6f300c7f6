// Package xlsx reads the cells of Excel workbooks as text, row by row, in memory that grows neither with the rows nor with their texts.
//
// A cell says what is stored in it, not how it is shown: 7.5 stays 7.5 where a format shows 8. Numbers that a format makes dates or times
// become ISO dates and clock times. The package knows nothing of surveys; which sheet holds answers is for its caller to say.
// decisions/0011 tells why excelize, which writes the workbooks of reports, does not read them.
package xlsx
