"""Says whether the drawn sample data can be solved by colour alone: logistic regression on 8 x 8
colour thumbnails and on colour histograms, with the project's own split.

    python3 sample_baselines.py CLI PROJECT      (reads the project's newest dataset)
    python3 sample_baselines.py EXPORT.zip       (a zip that `dataset export` wrote)

C is chosen on validation. Prints one JSON line, then a table of test mAP.
"""
import json
import sys

import cv2
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from cli import Cli, table, temporary_folder
from dataset_zip import DatasetZip, mean_average_precision


def thumbnail(pixels):
    return cv2.resize(pixels, (8, 8), interpolation=cv2.INTER_AREA).ravel()


def histogram(pixels):
    """Shares of 4 x 4 x 4 joint colours and of 32 values per channel."""
    joint = cv2.calcHist([pixels], [0, 1, 2], None, [4, 4, 4], [0, 256] * 3).ravel()
    single = [cv2.calcHist([pixels], [c], None, [32], [0, 256]).ravel() for c in range(3)]
    return np.concatenate([joint, *single]) / (pixels.shape[0] * pixels.shape[1])


def scores_with(data, features, strength):
    training = data.rows_of("training")
    scores = np.zeros_like(data.truth)
    for k in range(len(data.labels)):
        truth = data.truth[training, k]
        if truth.min() == truth.max():
            scores[:, k] = truth[0]
            continue
        model = LogisticRegression(C=strength, max_iter=2000).fit(features[training], truth)
        scores[:, k] = model.decision_function(features)
    return scores


def test_map(data, features):
    features = StandardScaler().fit(features[data.rows_of("training")]).transform(features)

    def quality(scores, subset):
        rows = data.rows_of(subset)
        return mean_average_precision(data.truth[rows], scores[rows])

    tried = [scores_with(data, features, c) for c in (1e-3, 1e-2, 1e-1, 1.0)]
    return quality(max(tried, key=lambda scores: quality(scores, "validation")), "test")


def baselines(path):
    data = DatasetZip(path)
    images = [data.pixels(row, 160) for row in range(len(data.names))]
    rows = data.rows_of("test")
    return {"thumbnails": test_map(data, np.stack([thumbnail(i) for i in images]).astype(float)),
            "histograms": test_map(data, np.stack([histogram(i) for i in images])),
            "prevalence": float(data.truth[rows].mean())}


def main():
    if len(sys.argv) == 3:
        with temporary_folder() as folder:
            path = f"{folder}/export.zip"
            Cli(sys.argv[1], sys.argv[2]).run("dataset", "export", "--to", path)
            found = baselines(path)
    elif len(sys.argv) == 2:
        found = baselines(sys.argv[1])
    else:
        raise SystemExit(__doc__)
    print(json.dumps(found))
    table(["logistic regression on", "test mAP"],
          [["8x8 colour thumbnails", found["thumbnails"]],
           ["colour histograms", found["histograms"]],
           ["nothing (mean prevalence)", found["prevalence"]]])


if __name__ == "__main__":
    main()
