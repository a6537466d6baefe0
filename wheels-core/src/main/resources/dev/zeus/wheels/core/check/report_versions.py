"""Prints the version that each distribution named after a site directory reports; run with -I -S."""

import importlib.metadata
import site
import sys

site.addsitedir(sys.argv[1])

for name in sys.argv[2:]:
    try:
        print(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        print(name, "-")
