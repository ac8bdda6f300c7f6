package study

// straightItems is how many answered items of one kind, all with the same answer, make a straight-liner (METHODS section 2).
const straightItems = 5

// StraightLines finds respondents who give the same answer to all items of a kind.
type StraightLines struct {
	groups  [][]int // ratings of one kind from the respondents' own view
	alike   []bool  // by group: one scale and no reversed item, so that equal answers are equal codes
	columns []*Column
}

// NewStraightLines looks for straight lines of one audience.
func NewStraightLines(a *Audience, ratings []*Rating) *StraightLines {
	s := &StraightLines{columns: make([]*Column, len(ratings))}
	number := map[Kind]int{}
	for i, r := range ratings {
		c := r.Columns[a.ID]
		if c == nil || r.Of != "" || r.Kind == OutcomeKind || r.Kind == JourneyKind {
			continue
		}
		s.columns[i] = c
		k, known := number[r.Kind]
		if !known {
			k = len(s.groups)
			number[r.Kind] = k
			s.groups = append(s.groups, nil)
		}
		s.groups[k] = append(s.groups[k], i)
	}
	for _, group := range s.groups {
		alike := true
		for _, i := range group {
			alike = alike && !s.columns[i].Reversed && s.columns[i].Scale.Same(s.columns[group[0]].Scale)
		}
		s.alike = append(s.alike, alike)
	}
	return s
}

// same reports whether a row's answers to ratings of one scale are one, and of enough of them.
func same(r *Responses, group []int, row int) bool {
	if a, b, c := r.Codes[group[0]], r.Codes[group[1]], r.Codes[group[2]]; a != nil && b != nil && c != nil && apart(a[row], b[row], c[row]) {
		return false // most respondents, by one question that is guessed right
	}
	answered, first := 0, Blank
	for _, i := range group {
		if r.Codes[i] == nil {
			continue
		}
		switch c := r.Codes[i][row]; {
		case !c.Valid():
			continue
		case answered == 0:
			first = c
		case c != first:
			return false
		}
		answered++
	}
	return answered >= straightItems
}

// apart reports whether three answers are not one; false if any of them is missing.
func apart(a, b, c Code) bool { return max(a, b, c).Valid() && (a^b|a^c) != 0 }

// In reports whether a row is a straight line in any kind, by the answers as they were given: a reversed item is turned
// back.
func (s *StraightLines) In(r *Responses, row int) bool {
	for k, group := range s.groups {
		if len(group) < straightItems {
			continue
		}
		if s.alike[k] {
			if same(r, group, row) {
				return true
			}
			continue
		}
		answered, same, first := 0, true, 0.0
		for _, i := range group {
			if r.Codes[i] == nil {
				continue
			}
			c := r.Codes[i][row]
			if !c.Valid() {
				continue
			}
			if s.columns[i].Reversed {
				c = Code(s.columns[i].Scale.Points()-1) - c
			}
			x := s.columns[i].Scale.Value(c)
			if answered++; answered == 1 {
				first = x
			} else if x != first {
				same = false
				break
			}
		}
		if same && answered >= straightItems {
			return true
		}
	}
	return false
}
