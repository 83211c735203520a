"""The table of postings: its key is the index, and on SQLite the table itself."""

from django.db import migrations

CREATE = """
CREATE TABLE search_posting (
    term varchar(100) NOT NULL,
    entry_id bigint NOT NULL,
    weight double precision NOT NULL,
    PRIMARY KEY (term, entry_id){include}
){without_rowid}
"""
VARIANTS = {
    "sqlite": {"include": "", "without_rowid": " WITHOUT ROWID"},
    "postgresql": {"include": " INCLUDE (weight)", "without_rowid": ""},
}


def create(apps, schema_editor):
    schema_editor.execute(CREATE.format(**VARIANTS[schema_editor.connection.vendor]))


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_posting")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
