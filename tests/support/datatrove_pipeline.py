"""A datatrove pipeline for the tests, and a step that is interrupted once. Run as a program, it can die."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from textnorm import EDITORIAL
from textnorm.integrations.datatrove import CleanStep, DateStep, NormaliseStep

TASKS = 4


class DiesOnce(PipelineStep):
    """The process of one task ends without a word after some documents, unless it did so before."""

    name = "dies once"
    type = "test"

    def __init__(self, marker: str) -> None:
        super().__init__()
        self.marker = Path(marker)

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        for number, document in enumerate(data):
            if rank == 2 and number == 5 and not self.marker.exists():
                self.marker.touch()
                os._exit(9)
            yield document


def steps(folder: Path) -> list[Any]:
    return [
        JsonlReader(str(folder / "in")),
        CleanStep(),
        DateStep(),
        NormaliseStep(EDITORIAL, changes_key="changes"),
        DiesOnce(str(folder / "died")),
        JsonlWriter(str(folder / "out"), output_filename="${rank}.jsonl", compression=None),
    ]


def executor(folder: Path, workers: int) -> LocalPipelineExecutor:
    return LocalPipelineExecutor(
        steps(folder), tasks=TASKS, workers=workers, logging_dir=str(folder / "logs")
    )


if __name__ == "__main__":
    executor(Path(sys.argv[1]), workers=1).run()
