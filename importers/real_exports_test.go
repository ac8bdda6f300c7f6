package importers

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// realExport is what the SOURCE.txt beside a file, or FORMATS, says of it: its platform, its responses and its columns.
type realExport struct {
	file, platform string
	rows, columns  int
}

// realExports lists every file that describes itself well enough to be held to it.
func realExports() []realExport {
	return []realExport{
		{"exports/formbricks/export_shape_from_source.csv", "formbricks", 2, 19},
		{"exports/google_forms/en_sheets_grid_csat_nps.csv", "google_forms", 103, 26},
		{"exports/kobotoolbox/kpi_expected_export_hxl_row.csv", "kobotoolbox", 3, 18}, // tags below the header
		{"exports/kobotoolbox/kpi_expected_export_spanish.csv", "kobotoolbox", 1, 18},
		{"exports/limesurvey/de_semicolon_bom_two_header_rows_excel.csv", "generic", 45, 38}, // two header records, edited: no mark is left
		{"exports/limesurvey/en_fulltext_headings.csv", "limesurvey", 70, 146},
		{"exports/qualtrics/all_question_types_insights2016.csv", "qualtrics", 5, 190}, // 8 records, 3 of them headers
		{"exports/qualtrics/all_question_types_legacy.csv", "qualtrics", 5, 190},       // 7 records, 2 of them headers
		{"exports/qualtrics/matrix_multi_insights2016.csv", "qualtrics", 5, 75},
		{"exports/qualtrics/matrix_single_insights2016.csv", "qualtrics", 5, 30},
		{"exports/qualtrics/matrix_single_legacy.csv", "qualtrics", 5, 30},
		{"exports/qualtrics/multi_mc_insights2016.csv", "qualtrics", 5, 36},
		{"exports/qualtrics/no_basis_legacy.csv", "qualtrics", 15, 49}, // 17 records, 2 of them headers
		{"exports/qualtrics/qualtRics_sample.csv", "qualtrics", 1, 20},
		{"exports/qualtrics/qualtRics_sample_legacy.csv", "qualtrics", 1, 16},
		{"exports/redcap/checkboxes-1_data.csv", "redcap", 4, 13},
		{"exports/redcap/checkboxes-1_dictionary.csv", "generic", 4, 18},
		{"exports/redcap/survey_data.csv", "redcap", 2, 33},
		{"exports/redcap/survey_dictionary.csv", "generic", 25, 18},
		{"exports/surveymonkey/538_comma_full_1header.csv", "generic", 1129, 13}, // RespondentID without its blank: FORMATS section 3
		{"exports/surveymonkey/538_starwars_first60_cp1252.csv", "surveymonkey", 60, 38},
		{"exports/surveymonkey/cncf_maintainers_2019h1_EXPANDED.csv", "surveymonkey", 64, 97},
		{"exports/surveymonkey/cncf_maintainers_2019h2.csv", "surveymonkey", 70, 69},
		{"exports/surveymonkey/cncf_maintainers_2020h1_agree_labels.csv", "surveymonkey", 79, 71},
		{"exports/surveymonkey/cncf_maintainers_2020h2_1to10.csv", "surveymonkey", 97, 103},
		{"exports/surveymonkey/cncf_maintainers_2023h2_anchored_labels.csv", "surveymonkey", 133, 25},
		{"exports/surveymonkey/cncf_toc_2020h1_matrix_agree.csv", "surveymonkey", 28, 41},
		{"exports/surveymonkey/strimzi_2022_bom_ranking.csv", "surveymonkey", 41, 30},
		{"datasets/cncf_audiences/ambassador__2020__h1__CNCF_Ambassadors_Survey_2020_H1.csv", "surveymonkey", 44, 56},
		{"datasets/cncf_audiences/ambassador__2021__CNCF_Ambassadors_Survey_2021.csv", "surveymonkey", 44, 18},
		{"datasets/cncf_audiences/maintainer__2020__h1__CNCF_Maintainers_Survey_2020_H1.csv", "surveymonkey", 79, 71},
		{"datasets/cncf_audiences/maintainer__2021__h2__CNCF_Maintainers_Survey_2021_H2.csv", "surveymonkey", 102, 35},
		{"datasets/cncf_audiences/toc__h1__CNCF_TOC_Survey_2020_H1.csv", "surveymonkey", 28, 41},
		{"datasets/nyc_school_survey/audience_scores.csv", "generic", 454, 28},
		{"datasets/sfo_airport/2017_SFO_Customer_Survey.csv", "generic", 2831, 97},
		{"datasets/shapka/example_01.csv", "generic", 1842, 21},
		{"datasets/shapka/example_03.csv", "generic", 1842, 22},
		{"datasets/survey_api/apiclus1.csv", "generic", 183, 39},
		{"datasets/survey_api/apistrat.csv", "generic", 200, 39},
	}
}

// Every real export beside the project opens as what it is and reads to its end: no row too many, none too few.
func TestRealExports(t *testing.T) {
	const shared = "../../shared/"
	for _, want := range realExports() {
		t.Run(filepath.Base(want.file), func(t *testing.T) {
			path := shared + want.file
			if _, err := os.Stat(path); err != nil {
				t.Skip(path + " is not here")
			}
			e, err := OpenExport(filepath.Base(path), Options{Dir: filepath.Dir(path)})
			if err != nil {
				t.Fatal(err)
			}
			got := realExport{want.file, e.Platform, 0, len(e.Columns)}
			if _, err := e.Records(context.Background(), func(Record) error { got.rows++; return nil }); err != nil {
				t.Fatal(err)
			}
			if got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// Of every real file beside the project, no row and no cell is lost: rows in are rows kept or dropped for a reason, and every filled cell
// that encoding/csv finds in the file is counted where it went. Invented files of every platform are held to the same.
func TestNoCellIsLost(t *testing.T) {
	files, cells := 0, 0
	eachSample(t, func(name string, o Options) {
		in, filled := accountedFor(t, name, o, route{})
		if in == nil {
			t.Fatalf("%s is not read", name)
		}
		accountedFor(t, name, o, route{chunk: 64 + filled, workers: 2}) // a cell has some bytes: that is a few chunks
		files, cells = files+1, cells+filled
	})
	t.Logf("%d files, %d filled cells", files, cells)
}

// What a drafted study reads of the same files is what a second reading finds in them, cell by cell.
func TestNoCellIsReadAsAnother(t *testing.T) {
	files, cells := 0, 0
	eachSample(t, func(name string, o Options) {
		text, err := DraftFile(context.Background(), []AudienceFiles{{ID: "customers", Files: []string{name}}}, o)
		if err != nil {
			inputOrUsage(t, err)
			return
		}
		s, err := study.Parse("s.yaml", text)
		if err != nil {
			return // only questions, no items
		}
		v, err := Open(s, o)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, e := range v.exports {
			e.route = route{chunk: 5000, workers: 2}
		}
		if n := readsAsAgain(t, v); n > 0 {
			files, cells = files+1, cells+n
		}
	})
	t.Logf("%d files, %d filled cells", files, cells)
}

// eachSample visits every invented export and, where they are, the real files beside the project.
func eachSample(t *testing.T, visit func(name string, o Options)) {
	t.Helper()
	for _, s := range sampleFiles(t) {
		visit(s.file, Options{Dir: sampleFolder, Dictionary: s.dictionary})
	}
	for _, pattern := range []string{"exports/*/*.csv", "datasets/*/*.csv", "published/*.csv"} {
		found, err := filepath.Glob("../../shared/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			o := Options{Dir: filepath.Dir(path)}
			if dictionary, known := strings.CutSuffix(filepath.Base(path), "_data.csv"); known && strings.Contains(path, "redcap") {
				visit(filepath.Base(path), Options{Dir: o.Dir, Dictionary: dictionary + "_dictionary.csv"})
			}
			visit(filepath.Base(path), o)
		}
		if len(found) == 0 {
			t.Logf("../../shared/%s is not here", pattern)
		}
	}
}

// A file that is added beside the project is added to the list: none goes unread.
func TestRealExportsAreAllListed(t *testing.T) {
	var listed []string
	for _, e := range realExports() {
		listed = append(listed, e.file)
	}
	if _, err := os.Stat("../../shared/exports"); err != nil {
		t.Skip("../../shared is not here")
	}
	for _, pattern := range []string{"exports/*/*.csv", "datasets/*/*.csv"} {
		found, err := filepath.Glob("../../shared/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			name, err := filepath.Rel("../../shared", path)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(listed, filepath.ToSlash(name)) {
				t.Errorf("%s is not in the list", name)
			}
		}
	}
}

// Real exports of tests and previews tell why their rows do not count, in every generation.
func TestRealQualtricsTestsDoNotCount(t *testing.T) {
	for _, name := range []string{"matrix_single_insights2016.csv", "matrix_single_legacy.csv", "no_basis_legacy.csv"} {
		dir := "../../shared/exports/qualtrics"
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Skip(dir + " is not here")
		}
		e, err := OpenExport(name, Options{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		_, err = e.Records(context.Background(), func(r Record) error {
			if r.Status != "test" {
				t.Errorf("%s:%d: got status %q, want test", name, r.Line, r.Status)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
