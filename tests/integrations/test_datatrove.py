"""Steps of datatrove: the same texts, merged counts, interrupted tasks, three executors."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from support import mixed
from support.engines import SOURCE, need
from support.html_pages import CASES

need("datatrove", "orjson")

from datatrove.data import Document  # noqa: E402
from datatrove.executor import RayPipelineExecutor, SlurmPipelineExecutor  # noqa: E402

import textnorm  # noqa: E402
from support.datatrove_pipeline import TASKS, executor, steps  # noqa: E402
from textnorm import EDITORIAL, DateOptions  # noqa: E402
from textnorm.integrations import plain_data  # noqa: E402
from textnorm.integrations.datatrove import CleanStep, DateStep, NormaliseStep, PostStep  # noqa: E402

ROWS = {str(number): text for number, text in mixed.rows(250_000) if text}
PATH = os.pathsep.join((str(SOURCE), str(Path(__file__).parents[1])))
ENVIRONMENT = os.environ | {"PYTHONPATH": PATH}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rows in one file a task."""
    (tmp_path / "in").mkdir()
    rows = [json.dumps({"id": number, "text": text}, ensure_ascii=False) for number, text in ROWS.items()]
    for task in range(TASKS):
        lines = "".join(row + "\n" for row in rows[task::TASKS])
        (tmp_path / "in" / f"{task}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def check_output(folder: Path) -> None:
    """Every document once, each with the text that the plain functions give."""
    lines = [line for path in sorted((folder / "out").iterdir()) for line in path.open(encoding="utf-8")]
    done = {row["id"]: row for row in map(json.loads, lines)}
    assert len(done) == len(lines) == len(ROWS)
    for number, text in ROWS.items():
        cleaned = textnorm.clean(text)
        explained = plain_data.explained(cleaned, EDITORIAL)
        metadata = done[number]["metadata"]
        assert done[number]["text"] == explained["text"] == textnorm.normalise(cleaned, EDITORIAL)
        assert len(metadata["changes"]) == len(explained["changes"])
        assert [d["date"] for d in metadata["dates"]] == [d.iso for d in textnorm.find_dates(cleaned)]


def check_statistics(folder: Path) -> None:
    """The counts of all tasks together."""
    merged = {
        step["name"]: step["stats"] for step in json.loads((folder / "logs" / "stats.json").read_text())
    }
    counts = merged["textnorm: normalise"]
    cleaned = [textnorm.clean(text) for text in ROWS.values()]
    normalised = [textnorm.normalise(text, EDITORIAL) for text in cleaned]
    assert total(counts["documents"]) == len(ROWS)
    assert total(counts["characters"]) == sum(map(len, cleaned))
    assert total(counts["changed"]) == sum(a != b for a, b in zip(cleaned, normalised, strict=True))
    yeh = sum(plain_data.explained(text, EDITORIAL)["counts"].get("arabic-yeh", 0) for text in cleaned)
    assert total(counts["changes by arabic-yeh"]) == yeh > 0
    assert total(merged["textnorm: dates"]["found"]) == sum(
        len(textnorm.find_dates(text)) for text in cleaned
    )


def total(count: Any) -> int:
    return int(count["total"] if isinstance(count, dict) else count)


def test_two_workers(folder: Path) -> None:
    (folder / "died").touch()
    executor(folder, workers=2).run()
    check_output(folder)
    check_statistics(folder)


def test_a_task_that_was_killed_is_done_again_and_no_other(folder: Path) -> None:
    command = [sys.executable, "-m", "support.datatrove_pipeline", str(folder)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=ENVIRONMENT, start_new_session=True, **quiet) as machine:  # type: ignore[call-overload]
        assert machine.wait() == 9
        with suppress(ProcessLookupError):
            os.killpg(machine.pid, signal.SIGKILL)
    finished = {path.name: path.stat().st_mtime_ns for path in (folder / "logs" / "completions").iterdir()}
    assert sorted(finished) == ["00000", "00001"]
    executor(folder, workers=2).run()
    for name, when in finished.items():
        assert (folder / "logs" / "completions" / name).stat().st_mtime_ns == when
    check_output(folder)
    merge = [sys.executable, "-m", "datatrove.tools.merge_stats", "stats", "-o", "stats.json"]
    subprocess.run(merge, cwd=folder / "logs", env=ENVIRONMENT, check=True, **quiet)  # type: ignore[call-overload]
    check_statistics(folder)


def test_slurm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real executor, its pickle and its script; ``sbatch`` runs the tasks of the array here and now."""
    (folder / "died").touch()
    sbatch = folder / "bin" / "sbatch"
    sbatch.parent.mkdir()
    sbatch.write_text(
        '#!/bin/bash\nfor task in 0 1; do SLURM_NODELIST=localhost SLURM_ARRAY_TASK_ID=$task bash "${@: -1}" '
        f">> {folder}/slurm.log 2>&1; done\necho Submitted batch job 7\n"
    )
    scontrol = sbatch.with_name("scontrol")
    scontrol.write_text("#!/bin/bash\necho localhost\n")
    for tool in (sbatch, scontrol):
        tool.chmod(0o755)
    monkeypatch.setenv(
        "PATH", os.pathsep.join((str(sbatch.parent), str(Path(sys.executable).parent), os.environ["PATH"]))
    )
    monkeypatch.setenv("PYTHONPATH", PATH)
    SlurmPipelineExecutor(
        steps(folder), tasks=TASKS, time="1:00:00", partition="any", logging_dir=str(folder / "logs"),
        slurm_logs_folder=str(folder / "slurm"), with_srun=False, tasks_per_job=2,
    ).run()  # fmt: skip
    check_output(folder)
    check_statistics(folder)


def test_ray(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ray = pytest.importorskip("ray", reason="ray is not installed")
    (folder / "died").touch()
    monkeypatch.setenv("PYTHONPATH", PATH)
    ray.shutdown()
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100 << 20)
    try:
        RayPipelineExecutor(
            steps(folder), tasks=TASKS, workers=2, logging_dir=str(folder / "logs"), mem_per_cpu_gb=0.2
        ).run()
    finally:
        ray.shutdown()
    check_output(folder)
    check_statistics(folder)


def test_missing_and_bad_documents_pass_through() -> None:
    documents = [Document(None, "0"), Document(b"\xff", "1"), Document("علي", "2")]  # type: ignore[arg-type]
    step = NormaliseStep()
    missing, bad, good = step(iter(documents))
    assert (missing.text, missing.metadata) == (None, {})
    assert bad.text == b"\xff"
    assert bad.metadata["textnorm_error"].startswith("normalise: UnicodeDecodeError")
    assert (good.text, good.metadata) == ("علی", {})
    counts = {name: total(stat.total) for name, stat in step.stats.stats.items()}
    assert counts == {"documents": 3, "missing": 1, "failed": 1, "changed": 1, "characters": 4}


def test_dates_are_written_when_asked() -> None:
    (document,) = DateStep(convert=True)(iter([Document("در ۸ مهر ۱۳۹۷ آمد", "1")]))
    assert document.text == "در 2018-09-30 آمد"
    assert document.metadata["dates"][0]["text"] == "۸ مهر ۱۳۹۷"


@pytest.mark.parametrize("step", [NormaliseStep, CleanStep, DateStep])
def test_wrong_options_are_told_at_once(step: Any) -> None:
    with pytest.raises((TypeError, AttributeError)):
        step("editorial")


def test_options_travel_by_value() -> None:
    import dill

    step = dill.loads(dill.dumps(DateStep(DateOptions(style="append"), convert=True)))
    (document,) = step(iter([Document("۸ مهر ۱۳۹۷", "1")]))
    assert document.text == "۸ مهر ۱۳۹۷ (2018-09-30)"


def test_the_posts_of_an_archive_of_pages(tmp_path: Path) -> None:
    """Each post a document, with what the page declares; pages without any go, bad ones stay with the reason."""
    pytest.importorskip("lxml")
    pages = [
        CASES["a blog front page, rows below the titles"].html,
        "<p>",
        CASES["news with a lead and tool rows"].html,
    ]
    documents = [
        Document(text=page, id=str(number), metadata={"url": f"https://a.example/{number}"})
        for number, page in enumerate(pages)
    ]
    step = PostStep()
    found = list(step.run(documents))
    expected = [
        (str(number), post)
        for number, page in enumerate(pages)
        for post in textnorm.read_html(page, url=f"https://a.example/{number}").posts
    ]
    assert [(one.id.split("/")[0], one.text) for one in found] == [
        (page, post.body) for page, post in expected
    ]
    assert [one.metadata["post"]["url"] for one in found] == [post.url for _, post in expected]
    assert {one.metadata["post"]["date"] for one in found} == {
        post.date and post.date.isoformat() for _, post in expected
    }
    assert json.loads(json.dumps([one.metadata for one in found]))
    assert len({one.id for one in found}) == len(found) > 3


def test_datatrove_reads_an_archive_and_the_step_its_posts(tmp_path: Path) -> None:
    for package in ("lxml", "warcio", "cchardet", "magic"):
        pytest.importorskip(package, exc_type=ImportError)
    from datatrove.pipeline.readers import WarcReader
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    page = CASES["news with a lead and tool rows"].html
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                "https://a.example/1", "response", io.BytesIO(page.encode()), http_headers=head
            )
        )
    (document,) = PostStep().run(WarcReader(str(tmp_path)).run())
    (post,) = textnorm.read_html(page, url="https://a.example/1").posts
    assert document.text == post.body
    assert document.metadata["post"]["url"] == post.url
