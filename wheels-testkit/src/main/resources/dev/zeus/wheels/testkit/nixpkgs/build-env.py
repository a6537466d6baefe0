"""Links packages into one tree, as a profile has them: of two files at one place that of the better priority counts."""

import filecmp
import json
import os
import pathlib
import sys

target, tolerant, packages = pathlib.Path(sys.argv[1]), sys.argv[2], json.loads(pathlib.Path(sys.argv[3]).read_text())
chosen, collisions = {}, []
for package in sorted(packages, key=lambda package: package["priority"]):
    root = pathlib.Path(package["path"])
    for folder, _, names in os.walk(root, followlinks=True):
        relative = pathlib.Path(folder).relative_to(root)
        if relative.parts[:1] == ("nix-support",):
            continue
        for name in names:
            source, place = pathlib.Path(folder, name), relative / name
            if place not in chosen:
                chosen[place] = (source, package["priority"])
            elif chosen[place][1] == package["priority"]:
                other = chosen[place][0]
                if not tolerant and other.resolve() != source.resolve() and not filecmp.cmp(other, source, shallow=False):
                    collisions.append(f"{other} and {source}")
if collisions:
    sys.exit("error: two given paths contain a conflicting subpath:\n  " + "\n  ".join(collisions))
for place, (source, _) in chosen.items():
    (target / place).parent.mkdir(parents=True, exist_ok=True)
    (target / place).symlink_to(source)
target.mkdir(exist_ok=True)
