package chart

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// twelveItems lie as in the map of a survey: two pairs beside each other, one point at the cross-hair, one at the edge.
func twelveItems() Scatter {
	s := Scatter{Low: 1, High: 10, Square: true, CrossX: 7.33, CrossY: 8.16, Corners: [4]string{"concentrate here", "keep up the good work", "low priority", "possible overkill"}}
	for _, at := range [][2]float64{
		{8.26, 8.98}, {7.85, 8.86}, {5.9, 8.82}, {7.85, 8.57}, {8.99, 8.39}, {6.61, 8.2}, {6.84, 8.11}, {7.61, 7.88}, {7.18, 7.78}, {6.53, 7.69}, {6.15, 7.32}, {8.18, 7.23},
	} {
		s.Points = append(s.Points, Point{Label: "item", X: Value{at[0], at[0] - 0.17, at[0] + 0.17}, Y: Value{at[1], at[1] - 0.11, at[1] + 0.11}})
	}
	s.Points[2].Y.High = 9.32 // where the name of its quadrant stood, were that at the corner
	return s
}

// No number can be taken for that of another point, none stands on the cross-hair, and no quadrant's name on an interval.
func TestNumbersStandBesideTheirPoints(t *testing.T) {
	s := twelveItems()
	d := s.Draw()
	s.right, s.bottom = scatterLeft+scatterSide, scatterTop+scatterSide
	x, y := s.axes()
	marks := s.marks(x, y)
	seen := 0
	for _, m := range regexp.MustCompile(`<text x="([^"]*)" y="([^"]*)" text-anchor="middle" class="strong">(\d+)</text>`).FindAllStringSubmatch(d.body, -1) {
		at, _ := strconv.ParseFloat(m[1], 64)
		baseline, _ := strconv.ParseFloat(m[2], 64)
		n, _ := strconv.Atoi(m[3])
		seen++
		box := boxOf(newCanvas(Words{}).bold, at, baseline, middle, m[3])
		own := box.distance(marks[n-1])
		for k := range marks {
			if k != n-1 && box.distance(marks[k]) < 1.5*own {
				t.Errorf("number %d is %.1f from its point, %.1f from point %d", n, own, box.distance(marks[k]), k+1)
			}
		}
		if cross := x.at(s.CrossX); box.Left < cross && cross < box.Right {
			t.Errorf("number %d stands on the cross-hair", n)
		}
		if cross := y.at(s.CrossY); box.Top < cross && cross < box.Bottom {
			t.Errorf("number %d stands on the cross-hair", n)
		}
	}
	if seen != len(s.Points) {
		t.Errorf("%d numbers", seen)
	}
	for _, text := range d.texts {
		for _, name := range s.Corners {
			for _, p := range s.Points {
				if text.Text == name && hits(s.whiskers(x, y, p), text) {
					t.Errorf("%q stands on an interval", name)
				}
			}
		}
	}
}

// A line leads from a point to a number that stands further off, and ends before it.
func TestLeadsEndBeforeNumbers(t *testing.T) {
	s := Scatter{Low: 1, High: 10, CrossX: math.NaN(), CrossY: math.NaN()}
	for k := range 12 {
		at := 5 + float64(k)/40
		s.Points = append(s.Points, Point{Label: "item", X: Value{at, at, at}, Y: Value{at, at, at}})
	}
	s.Points = append(s.Points, Point{Label: "far", X: Value{9, 9, 9}, Y: Value{9, 9, 9}})
	d := s.Draw()
	leads := regexp.MustCompile(`<line x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)" class="tie"/>`).FindAllStringSubmatch(d.body, -1)
	var long int
	for _, m := range leads {
		end := Box{}
		end.Left, _ = strconv.ParseFloat(m[3], 64)
		end.Top, _ = strconv.ParseFloat(m[4], 64)
		from, _ := strconv.ParseFloat(m[1], 64)
		if from != end.Left {
			long++
		}
		end.Right, end.Bottom = end.Left, end.Top
		for _, text := range d.texts {
			inner := Box{text.Left + 1, text.Top + 1, text.Right - 1, text.Bottom - 1, ""}
			if _, err := strconv.Atoi(text.Text); err == nil && inner.distance(end) == 0 {
				t.Errorf("a lead ends within %q", text.Text)
			}
		}
	}
	if long == 0 || strings.Count(d.body, "strong") < 12 {
		t.Errorf("%d leads in %s", long, d.body)
	}
}
