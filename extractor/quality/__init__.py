"""Quality: what we measure of ourselves. Gold articles, scores and floors, and the speed beside bare spaCy."""
