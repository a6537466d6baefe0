#!/usr/bin/env python3
"""Trims a lock of a real project to what an import reads, and has its own tool say what each target installs.

usage: trim.py FORMAT FOLDER OUT [GROUPS]
GROUPS, separated by commas, are installed too, and noted in with.txt. FORMAT is uv, poetry, pdm, pipfile or pylock; FOLDER holds the lock and the project's file as published. OUT gets both
without hashes, sizes and times, with the files of the targets below alone, and expected.txt. Needs the tool itself on the
PATH (with poetry-plugin-export), tomlkit and packaging.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tomlkit
from packaging.requirements import Requirement
from packaging.tags import cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

TARGETS = {
    f"cp{python.replace('.', '')}-{system}": (python, system)
    for python in ("3.12", "3.13")
    for system in ("x86_64-linux", "aarch64-darwin")
}


def environment(python, system):
    linux = system.endswith("linux")
    return {
        "implementation_name": "cpython",
        "implementation_version": python + ".0",
        "os_name": "posix",
        "platform_machine": "x86_64" if linux else "arm64",
        "platform_python_implementation": "CPython",
        "platform_release": "" if linux else "23.0.0",
        "platform_system": "Linux" if linux else "Darwin",
        "platform_version": "",
        "python_full_version": python + ".0",
        "python_version": python,
        "sys_platform": "linux" if linux else "darwin",
    }


def fits(name):
    if not name.endswith(".whl"):
        return True
    try:
        tags = parse_wheel_filename(name)[3]
    except ValueError:
        return True
    return any(
        (re.match(r"cp31[23]$|py3$|py2$", tag.interpreter) or tag.abi == "abi3")
        and (tag.platform == "any" or re.match(r"manylinux.*x86_64$|macosx_.*_(arm64|universal2)$", tag.platform))
        for tag in tags
    )


def lines(text):
    """Drops what nobody reads of the lines that name files."""
    kept = []
    for line in text.splitlines():
        name = re.search(r'(?:file|filename|name|url) = "(?:[^"]*/)?([^"/]+\.(?:whl|tar\.gz|zip|tar\.bz2))[^"]*"', line)
        inline = name and re.search(r"\{.*\}", line)
        if inline and not fits(name.group(1).replace("%2B", "+")):
            continue
        if inline:
            line = re.sub(r', (hash|size|upload-time|upload_time) = ("[^"]*"|[0-9T:.Z-]+)', "", line)
            line = re.sub(r", hashes = \{[^}]*\}", ', hashes = {sha256 = "00"}', line)
            line = re.sub(r'"https://[^"]*/([^"/]+)"', r'"https://files.example/\1"', line)
        kept.append(line)
    return "\n".join(kept) + "\n"


def project(text):
    """Keeps what says what a project asks for."""
    toml = tomlkit.parse(text).unwrap()
    own = toml.get("project", {})
    tool = toml.get("tool", {})
    kept = {}
    if own:
        keys = ("name", "requires-python", "dependencies", "optional-dependencies", "dynamic")
        kept["project"] = {key: own[key] for key in keys if key in own}
    if "dependency-groups" in toml:
        kept["dependency-groups"] = toml["dependency-groups"]
    poetry = {key: tool.get("poetry", {}).get(key) for key in ("dependencies", "dev-dependencies", "group", "source")}
    poetry = {key: value for key, value in poetry.items() if value}
    uv = {key: tool.get("uv", {}).get(key) for key in ("index", "sources", "dev-dependencies")}
    uv = {key: value for key, value in uv.items() if value}
    pdm = {key: tool.get("pdm", {}).get(key) for key in ("dev-dependencies", "source")}
    pdm = {key: value for key, value in pdm.items() if value}
    kept["tool"] = {key: value for key, value in (("poetry", poetry), ("uv", uv), ("pdm", pdm)) if value}
    if not kept["tool"]:
        del kept["tool"]
    return tomlkit.dumps(kept)


def run(folder, *command):
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def exported(text):
    """What each target installs of a requirements.txt."""
    found = {target: set() for target in TARGETS}
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith(("#", "-", ".")):
            continue
        requirement = Requirement(line)
        for target, (python, system) in TARGETS.items():
            if requirement.marker is None or requirement.marker.evaluate(environment(python, system)):
                version = str(requirement.specifier).lstrip("=") or "by-address"
                found[target].add(f"{canonicalize_name(requirement.name)}=={version}")
    return found


def selected(text, chosen):
    """What each target installs of a pylock.toml, as the standard says."""
    from packaging.markers import Marker

    toml = tomlkit.parse(text).unwrap()
    groups = {*toml.get("default-groups", []), *chosen}
    found = {target: set() for target in TARGETS}
    for package in toml["packages"]:
        for target, (python, system) in TARGETS.items():
            marker = package.get("marker")
            here = {**environment(python, system), "extras": set(), "dependency_groups": groups}
            if marker is None or Marker(marker).evaluate(here, context="lock_file"):
                found[target].add(f"{package['name']}=={package.get('version', 'by-address')}")
    return found


def main(form, folder, out, with_=""):
    folder, out = pathlib.Path(folder), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    lock = {"uv": "uv.lock", "poetry": "poetry.lock", "pdm": "pdm.lock", "pipfile": "Pipfile.lock"}.get(form, "pylock.toml")
    text = (folder / lock).read_text()
    groups = [group for group in with_.split(",") if group]
    (out / "with.txt").write_text(with_ + "\n")
    if form == "uv":
        found = exported(run(folder, "uv", "export", "--frozen", "--no-hashes", "--no-default-groups", "--all-packages",
                             "--no-emit-workspace", "--no-header", "--no-annotate",
                             *(f"--group={group}" for group in groups)))
    elif form == "poetry":
        found = exported(run(folder, "poetry", "export", "--without-hashes", *(f"--with={group}" for group in groups)))
    elif form == "pdm":
        found = exported(run(folder, "pdm", "export", "--no-hashes", "--no-extras",
                             *(f"-G{group}" for group in groups), *([] if groups else ["--prod"])))
    elif form == "pipfile":
        found = exported(run(folder, "pipenv", "requirements", *(["--dev"] if groups else [])))
    else:
        found = selected(text, groups)
    if form == "pipfile":
        toml = json.loads(text)
        for section in toml.values():
            for entry in section.values() if isinstance(section, dict) else ():
                if isinstance(entry, dict) and "hashes" in entry:
                    entry["hashes"] = []
        (out / lock).write_text(json.dumps(toml, indent=4, sort_keys=True) + "\n")
        (out / "Pipfile").write_text((folder / "Pipfile").read_text())
    else:
        (out / lock).write_text(lines(text))
        if (folder / "pyproject.toml").exists():
            (out / "pyproject.toml").write_text(project((folder / "pyproject.toml").read_text()))
    expected = "".join(f"{target} {each}\n" for target in sorted(found) for each in sorted(found[target]))
    (out / "expected.txt").write_text(expected)


main(*sys.argv[1:])
