"""The run dies between any two writes, and goes on: the very files of an undisturbed run, nothing lost, nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.batch import folder as folder_module
from extractor.batch import parts as parts_module
from extractor.batch import run as run_module
from extractor.batch.folder import Folder, OutputError, locked
from extractor.batch.parts import Parts
from extractor.batch.run import Run
from extractor.batch.task import Outcome, Task
from extractor.batch.worker import answer
from tests.batch.batch_faults import FaultyStart, readings


class Inline:
    """An engine in this process that gives outcomes out of order, as several workers do."""

    def __init__(self, start=None, ahead=3):
        self.work, self.ahead, self.worked = (start or FaultyStart())(), ahead, []

    def run(self, tasks):
        held: list[Task] = []
        for task in tasks:
            held.append(task)
            if len(held) > self.ahead:
                yield self.outcome(held.pop(1))
        for task in reversed(held):
            yield self.outcome(task)

    def outcome(self, task) -> Outcome:
        self.worked.append(task.reading.article.id)
        return answer(task, self.work)


@pytest.fixture(autouse=True)
def _small_parts_written_at_once(monkeypatch):
    monkeypatch.setattr(parts_module, "CAPACITY", 4)
    monkeypatch.setattr(run_module, "FLUSH_EVERY", 0.0)
    monkeypatch.setattr(folder_module.os, "fsync", lambda _: None)  # hundreds of them, on a disk that others use


def go(path, articles, *, stamp="v1", engine=None):
    engine = engine or Inline()
    with locked(path) as folder:
        progress = Run(folder=folder, engine=engine, stamp=stamp, show=lambda _: None).over(articles)
    return progress, engine.worked


def files(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(path.glob("*")) if file.is_file()}


def ids(path: Path) -> list[str]:
    lines = b"".join(file.read_bytes() for file in sorted(path.glob("*.jsonl"))).splitlines()
    return [json.loads(line)["article"]["id"] for line in lines]


ARTICLES = readings(*(f"Article {number}." for number in range(11)))


def test_results_stand_in_parts_in_the_order_of_the_input(tmp_path):
    progress, worked = go(tmp_path, ARTICLES)
    assert list(files(tmp_path)) == ["part-00000.jsonl", "part-00001.jsonl", "part-00002.jsonl"]
    assert ids(tmp_path) == [reading.article.id for reading in ARTICLES]
    assert worked != ids(tmp_path)
    assert (progress.done, progress.failed, progress.earlier) == (11, 0, 0)


def test_a_run_that_died_before_any_of_its_writes_goes_on_to_the_same_files(tmp_path, monkeypatch):
    go(tmp_path / "whole", ARTICLES)
    writes = []
    genuine = Folder.write

    class Died(BaseException):
        pass

    def counted(self, file, data):
        if len(writes) == limit[0]:
            raise Died
        writes.append(file)
        genuine(self, file, data)

    monkeypatch.setattr(Folder, "write", counted)
    limit = [10**9]
    go(tmp_path / "counted", ARTICLES)
    total = len(writes)
    assert total > 20
    for died_at in range(total):
        writes.clear()
        limit[0] = died_at
        broken = tmp_path / f"died-{limit}"
        with pytest.raises(Died):
            go(broken, ARTICLES)
        held = ids(broken)
        assert len(set(held)) == len(held)
        limit[0] = 10**9
        progress, worked = go(broken, ARTICLES)
        assert files(broken) == files(tmp_path / "whole"), died_at
        assert progress.done + progress.earlier == 11
        assert not set(worked) & set(held), "what is on the disk is not worked on again"


def test_a_second_run_does_nothing(tmp_path):
    go(tmp_path, ARTICLES)
    before = files(tmp_path)
    progress, worked = go(tmp_path, ARTICLES)
    assert worked == []
    assert progress.earlier == 11
    assert files(tmp_path) == before


def test_new_articles_are_added_and_changed_ones_replaced(tmp_path):
    go(tmp_path, ARTICLES)
    changed = [*ARTICLES[:5], *readings("Article 0.", "", "", "", "", "Another text.")[5:], *ARTICLES[6:]]
    changed += readings(*(f"Article {number}." for number in range(13)))[11:]
    progress, worked = go(tmp_path, changed)
    assert sorted(worked) == ["a005", "a011", "a012"]
    assert progress.replaced == 1
    found = ids(tmp_path)
    assert sorted(found) == [f"a{number:03}" for number in range(13)]
    assert b"Another text." in b"".join(files(tmp_path).values())
    assert go(tmp_path, changed)[1] == []


def test_other_articles_leave_earlier_results_alone(tmp_path):
    go(tmp_path, ARTICLES[:6])
    go(tmp_path, ARTICLES[6:])
    assert ids(tmp_path) == [reading.article.id for reading in ARTICLES]


def test_another_version_or_other_options_replace_everything_once_all_is_done(tmp_path):
    go(tmp_path, ARTICLES, stamp="v1")
    progress, worked = go(tmp_path, ARTICLES, stamp="v2")
    assert len(worked) == progress.replaced == 11
    assert ids(tmp_path) == [reading.article.id for reading in ARTICLES]
    assert go(tmp_path, ARTICLES, stamp="v2")[1] == []


def test_failures_are_tried_again_in_their_own_place(tmp_path):
    texts = [f"Article {number}." for number in range(9)]
    broken = readings(*texts[:2], "RAISES", *texts[3:])

    class Fails(Inline):
        def outcome(self, task):
            if task.reading.article.id in ("a002", "a008"):
                return Outcome(number=task.number, code="crashed", message="=its worker died")
            return super().outcome(task)

    articles = readings(*texts)
    progress, _ = go(tmp_path, articles, engine=Fails())
    assert (progress.done, progress.failed) == (7, 2)
    rows = (tmp_path / "errors.csv").read_text().splitlines()
    assert rows == ["id,path,code,message", "a002,,crashed,'=its worker died", "a008,,crashed,'=its worker died"]
    progress, worked = go(tmp_path, articles)
    assert sorted(worked) == ["a002", "a008"]
    assert ids(tmp_path) == [reading.article.id for reading in articles]
    assert not (tmp_path / "errors.csv").exists()
    assert go(tmp_path / "other", broken)[0].failed == 1


def test_a_part_that_was_lost_or_cut_is_done_again(tmp_path):
    go(tmp_path, ARTICLES)
    before = files(tmp_path)
    (tmp_path / "part-00000.jsonl").unlink()
    cut = tmp_path / "part-00001.jsonl"
    cut.write_bytes(cut.read_bytes()[:-5])
    _, worked = go(tmp_path, ARTICLES)
    assert sorted(worked) == ["a000", "a001", "a002", "a003", "a007"]
    assert files(tmp_path) == before


def test_a_broken_index_costs_its_part_and_nothing_else(tmp_path):
    go(tmp_path, ARTICLES)
    index = tmp_path / ".extractor" / "parts" / "00001.jsonl"
    index.write_bytes(index.read_bytes()[:-20])
    _, worked = go(tmp_path, ARTICLES)
    assert len(worked) == 4
    assert ids(tmp_path).count("a005") == 1
    assert sorted(ids(tmp_path)) == [reading.article.id for reading in ARTICLES]


def test_only_what_is_on_the_disk_counts_as_done(tmp_path):
    with locked(tmp_path) as folder:
        parts = Parts(folder)
        parts.place(b"0" * 16, "one")
        parts.settle(b"0" * 16, b'{"article": 1}')
        assert Parts(folder).done == 0
        parts.flush()
        assert Parts(folder).done == 1


def test_a_full_disk_leaves_what_was_written(tmp_path, monkeypatch):
    go(tmp_path / "whole", ARTICLES)
    genuine, room = Path.replace, [9]

    def full(self, target):
        room[0] -= 1
        if room[0] < 0:
            raise OSError(28, "No space left on device")
        return genuine(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        go(tmp_path / "full", ARTICLES)
    assert not list((tmp_path / "full" / ".extractor").glob("*.draft"))
    room[0] = 10**9
    go(tmp_path / "full", ARTICLES)
    assert files(tmp_path / "full") == files(tmp_path / "whole")
