"""What the user says of all inputs at once, on the command line or in a call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The day of publication, an ISO date that wins over what inputs say, and fields of JSON under names of their own.

    A field that is None goes by its usual name and may be missing; one that is named must be in every object.
    """

    published: str | None = None
    text_field: str | None = None
    id_field: str | None = None
    date_field: str | None = None

    @property
    def text(self) -> str:
        """The field with the text."""
        return self.text_field or "text"

    @property
    def id(self) -> str:
        """The field with the id."""
        return self.id_field or "id"

    @property
    def date(self) -> str:
        """The field with the day of publication."""
        return self.date_field or "published"

    @property
    def named(self) -> tuple[str, ...]:
        """Every field that the user named."""
        return tuple(filter(None, (self.text_field, self.id_field, self.date_field)))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every field that is read, without repetition."""
        return tuple(dict.fromkeys((self.id, self.text, "title", self.date, "url", "source", "byline")))


NOTHING = Asked()
