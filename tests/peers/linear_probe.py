"""Linear probe: one logistic regression per label on frozen pooled mobilenet_v2 features.

    python3 linear_probe.py DATA.zip WEIGHTS.pth

Prints one JSON line: seconds for the features, seconds in all, test mAP. C is chosen on validation.
"""
import argparse
import json
import time

import numpy as np
import torch
import torchvision
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from dataset_zip import DatasetZip, mean_average_precision, normalised


def features(model, data):
    found = []
    with torch.no_grad():
        for start in range(0, len(data.names), 32):
            rows = range(start, min(start + 32, len(data.names)))
            batch = torch.from_numpy(np.stack([normalised(data.pixels(r, 224)) for r in rows]))
            found.append(model(batch).mean(dim=(2, 3)))
    return torch.cat(found).numpy()


def probe(data, inputs, strength):
    training = data.rows_of("training")
    scores = np.zeros_like(data.truth)
    for k in range(len(data.labels)):
        truth = data.truth[training, k]
        if truth.min() == truth.max():
            scores[:, k] = truth[0]
            continue
        model = LogisticRegression(C=strength, max_iter=300).fit(inputs[training], truth)
        scores[:, k] = model.decision_function(inputs)
    return scores


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data")
    arguments.add_argument("weights")
    options = arguments.parse_args()
    started = time.time()
    torch.set_num_threads(2)
    data = DatasetZip(options.data)
    network = torchvision.models.mobilenet_v2()
    network.load_state_dict(torch.load(options.weights))
    inputs = features(network.features.eval(), data)
    feature_seconds = time.time() - started
    inputs = StandardScaler().fit(inputs[data.rows_of("training")]).transform(inputs)
    candidates = {c: probe(data, inputs, c) for c in (1e-4, 1e-3, 1e-2, 1e-1)}

    def quality(scores, subset):
        rows = data.rows_of(subset)
        return mean_average_precision(data.truth[rows], scores[rows])

    best = max(candidates, key=lambda c: quality(candidates[c], "validation"))
    print(json.dumps({"featureSeconds": feature_seconds, "seconds": time.time() - started,
                      "C": best, "testMap": quality(candidates[best], "test")}))


if __name__ == "__main__":
    main()
