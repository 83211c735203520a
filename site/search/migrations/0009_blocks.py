"""Packed blocks of postings beside the table of rows; what is in rows now is pending until it is merged."""

import datetime

from django.db import migrations, models

# Numbers without a pattern: compressing them costs time and wins nothing.
STORED = "ALTER TABLE search_postingblock ALTER COLUMN packed SET STORAGE EXTERNAL"


def store_as_it_is(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(STORED)


def make_all_pending(apps, schema_editor):
    schema_editor.execute("INSERT INTO search_pendingentry (entry_id) SELECT id FROM search_entry")


def forget_tokens(apps, schema_editor):
    """They are packed otherwise now; the rebuild after an upgrade writes them."""
    schema_editor.execute("DELETE FROM search_entrytokens")


class Migration(migrations.Migration):
    dependencies = [("search", "0008_change")]

    operations = [
        migrations.CreateModel(
            name="PostingBlock",
            fields=[
                ("first", models.BigIntegerField(primary_key=True, serialize=False)),
                ("packed", models.BinaryField()),
            ],
        ),
        migrations.RunPython(store_as_it_is, migrations.RunPython.noop),
        migrations.CreateModel(
            name="PendingEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("entry_id", models.BigIntegerField(unique=True)),
            ],
        ),
        migrations.RunPython(make_all_pending, migrations.RunPython.noop),
        migrations.RunPython(forget_tokens, migrations.RunPython.noop),
        migrations.AddField(
            model_name="corpus",
            name="claimed_until",
            field=models.DateTimeField(default=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)),
        ),
    ]
