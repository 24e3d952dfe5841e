"""Fixtures shared by all tests. The model is loaded once; most tests need none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.model import Model, load_model


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write what the program prints today")


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="session")
def parse(model: Model) -> Callable[[str], Doc]:
    return model.nlp
