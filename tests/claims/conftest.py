"""How the tests of this room write what is found."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.fixture
def told(parse):
    def read(text):
        return [f"{q.text} {q.noun or '-'} {q.event}" for q in find_quantities(parse(text), ())]

    return read
