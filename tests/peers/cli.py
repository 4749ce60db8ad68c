"""Calls labelwright-cli and reads the one JSON document it prints."""
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path


class Cli:
    """The command line on one project. `weights` is a file whose folder becomes the only place
    that backbones are looked for besides the user's data folder."""

    def __init__(self, program, project, weights=None):
        self.program, self.project = str(Path(program).resolve()), str(project)
        self.environment = dict(os.environ)
        if weights is not None:
            self.environment["LABELWRIGHT_BACKBONES"] = str(Path(weights).resolve().parent)

    def run(self, *arguments):
        """(document, seconds); ends the script with the command's sentence where it fails."""
        command = [self.program, *map(str, arguments), "--project", self.project, "--json"]
        started = time.perf_counter()
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        seconds = time.perf_counter() - started
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
        return json.loads(done.stdout), seconds


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="labelwright-peers-")


def table(header, rows):
    """Prints rows of texts and numbers in aligned columns."""
    cells = [header] + [[f"{v:.4g}" if isinstance(v, float) else str(v) for v in row]
                        for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    for row in cells:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths)))
