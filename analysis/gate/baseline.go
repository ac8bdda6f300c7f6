package gate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// BaselineSchema names the form of Baseline.
const BaselineSchema = "cxgap.baseline/1"

// Baseline is what a later result is compared with: the figures of one wave that rules can name, and what they are about.
// It holds aggregates alone, and of these what a report may show. Its lists are sorted, so that its changes read well.
type Baseline struct {
	Schema    string             `json:"schema"`
	Methods   int                `json:"methods"` // analysis.Methods
	Generator analysis.Generator `json:"generator"`
	Title     string             `json:"title"`
	Wave      string             `json:"wave,omitempty"`
	Audiences []BaselineAudience `json:"audiences"`          // by id
	Items     []analysis.Item    `json:"items"`              // by id
	RestsOn   *Basis             `json:"rests_on,omitempty"` // nil: written before baselines knew
	Figures   []BaselineFigure   `json:"figures"`            // by id
	Loosened  []Loosening        `json:"loosened"`           // in order of time

	now *presence // what it is compared with; nil: nobody said
}

// BaselineAudience is the size of an audience.
type BaselineAudience struct {
	ID         string `json:"id"`
	N          int    `json:"n"`
	Population int    `json:"population,omitempty"`
}

// BaselineFigure is one figure with what a comparison needs of it. Its id names no wave, so that another can be compared.
type BaselineFigure struct {
	ID      string          `json:"figure"`
	Unit    analysis.Unit   `json:"unit"`
	Value   analysis.Number `json:"value"`
	SE      analysis.Number `json:"se"`
	Low     analysis.Number `json:"low"`
	High    analysis.Number `json:"high"`
	Level   analysis.Number `json:"level"`
	DF      analysis.Number `json:"df"`
	N       analysis.Number `json:"n"`
	NVersus analysis.Number `json:"n_versus"`
	Note    analysis.Notes  `json:"note"`
	Over    []string        `json:"over,omitempty"` // the items that a figure about all of them rests on, by id
}

// Loosening records that a baseline was made milder, and why.
type Loosening struct {
	Figure string          `json:"figure"`
	Rule   string          `json:"rule"`
	From   analysis.Number `json:"from"`
	To     analysis.Number `json:"to"` // null: the result has it no more
	Reason string          `json:"reason"`
}

// NewBaseline keeps the newest wave of a result.
func NewBaseline(r *analysis.Result) *Baseline {
	b := &Baseline{
		Schema: BaselineSchema, Methods: analysis.Methods, Generator: r.Generator, Title: r.Title, Loosened: []Loosening{},
		Audiences: []BaselineAudience{}, Figures: []BaselineFigure{},
	}
	if n := len(r.Waves); n > 0 {
		b.Wave = r.Waves[n-1]
	}
	for _, a := range r.Audiences {
		for _, base := range a.Bases {
			if base.Wave == b.Wave {
				b.Audiences = append(b.Audiences, BaselineAudience{a.ID, base.N, a.Population})
			}
		}
	}
	b.Items = append([]analysis.Item{}, r.Items...)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Wave != b.Wave || !f.Value.Defined() || !nameable(f) {
			continue
		}
		kept := baselineFigure(f)
		if f.Item == "" && f.Audience == "" {
			kept.Over = itemsAsked(r.Items, f.Kind)
		}
		for _, c := range r.Constructs {
			if c.ID == f.Item {
				kept.Over = slices.Sorted(slices.Values(c.Items))
			}
		}
		b.Figures = append(b.Figures, kept)
	}
	b.sort()
	return b
}

// BaselineNeedsResamples reports whether a figure that the baseline of a study keeps has its interval from resamples: the shortfall of
// dimensions and constructs has.
func BaselineNeedsResamples(s *study.Study) bool {
	return slices.ContainsFunc(s.Constructs, func(c *study.Construct) bool {
		return slices.ContainsFunc(c.Items, func(item *study.Item) bool {
			return slices.ContainsFunc(item.Ratings, func(r *study.Rating) bool { return r.Kind == study.Importance })
		})
	})
}

func (b *Baseline) sort() {
	slices.SortFunc(b.Audiences, func(x, y BaselineAudience) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.Items, func(x, y analysis.Item) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.Figures, func(x, y BaselineFigure) int { return cmp.Compare(x.ID, y.ID) })
}

// nameable reports whether a rule can name the figure.
func nameable(f *analysis.Figure) bool {
	if f.Perspective != "own" {
		return false
	}
	stands := source{f.Analysis, f.Statistic}
	for _, d := range definitions() {
		if f.Kind == d.kind && !d.resampled && (stands == d.source || stands == d.construct || stands == d.segment) {
			return true
		}
	}
	return false
}

func baselineFigure(f *analysis.Figure) BaselineFigure {
	return BaselineFigure{
		ID: withoutWave(f.ID, f.Wave), Unit: f.Unit, Value: f.Value, SE: f.SE, Low: f.Low, High: f.High, Level: f.Level, DF: f.DF,
		N: f.N, NVersus: f.NVersus, Note: append(analysis.Notes{}, f.Note...),
	}
}

// withoutWave takes the wave out of the id of a figure.
func withoutWave(id, wave string) string {
	if wave == "" {
		return id
	}
	return strings.Replace(id, "@wave="+wave, "", 1)
}

// measurer returns the baseline as a result that rules can be held against. What it knows of fewer answers than the present
// result shows is suppressed there too.
func (b *Baseline) measurer(present *analysis.Result) *measurer {
	r := &analysis.Result{Title: b.Title, Items: b.Items, Constructs: present.Constructs, Choices: present.Choices}
	open := map[string]bool{}
	for _, a := range present.Audiences {
		open[a.ID] = !a.Anonymous
	}
	for _, a := range b.Audiences {
		r.Audiences = append(r.Audiences, analysis.Audience{ID: a.ID, Population: a.Population, Bases: []analysis.Base{{N: a.N}}})
	}
	few := b.fewAnswers(present.Choices.MinimumBase, open)
	for _, f := range b.Figures {
		row := f.figure(present.Choices.MinimumBase, open)
		if f.restsOn(few) {
			row.Note = analysis.Notes{analysis.NoteSuppressed}
		}
		r.Figures = append(r.Figures, row)
	}
	m := newMeasurer(r)
	m.kept = b
	if b.now != nil {
		b.now.title = present.Title
	}
	m.over = map[string][]string{}
	for _, f := range b.Figures {
		m.over[f.ID] = f.Over
	}
	return m
}

// fewAnswers lists the items that an audience gave fewer answers to than may be shown: a figure over all audiences tells of
// them too.
func (b *Baseline) fewAnswers(minimum int, open map[string]bool) []string {
	var few []string
	for _, f := range b.Figures {
		parts := strings.Split(f.ID, "/")
		if len(parts) == 5 && parts[0] == "profile" && parts[4] == "mean" && !open[parts[2]] && float64(f.N) < float64(minimum) {
			few = append(few, parts[3])
		}
	}
	return few
}

// restsOn reports whether a figure is one over all audiences, and of one of these items.
func (f BaselineFigure) restsOn(items []string) bool {
	parts := strings.Split(f.ID, "/")
	if len(parts) != 5 || parts[2] != "*" {
		return false
	}
	return slices.Contains(items, parts[3]) || slices.ContainsFunc(f.Over, func(id string) bool { return slices.Contains(items, id) })
}

// figure returns the row of a result, suppressed where its base is below the minimum.
func (f BaselineFigure) figure(minimum int, open map[string]bool) analysis.Figure {
	row := analysis.Figure{
		ID: f.ID, Unit: f.Unit, Value: f.Value, SE: f.SE, Low: f.Low, High: f.High, Level: f.Level, DF: f.DF,
		N: f.N, NVersus: f.NVersus, Note: f.Note,
	}
	first, second, _ := strings.Cut(strings.Split(f.ID+"//", "/")[2], ":")
	if !open[first] && float64(f.N) < float64(minimum) || !open[second] && float64(f.NVersus) < float64(minimum) {
		row.Note = analysis.Notes{analysis.NoteSuppressed}
	}
	return row
}

// writeAnew is the remedy for a baseline that cannot be used.
const writeAnew = "write it anew: cxgap check baseline write -o FILE"

// versionFault says why this program does not read the baseline; nil if it does.
func (b *Baseline) versionFault(file string) error {
	switch {
	case b.Schema == "":
		return baselineFault(file, "not a baseline: it has no schema")
	case strings.HasPrefix(b.Schema, "cxgap.result/"):
		return baselineFault(file, "a saved result, and no baseline")
	case strings.HasPrefix(b.Schema, "cxgap.check/"):
		return baselineFault(file, "verdicts of a check, and no baseline")
	case b.Schema != BaselineSchema:
		return baselineFault(file, "its schema is "+quoted(b.Schema)+", and this version reads "+quoted(BaselineSchema))
	case b.Methods != analysis.Methods:
		return baselineFault(file, "its figures follow other definitions than those of this version: a difference would not be one of the answers")
	}
	return nil
}

// faults says what else keeps a baseline from being compared.
func (b *Baseline) faults(file string) error {
	if err := b.versionFault(file); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, f := range b.Figures {
		switch {
		case seen[f.ID]:
			return baselineFault(file, "figure "+quoted(f.ID)+" stands twice")
		case !f.Value.Defined():
			return baselineFault(file, "figure "+quoted(f.ID)+" has no value")
		case f.Low > f.Value || f.High < f.Value || f.SE < 0:
			return baselineFault(file, "figure "+quoted(f.ID)+" lies outside its interval")
		}
		seen[f.ID] = true
	}
	return nil
}

func baselineFault(file, message string) error {
	faults := &study.InputError{}
	faults.Add(study.Fault{Place: study.Place{File: file}, Message: message, Hint: writeAnew})
	return faults
}

func quoted(text string) string { return `"` + text + `"` }
