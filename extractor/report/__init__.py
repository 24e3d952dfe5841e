"""Report: an extraction as JSON and its schema, and as tables for people. Nothing is imported here."""
