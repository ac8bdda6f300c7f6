package importers

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A data dictionary that is told of no audience describes those of its project, whether they hold REDCap's own columns or not, and no
// others; the draft says which.
func TestDictionaryOfAllAudiences(t *testing.T) {
	const dictionary = "Variable / Field Name,Form Name,Field Type,Field Label,\"Choices, Calculations, OR Slider Labels\"\n" +
		"record_id,care,text,Record ID,\nprompt,care,radio,We are prompt,\"1, Strongly disagree | 2, Disagree | 3, Neutral | 4, Agree | 5, Strongly agree\"\n"
	texts := "We are prompt,Region\n" + strings.Repeat("Strongly disagree,N\nDisagree,S\nNeutral,N\nAgree,S\nStrongly agree,N\n", 4)
	draft := func(files map[string]string) (string, error) {
		dir := t.TempDir()
		files["d.csv"] = dictionary
		var audiences []AudienceFiles
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, id := range []string{"leadership", "staff", "customers"} {
			audiences = append(audiences, AudienceFiles{ID: id, Files: []string{id + ".csv"}, RedCap: "d.csv"})
		}
		text, err := DraftFile(context.Background(), audiences, Options{Dir: dir})
		if err != nil {
			return "", err
		}
		s, err := study.Parse("s.yaml", text)
		if err == nil {
			_, err = Open(s, Options{Dir: dir})
		}
		if err != nil {
			t.Errorf("%s\n%s", faultsOf(err), text)
		}
		return string(text), nil
	}
	got, err := draft(map[string]string{
		"leadership.csv": "record_id,prompt,care_complete\n" + strings.Repeat("1,1,2\n2,3,2\n3,5,2\n", 4),
		"staff.csv":      "record_id,prompt\n" + strings.Repeat("1,1\n2,3\n3,5\n", 4),
		"customers.csv":  texts,
	})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for id, want := range map[string]bool{"leadership": true, "staff": true, "customers": false} {
		at := strings.Index(got, "files: ["+id+".csv]")
		if told := strings.Contains(strings.SplitN(got[at:], "# population", 2)[0], "dictionary: d.csv"); told != want {
			t.Errorf("%s: described %v, want %v\n%s", id, told, want, got)
		}
	}
	if !strings.Contains(got, `performance: {leadership: prompt, staff: prompt, customers: "We are prompt"}`) {
		t.Error(got)
	}
	_, err = draft(map[string]string{"leadership.csv": texts, "staff.csv": texts, "customers.csv": texts})
	var usage *UsageError
	if !errors.As(err, &usage) || usage.Message != "dictionary d.csv describes none of the exports: none is of REDCap, or has its fields" {
		t.Errorf("a dictionary that describes nothing: %v", err)
	}
}
