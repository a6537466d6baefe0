"""Writes an image to standard output: an archive of the archives of its layers, its configuration and a manifest."""

import datetime
import hashlib
import io
import json
import pathlib
import sys
import tarfile

with open(sys.argv[1]) as file:
    CONF = json.load(file)
MTIME = int(datetime.datetime.fromisoformat(CONF["mtime"].replace("Z", "+00:00")).timestamp())


def owned(entry):
    entry.mtime, entry.uid, entry.gid = MTIME, int(CONF["uid"]), int(CONF["gid"])
    entry.uname, entry.gname = CONF["uname"], CONF["gname"]
    return entry


def layer_of(paths):
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w|") as tar:
        for name in ("/nix", CONF["store_dir"]):
            directory = tarfile.TarInfo(name)
            directory.type, directory.mode = tarfile.DIRTYPE, 0o755
            tar.addfile(owned(directory))
        for path in map(pathlib.Path, paths):
            for each in sorted([path] if path.is_symlink() else [path, *path.rglob("*")]):
                entry = tar.gettarinfo(each)
                entry.name = "/" + entry.name
                if entry.islnk():
                    entry.type, entry.linkname, entry.size = tarfile.REGTYPE, "", each.stat().st_size
                if entry.isfile():
                    with open(each, "rb") as content:
                        tar.addfile(owned(entry), content)
                else:
                    tar.addfile(owned(entry))
    return layer.getvalue()


def add(tar, name, content):
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime = len(content), MTIME
    tar.addfile(entry, io.BytesIO(content))


with tarfile.open(mode="w|", fileobj=sys.stdout.buffer) as image:
    layers, sums, comments = [], [], []
    customisation = pathlib.Path(CONF["customisation_layer"], "layer.tar").read_bytes()
    contents = [(layer_of(paths), paths) for paths in CONF["store_layers"]]
    for content, paths in [*contents, (customisation, [CONF["customisation_layer"]])]:
        checksum = hashlib.sha256(content).hexdigest()
        add(image, f"{checksum}/layer.tar", content)
        layers.append(f"{checksum}/layer.tar")
        sums.append(f"sha256:{checksum}")
        comments.append(f"store paths: {paths}")
    config = json.dumps(
        {
            "created": CONF["created"],
            "architecture": CONF["architecture"],
            "os": "linux",
            "config": CONF["config"],
            "rootfs": {"diff_ids": sums, "type": "layers"},
            "history": [{"created": CONF["created"], "comment": comment} for comment in comments],
        },
        indent=4,
    ).encode()
    place = f"{hashlib.sha256(config).hexdigest()}.json"
    add(image, place, config)
    manifest = [{"Config": place, "RepoTags": [CONF["repo_tag"]], "Layers": layers}]
    add(image, "manifest.json", json.dumps(manifest, indent=4).encode())
