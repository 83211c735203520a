from django.core.management.base import BaseCommand, CommandError

from portal import messages


class Command(BaseCommand):
    help = "Brings the catalogues of our texts in step with the source; --check lists what is untranslated."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail when a text is untranslated"
        )
        parser.add_argument(
            "--compile", action="store_true", help="only compile what is newer than its compiled form"
        )

    def handle(self, *args, check: bool, compile: bool, **options):
        if check:
            self.check_complete()
        elif compile:
            messages.compile_stale()
        else:
            messages.update()
            self.list(messages.missing())

    def check_complete(self) -> None:
        missing = messages.missing()
        self.list(missing)
        if missing:
            raise CommandError(f"{len(missing)} texts have no Vietnamese translation.")

    def list(self, texts) -> None:
        for text in texts:
            self.stdout.write(text)
