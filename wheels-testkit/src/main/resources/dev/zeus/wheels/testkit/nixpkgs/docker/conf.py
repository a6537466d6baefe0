"""Puts together what the program that streams an image reads: what it is made of, and its configuration."""

import json
import sys

settings, base, layers, customisation, out = sys.argv[1:]


def read(path):
    with open(path) as file:
        return json.load(file)


conf = {**read(base), **read(settings), "store_layers": read(layers), "customisation_layer": customisation}
tag = conf.pop("tag") or out.removeprefix("/nix/store/").split("-")[0]
conf["repo_tag"] = f"{conf.pop('repo')}:{tag}"
with open(out, "w") as file:
    json.dump(conf, file)
