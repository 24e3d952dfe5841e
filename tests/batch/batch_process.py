"""The command's own run as a process of its own, with faulty work: `batch_process.py OUTPUT SECONDS WORKERS SOURCE...`."""

from __future__ import annotations

import sys
from pathlib import Path

from extractor.articles.asked import Asked
from extractor.batch import parts, run
from extractor.batch.pool import LocalEngine
from extractor.cli.batch_command import Job, exit_status
from tests.batch.batch_faults import FaultyStart

if __name__ == "__main__":
    output, seconds, workers, *sources = sys.argv[1:]
    parts.CAPACITY, run.FLUSH_EVERY = 20, 0.2
    start = FaultyStart(seconds=float(seconds))
    engine = LocalEngine(start=start, workers=int(workers), timeout=30)
    job = Job(sources=sources, output=Path(output), restart=False, asked=Asked(), start=start, engine=engine)
    sys.exit(exit_status(job))
