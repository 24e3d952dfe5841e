"""Speakers, direct quotes, dates and numeric claims out of news articles. Nothing heavy is imported here."""

__version__ = "0.1.0"
