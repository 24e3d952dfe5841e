"""The same work on a Dask cluster: a worker that dies costs at most its article, and a result is the same everywhere."""

from __future__ import annotations

import os
import signal
import warnings
from functools import cache
from unittest.mock import Mock

import pytest

from tests.batch.batch_faults import FaultyStart, NoStart, tasks

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'newsfacts[cluster]'")

from distributed import Client, LocalCluster
from distributed.scheduler import KilledWorker

from extractor.batch.cluster import DaskEngine, _close, _outcome
from extractor.batch.pool import LocalEngine
from extractor.batch.task import WorkersError

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # Dask's own, while its workers die
    pytest.mark.skipif(os.name == "nt", reason="there are no such signals"),
]


@pytest.fixture(scope="module")
def address():
    """The scheduler of a cluster with two workers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            yield cluster.scheduler_address


def over(engine, *texts):
    return {outcome.number: outcome for outcome in engine.run(tasks(*texts))}


def dask_engine(address, start, timeout=60.0):
    return DaskEngine(start=start, workers=2, timeout=timeout, scheduler=address)


def test_its_results_are_those_of_local_workers(address):
    texts = ["one", "two", "RAISES", *"abcdefgh"]
    there = over(dask_engine(address, FaultyStart()), *texts)
    assert there == over(LocalEngine(start=FaultyStart(), workers=1, timeout=60), *texts)


def test_without_a_scheduler_it_starts_workers_of_its_own():
    engine = DaskEngine(start=FaultyStart(), workers=1, timeout=60.0)
    outcomes = over(engine, "one", "RAISES")
    assert {number: outcome.code for number, outcome in outcomes.items()} == {0: "", 1: "internal_error"}
    assert over(engine) == {}


def test_workers_that_are_slow_to_end_do_not_spoil_a_run_that_is_done():
    def close(timeout):
        raise TimeoutError(f"timed out after {timeout} s.")

    _close(Mock(close=close))


def test_an_article_that_kills_or_hangs_its_worker_costs_only_itself(address):
    outcomes = over(dask_engine(address, FaultyStart(), timeout=4.0), "one", "KILLED", "two", "HANGS", *"abcdefgh")
    assert {number: outcome.code for number, outcome in outcomes.items() if outcome.line is None} == {
        1: "crashed",
        3: "timeout",
    }
    assert len(outcomes) == 12


def test_a_worker_killed_from_outside_costs_nothing(address):
    @cache
    def kill_one():
        with Client(address) as client:
            os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)

    outcomes = []
    for outcome in dask_engine(address, FaultyStart(seconds=0.05)).run(tasks(*map(str, range(40)))):
        outcomes.append(outcome)
        if len(outcomes) == 5:
            kill_one()
    assert sorted(outcome.number for outcome in outcomes) == list(range(40))
    assert all(outcome.line for outcome in outcomes)


@pytest.mark.parametrize(
    ("status", "error", "code", "reason"),
    [
        ("error", KilledWorker("task", None, 3), "crashed", "every Dask worker that had it died"),
        ("error", OSError("gone"), None, "OSError.*gone"),
        ("cancelled", None, None, "the Dask cluster went away"),
    ],
)
def test_what_dask_itself_does_to_a_task(status, error, code, reason):
    (task,) = tasks("one")
    future = Mock(status=status, exception=lambda: error)
    if code:
        outcome = _outcome(future, task)
        assert (outcome.number, outcome.code) == (task.number, code)
        assert reason in outcome.message
    else:
        with pytest.raises(WorkersError, match=reason):
            _outcome(future, task)


def test_a_cluster_that_cannot_load_the_model_or_be_reached_says_so(address, monkeypatch):
    with pytest.raises(WorkersError, match="no such model") as caught:
        over(dask_engine(address, NoStart()), "one")
    assert caught.value.model_missing
    monkeypatch.setattr("extractor.batch.cluster.CONNECT_TIMEOUT", 0.5)
    for nowhere in ("tcp://127.0.0.1:9", "no address", "carrier-pigeon://roof:1"):
        with pytest.raises(WorkersError, match="check --scheduler"):
            over(dask_engine(nowhere, FaultyStart()), "one")
