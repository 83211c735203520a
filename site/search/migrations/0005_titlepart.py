"""The table of titles by the rest from a word on: rows in the order of their key, letter by letter."""

import django.db.models.deletion
from django.db import migrations, models

COLUMNS = """site_id integer NOT NULL, kind varchar(32){collation} NOT NULL,
    inner_word smallint NOT NULL, rest varchar(24){collation} NOT NULL, entry_id bigint NOT NULL,
    PRIMARY KEY (site_id, kind, inner_word, rest, entry_id)"""
TABLES = {
    "sqlite": f"CREATE TABLE search_titlepart ({COLUMNS.format(collation='')}) WITHOUT ROWID",
    # The language of the database would sort spaces its own way, and a range would miss titles.
    "postgresql": f"""CREATE TABLE search_titlepart ({COLUMNS.format(collation=' COLLATE "C"')})""",
}


def create(apps, schema_editor):
    schema_editor.execute(TABLES[schema_editor.connection.vendor])


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_titlepart")


class Migration(migrations.Migration):
    dependencies = [("search", "0004_steering")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(create, drop)],
            state_operations=[
                migrations.CreateModel(
                    name="TitlePart",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "site",
                                "kind",
                                "inner_word",
                                "rest",
                                "entry",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("kind", models.CharField(max_length=32)),
                        ("inner_word", models.SmallIntegerField()),
                        ("rest", models.CharField(max_length=24)),
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
                        (
                            "site",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="wagtailcore.site",
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
