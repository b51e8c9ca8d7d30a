"""The tables of a library: works, expressions and what was found in them."""

from django.db import migrations, models

_URI = 400
_HASH = 64


def _id():
    return ("id", models.BigAutoField(primary_key=True, auto_created=True, serialize=False, verbose_name="ID"))


def _inside():
    return ("expression", models.ForeignKey("library.Expression", models.CASCADE, related_name="+"))


class Migration(migrations.Migration):
    """One transaction; `zhargy.adapters.database.connecting` sees to it."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            "Work",
            fields=[
                _id(),
                ("uri", models.CharField(max_length=_URI, unique=True)),
                ("date", models.CharField(max_length=10)),
                ("number", models.CharField(max_length=100, db_index=True)),
                ("title", models.TextField()),
                ("language", models.CharField(max_length=2)),
                ("search", models.TextField()),
                ("sort", models.BinaryField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            "Name",
            fields=[
                _id(),
                ("work", models.ForeignKey("library.Work", models.CASCADE, related_name="names")),
                ("language", models.CharField(max_length=2)),
                ("key", models.CharField(max_length=500)),
            ],
            options={
                "indexes": [models.Index(fields=["language", "key"], name="name_key")],
                "constraints": [models.UniqueConstraint(fields=("work", "language", "key"), name="name_once")],
            },
        ),
        migrations.CreateModel(
            "Expression",
            fields=[
                _id(),
                ("work", models.ForeignKey("library.Work", models.CASCADE, related_name="expressions")),
                ("uri", models.CharField(max_length=_URI, unique=True)),
                ("language", models.CharField(max_length=2)),
                ("version", models.DateField(null=True)),
                ("start", models.DateField(null=True)),
                ("title", models.TextField()),
                ("told_title", models.TextField()),
                ("sha256", models.CharField(max_length=_HASH, db_index=True)),
                ("size", models.BigIntegerField()),
                ("name", models.TextField()),
                ("reader", models.CharField(max_length=40)),
                ("source", models.TextField()),
                ("licence", models.TextField()),
                ("fetched", models.DateField(null=True)),
                ("added", models.DateTimeField()),
                ("request", models.CharField(max_length=_HASH, unique=True)),
                ("provisions", models.IntegerField()),
                ("references", models.IntegerField()),
                ("repairs", models.IntegerField()),
                ("diagnostics", models.IntegerField()),
                ("errors", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            "Content",
            fields=[
                (
                    "expression",
                    models.OneToOneField("library.Expression", models.CASCADE, primary_key=True, serialize=False),
                ),
                ("text", models.BinaryField()),
                ("rest", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            "Provision",
            fields=[
                _id(),
                _inside(),
                ("place", models.IntegerField()),
                ("last", models.IntegerField()),
                ("parent", models.IntegerField(null=True)),
                ("eid", models.TextField()),
                ("kind", models.CharField(max_length=20)),
                ("num", models.TextField()),
                ("number", models.TextField()),
                ("heading", models.TextField()),
                ("text", models.TextField()),
                ("status", models.CharField(max_length=20)),
                ("source_id", models.TextField()),
                ("start", models.IntegerField()),
                ("end", models.IntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["expression", "eid"], name="provision_eid")],
                "constraints": [models.UniqueConstraint(fields=("expression", "place"), name="provision_once")],
            },
        ),
        migrations.CreateModel(
            "Reference",
            fields=[
                _id(),
                _inside(),
                ("place", models.IntegerField()),
                ("start", models.IntegerField()),
                ("end", models.IntegerField()),
                ("eid", models.TextField()),
                ("target", models.JSONField()),
                ("act_number", models.CharField(max_length=100)),
                ("act_name", models.CharField(max_length=500)),
                ("outcome", models.CharField(max_length=20)),
                ("work", models.CharField(max_length=_URI)),
                ("eids", models.JSONField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["act_number"], name="reference_number"),
                    models.Index(fields=["act_name"], name="reference_name"),
                    models.Index(fields=["work"], name="reference_work"),
                    models.Index(fields=["outcome"], name="reference_outcome"),
                ],
                "constraints": [models.UniqueConstraint(fields=("expression", "place"), name="reference_once")],
            },
        ),
        migrations.CreateModel(
            "Repair",
            fields=[
                _id(),
                _inside(),
                ("place", models.IntegerField()),
                ("repair", models.CharField(max_length=40)),
                ("code", models.CharField(max_length=10)),
                ("eid", models.TextField()),
                ("values", models.JSONField()),
                ("is_undone", models.BooleanField()),
            ],
            options={
                "indexes": [models.Index(fields=["code"], name="repair_code")],
                "constraints": [
                    models.UniqueConstraint(fields=("expression", "is_undone", "place"), name="repair_once")
                ],
            },
        ),
        migrations.CreateModel(
            "Diagnostic",
            fields=[
                _id(),
                _inside(),
                ("place", models.IntegerField()),
                ("code", models.CharField(max_length=10)),
                ("severity", models.CharField(max_length=10)),
                ("eid", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["code"], name="diagnostic_code")],
                "constraints": [models.UniqueConstraint(fields=("expression", "place"), name="diagnostic_once")],
            },
        ),
    ]
