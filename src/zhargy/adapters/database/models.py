"""The tables of a library. What each column means stands beside it; the values are those of `zhargy.app.values`."""
# ruff: noqa: DJ008, D106 - rows are never shown; they become values in `rows`

from __future__ import annotations

from django.db import models

_URI = 400
_HASH = 64


class Work(models.Model):
    """An act."""

    uri = models.CharField(max_length=_URI, unique=True)
    date = models.CharField(max_length=10)  # of adoption, or its year
    number = models.CharField(max_length=100, db_index=True)  # folded, for citations
    title = models.TextField()  # in the first of its languages, newest wording
    language = models.CharField(max_length=2)  # of that title
    search = models.TextField()  # words of all its titles, folded and as stems, each after a space
    sort = models.BinaryField(db_index=True)  # place of the title in a dictionary


class Name(models.Model):
    """A name under which an act is cited in a language: its title as stems, without the country."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=2)
    key = models.CharField(max_length=500)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("work", "language", "key"), name="name_once"),)
        indexes = (models.Index(fields=("language", "key"), name="name_key"),)


class Expression(models.Model):
    """A work in one language and one wording."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="expressions")
    uri = models.CharField(max_length=_URI, unique=True)
    language = models.CharField(max_length=2)
    version = models.DateField(null=True)  # first day of the wording; null for the original one
    start = models.DateField(null=True)  # the version, else the day of adoption
    title = models.TextField()
    told_title = models.TextField()  # given with the file; empty when taken from the text
    sha256 = models.CharField(max_length=_HASH, db_index=True)  # of the original
    size = models.BigIntegerField()  # of the original, in bytes
    name = models.TextField()  # of the original
    reader = models.CharField(max_length=40)
    source = models.TextField()
    licence = models.TextField()
    fetched = models.DateField(null=True)
    added = models.DateTimeField()
    request = models.CharField(max_length=_HASH, unique=True)  # the call that added it
    provisions = models.IntegerField()
    references = models.IntegerField()
    repairs = models.IntegerField()
    diagnostics = models.IntegerField()
    errors = models.IntegerField()


class Content(models.Model):
    """Text, tree, source and findings of an expression, packed; references lie in their own table."""

    expression = models.OneToOneField(Expression, on_delete=models.CASCADE, primary_key=True)
    text = models.BinaryField()  # the regular text
    rest = models.BinaryField()


class Provision(models.Model):
    """An addressable element of an expression, in reading order."""

    expression = models.ForeignKey(Expression, on_delete=models.CASCADE, related_name="+")
    place = models.IntegerField()  # in reading order, from 0
    last = models.IntegerField()  # place of the last element inside, its own when there is none
    parent = models.IntegerField(null=True)  # place of the element around it
    eid = models.TextField()
    kind = models.CharField(max_length=20)
    num = models.TextField()
    number = models.TextField()
    heading = models.TextField()
    text = models.TextField()
    status = models.CharField(max_length=20)
    source_id = models.TextField()
    start = models.IntegerField()  # of its span in the regular text
    end = models.IntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("expression", "place"), name="provision_once"),)
        indexes = (models.Index(fields=("expression", "eid"), name="provision_eid"),)


class Reference(models.Model):
    """A mention of provisions or acts in an expression, and what it resolves to."""

    expression = models.ForeignKey(Expression, on_delete=models.CASCADE, related_name="+")
    place = models.IntegerField()
    start = models.IntegerField()
    end = models.IntegerField()
    eid = models.TextField()  # the provision it stands in
    target = models.JSONField()  # what it cites
    act_number = models.CharField(max_length=100)  # of the act it names, folded
    act_name = models.CharField(max_length=500)  # in full, as stems
    outcome = models.CharField(max_length=20)
    work = models.CharField(max_length=_URI)  # found; empty for this act
    eids = models.JSONField()  # found, or the candidates

    class Meta:
        constraints = (models.UniqueConstraint(fields=("expression", "place"), name="reference_once"),)
        indexes = (
            models.Index(fields=("act_number",), name="reference_number"),
            models.Index(fields=("act_name",), name="reference_name"),
            models.Index(fields=("work",), name="reference_work"),
            models.Index(fields=("outcome",), name="reference_outcome"),
        )


class Repair(models.Model):
    """A repair made while reading, or one that a person has undone."""

    expression = models.ForeignKey(Expression, on_delete=models.CASCADE, related_name="+")
    place = models.IntegerField()
    repair = models.CharField(max_length=40)  # its id
    code = models.CharField(max_length=10)
    eid = models.TextField()
    values = models.JSONField()  # the whole of it
    is_undone = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("expression", "is_undone", "place"), name="repair_once"),)
        indexes = (models.Index(fields=("code",), name="repair_code"),)


class Diagnostic(models.Model):
    """Something a person should know about an expression."""

    expression = models.ForeignKey(Expression, on_delete=models.CASCADE, related_name="+")
    place = models.IntegerField()
    code = models.CharField(max_length=10)
    severity = models.CharField(max_length=10)
    eid = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("expression", "place"), name="diagnostic_once"),)
        indexes = (models.Index(fields=("code",), name="diagnostic_code"),)
