"""A verification as plain values; its schema is described in ``docs/reference/json.md``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from zhargy.app.verifying import Verification
from zhargy.messages.findings import FindingWords
from zhargy.norms.interview.saving import plain
from zhargy.norms.verification import VerificationFinding
from zhargy.text import Language

VERIFICATION: Final = "zhargy.verification/1"


def verification_json(found: Verification, language: Language) -> dict[str, Any]:
    """Return a verification with every finding; the case of each is told in all languages.

    Args:
        found: The verification.
        language: Language of the messages.
    """
    told = {each: FindingWords(each, packs=found.packs) for each in Language}
    return {
        "schema": VERIFICATION,
        "pack": found.pack.id,
        "beside": [pack.id for pack in found.beside],
        "findings": [_finding(finding, told[language], told) for finding in found.findings],
    }


def _finding(
    finding: VerificationFinding, words: FindingWords, told: Mapping[Language, FindingWords]
) -> dict[str, Any]:
    said = words.said(finding)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "norms": [{"pack": side.pack, "norm": side.norm} for side in finding.norms],
        "message": said.message,
        "consequence": words.consequence(finding),
        "hint": said.hint,
        "params": dict(finding.params),
        "case": _case(finding, told),
    }


def _case(finding: VerificationFinding, told: Mapping[Language, FindingWords]) -> dict[str, Any] | None:
    if finding.witness is None:
        return None
    return {
        "as_of": finding.witness.as_of.isoformat(),
        "facts": {name: plain(value) for name, value in finding.witness.facts.items()},
        "story": {language.value: told[language].story(finding) for language in Language},
    }
