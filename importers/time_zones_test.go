package importers

import "testing"

// The zone behind a time stamp is whatever the form's owner's language calls it.
func TestMomentsOfAllZones(t *testing.T) {
	for _, text := range []string{
		"2025/05/07 2:04:28 PM GMT-3", "2025/05/07 2:04:28 PM UTC+2", "2025/05/07 2:04:28 PM UTC+5:30", "2025/05/07 2:04:28 PM UTC−3", "2025/05/07 2:04:28 PM MESZ",
		"2025/05/07 2:04:28 PM EST", "2025/05/07 2:04:28 PM", "2025-05-07 14:04:28 CEST", "2025-05-07 14:04:28 +0200", "2025-05-07T14:04:28+02:00", "2025-05-07T14:04:28.123Z",
		"2025-05-07T14:04:28.000-04:00", "5/7/2025 2:04 PM", "07.05.2025 14:04", "2025-05-07",
	} {
		if !isMoment(text) {
			t.Errorf("%q is no moment", text)
		}
	}
	for _, text := range []string{"2025/05/07 2:04:28 PM in May", "14:04 MESZ", "1 of 5: GOOD", "2025-05-07 25:04:28 CEST"} {
		if isMoment(text) {
			t.Errorf("%q is a moment", text)
		}
	}
}
