"""LegalRuleML: a pack as rules that other programs can read.

``norm -> deed and rule -> what overrides it -> what breaking it costs``; open questions of law become alternatives. A
norm that forbids is met by breaking it (``Violation``), one that binds or allows by holding, any other by being true.
"""

from zhargy.norms.exports.legalruleml.document import write_legalruleml

__all__ = ["write_legalruleml"]
