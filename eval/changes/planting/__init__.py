"""Plants known, typed edits in real news articles; plant.py is the command.

It shares no code with what it measures: neither words nor rules of the program's own comparison stand here.
  tables/               words by language, as data
  patterns, sentences   what tables and articles are read with
  articles              the articles, each with its language, its sentences and what is known of its words
  edits                 what an edit is
  numbers, dates, names, quotations, attribution, doubt, passages, wording, misspelling, typesetting, headlines, notices
                        families of edits. A maker takes an article and a random number generator, and yields all edits of
                        its types that the article allows. They stand where their type is certain, so that most of a maker
                        are conditions
  cases                 all makers in their order; an article before and after some edits
  choosing, mixing      which edits become cases: one at a time, two to four at once
"""
