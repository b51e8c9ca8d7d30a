"""Texts of our own that the calls are given."""

from __future__ import annotations

from typing import Final

#: One letter of another alphabet in «күтушiсi», one pair of glued words in «ұстауғаміндетті».
GARDEN: Final = """1-бап. Бақ

1. Бақ күтушiсi бақты таза ұстауғаміндетті.

2. Осы баптың бірінші бөлігі қыста да қолданылады.
"""
ORCHARD: Final = """ВЫМЫШЛЕННЫЙ ЗАКОН

О яблоневых садах

4 марта 2019 года № 88-V

Статья 1. Яблоневый сад

1. За садом ухаживает садовник.

2. Садовник ежегодно заполняет книгу.
"""
#: An element is cut off in the middle, so the tree cannot be trusted.
DAMAGED: Final = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act name="act"><body>
    <article eId="art_1"><num>Article 1</num><content><p>A garden is clean.</p></content></article>
    <article eId="art_2"><num>Article 2</num><content><p>A keeper waters
"""
PARKS: Final = "/akn/kz/act/2021-04-05/17-I"
