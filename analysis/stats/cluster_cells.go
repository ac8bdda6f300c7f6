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

func (c ClusterCells) find(value int) (int, bool) {
	return slices.BinarySearchFunc(c, int32(value), func(cell ClusterCell, value int32) int { return int(cell.Value) - int(value) })
}
