package analysis

import (
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// trusted is a study of a construct of four items, answered by customers; change may edit the answers.
func trusted(t *testing.T, change func(rows [][]float64)) *invented {
	t.Helper()
	in := newInvented(tenPoints, []string{"customers"}, "honest", "able", "kind", "open")
	in.study.Constructs = []*study.Construct{{ID: "trust", Label: "Trust", Items: in.study.Items}}
	var rows [][]float64
	for i := range 60 {
		common := float64(2 + i%7)
		rows = append(rows, []float64{common, common + float64(i%2), common + float64(i/2%3), common - float64(i%3/2)})
	}
	if change != nil {
		change(rows)
	}
	in.answers("customers", rows...)
	return in
}

// Where one of four items does not vary there is no ω because of that, not for want of items.
func TestOmegaSaysThatAnItemDoesNotVary(t *testing.T) {
	_, figures := trusted(t, func(rows [][]float64) { each(rows, func(r []float64) { r[3] = 7 }) }).analyze(t)
	omega := must(t, figures, "construct/performance/customers/trust/omega")
	if omega.Value.Defined() || !omega.Note.Has(NoteConstantItem) || omega.Note.Has(NoteTooFewItems) {
		t.Errorf("omega %v %v, want none and %s", omega.Value, omega.Note, NoteConstantItem)
	}
}

// With weights Feldt's interval stands on the effective number of respondents; with clusters a note says that it does not know of them.
func TestFeldtKnowsOfWeightsAndSaysWhatItDoesNotKnow(t *testing.T) {
	interval := func(in *invented) Figure {
		_, figures := in.analyze(t)
		return must(t, figures, "construct/performance/customers/trust/alpha")
	}
	plain := interval(trusted(t, nil))
	weighted := trusted(t, nil)
	for i := range weighted.blocks[0].N { // half count nine times as much as the others, and twins answer alike
		weighted.blocks[0].Weight = append(weighted.blocks[0].Weight, []float64{1, 9}[i/30])
	}
	f := interval(weighted)
	effective := 30.0 * 30 * 100 / (30 * 82)
	if f.N != 60 || math.Abs(float64(f.NEffective)-effective) > 1e-9 || math.Abs(float64(f.DF)-(effective-1)) > 1e-9 {
		t.Errorf("n %v, effective %v, df %v, want 60, %v and one less", f.N, f.NEffective, f.DF, effective)
	}
	if !(f.High-f.Low > plain.High-plain.Low) {
		t.Errorf("with weights %v to %v, without %v to %v", f.Low, f.High, plain.Low, plain.High)
	}
	clustered := trusted(t, nil)
	clustered.study.Audiences[0].Cluster = &study.Selector{Name: "account"}
	for i := range clustered.blocks[0].N {
		clustered.blocks[0].Cluster = append(clustered.blocks[0].Cluster, string(rune('a'+i%10)))
	}
	if f := interval(clustered); !f.Note.Has(NoteClustersUnused) {
		t.Errorf("notes of alpha with clusters: %v", f.Note)
	}
	if plain.Note.Has(NoteClustersUnused) {
		t.Errorf("notes of alpha without clusters: %v", plain.Note)
	}
}
