"""What a rule is: a name, its grammar, and its own examples, which run as tests.

A rule without an example does not load: an example is the shortest documentation of what a rule is for, and the only
one that cannot go out of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The part every rule shares; each room adds its own pattern and production.

    `name` is what `found_by` prints. `examples` maps a text to what the rule must make of it (in the room's own short
    notation); `counter_examples` are texts in which it must find nothing.

    Raises:
        ValueError: there is no example.
    """

    name: str
    examples: Mapping[str, str]
    counter_examples: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.examples:
            raise ValueError(f"rule {self.name} has no example")
