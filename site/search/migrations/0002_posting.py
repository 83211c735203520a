"""The table of postings: rows in the order of their key, so that a term's entries lie side by side."""

import django.db.models.deletion
from django.db import migrations, models

COLUMNS = "term bigint NOT NULL, entry_id bigint NOT NULL, weight smallint NOT NULL"
TABLES = {
    "sqlite": f"CREATE TABLE search_posting ({COLUMNS}, PRIMARY KEY (term, entry_id)) WITHOUT ROWID",
    # The weight lies in the index, which alone answers a search.
    "postgresql": f"CREATE TABLE search_posting ({COLUMNS}, PRIMARY KEY (term, entry_id) INCLUDE (weight))",
}


def create(apps, schema_editor):
    schema_editor.execute(TABLES[schema_editor.connection.vendor])


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_posting")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(create, drop)],
            state_operations=[
                migrations.CreateModel(
                    name="Posting",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "term",
                                "entry",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("term", models.BigIntegerField()),
                        ("weight", models.SmallIntegerField()),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="search.entry",
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
