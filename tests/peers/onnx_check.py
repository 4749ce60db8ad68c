"""Holds ONNX files against the standard: onnx_check.py MANIFEST, as in onnxruntime/scores.js. Prints
for each file what the checker says, its first dimension and its metadata, as JSON."""

import json
import sys

import onnx


def facts_of(path):
    onnx.checker.check_model(path, full_check=True)
    model = onnx.load(path)
    dims = [value.type.tensor_type.shape.dim[0].dim_param
            for value in (model.graph.input[0], model.graph.output[0])]
    return {"batch": dims, "metadata": {p.key: p.value for p in model.metadata_props}}


def main():
    with open(sys.argv[1]) as file:
        manifest = json.load(file)
    results = []
    for entry in manifest["models"]:
        try:
            results.append(facts_of(entry["onnx"]))
        except Exception as error:
            results.append({"error": str(error)})
    print(json.dumps(results))


main()
