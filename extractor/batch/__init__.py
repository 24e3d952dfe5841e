"""Many articles: which are done, workers that may crash, parts that survive anything, and the same on a cluster."""

from __future__ import annotations
