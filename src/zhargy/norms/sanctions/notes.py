"""Remarks of an encoder on what the words of a sanction leave open, in the languages of the readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhargy.norms.sanctions.plain import Path, Reader
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark.

    Args:
        kk: Its words in Kazakh.
        ru: Its words in Russian.
        en: Its words in English.
    """

    kk: str
    ru: str
    en: str

    @classmethod
    def alike(cls, text: str) -> Note:
        """Return a remark that is told in the same words to all readers."""
        return cls(kk=text, ru=text, en=text)

    def __getitem__(self, language: Language) -> str:
        return {Language.KK: self.kk, Language.RU: self.ru, Language.EN: self.en}[language]

    def plain(self) -> str | dict[str, str]:
        """Return the remark as `read_note` takes it.

        Example:
            >>> Note.alike("silent").plain(), Note(kk="а", ru="б", en="b").plain()
            ('silent', {'kk': 'а', 'ru': 'б', 'en': 'b'})
        """
        words = {language.value: self[language] for language in Language}
        return words if len({*words.values()}) > 1 else self.en


def read_note(raw: object, path: Path, *, reader: Reader) -> Note:
    """Return a remark: words for each language, or one text for all of them.

    Args:
        raw: A mapping with ``kk``, ``ru`` and ``en``, or text.
        path: Where it stands.
        reader: Takes what is wrong.
    """
    if not isinstance(raw, Mapping):
        return Note.alike(reader.text(raw, path))
    languages = [language.value for language in Language]
    fields = reader.mapping(raw, path, required=languages)
    return Note(**{each: reader.text(fields[each], (*path, each)) if each in fields else "" for each in languages})
