"""How Kazakh, Russian and English put numbers into words.

`lexemes` says what a number word means, `kk`, `ru` and `en` are the tables of the languages (every case form), `sums`
adds up a row of such words, `vocabulary` is the one door to the tables, `wording` puts a number into words,
`compounds` takes the number off the front of an adjective («двадцатипятикратный»).
"""
