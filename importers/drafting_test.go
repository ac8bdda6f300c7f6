package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// written writes files, given as name and text, into a folder of their own and returns it.
func written(t testing.TB, files ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// audiencesIn writes files, given as name and text, and names each as the export of the audience that it is called by.
func audiencesIn(t testing.TB, files ...string) ([]AudienceFiles, Options) {
	t.Helper()
	var audiences []AudienceFiles
	for i := 0; i < len(files); i += 2 {
		audiences = append(audiences, AudienceFiles{ID: strings.TrimSuffix(files[i], ".csv"), Files: []string{files[i]}})
	}
	return audiences, Options{Dir: written(t, files...)}
}

// drafted drafts a study from files given as name and text, one audience a file (its name without ending).
func drafted(t *testing.T, files ...string) (*study.Study, []study.Notice, error) {
	t.Helper()
	audiences, o := audiencesIn(t, files...)
	return Draft(context.Background(), audiences, o)
}

// draftFileOf drafts a study file from files given as name and text, one audience a file.
func draftFileOf(t *testing.T, files ...string) string {
	t.Helper()
	audiences, o := audiencesIn(t, files...)
	text, err := DraftFile(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// readThrough opens a study and reads all of its answers.
func readThrough(s *study.Study, o Options) (*study.Intake, error) {
	v, err := Open(s, o)
	if err != nil {
		return nil, err
	}
	return v.Read(context.Background(), discardSink{})
}
