"""Starting another process of this program for one of its modules."""

import os
import subprocess
import sys
from pathlib import Path


def start(
    module: str, *arguments: str, stdin: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """Run `module` with the same Python; its standard output is a pipe.

    Raises:
        OSError: no process can be started.
    """
    root = str(Path(__file__).resolve().parents[3])
    others = os.environ.get("PYTHONPATH")
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *([others] if others else [])])},
    )
