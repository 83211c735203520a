from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0017_timer_of_counts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="timerrun",
            name="name",
            field=models.CharField(
                choices=[
                    ("publish_due", "Publishes and takes down at the hour set"),
                    ("send_letters", "Sends the mail that waits"),
                    ("remind", "Reminds of terms"),
                    ("send_digests", "Writes the summaries of the day"),
                    ("merge_query_counts", "Makes months of the old counts of questions"),
                    ("feed_search", "Tells the search server what it missed"),
                ],
                max_length=20,
                unique=True,
            ),
        ),
    ]
