#
# The checks of `nix flake check`, for nixpkgs as it is: one for each declared package and Python, and one for each Python
# that puts everything declared into one environment, imports all that came along, and looks for files that collide and
# for requirements that are not met.
pkgs:
let
  inherit (pkgs) lib;

  # What is asked of each declared package.
  tests =@tests@;

  custom =@custom@;

  # On a target without a lock the set has nixpkgs' own package of that name, or none: nothing of ours to check.
  isOurs = ps: name: ps ? ${name} && (ps.${name} ? wheel || lib.elem name custom);

  # A wheel may have no modules at all; what is built from source may just not name them.
  importsOf =
    package:
    let
      imports = package.pythonImportsCheck or [ ];
    in
    if imports == [ ] && (package.wheel.tags or null) == null then
      [ (lib.replaceStrings [ "-" "." ] [ "_" "_" ] package.pname) ]
    else
      imports;

  script = pkgs.writeText "check-wheels.py" ''
    import faulthandler
    import importlib
    import importlib.machinery
    import importlib.metadata
    import json
    import pathlib
    import sys
    import sysconfig

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name
    from packaging.version import Version


    def metadata(package):
        found = importlib.metadata.distribution(package["name"])
        if canonicalize_name(found.metadata["Name"]) != package["name"]:
            yield f"the metadata names {found.metadata['Name']}"
        if Version(found.version) != Version(package["version"]):
            yield f"the metadata says version {found.version}, expected {package['version']}"


    def abi(package):
        fitting = tuple(importlib.machinery.EXTENSION_SUFFIXES)
        machine = sysconfig.get_platform().split("-")[-1]
        for file in importlib.metadata.files(package["name"]) or ():
            foreign = ".cpython-" in file.name and file.suffix == ".so" and not file.name.endswith(fitting)
            if foreign:
                yield f"{file} is for another Python; this one loads {', '.join(fitting)}"
        wheel = importlib.metadata.distribution(package["name"]).read_text("WHEEL") or ""
        platforms = {line.split("-")[-1] for line in wheel.splitlines() if line.startswith("Tag:")}
        if platforms and not any(p == "any" or p.endswith((machine, "universal2")) for p in platforms):
            yield f"the wheel is for {', '.join(sorted(platforms))}, this machine is {machine}"


    def imported(module):
        try:
            importlib.import_module(module)
        except BaseException as error:
            return error


    def said(module, error):
        return f"import {module}: {type(error).__name__}: {error}"


    def imports(package):
        for module in package["imports"]:
            if error := imported(module):
                yield said(module, error)


    def nobody_brings(name):
        # A module that a package lacks of its own is a defect, so only whole packages count.
        module, parent, places = "", None, None
        for part in name.split("."):
            module = f"{module}.{part}".lstrip(".")
            spec = importlib.machinery.PathFinder.find_spec(module, places)
            if spec is None:
                return parent is None or parent.origin is None
            parent, places = spec, spec.submodule_search_locations or []
        return False


    def wanting(error):
        seen = []
        while error is not None and not any(error is other for other in seen):
            if isinstance(error, ModuleNotFoundError) and error.name and nobody_brings(error.name):
                return error.name
            seen.append(error)
            error = error.__cause__ or error.__context__


    def came_along(modules):
        # Some want others to be imported before them: what fails is tried once more, after all.
        for module in [module for module in modules if imported(module)]:
            error = imported(module)
            if error and (name := wanting(error)):
                print(f"{module} was not imported: it wants {name}, which nothing here requires")
            elif error:
                yield said(module, error)


    def collisions():
        owners = {}
        for distribution in importlib.metadata.distributions():
            for file in distribution.files or ():
                # What nixpkgs has removed again (tests) is in RECORD all the same.
                if (
                    "__pycache__" not in file.parts
                    and not file.parts[0].endswith(".dist-info")
                    and file.locate().exists()
                ):
                    content = file.hash.value if file.hash else None
                    owners.setdefault(str(file), {})[distribution.metadata["Name"]] = content
        for file, contents in sorted(owners.items()):
            if len(set(contents.values())) > 1:
                yield f"{file} belongs to {' and '.join(sorted(contents))}"


    def requirements():
        for distribution in importlib.metadata.distributions():
            for text in distribution.requires or ():
                requirement = Requirement(text)
                if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
                    continue
                name = distribution.metadata["Name"]
                try:
                    found = importlib.metadata.version(requirement.name)
                except importlib.metadata.PackageNotFoundError:
                    yield f"{name} requires {requirement}, which is not there"
                    continue
                if not requirement.specifier.contains(found, prereleases=True):
                    yield f"{name} requires {requirement}, but there is {found}"


    faulthandler.enable()
    asked = json.loads(pathlib.Path(sys.argv[1]).read_text())
    questions = {"abi": abi, "import": imports, "metadata": metadata}
    failures = []
    for package in asked["packages"]:
        for test in package["tests"]:
            failures += [f"{package['name']}: {test}: {failure}" for failure in questions[test](package)]
        print(package["name"], "was asked for:", *package["tests"])
    if asked["whole"]:
        failures += came_along(asked["modules"])
        failures += [f"collision: {failure}" for failure in collisions()]
        failures += [f"requirement: {failure}" for failure in requirements()]
        print("the environment was asked for: imports, collisions, requirements")
    if failures:
        sys.exit("\n".join(failures))
  '';

  check =
    python: title: whole: names:
    let
      packages = map (name: python.pkgs.${name}) names;
      environment = python.withPackages (ps: [ ps.packaging ] ++ map (name: ps.${name}) names);
      asked = {
        inherit whole;
        modules = lib.unique (
          lib.concatMap (package: package.wheel.modules or [ ]) (python.pkgs.requiredPythonModules packages)
        );
        packages = map (name: {
          inherit name;
          version = python.pkgs.${name}.wheel.versions.${name} or python.pkgs.${name}.version;
          imports = importsOf python.pkgs.${name};
          tests = tests.${name};
        }) names;
      };
      questions = pkgs.writeText "questions.json" (builtins.toJSON asked);
    in
    pkgs.runCommand "${python.libPrefix}-${title}-check" { nativeBuildInputs = [ environment ]; } ''
      export HOME=$TMPDIR
      python ${script} ${questions} | tee $out
    '';

  checksOf =
    version: python:
    let
      attribute = "python${lib.replaceStrings [ "." ] [ "" ] version}";
      names = lib.filter (isOurs python.pkgs) (lib.attrNames tests);
      tested = lib.filter (name: tests.${name} != [ ]) names;
    in
    map (name: lib.nameValuePair "${attribute}-${name}" (check python name false [ name ])) tested
    ++ lib.optional (names != [ ]) (
      lib.nameValuePair "${attribute}-all" (check python "all" true names)
    );
in
lib.listToAttrs (lib.concatLists (lib.mapAttrsToList checksOf (import ./pythons.nix pkgs)))
