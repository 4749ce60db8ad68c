"""Accuracy and time of the default advice against the plain Python recipe and the linear probe.

    python3 accuracy.py CLI DATA.zip WEIGHTS.pth [--seeds 1 2 3] [--skip-peers]

Fine-tuning and the frozen regime each: the Python peer is run just before, then for each seed
import, train and evaluate on test, in a new project. Prints one JSON line per run, then a table.
"""
import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

from cli import Cli, table, temporary_folder

PEERS = {"fine-tune": "plain_finetune.py", "frozen": "linear_probe.py"}


def run_peer(regime, options):
    script = Path(__file__).with_name(PEERS[regime])
    done = subprocess.run([sys.executable, script, options.data, options.weights],
                          capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    return {"who": script.name, "regime": regime, "seed": "",
            "seconds": found["seconds"], "testMap": found["testMap"]} | found


def run_ours(regime, seed, options):
    """Default advice; only the frozen regime is asked for, as a user would ask."""
    with temporary_folder() as folder:
        cli = Cli(options.cli, f"{folder}/project", options.weights)
        _, import_seconds = cli.run("import", options.data)
        chosen = ["--regime", "frozen"] if regime == "frozen" else []
        trained, train_seconds = cli.run("train", "--seed", seed, *chosen)
        evaluated, evaluate_seconds = cli.run("evaluate", "--subset", "test")
        return {"who": "labelwright", "regime": regime, "seed": seed,
                "seconds": import_seconds + train_seconds,
                "testMap": evaluated["overall"]["mAP"], "importSeconds": import_seconds,
                "trainSeconds": train_seconds, "evaluateSeconds": evaluate_seconds,
                "epochs": trained.get("epochs")}


def shown(run):
    print(json.dumps(run), flush=True)
    return run


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("data")
    parser.add_argument("weights")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--regimes", nargs="+", default=list(PEERS), choices=list(PEERS))
    parser.add_argument("--skip-peers", action="store_true")
    options = parser.parse_args()
    rows = []
    for regime in options.regimes:
        runs = [] if options.skip_peers else [shown(run_peer(regime, options))]
        ours = [shown(run_ours(regime, seed, options)) for seed in options.seeds]
        mean = {"who": "labelwright", "regime": regime, "seed": "mean"}
        for figure in ("seconds", "testMap"):
            mean[figure] = statistics.mean(run[figure] for run in ours)
        rows += runs + ours + [shown(mean)]
    table(["who", "regime", "seed", "seconds", "test mAP"],
          [[r["who"], r["regime"], r["seed"], round(r["seconds"], 1), round(r["testMap"], 4)]
           for r in rows])


if __name__ == "__main__":
    main()
