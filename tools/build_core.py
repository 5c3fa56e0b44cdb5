"""Build the native core: compile it with the C compiler that Python itself was built with, and make its tables.

    python tools/build_core.py [--debug] [--sanitize] [--keep-tables]     into src/textnorm/core, for work in a checkout

To be run again after a change of the rules, of the lexicon or of the C sources; after a change of the C sources alone
with --keep-tables, which only compiles. The build hook (tools/build_hook.py) calls `build` for wheels. Nothing but the
standard library is used.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
NATIVE = ROOT / "src" / "textnorm" / "core" / "native"
NAME = "_core.abi3.so"


class CannotBuild(Exception):
    """There is no compiler, no header, or no way to compile for this Python; the message says which."""


def build(folder: Path, flags: list[str] | None = None) -> list[Path]:
    """Build the core in *folder* and return its two files; raise `CannotBuild` if that cannot be done."""
    extension, tables = compiled(folder, flags or []), folder / "tables.bin"
    subprocess.run([sys.executable, str(ROOT / "tools" / "make_core_tables.py"), str(tables)], check=True)
    return [extension, tables]


def compiled(folder: Path, flags: list[str]) -> Path:
    """Compile the core into *folder* and return the path of the extension."""
    if sys.implementation.name != "cpython" or sys.byteorder != "little":
        raise CannotBuild("the core is for CPython on little-endian machines")
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise CannotBuild(
            "the core keeps its answers without locks of its own: not for free-threaded Python yet"
        )
    linker = shlex.split(os.environ.get("LDSHARED") or sysconfig.get_config_var("LDSHARED") or "")
    include = sysconfig.get_paths()["include"]
    if not linker:
        raise CannotBuild("no C compiler is known for this Python")
    if os.environ.get("CC"):
        linker = [*shlex.split(os.environ["CC"]), *(part for part in linker[1:] if part.startswith("-"))]
    if not Path(include, "Python.h").exists():
        raise CannotBuild(f"no Python.h in {include}")
    target = folder / NAME
    sources = map(str, sorted(NATIVE.glob("*.c")))
    command = [
        *linker,
        "-std=c11",
        "-O3",
        "-DNDEBUG",
        "-fPIC",
        "-fvisibility=hidden",
        f"-I{include}",
        *flags,
        *sources,
    ]
    try:
        subprocess.run([*command, "-o", str(target)], check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise CannotBuild(f"no compiler: {linker[0]} is not here") from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotBuild(f"the compiler failed: {getattr(error, 'stderr', '') or error}") from None
    return target


def main() -> int:
    flags = ["-Wall", "-Wextra", "-Werror"]
    if "--debug" in sys.argv[1:]:
        flags += ["-g", "-O0", "-UNDEBUG"]
    if "--sanitize" in sys.argv[1:]:
        flags += [
            "-g",
            "-O1",
            "-fsanitize=address,undefined",
            "-fno-sanitize-recover=undefined",
            "-fno-omit-frame-pointer",
        ]
    try:
        if "--keep-tables" in sys.argv[1:]:
            print(compiled(NATIVE.parent, flags))
        else:
            print(*build(NATIVE.parent, flags), sep="\n")
    except CannotBuild as error:
        print(f"not built: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
