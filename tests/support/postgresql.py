"""A PostgreSQL server of the test's own, from Debian's package, and a session of psql. It listens on no port."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: the user whom Debian's package makes, since the server refuses to run as root
USER = "postgres"


def programs() -> Path | None:
    """The folder of the server's programs, of the newest version, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    return found[-1].parent if found and shutil.which("psql") else None


def _as_user() -> list[str]:
    return ["runuser", "-u", USER, "--"] if os.getuid() == 0 else []


@contextmanager
def server(folder: Path, locale: str = "C.UTF-8") -> Iterator[Path]:
    """Run a server whose data and socket lie in *folder*, which it gives."""
    bin_folder = programs()
    assert bin_folder is not None
    folder.mkdir(parents=True, exist_ok=True)
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam(USER).pw_uid, -1)
        for parent in folder.parents:
            if parent.owner() == "root" and parent != Path("/") and not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o011)
    data = folder / "data"
    run = [*_as_user(), str(bin_folder / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "--no-sync"]
    subprocess.run([*run, f"--locale={locale}", "-E", "UTF8"], check=True, capture_output=True, cwd="/")
    control = [*_as_user(), str(bin_folder / "pg_ctl"), "-D", str(data), "-w"]
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    log = str(folder / "log")
    subprocess.run([*control, "-l", log, "-o", options, "start"], check=True, capture_output=True, cwd="/")
    try:
        yield folder
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True, cwd="/")


def psql(socket: Path, sql: str) -> list[str]:
    """Return the lines that psql prints for some SQL, a row each with tabs between the cells."""
    run = ["psql", "-h", str(socket), "-U", USER, "-qAtX", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-f", "-"]
    done = subprocess.run(run, input=sql, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def quoted(value: str) -> str:
    """Return a literal of SQL."""
    return "'" + value.replace("'", "''") + "'"
