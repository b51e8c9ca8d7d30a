"""Amounts with their units, and the words of each language around them.

`values` holds the types, `grammar` what a language must tell, `kk`, `ru` and `en` tell it, `atoms` reads single
amounts, `bounds` joins them to ranges («үш жылдан жеті жылға дейін»), `nouns` holds the nouns as they are written,
`wording` writes amounts and `range_wording` ranges.
"""
