import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from assets.page_texts import FileReading, Reason


class Migration(migrations.Migration):
    dependencies = [("assets", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="FileReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=FileReading.Status.choices, db_index=True, default="waiting", max_length=10
                    ),
                ),
                ("reason", models.CharField(blank=True, choices=Reason.choices, max_length=20)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("scans", models.PositiveIntegerField(default=0)),
                ("read_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveIntegerField(default=0)),
                ("next_try", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.AddField(
            model_name="customdocument",
            name="reading",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="documents",
                to="assets.filereading",
            ),
        ),
        # Nothing was ever written to the table as it was.
        migrations.DeleteModel(name="DocumentText"),
        migrations.CreateModel(
            name="DocumentText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page", models.PositiveIntegerField()),
                ("text", models.TextField()),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="assets.filereading",
                    ),
                ),
            ],
            options={"ordering": ["reading", "page"], "unique_together": {("reading", "page")}},
        ),
    ]
