"""Comparing: claims of the same fact across articles, and the same speaker across articles. No parse, no clock.

What comes in are extractions, this program's own results; so thousands of articles can be compared without the
language model. What goes out does not depend on the order in which they come.
"""

from __future__ import annotations

from extractor.comparing.facts import compare
from extractor.comparing.people import speakers_across

__all__ = ["compare", "speakers_across"]
