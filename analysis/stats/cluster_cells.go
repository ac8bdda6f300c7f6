package stats

import "slices"

// ClusterCell is what one cluster has at one value of a Sample: how many answers, and their weight.
type ClusterCell struct {
	Value  int32 // index in Sample.Values
	Count  int32
	Weight float64
}

// ClusterCells are the values that occur in a cluster, in ascending order. Most clusters hold a few answers: a row of all values for
// each of them would be mostly zeros.
type ClusterCells []ClusterCell

// Add counts answers at a value, and returns the cells.
func (c ClusterCells) Add(value, count int, weight float64) ClusterCells {
	at, found := c.find(value)
	if !found {
		return slices.Insert(c, at, ClusterCell{int32(value), int32(count), weight})
	}
	c[at].Count += int32(count)
	c[at].Weight += weight
	return c
}

// At returns the cell of a value; an empty one if it does not occur.
func (c ClusterCells) At(value int) ClusterCell {
	if at, found := c.find(value); found {
		return c[at]
	}
	return ClusterCell{Value: int32(value)}
}

// find returns where a value stands or would stand. They are few: to look at one after the other is faster than to halve them.
func (c ClusterCells) find(value int) (at int, found bool) {
	for at < len(c) && int(c[at].Value) < value {
		at++
	}
	return at, at < len(c) && int(c[at].Value) == value
}
