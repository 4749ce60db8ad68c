"""Reads a dataset in the classic form: a zip with index.csv and images."""
import csv
import io
import zipfile

import cv2
import numpy as np


class DatasetZip:
    """Rows of index.csv with their 0/1 labels; images are decoded on demand as RGB."""

    def __init__(self, path):
        self.path = path
        self.archive = None
        with zipfile.ZipFile(path) as archive:
            text = archive.read("index.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.labels = [name for name in rows[0] if name not in ("image", "subset")]
        self.names = [row["image"] for row in rows]
        self.subsets = [row["subset"] for row in rows]
        self.truth = np.array([[float(row[name]) for name in self.labels] for row in rows],
                              dtype=np.float32)

    def rows_of(self, subset):
        return [i for i, name in enumerate(self.subsets) if name == subset]

    def pixels(self, row, side):
        """RGB uint8 [side, side, 3], the whole image stretched."""
        if self.archive is None:
            self.archive = zipfile.ZipFile(self.path)
        encoded = np.frombuffer(self.archive.read(self.names[row]), dtype=np.uint8)
        image = cv2.imdecode(encoded, cv2.IMREAD_COLOR)[:, :, ::-1]
        shrinks = image.shape[0] >= side and image.shape[1] >= side
        how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
        return cv2.resize(np.ascontiguousarray(image), (side, side), interpolation=how)


MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
STDDEV = np.array([0.229, 0.224, 0.225], dtype=np.float32)


def normalised(pixels):
    """float32 [3, H, W] as ImageNet models expect it."""
    return ((pixels.astype(np.float32) / 255 - MEAN) / STDDEV).transpose(2, 0, 1).copy()


def mean_average_precision(truth, scores):
    """Mean over the labels that have both classes."""
    from sklearn.metrics import average_precision_score
    covered = [k for k in range(truth.shape[1]) if 0 < truth[:, k].sum() < len(truth)]
    return float(np.mean([average_precision_score(truth[:, k], scores[:, k]) for k in covered]))
