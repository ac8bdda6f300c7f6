package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Answers of two scales have no common mean: neither those of two files of an audience, nor those of two waves in one.
func TestPartsOnTwoScalesAreAsked(t *testing.T) {
	five := answersTo("How satisfied are you with price?", 0, 8, 10, 12, 14, 16)
	ten := answersTo("How satisfied are you with price?", 0, 1, 1, 2, 4, 8, 8, 10, 10, 8, 8)
	help := answersTo("How satisfied are you with help?", 0, 8, 10, 12, 14, 16)
	for name, test := range map[string]struct {
		files []string
		want  string
	}{
		"two files": {
			[]string{exportOf(60, five, help), exportOf(60, ten, help)},
			`left out: "How satisfied are you with price?": the answers in "1.csv" run to 10, and those in "0.csv" end at 5: two scales, and no common mean; name what was asked on one scale as an audience of its own`,
		},
		"two waves in a file": {
			[]string{exportOf(60, append([]string{"wave"}, repeated("2024", 60)...), five, help) + withoutHeader(exportOf(60, append([]string{"wave"}, repeated("2025", 60)...), ten, help))},
			`the answers in wave "2025" run to 10, and those in wave "2024" end at 5`,
		},
	} {
		dir := t.TempDir()
		audience := AudienceFiles{ID: "customers"}
		for i, text := range test.files {
			file := string(rune('0'+i)) + ".csv"
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			audience.Files = append(audience.Files, file)
		}
		s, notices, err := Draft(context.Background(), []AudienceFiles{audience}, Options{Dir: dir})
		if err != nil {
			t.Fatal(name, err)
		}
		got := described(s, notices)
		if !strings.Contains(got, test.want) || strings.Contains(got, "customers=1..10") || !strings.Contains(got, `"How satisfied are you with help?" performance customers=1..5`) {
			t.Errorf("%s:\n%s", name, got)
		}
		draft, err := DraftFile(context.Background(), []AudienceFiles{audience}, Options{Dir: dir})
		if err != nil {
			t.Fatal(name, err)
		}
		if !strings.Contains(string(draft), "# ? Which scale has \"How satisfied are you with price?\"?") || strings.Contains(string(draft), "scale: 1..10") {
			t.Errorf("%s: init drafts\n%s", name, draft)
		}
	}
}

// Two waves on one scale are pooled, also where the weaker one lacks its highest answer by chance.
func TestWavesOnOneScaleAreNoTwo(t *testing.T) {
	weak := exportOf(12, append([]string{"wave"}, repeated("2024", 12)...), answersTo("How satisfied are you with price?", 0, 4, 4, 2, 2))
	strong := exportOf(40, append([]string{"wave"}, repeated("2025", 40)...), answersTo("How satisfied are you with price?", 0, 5, 5, 10, 10, 10))
	s, notices, err := drafted(t, "customers.csv", weak+withoutHeader(strong))
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "customers=1..5") {
		t.Error(got)
	}
}

func repeated(cell string, times int) []string {
	return strings.Split(strings.TrimSuffix(strings.Repeat(cell+"\n", times), "\n"), "\n")
}

func withoutHeader(text string) string {
	_, rows, _ := strings.Cut(text, "\n")
	return rows
}
