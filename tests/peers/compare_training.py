"""The same fine-tuning of mobilenet_v2 in the plain Python way and in Labelwright: images/s of both
and the ratio.

    python3 compare_training.py CLI DATA.zip WEIGHTS.pth [--epochs 3] [--full-network]
                                [--precision auto|f32|bf16]

By default both train what the advice trains: 320 x 320, features[0..13] fixed, batch 32, flips,
AdamW, no mixup, batch-norm statistics kept. With --full-network both train all layers at 224 x 224
with flips and random resized crops. Python decodes and trains as a plain script does: DataLoader
with two workers, f32, NCHW, frozen layers under no_grad. Both save the scores of validation after
each epoch. Prints one JSON line, then a table.
"""
import argparse
import json
import time

import cv2
import numpy as np
import torch
import torchvision

from cli import Cli, table, temporary_folder
from dataset_zip import DatasetZip, mean_average_precision, normalised

FROZEN_STAGES = 14


class Images(torch.utils.data.Dataset):
    def __init__(self, data, rows, options, training):
        self.data, self.rows, self.options, self.training = data, rows, options, training
        self.crop = torchvision.transforms.RandomResizedCrop

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        side = self.options.side
        pixels = self.data.pixels(self.rows[index], side)
        if self.training and self.options.full_network:
            top, left, height, width = self.crop.get_params(
                torch.empty(3, side, side), scale=(0.7, 1.0), ratio=(1 / 1.15, 1.15))
            pixels = cv2.resize(pixels[top:top + height, left:left + width], (side, side))
        if self.training and torch.rand(1).item() < 0.5:
            pixels = pixels[:, ::-1]
        truth = torch.from_numpy(self.data.truth[self.rows[index]])
        return torch.from_numpy(normalised(pixels)), truth


class PlainNetwork(torch.nn.Module):
    """Backbone, average and maximum over positions, dropout, one node per label."""

    def __init__(self, weights, labels, frozen):
        super().__init__()
        whole = torchvision.models.mobilenet_v2()
        whole.load_state_dict(torch.load(weights))
        self.fixed, self.learning = whole.features[:frozen], whole.features[frozen:]
        self.head = torch.nn.Sequential(torch.nn.Dropout(0.2),
                                        torch.nn.Linear(2 * whole.last_channel, labels))
        self.fixed.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        for module in [*self.fixed.modules(), *self.learning.modules()]:
            if isinstance(module, torch.nn.BatchNorm2d):
                module.eval()
        return self

    def forward(self, images):
        with torch.no_grad():
            fixed = self.fixed(images)
        maps = self.learning(fixed)
        return self.head(torch.cat([maps.mean(dim=(2, 3)), maps.amax(dim=(2, 3))], dim=1))


def loader(data, subset, options, training):
    return torch.utils.data.DataLoader(Images(data, data.rows_of(subset), options, training),
                                       batch_size=32, shuffle=training, num_workers=2)


def train_plain_epoch(model, optimizer, batches):
    """Images per second of the training part of one epoch."""
    model.train()
    loss, images_seen, started = torch.nn.BCEWithLogitsLoss(), 0, time.perf_counter()
    for images, truth in batches:
        optimizer.zero_grad()
        loss(model(images), truth).backward()
        optimizer.step()
        images_seen += len(images)
    return images_seen / (time.perf_counter() - started)


def validate_plain(model, data, options):
    model.eval()
    with torch.no_grad():
        scores = [torch.sigmoid(model(images))
                  for images, _ in loader(data, "validation", options, False)]
    return mean_average_precision(data.truth[data.rows_of("validation")], torch.cat(scores).numpy())


def plain(options):
    cv2.setNumThreads(1)
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    started = time.perf_counter()
    data = DatasetZip(options.data)
    model = PlainNetwork(options.weights, len(data.labels), options.frozen)
    learning = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=2e-4, weight_decay=0.05)
    rates, seconds, quality = [], [], None
    for _ in range(options.epochs):
        epoch_started = time.perf_counter()
        rates.append(train_plain_epoch(model, optimizer, loader(data, "training", options, True)))
        quality = validate_plain(model, data, options)
        seconds.append(time.perf_counter() - epoch_started)
    return summary(rates, seconds, time.perf_counter() - started, quality,
                   len(data.rows_of("training")))


def summary(rates, epoch_seconds, whole_seconds, quality, images):
    """`imagesPerSecond`: training steps only; the other two rates count all that an epoch or the
    run takes besides."""
    return {"imagesPerSecond": float(np.mean(rates)),
            "epochImagesPerSecond": images * len(rates) / sum(epoch_seconds),
            "runImagesPerSecond": images * len(rates) / whole_seconds,
            "epochSeconds": [round(s, 3) for s in epoch_seconds],
            "seconds": whole_seconds, "validationMap": quality}


def edited(advice, options):
    """The advice with the same work in it as the plain script does."""
    for block in advice["spec"]["blocks"]:
        if block["block"] == "input":
            block["preprocessing"] |= {"width": options.side, "height": options.side}
            block["augmentation"] |= {"flipHorizontal": True}
            if options.full_network:
                block["augmentation"] |= {"cropMinScale": 0.7, "cropMaxAspect": 1.15}
        if block["block"] == "backbone":
            block |= {"frozen": False, "frozenStages": options.frozen}
    advice["settings"] |= {"batchSize": 32, "epochs": options.epochs, "mixup": 0, "emaDecay": 0,
                           "optimizer": "adamw", "learningRate": 2e-4, "weightDecay": 0.05,
                           "schedule": "constant", "headEpochs": 0, "headFromEmbeddings": False,
                           "freezeBatchNorm": True, "patience": 0,
                           "precision": options.precision, "threads": options.threads}
    return {"spec": advice["spec"], "settings": advice["settings"]}


def labelwright(options):
    with temporary_folder() as folder:
        cli = Cli(options.cli, f"{folder}/project", options.weights)
        imported, import_seconds = cli.run("import", options.data)
        advice, _ = cli.run("advise", "--backbone", "mobilenet_v2", "--regime", "fine-tune")
        spec = f"{folder}/spec.json"
        with open(spec, "w", encoding="utf-8") as file:
            json.dump(edited(advice, options), file)
        trained, seconds = cli.run("train", "--spec", spec, "--epochs", options.epochs,
                                   "--precision", options.precision, "--threads", options.threads)
        epochs = trained["epochReports"]
        images = imported["subsets"]["samples"]["training"]
        found = summary([e["imagesPerSecond"] for e in epochs], [e["seconds"] for e in epochs],
                        seconds + import_seconds, epochs[-1]["validationMap"], images)
        return found | {"importSeconds": import_seconds, "trainSeconds": seconds,
                        "run": trained.get("run")}


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("data")
    parser.add_argument("weights")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--precision", default="auto", choices=["auto", "f32", "bf16"])
    parser.add_argument("--full-network", action="store_true")
    options = parser.parse_args()
    options.side = 224 if options.full_network else 320
    options.frozen = 0 if options.full_network else FROZEN_STAGES
    return options


def main():
    options = arguments()
    python, ours = plain(options), labelwright(options)
    rates = ["imagesPerSecond", "epochImagesPerSecond", "runImagesPerSecond"]
    ratio = {name: ours[name] / python[name] for name in rates}
    print(json.dumps({"python": python, "labelwright": ours, "ratio": ratio,
                      "fullNetwork": options.full_network, "epochs": options.epochs}))
    names = {"imagesPerSecond": "images/s, training steps",
             "epochImagesPerSecond": "images/s, epochs with validation",
             "runImagesPerSecond": "images/s, whole run with import"}
    table(["", "python", "labelwright", "ratio"],
          [[names[n], python[n], ours[n], ratio[n]] for n in rates]
          + [["seconds, whole run", python["seconds"], ours["seconds"],
              python["seconds"] / ours["seconds"]]])


if __name__ == "__main__":
    main()
