"""The plain Python way to fine-tune mobilenet_v2 on a dataset: torchvision, DataLoader with two
workers, f32, 224 x 224, batch 32, 8 epochs, discriminative rates, one-cycle. The peer that
Labelwright is timed against.

    python3 plain_finetune.py DATA.zip WEIGHTS.pth [--epochs 8] [--seed 1] [--steps N]

Prints one JSON line: seconds (import included), images per second while training, test mAP.
With --steps it only measures the rate over that many steps.
"""
import argparse
import json
import time

import cv2
import numpy as np
import torch
import torchvision

from dataset_zip import DatasetZip, mean_average_precision, normalised


class Images(torch.utils.data.Dataset):
    def __init__(self, data, rows, flip):
        self.data, self.rows, self.flip = data, rows, flip

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        pixels = self.data.pixels(self.rows[index], 224)
        if self.flip and torch.rand(1).item() < 0.5:
            pixels = pixels[:, ::-1]
        return torch.from_numpy(normalised(pixels)), torch.from_numpy(self.data.truth[self.rows[index]])


def loader(data, subset, training):
    return torch.utils.data.DataLoader(Images(data, data.rows_of(subset), training), batch_size=32,
                                       shuffle=training, num_workers=2)


def scores_of(model, data, subset):
    model.eval()
    with torch.no_grad():
        parts = [torch.sigmoid(model(images)) for images, _ in loader(data, subset, False)]
    return torch.cat(parts).numpy()


def build(weights, labels):
    model = torchvision.models.mobilenet_v2()
    model.load_state_dict(torch.load(weights))
    model.classifier[1] = torch.nn.Linear(model.last_channel, labels)
    return model


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data")
    arguments.add_argument("weights")
    arguments.add_argument("--epochs", type=int, default=8)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--steps", type=int, default=0)
    options = arguments.parse_args()
    started = time.time()
    cv2.setNumThreads(1)
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    data = DatasetZip(options.data)
    model = build(options.weights, len(data.labels))
    optimizer = torch.optim.AdamW([
        {"params": model.features[:7].parameters(), "lr": 1e-4},
        {"params": model.features[7:].parameters(), "lr": 3e-4},
        {"params": model.classifier.parameters(), "lr": 1e-3}], weight_decay=1e-2)
    training = loader(data, "training", True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [1e-4, 3e-4, 1e-3], total_steps=options.epochs * len(training))
    loss = torch.nn.BCEWithLogitsLoss()
    best, best_state, images_seen, train_seconds, steps = -1.0, None, 0, 0.0, 0
    for _ in range(options.epochs):
        model.train()
        epoch_started = time.time()
        for images, truth in training:
            optimizer.zero_grad()
            loss(model(images), truth).backward()
            optimizer.step()
            schedule.step()
            images_seen += len(images)
            steps += 1
            if options.steps and steps >= options.steps:
                break
        train_seconds += time.time() - epoch_started
        if options.steps and steps >= options.steps:
            break
        validation = mean_average_precision(data.truth[data.rows_of("validation")],
                                            scores_of(model, data, "validation"))
        if validation > best:
            best = validation
            best_state = {k: v.clone() for k, v in model.state_dict().items()}
    result = {"imagesPerSecond": images_seen / train_seconds}
    if not options.steps:
        model.load_state_dict(best_state)
        test = mean_average_precision(data.truth[data.rows_of("test")],
                                      scores_of(model, data, "test"))
        result |= {"seconds": time.time() - started, "testMap": test}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
