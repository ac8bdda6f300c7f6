package study

// AnswerTime is the column that says when a respondent answered, and how its days are written.
type AnswerTime struct {
	Column Selector
	Order  DateOrder
}

// DateOrder says what 4/5/2026 means.
type DateOrder string

// The orders of days. Without one it is told from the column: a 13 can be no month.
const (
	OrderFromColumn DateOrder = ""
	DayFirst        DateOrder = "day_first"
	MonthFirst      DateOrder = "month_first"
)

// answerTime reads a column, or {column: C, order: day_first}.
func (d *fileDecoder) answerTime(a *Audience, n *node) {
	t := AnswerTime{}
	column := n
	if n.kind == mapping && !n.has("text") {
		column = nil
		orders := map[string]DateOrder{string(DayFirst): DayFirst, string(MonthFirst): MonthFirst}
		d.fields(n, "time",
			field{"column", func(n *node) { column = n }},
			field{"order", word(&d.decoder, &t.Order, "order", orders, string(DayFirst), string(MonthFirst))},
		)
		if column == nil {
			d.fault(n.place, "time: {column: EndDate, order: day_first}", "time names no column")
			return
		}
	}
	if s := d.selector(column, "time"); s != nil {
		t.Column = *s
		a.Time = &t
	}
}

func (n *node) has(key string) bool {
	for _, e := range n.entries {
		if e.key == key {
			return true
		}
	}
	return false
}
