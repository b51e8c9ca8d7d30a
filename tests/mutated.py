"""Broken files out of sound ones: cut, shuffled, spliced, wrongly encoded, noisy; one seed gives the same files."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Sequence
from importlib import resources

from zhargy.packs.samples_index import samples
from zhargy.parsing import read, structure, write
from zhargy.parsing.registry import READERS

FORMEX = """<?xml version="1.0" encoding="UTF-8"?><ACT xsi="formex"><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE>
<TITLE><TI><P>Regulation on lamps</P></TI></TITLE><PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Lamps glow.
</TXT></NP></CONSID></GR.CONSID></PREAMBLE><ENACTING.TERMS><DIVISION>
<TITLE><TI><P>CHAPTER I</P></TI><STI><P>LAMPS</P></STI>
</TITLE><ARTICLE IDENTIFIER="001"><TI.ART>Article 1</TI.ART><STI.ART>Light</STI.ART><PARAG IDENTIFIER="001.001">
<NO.PARAG>1.</NO.PARAG><ALINEA><P>A lamp shall:</P><LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>glow;</TXT></NP>
</ITEM></LIST></ALINEA></PARAG></ARTICLE></DIVISION></ENACTING.TERMS></ACT>"""

EURLEX = """<html lang="en"><body><p class="oj-doc-ti">REGULATION ON LAMPS</p><div class="eli-subdivision" id="art_1">
<p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Light</p><p class="oj-normal">1. A lamp shall:</p>
<table><tr><td><p class="oj-normal">(a)</p></td><td><p class="oj-normal">glow;</p></td></tr></table></div>
</body></html>"""

ADILET = """<html><body><div class="module_npaView lang_rus"><div class="container_alpha slogan"><h1>Кодекс о шамах</h1>
</div><div class="container_gamma text"><article><h3 id="z1">Статья 1. Шам</h3><p id="z2">1. Шам горит.</p>
<p>1) ночью;</p></article></div></div></body></html>"""

HTML = """<html><head><title>Шамдар</title></head><body><nav>мәзір</nav><h1>Заң</h1><h2>1-бап. Шам</h2><p>1. Шам жанады.
<table><tr><td>a</td><td>b</td></tr></table></body></html>"""

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 96>>stream
BT /F 12 Tf 20 250 Td (Article 1. Light) Tj 0 -20 Td (1. A lamp shall glow at night.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def sound_files() -> dict[str, bytes]:
    """Return one sound file for each reader, by the name of the reader."""
    shipped = {found.name: found.data for found in samples()}
    act = structure(read(shipped["parks.2024.kk.txt"], name="parks.txt"))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("L_1EN.000101.fmx.xml", FORMEX)
    files = {
        "text": shipped["parks.2021.kk.txt"],
        "markdown": shipped["parks.2024.ru.md"],
        "pdf": PDF,
        "docx": write(act, "docx"),
        "adilet": ADILET.encode(),
        "pravo": shipped["cycling.2018.ru.html"],
        "eurlex": EURLEX.encode(),
        "html": HTML.encode(),
        "formex": archive.getvalue(),
        "akn": write(act, "akn"),
        "json": write(act, "json"),
    }
    assert files.keys() == READERS.keys(), resources.files("zhargy")
    return files


def mutations(count: int, *, seed: int) -> Iterator[tuple[str, str, bytes]]:
    """Yield `count` broken files: the reader the sound one was for, what was done to it, its bytes.

    Args:
        count: How many.
        seed: Seed of all choices.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    files = sound_files()
    ways = sorted(_WAYS)
    for at in range(count):
        reader = sorted(files)[at % len(files)]
        way = ways[(at // len(files)) % len(ways)]
        yield reader, way, _WAYS[way](files[reader], chance, list(files.values()))


def _cut(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = sorted(chance.sample(range(len(data) + 1), 2))
    return data[:end] if chance.random() < 0.7 else data[start:]


def _shuffle(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    size = chance.choice([3, 16, 80, 400])
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(parts)
    return b"".join(parts)


def _shuffle_lines(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _recode(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    taken, given = chance.choice(
        [("utf-8", "utf-16-le"), ("utf-8", "cp1251"), ("cp1251", "utf-8"), ("latin-1", "utf-8"), ("utf-8", "koi8-r")]
    )
    return data.decode(taken, "replace").encode(given, "replace")


def _noise(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    broken = bytearray(data)
    for _at in range(max(1, int(len(broken) * chance.choice([0.001, 0.01, 0.2])))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _splice(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    return data[:at] + other[start : start + chance.randrange(1, 5_000)] + data[at:]


def _drop(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    sign = chance.choice([b"<", b">", b'"', b"\n", b" ", b"/", b"}", b"PK"])
    return data.replace(sign, b"", chance.randrange(1, 200))


def _repeat(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + 60] * chance.choice([2, 50, 900]) + data[start:]


_WAYS: dict[str, Callable[[bytes, random.Random, Sequence[bytes]], bytes]] = {
    "cut": _cut,
    "shuffled": _shuffle,
    "lines shuffled": _shuffle_lines,
    "wrong encoding": _recode,
    "noise": _noise,
    "spliced": _splice,
    "signs dropped": _drop,
    "stretch repeated": _repeat,
}
