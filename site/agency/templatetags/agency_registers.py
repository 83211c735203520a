"""Tags of the register lists."""

from django import template

register = template.Library()


@register.inclusion_tag("agency/registers/filter.html")
def register_filter(view, spec) -> dict:
    """One filter as a disclosure that says what is chosen; works without scripts."""
    choices = list(spec.choices(view))
    chosen = next((choice for choice in choices if choice["selected"]), None)
    narrowed = chosen is not None and chosen is not choices[0]
    return {"title": spec.title, "choices": choices, "chosen": chosen, "narrowed": narrowed}
