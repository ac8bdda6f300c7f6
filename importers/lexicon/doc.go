// Package lexicon knows what words mean in the questions and answers of surveys, in seven languages: which labels make a scale and in which
// order, what a legend such as "(1 = very poor, 5 = very good)" says, which end is the good one, which words are no answer, and what a
// question asks for.
//
// It takes texts and returns meanings. It knows nothing of columns, of files or of what anybody answered; a language is taught here, and
// nowhere else.
package lexicon
