"""A field for several words of a fixed list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst


class ChoiceListField(models.CharField):
    """Several values of `choices`, in the order of the list, kept as ",xa,tinh," so that SQL can filter."""

    def get_choices(self, *args: Any, **kwargs: Any) -> Any:
        return super().get_choices(*args, **{**kwargs, "include_blank": False})

    def to_python(self, value: Any) -> list[str]:
        given = value.split(",") if isinstance(value, str) else value or []
        return self.in_order(given)

    def in_order(self, values: Iterable[Any]) -> list[str]:
        order = [value for value, _label in self.flatchoices]
        known = {str(value) for value in values if value}
        return [value for value in order if value in known] + sorted(known - set(order))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> list[str]:
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> str:
        values = self.to_python(value)
        return f",{','.join(values)}," if values else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: list[str], model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise forms.ValidationError(self.error_messages["blank"], code="blank")
        for one in value:
            super().validate(one, model_instance)

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.flatchoices,
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
