"""Runs TorchScript files with Python's torch: torchscript_scores.py MANIFEST. The manifest and what
is printed are those of onnxruntime/scores.js."""

import json
import sys

import numpy
import torch


def scores_of(entry, batches):
    model = torch.jit.load(entry["torchscript"])
    images = numpy.fromfile(entry["images"], numpy.uint8).reshape(entry["shape"])
    scores = []
    first = 0
    for count in batches:
        with torch.no_grad():
            output = model(torch.from_numpy(images[first:first + count]))
        scores += output.double().flatten().tolist()
        first += count
    return scores


def main():
    torch.set_num_threads(1)
    with open(sys.argv[1]) as file:
        manifest = json.load(file)
    results = []
    for entry in manifest["models"]:
        try:
            results.append({"scores": scores_of(entry, manifest["batches"])})
        except Exception as error:
            results.append({"error": str(error)})
    print(json.dumps(results))


main()
