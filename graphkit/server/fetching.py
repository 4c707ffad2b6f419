"""Fetching jars so that a broken fetch leaves nothing behind.

Imported only where jars are fetched, because it needs jgo.
"""

import logging
import zipfile
from pathlib import Path

from jgo.maven import Artifact, PythonResolver

log = logging.getLogger(__name__)


class TidyResolver(PythonResolver):
    """jgo's own resolver, but half a jar is taken away again.

    jgo writes straight to the final name and later trusts whatever lies there: a fetch that was cut off would break
    every later start.
    """

    def download(self, artifact: Artifact) -> Path | None:
        """The fetched file, whole; it is announced in the log, because 190 MB take their time."""
        log.info("fetching %s", artifact.filename)
        whole = False
        try:
            path = super().download(artifact)
            whole = path is not None and (path.suffix != ".jar" or zipfile.is_zipfile(path))
        finally:
            if not whole and artifact.cached_path is not None:
                artifact.cached_path.unlink(missing_ok=True)
        if not whole:
            raise RuntimeError(f"{artifact.filename} did not arrive whole")
        return path
