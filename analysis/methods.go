package analysis

// Methods numbers the definitions that figures follow. It rises when the same answers would give another figure, so that
// a figure that was kept is not compared with one that means something else.
const Methods = 1
