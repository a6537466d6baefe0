"""Links the files of packages into one tree; programs are copied and get its interpreter."""

import filecmp
import os
import pathlib
import sys

target, interpreter, tolerant, *packages = sys.argv[1:]
target = pathlib.Path(target)
collisions = []
for package in map(pathlib.Path, packages):
    for folder, _, names in os.walk(package):
        relative = pathlib.Path(folder).relative_to(package)
        if relative.parts[:1] == ("nix-support",):
            continue
        for name in names:
            source, place = pathlib.Path(folder, name), target / relative / name
            if "__pycache__" in relative.parts:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(place):
                if not tolerant and not filecmp.cmp(source, place, shallow=False):
                    collisions.append(f"{relative / name}: {place.resolve()} and {source}")
            elif relative.parts[:1] == ("bin",):
                content = source.read_bytes()
                own = content.replace(interpreter.encode(), str(target / "bin" / os.path.basename(interpreter)).encode())
                place.write_bytes(own)
                place.chmod(0o755)
            else:
                place.symlink_to(source)
if collisions:
    sys.exit("collision between packages:\n  " + "\n  ".join(collisions))
