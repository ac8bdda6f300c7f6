package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"time"
)

// The customers' file: responses that count, those of the makers trying the form out, and those broken off.
const (
	finished = 640
	previews = 12
	partials = 9
	accounts = 900
)

// customers writes an export of Qualtrics as choice text: three header records, then previews, finished and partial
// responses in the order in which they were recorded. Region, account and weight are embedded data.
func customers() []byte {
	c := &customerFile{r: source(640), at: time.Date(2026, time.August, 31, 9, 12, 44, 0, time.UTC)}
	c.accountViews = make([]float64, accounts)
	for k := range c.accountViews {
		c.accountViews[k] = c.r.NormFloat64()
	}
	total := previews + finished + partials
	c.accounts = make([]int, total)
	for p := range c.accounts {
		c.accounts[p] = c.r.IntN(accounts)
	}
	c.views = views(c.r, total, c.generalView)
	kinds := make([]kind, total)
	for p := range kinds {
		switch {
		case p < previews:
			kinds[p] = preview
		case p < previews+partials:
			kinds[p] = partial
		}
	}
	later := kinds[previews:] // the form was tried out before anybody was invited
	c.r.Shuffle(len(later), func(i, j int) { later[i], later[j] = later[j], later[i] })
	records := customerHeaders()
	for p, k := range kinds {
		records = append(records, c.response(p, k))
	}
	return table(records, false)
}

// kind of a response.
type kind int

const (
	whole kind = iota
	preview
	partial
)

type customerFile struct {
	r            *rand.Rand
	at           time.Time
	accountViews []float64
	accounts     []int
	views        [][]float64
}

// generalView is in part that of the account: colleagues have lived through the same deliveries.
func (c *customerFile) generalView(person int) float64 {
	account := c.accounts[person]
	view := math.Sqrt(.8)*c.r.NormFloat64() + math.Sqrt(.2)*c.accountViews[account]
	if region(account) == "West" {
		view -= .35
	}
	return view
}

func region(account int) string { return []string{"North", "South", "East", "West"}[account%4] }

// customerHeaders are the three header records: export tags, question texts, import ids.
func customerHeaders() [][]string {
	headers := make([][]string, 3)
	add := func(tag, text, importID string) {
		for k, cell := range []string{tag, text, importID} {
			headers[k] = append(headers[k], cell)
		}
	}
	id := func(name string) string { return fmt.Sprintf(`{"ImportId":%q}`, name) }
	date := func(name string) string { return fmt.Sprintf(`{"ImportId":%q,"timeZone":"Europe/London"}`, name) }
	add("StartDate", "Start Date", date("startDate"))
	add("EndDate", "End Date", date("endDate"))
	add("Status", "Response Type", id("status"))
	add("Progress", "Progress", id("progress"))
	add("Duration (in seconds)", "Duration (in seconds)", id("duration"))
	add("Finished", "Finished", id("finished"))
	add("RecordedDate", "Recorded Date", date("recordedDate"))
	add("ResponseId", "Response ID", id("_recordId"))
	add("DistributionChannel", "Distribution Channel", id("distributionChannel"))
	add("UserLanguage", "User Language", id("userLanguage"))
	for i, it := range items() {
		add(fmt.Sprintf("Q4_%d", i+1), "How important is this to you?\n(1 = not at all, 10 = extremely) - "+it.matters, id(fmt.Sprintf("QID4_%d", i+1)))
	}
	for i, it := range items() {
		add(fmt.Sprintf("Q5_%d", i+1), "How true is this of us?\n(1 = not at all, 10 = fully) - "+it.customers, id(fmt.Sprintf("QID5_%d", i+1)))
	}
	add("Q6_NPS_GROUP", "How likely are you to recommend Fernhollow to a colleague? - Group", id("QID6_NPS_GROUP"))
	add("Q6", "How likely are you to recommend Fernhollow to a colleague?", id("QID6"))
	for _, name := range []string{"region", "account_id", "wt"} {
		add(name, name, id(name))
	}
	return headers
}

// response is one record. Previews have no account and no weight; partial responses end somewhere in the questions.
func (c *customerFile) response(p int, k kind) []string {
	c.at = c.at.Add(time.Duration(30+c.r.IntN(3600)) * time.Second)
	seconds := int(240 * math.Exp(.35*c.r.NormFloat64()))
	end := c.at.Add(time.Duration(seconds) * time.Second)
	status, progress, done, channel := "IP Address", 100, "True", "email"
	answers := c.answers(p)
	weight := strconv.FormatFloat(math.Exp(.47*c.r.NormFloat64()-.11), 'f', 4, 64)
	embedded := []string{region(c.accounts[p]), fmt.Sprintf("A-%d", 1000+c.accounts[p]), weight}
	switch k {
	case preview:
		status, channel, embedded = "Survey Preview", "preview", []string{"", "", ""}
	case partial:
		progress, done = 10+c.r.IntN(59), "False"
		for i := progress * len(answers) / 100; i < len(answers); i++ {
			answers[i] = ""
		}
	}
	const stamp = "2006-01-02 15:04:05"
	record := []string{
		c.at.Format(stamp), end.Format(stamp), status, strconv.Itoa(progress), strconv.Itoa(seconds), done,
		end.Add(time.Second).Format(stamp), c.responseID(), channel, "EN",
	}
	return append(append(record, answers...), embedded...)
}

func (c *customerFile) responseID() string {
	const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	id := []byte("R_")
	for range 15 {
		id = append(id, letters[c.r.IntN(len(letters))])
	}
	return string(id)
}

// answers are importance, performance and the likelihood to recommend, in the order of the columns.
func (c *customerFile) answers(p int) []string {
	var important, performed []string
	demanding := c.r.NormFloat64()
	loyalty := 0.0
	for i, it := range items() {
		view := c.views[p][i]
		important = append(important, strconv.Itoa(rating(it.importance+.7*demanding+1.2*c.r.NormFloat64(), 1, 10)))
		performed = append(performed, c.cell(it, 2*view))
		loyalty += it.penalty*min(view, 0) + it.reward*max(view, 0)
	}
	likely := rating(8.7+1.7*loyalty+1.3*c.r.NormFloat64(), 0, 10)
	group := "Passive"
	if likely >= 9 {
		group = "Promoter"
	} else if likely <= 6 {
		group = "Detractor"
	}
	return append(append(important, performed...), group, strconv.Itoa(likely))
}

func (c *customerFile) cell(it item, deviation float64) string {
	skips, doesNotKnow := c.r.Float64() < .004, c.r.Float64() < it.doNotKnow
	answer := rating(it.means[2]+deviation, 1, 10)
	switch {
	case skips:
		return ""
	case doesNotKnow:
		return "N/A"
	case it.reversed:
		answer = 11 - answer
	}
	return strconv.Itoa(answer)
}
