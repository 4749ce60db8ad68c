"""Prints, for each backbone named, what torchvision counts: name, channels, parameters and
multiply-adds of convolutions at 224x224, all without the classifier."""
import sys

import torch
from torch import nn
from torchvision import models


def body_of(name):
    model = getattr(models, name)().eval()
    if hasattr(model, "features"):
        return model.features
    if name.startswith("resnet"):
        return nn.Sequential(model.conv1, model.bn1, model.relu, model.maxpool, model.layer1,
                             model.layer2, model.layer3, model.layer4)
    return nn.Sequential(model.conv1, model.maxpool, model.stage2, model.stage3, model.stage4,
                         model.conv5)


def main():
    for name in sys.argv[1:]:
        body = body_of(name)
        work = [0]

        def count(module, _, output):
            if isinstance(module, nn.Conv2d):
                window = module.kernel_size[0] * module.kernel_size[1]
                work[0] += output.numel() * module.in_channels // module.groups * window

        for module in body.modules():
            module.register_forward_hook(count)
        with torch.no_grad():
            channels = body(torch.zeros(1, 3, 224, 224)).shape[1]
        print(name, channels, sum(p.numel() for p in body.parameters()), work[0])


if __name__ == "__main__":
    main()
