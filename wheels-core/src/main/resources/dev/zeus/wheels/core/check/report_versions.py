"""Prints the version that each distribution named after a site directory reports; run with -I -S."""

import importlib.metadata
import sys

# No .pth file is run: the metadata alone is asked for.
sys.path.insert(0, sys.argv[1])

for name in sys.argv[2:]:
    try:
        print(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        print(name, "-")
