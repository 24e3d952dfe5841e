"""Fixtures shared by all tests. The model is loaded once; most tests need none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from spacy.tokens import Doc

from extractor.model import Model, load_model

#: No example fails because the machine is busy: time is tested apart, in `tests.growth`.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
#: For CI: the same examples every time, so that it says of a change what it said on the machine it was made on. New
#: examples are for everybody's own runs, and for `tests.fuzzing`.
settings.register_profile("steady", settings.get_profile("house"), derandomize=True, database=None)
settings.load_profile("house")
#: For mutation testing: few examples, the same ones every time, and no search for the smallest.
settings.register_profile(
    "mutation", max_examples=30, phases=(Phase.explicit, Phase.generate), derandomize=True, database=None, deadline=None
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write what the program prints today")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: a packed file holds the hour, a mail a boundary drawn by lot, and the workers that
    share the tests must all call them the same."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="session")
def parse(model: Model) -> Callable[[str], Doc]:
    return model.nlp
