"""Fails if a closure has two packages of one name."""

import collections
import importlib.metadata
import re
import sys

found = collections.defaultdict(set)
for site in sys.argv[1:]:
    for distribution in importlib.metadata.distributions(path=[site]):
        name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
        found[name].add(f"{distribution.version} in {site}")
conflicts = {name: places for name, places in found.items() if len(places) > 1}
if conflicts:
    for name, places in sorted(conflicts.items()):
        print(f"Found duplicated packages in closure for dependency '{name}':", *sorted(places), sep="\n  ")
    sys.exit("Package duplicates found in closure, see above.")
