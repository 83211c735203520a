from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from assets.page_texts import Reason


def note_why(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Scans were never made out so far: `read_documents` does it as soon as the program is there."""
    apps.get_model("assets", "FileReading").objects.filter(status="scan").update(reason="scan-tool-missing")


class Migration(migrations.Migration):
    dependencies = [("assets", "0004_words_of_files")]

    operations = [
        migrations.AddField(
            model_name="filereading", name="recognised", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="documenttext", name="recognised", field=models.BooleanField(default=False)
        ),
        migrations.AlterField(
            model_name="filereading",
            name="reason",
            field=models.CharField(blank=True, choices=Reason.choices, max_length=20),
        ),
        migrations.RunPython(note_why, migrations.RunPython.noop),
    ]
