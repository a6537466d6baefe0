"""Fails if a requirement of a wheel, true for this Python, is not met by the packages it depends on."""

import email
import importlib.metadata
import pathlib
import sys
import zipfile

from packaging.requirements import Requirement


def main():
    wheel, *inputs = sys.argv[1:]
    sites = [str(site) for path in inputs for site in pathlib.Path(path).glob("lib/python3*/site-packages")]
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA") and n.count("/") == 1)
        metadata = email.message_from_bytes(archive.read(name))
    unmet = []
    for text in metadata.get_all("Requires-Dist", []):
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        found = next(iter(importlib.metadata.distributions(name=requirement.name, path=sites)), None)
        if found is None:
            unmet.append(f"{requirement.name} not installed")
        elif not requirement.specifier.contains(found.version, prereleases=True):
            unmet.append(f"{requirement.name}{requirement.specifier} not satisfied by version {found.version}")
    if unmet:
        sys.exit("runtime dependencies of " + pathlib.Path(wheel).name + ":\n  - " + "\n  - ".join(unmet))


main()
