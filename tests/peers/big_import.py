"""How long a large import takes, and how much memory: 100,000 tiny images with 80 labels.

    python3 big_import.py CLI [--rows 100000] [--labels 80] [--reference]

Makes the zip in a temporary folder, imports it and opens the project again. Peak memory is that of
the process. Prints one JSON line, then a table.
"""
import argparse
import json
import os
import random
import subprocess
import time
import zipfile

import cv2
import numpy as np

from cli import table, temporary_folder


def tiny_png(number):
    """8 x 8 pixels, different for every number."""
    pixels = np.random.default_rng(number).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    return cv2.imencode(".png", pixels)[1].tobytes()


def make_zip(path, rows, labels):
    draw = random.Random(1)
    shares = [max(0.01, 0.33 / (k + 1)) for k in range(labels)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        lines = ["image," + ",".join(f"label{k}" for k in range(labels))]
        for row in range(rows):
            name = f"images/{row:06}.png"
            archive.writestr(name, tiny_png(row))
            lines.append(name + "," + ",".join("1" if draw.random() < s else "0" for s in shares))
        archive.writestr("index.csv", "\n".join(lines) + "\n")


def measured(command):
    """(document, seconds, peak MiB) of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return json.loads(output), time.perf_counter() - started, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--labels", type=int, default=80)
    parser.add_argument("--reference", action="store_true", help="leave the images in the zip")
    options = parser.parse_args()
    with temporary_folder() as folder:
        path, project = f"{folder}/big.zip", f"{folder}/project"
        make_zip(path, options.rows, options.labels)
        place = ["--project", project, "--json"]
        keeping = ["--reference"] if options.reference else []
        imported, seconds, memory = measured([options.cli, "import", path, *keeping, *place])
        _, reopen_seconds, reopen_memory = measured([options.cli, "dataset", "show", *place])
    found = {"rows": options.rows, "labels": options.labels, "added": imported["added"],
             "indexSeconds": imported.get("indexSeconds"),
             "checkSeconds": imported.get("checkSeconds"), "importSeconds": seconds,
             "importPeakMiB": memory, "reopenSeconds": reopen_seconds,
             "reopenPeakMiB": reopen_memory}
    print(json.dumps(found))
    table(["step", "seconds", "peak MiB"],
          [["index phase", found["indexSeconds"], ""],
           ["check and split", found["checkSeconds"], ""],
           ["whole import", seconds, memory],
           ["reopen: dataset show", reopen_seconds, reopen_memory]])


if __name__ == "__main__":
    main()
