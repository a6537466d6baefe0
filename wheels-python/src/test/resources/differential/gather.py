"""Gathers real versions and requirements of the projects in projects.txt from a simple index.

    python3 gather.py INDEX PROJECTS FOLDER

Each project's page is asked for once, and the metadata of at most ten of its releases, spread over its history. The
answers are kept beside this script, compressed, so that no test asks the index again.
"""

import concurrent.futures
import gzip
import html
import os
import re
import sys
import urllib.parse
import urllib.request

RELEASES = 10


def read(url):
    request = urllib.request.Request(url, headers={"Accept": "text/html"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode("utf-8", "replace")


def version(filename):
    if filename.endswith(".whl"):
        return filename.split("-")[1]
    stem = re.sub(r"\.(tar\.gz|tar\.bz2|tgz|zip|egg|exe)$", "", filename)
    return stem.rsplit("-", 1)[-1]


def project(index, name):
    url = index + name + "/"
    page = read(url)
    links = [urllib.parse.urljoin(url, html.unescape(href)) for href in re.findall(r'href="([^"]+)"', page)]
    pythons = [html.unescape(text) for text in re.findall(r'data-requires-python="([^"]*)"', page)]
    wheels, versions = {}, []
    for link in links:
        file = urllib.parse.unquote(urllib.parse.urlsplit(link).path.rsplit("/", 1)[-1])
        versions.append(version(file))
        if file.endswith(".whl"):
            wheels.setdefault(version(file), link.split("#")[0])
    known = list(wheels.values())
    chosen = {known[i * (len(known) - 1) // max(RELEASES - 1, 1)] for i in range(RELEASES)} if known else set()
    requirements = []
    for link in sorted(chosen):
        try:
            head = read(link + ".metadata").split("\n\n", 1)[0].replace("\r", "")
        except OSError:
            continue
        unfolded = re.sub(r"\n[ \t]+", " ", head)
        requirements += re.findall(r"^Requires-Dist: *(.*)$", unfolded, re.M)
    return versions, pythons, requirements


def keep(folder, name, lines):
    with open(os.path.join(folder, name), "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write("".join(line + "\n" for line in sorted(set(lines))).encode())


def main():
    index, projects, folder = sys.argv[1:]
    with open(projects, encoding="utf-8") as file:
        names = file.read().split()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda name: project(index, name), names))
    for number, name in enumerate(("versions", "requires-python", "requires-dist")):
        keep(folder, f"real-{name}.txt.gz", [line for answer in answers for line in answer[number] if line.strip()])


main()
