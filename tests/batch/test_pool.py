"""Workers that crash, hang, raise, grow or do not begin: each costs its own article, and never the run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from contextlib import closing

import pytest

from extractor.batch.pool import LocalEngine
from extractor.batch.task import WorkersError
from tests.batch.batch_faults import FaultyStart, GrowingStart, NoStart, PidStart, tasks

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


def run(*texts, start=None, workers=2, timeout=60.0):
    engine = LocalEngine(start=start or FaultyStart(), workers=workers, timeout=timeout)
    return {outcome.number: outcome for outcome in engine.run(tasks(*texts))}


@posix
def test_every_fault_costs_its_own_article_and_no_other():
    texts = ["one", "KILLED", "two", "HANGS", "three", "RAISES", "four", "ENDED", "five", "KILLED", "six"]
    outcomes = run(*texts, timeout=4.0)
    assert sorted(outcomes) == list(range(len(texts)))
    codes = [outcomes[number].code for number in range(len(texts))]
    crashed, hung, raised = "crashed", "timeout", "internal_error"
    assert codes == ["", crashed, "", hung, "", raised, "", crashed, "", crashed, ""]
    assert all((outcome.line is None) == bool(outcome.code) for outcome in outcomes.values())
    assert "SIGKILL" in outcomes[1].message
    assert "--timeout" in outcomes[3].message
    assert "ValueError: such a thing" in outcomes[5].message
    assert "status 7" in outcomes[7].message
    assert not multiprocessing.active_children()


@posix
def test_a_worker_killed_while_idle_costs_nothing():
    workers = []
    for outcome in LocalEngine(start=PidStart(), workers=1, timeout=60).run(tasks("one", "two", "three")):
        workers.append(outcome.line)
        if len(workers) == 1:  # its next task is not yet given to it
            os.kill(int(outcome.line), signal.SIGKILL)
            if hasattr(os, "waitid"):
                os.waitid(os.P_PID, int(outcome.line), os.WEXITED | os.WNOWAIT)
            else:
                time.sleep(1)
    assert None not in workers
    assert workers[0] != workers[1] == workers[2]


def test_workers_that_cannot_begin_end_the_run_with_their_reason():
    with pytest.raises(WorkersError, match="no such model") as caught:
        run("one", start=NoStart())
    assert caught.value.model_missing
    with pytest.raises(WorkersError, match=r"3 workers in a row .* status 5"):
        run("one", start=NoStart(dies=True))
    assert not multiprocessing.active_children()


@posix
def test_a_worker_that_has_grown_is_replaced_after_its_article():
    outcomes = run("one", "two GROWS", "three", "four", start=GrowingStart(), workers=1)
    workers = [outcomes[number].line for number in range(4)]
    assert workers[0] == workers[1] != workers[2] == workers[3]


@pytest.mark.parametrize("timeout", [float("inf"), 1e12])
def test_an_article_may_have_all_the_time_there_is(timeout):
    assert [outcome.code for outcome in run("one", timeout=timeout, workers=1).values()] == [""]


def test_closing_ends_all_work_at_once():
    engine = LocalEngine(start=FaultyStart(), workers=2, timeout=600)
    with closing(engine.run(tasks("one", "HANGS", "HANGS"))) as outcomes:
        assert next(outcomes).line
        started = time.monotonic()
    assert time.monotonic() - started < 60  # and not the ten minutes that the articles take
    assert not multiprocessing.active_children()


def test_no_more_workers_are_started_than_there_is_work_for():
    assert run(start=NoStart(dies=True)) == {}
    outcomes = []
    for outcome in LocalEngine(start=PidStart(), workers=60, timeout=60).run(tasks("one", "two")):
        outcomes.append(outcome)
        assert len(multiprocessing.active_children()) <= 2
    assert len(outcomes) == 2
