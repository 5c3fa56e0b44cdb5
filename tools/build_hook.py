"""The build hook of the wheel: compiles the native core where that can be done, and never makes a build fail.

A wheel with the core is tagged for CPython's stable ABI and this platform; one without it is tagged py3-none-any.
``TEXTNORM_CORE=0`` at build time leaves the core out. Editable installs have none: see tools/build_core.py.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))


class CoreBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled core and the bill of materials into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the core into a folder of its own and have it packed; say why where that fails."""
        if self.target_name != "wheel" or version == "editable":
            return
        build_data.setdefault("sbom_files", []).append(self._bill())
        if os.environ.get("TEXTNORM_CORE") == "0":
            return
        try:
            from build_core import build
            from packaging.tags import platform_tags

            self._folder = tempfile.TemporaryDirectory(prefix="textnorm-core-")  # as long as the build lasts
            files = build(Path(self._folder.name))
            build_data["tag"] = f"cp311-abi3-{next(iter(platform_tags()))}"
            build_data["pure_python"] = False
            build_data["force_include"] |= {str(path): f"textnorm/core/{path.name}" for path in files}
        except Exception as error:  # whatever went wrong, the package works without its core
            self.app.display_warning(f"textnorm is built without its native core: {error}")

    def _bill(self) -> str:
        """Write the bill of materials and return its path."""
        from make_sbom import bill

        path = Path(tempfile.mkdtemp(prefix="textnorm-sbom-"), "textnorm-fa.cdx.json")
        path.write_text(json.dumps(bill(), indent=1) + "\n", encoding="utf-8")
        return str(path)
