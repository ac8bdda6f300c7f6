package main

// item is an attribute as each audience is asked about it, and how the invented people think of it.
type item struct {
	dimension                    int
	leadership, staff, customers string
	matters                      string // how customers are asked for the importance
	means                        [3]float64
	importance                   float64
	doNotKnow                    float64 // the share of staff and customers who cannot say
	penalty, reward              float64 // what the outcome loses and wins with an answer below and above the mean
	reversed                     bool    // customers are asked for the opposite
	often                        bool    // staff are asked by a question of its own, on 1..5
}

// The means are those of leadership, staff and customers before answers are rounded and cut off at the ends of the scale;
// they are on the scale that the audience answers on. They make the classes that the demo is to show.
func items() []item {
	return []item{
		{
			dimension: 0, means: [3]float64{8.7, 7.1, 5.9}, importance: 9.0, doNotKnow: .01, penalty: .45, reward: .2, reversed: true,
			leadership: "We are easy to do business with", staff: "Customers get things done with little effort",
			customers: "It takes too much effort to get something done with them", matters: "Being easy to do business with",
		},
		{
			dimension: 0, means: [3]float64{8.1, 7.7, 6.9}, importance: 8.2, doNotKnow: .01, penalty: .1, reward: .05,
			leadership: "Customers reach us when they need us", staff: "We are there when customers need us",
			customers: "I reach somebody when I need them", matters: "Reaching somebody when I need them",
		},
		{
			dimension: 0, means: [3]float64{9.2, 9.2, 9.5}, importance: 8.6, doNotKnow: .02, penalty: .1, reward: 0,
			leadership: "Invoices are correct", staff: "Invoices are correct",
			customers: "Invoices are correct", matters: "Correct invoices",
		},
		{
			dimension: 1, means: [3]float64{8.0, 7.5, 6.6}, importance: 8.4, doNotKnow: .02, penalty: .25, reward: .25,
			leadership: "We listen to customer feedback", staff: "We listen to what customers tell us",
			customers: "They listen to my feedback", matters: "Listening to my feedback",
		},
		{
			dimension: 1, means: [3]float64{6.1, 2.9, 6.1}, importance: 7.4, doNotKnow: .01, penalty: .1, reward: .05, often: true,
			leadership: "We keep customers informed about their orders", staff: "How often do we keep customers informed about their orders? (1 = never, 5 = always)  ",
			customers: "They keep me informed about my orders", matters: "Keeping me informed about my orders",
		},
		{
			dimension: 1, means: [3]float64{6.2, 6.6, 7.7}, importance: 7.9, doNotKnow: .06, penalty: .15, reward: .1,
			leadership: "We handle complaints fairly", staff: "We handle complaints fairly",
			customers: "They handle complaints fairly", matters: "Fair handling of complaints",
		},
		{
			dimension: 2, means: [3]float64{7.9, 8.0, 8.0}, importance: 9.1, doNotKnow: .01, penalty: .35, reward: .1,
			leadership: "We keep our promises", staff: "We keep our promises",
			customers: "They keep their promises", matters: "Keeping promises",
		},
		{
			dimension: 2, means: [3]float64{6.6, 6.1, 6.6}, importance: 7.7, doNotKnow: .03, penalty: .05, reward: .05,
			leadership: "We own up to our mistakes", staff: "We admit our mistakes",
			customers: "They admit mistakes before I find them", matters: "Being open about mistakes",
		},
		{
			dimension: 2, means: [3]float64{7.4, 6.8, 7.3}, importance: 7.8, doNotKnow: .02, penalty: .05, reward: .05,
			leadership: "We explain our prices", staff: "Customers understand our prices",
			customers: "I understand how their prices come about", matters: "Prices that I understand",
		},
		{
			dimension: 3, means: [3]float64{9.3, 9.1, 8.5}, importance: 9.2, doNotKnow: .01, penalty: .15, reward: .15,
			leadership: "Products are of high quality", staff: "Products are of high quality",
			customers: "Products are of high quality", matters: "Products of high quality",
		},
		{
			dimension: 3, means: [3]float64{8.6, 7.6, 8.0}, importance: 8.9, doNotKnow: .01, penalty: .2, reward: .05,
			leadership: "Deliveries arrive on time", staff: "Deliveries arrive on time",
			customers: "Deliveries arrive on time", matters: "Deliveries on time",
		},
		{
			dimension: 3, means: [3]float64{7.1, 7.9, 8.4}, importance: 7.2, doNotKnow: .02, penalty: .05, reward: .35,
			leadership: "We give competent advice", staff: "Our advice is competent",
			customers: "Their advice helps me choose", matters: "Advice that helps me choose",
		},
	}
}
