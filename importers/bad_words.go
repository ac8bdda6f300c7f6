package importers

// Questions that ask for what is bad have their good end at the lowest number, and questions whether people would not recommend, or would
// recommend somebody else, are no question of the Net Promoter Score. Which way up their answers are is asked.
