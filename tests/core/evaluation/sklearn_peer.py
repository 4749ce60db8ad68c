"""Reads cases from the JSON file named first and writes scikit-learn's figures for them to the
file named second. -1 in `truth` is unknown; null stands for undefined."""
import json
import sys
import warnings

import numpy as np
from sklearn import metrics
from sklearn.calibration import _sigmoid_calibration, calibration_curve

warnings.filterwarnings("ignore")


def label_figures(scores, truth, threshold):
    known = truth >= 0
    s, t = scores[known], truth[known]
    predicted = (s >= np.float32(threshold)).astype(int)
    positives, negatives = int((t == 1).sum()), int((t == 0).sum())
    both = positives > 0 and negatives > 0
    figures = {
        "support": positives,
        "negatives": negatives,
        "averagePrecision": metrics.average_precision_score(t, s) if positives else None,
        "rocAuc": metrics.roc_auc_score(t, s) if both else None,
        "precision": metrics.precision_score(t, predicted, zero_division=0) if len(t) else None,
        "recall": metrics.recall_score(t, predicted) if positives else None,
        "specificity": metrics.recall_score(1 - t, 1 - predicted) if negatives else None,
        "f1": metrics.f1_score(t, predicted) if positives else None,
        "f2": metrics.fbeta_score(t, predicted, beta=2) if positives else None,
    }
    if len(t):
        figures["confusion"] = metrics.confusion_matrix(t, predicted, labels=[0, 1]).ravel().tolist()
        figures["brier"] = metrics.brier_score_loss(t, s, pos_label=1) if both else None
    if both:
        for name, drop in (("roc", False), ("rocCorners", True)):
            fpr, tpr, cuts = metrics.roc_curve(t, s, drop_intermediate=drop)
            figures[name] = [fpr.tolist(), tpr.tolist(), cuts[1:].tolist()]
        precision, recall, cuts = metrics.precision_recall_curve(t, s)
        figures["pr"] = [precision.tolist(), recall.tolist(), cuts.tolist()]
        share, mean = calibration_curve(t, s.astype(float), n_bins=10)
        figures["reliability"] = [share.tolist(), mean.tolist()]
        logits = np.log(s.astype(float) + 1e-6) - np.log(1 - s.astype(float) + 1e-6)
        a, b = _sigmoid_calibration(logits.astype(np.float32).astype(float), t)
        figures["platt"] = [-a, -b]
    return figures


def sample_figures(scores, truth, predicted):
    """Row by row, because each row may know other labels."""
    rows = []
    for s, t, p in zip(scores, truth, predicted):
        known = t >= 0
        if not known.any():
            continue
        s, t, p = s[known], t[known], p[known]
        f1 = metrics.f1_score(t, p, zero_division=0)
        if len(t) == 1:
            rows.append((f1, float(t.sum()), 0.0, 1.0))
        else:
            rows.append((f1, metrics.coverage_error([t], [s]), metrics.label_ranking_loss([t], [s]),
                         metrics.label_ranking_average_precision_score([t], [s])))
    return np.mean(rows, axis=0).tolist()


def overall(scores, truth, thresholds):
    predicted = (scores >= thresholds).astype(int)
    known = truth >= 0
    covered = ((truth == 1).sum(axis=0) > 0)
    f1, coverage, loss, precision = sample_figures(scores, truth, predicted)
    complete = known.all(axis=1)
    weights = (truth == 1).sum(axis=0)[covered]
    per_label = [label_figures(scores[:, i], truth[:, i], thresholds[i])
                 for i in range(truth.shape[1])]

    def macro(name):
        values = [figures[name] for figures in per_label if figures[name] is not None]
        return float(np.mean(values)) if values else None

    flat_t, flat_p = truth[known], predicted[known]
    return {
        "labels": per_label,
        "meanAveragePrecision": macro("averagePrecision"),
        "macroRocAuc": macro("rocAuc"),
        "macroPrecision": macro("precision"),
        "macroRecall": macro("recall"),
        "macroF1": macro("f1"),
        "weightedF1": float(np.average([per_label[i]["f1"] for i in np.flatnonzero(covered)],
                                       weights=weights)),
        "microPrecision": metrics.precision_score(flat_t, flat_p, zero_division=0),
        "microRecall": metrics.recall_score(flat_t, flat_p),
        "microF1": metrics.f1_score(flat_t, flat_p),
        "hammingLoss": metrics.hamming_loss(flat_t, flat_p),
        "subsetAccuracy": metrics.accuracy_score(truth[complete], predicted[complete])
                          if complete.any() else None,
        "samplesF1": f1, "coverageError": coverage, "rankingLoss": loss,
        "rankingAveragePrecision": precision,
    }


def whole_matrix(scores, truth, thresholds):
    """scikit-learn's own multi-label averages, for matrices without unknown cells in which every
    label has both classes."""
    predicted = (scores >= thresholds).astype(int)
    return {
        "meanAveragePrecision": metrics.average_precision_score(truth, scores, average="macro"),
        "macroRocAuc": metrics.roc_auc_score(truth, scores, average="macro"),
        "macroPrecision": metrics.precision_score(truth, predicted, average="macro", zero_division=0),
        "macroRecall": metrics.recall_score(truth, predicted, average="macro"),
        "macroF1": metrics.f1_score(truth, predicted, average="macro"),
        "weightedF1": metrics.f1_score(truth, predicted, average="weighted"),
        "microPrecision": metrics.precision_score(truth, predicted, average="micro"),
        "microRecall": metrics.recall_score(truth, predicted, average="micro"),
        "microF1": metrics.f1_score(truth, predicted, average="micro"),
        "samplesF1": metrics.f1_score(truth, predicted, average="samples", zero_division=0),
        "hammingLoss": metrics.hamming_loss(truth, predicted),
        "subsetAccuracy": metrics.accuracy_score(truth, predicted),
        "coverageError": metrics.coverage_error(truth, scores),
        "rankingLoss": metrics.label_ranking_loss(truth, scores),
        "rankingAveragePrecision": metrics.label_ranking_average_precision_score(truth, scores),
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    results = []
    for case in cases:
        shape = (-1, case["labels"])
        scores = np.array(case["scores"], dtype=np.float32).reshape(shape)
        truth = np.array(case["truth"], dtype=int).reshape(shape)
        thresholds = np.array(case["thresholds"], dtype=np.float32)
        result = overall(scores, truth, thresholds)
        both = ((truth == 1).any(axis=0) & (truth == 0).any(axis=0)).all()
        if (truth >= 0).all() and both:
            result["whole"] = whole_matrix(scores, truth, thresholds)
        results.append(result)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(results, file)


if __name__ == "__main__":
    main()
