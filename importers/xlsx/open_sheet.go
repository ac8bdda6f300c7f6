package xlsx

import "errors"

// Rows opens the parts that the cells of a sheet need. Close the rows when they are read.
func (w *Workbook) Rows(sheet Sheet) (*Rows, error) {
	s := &Rows{texts: &sharedTexts{}, from1904: w.from1904}
	s.closes = append(s.closes, s.texts)
	if err := w.openSheet(s, sheet); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (w *Workbook) openSheet(s *Rows, sheet Sheet) error {
	if w.has(w.styles) {
		styles, err := w.open(w.styles)
		if err != nil {
			return err
		}
		defer styles.Close()
		if s.formats, err = readFormats(styles); err != nil {
			return err
		}
	}
	if w.has(w.texts) {
		texts, err := w.open(w.texts)
		if err != nil {
			return err
		}
		s.texts.part, s.texts.closer = newTagReader(texts), texts
	}
	cells, err := w.open(sheet.part)
	if err != nil {
		return err
	}
	s.closes = append(s.closes, cells)
	s.m = newTagReader(cells)
	return nil
}

// Close lets go of the parts and of what was spooled.
func (s *Rows) Close() error {
	var err error
	for i := len(s.closes) - 1; i >= 0; i-- {
		err = errors.Join(err, s.closes[i].Close())
	}
	s.closes = nil
	return err
}
