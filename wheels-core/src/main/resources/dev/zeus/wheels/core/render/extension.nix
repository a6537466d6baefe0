#
# What is added to the package set of an interpreter, as `packageOverrides` and `pythonPackagesExtensions` of nixpkgs take
# it. The interpreters of `pythons.nix` have it, and with the overlay `overlay.nix` all of nixpkgs.
pyFinal: pyPrev:
let
  inherit (pyPrev) lib python stdenv;

  # Which attributes there are may depend on pyPrev only: with pyFinal they would depend on themselves.
  digits = lib.replaceStrings [ "." ] [ "" ] python.pythonVersion;
  interpreter = if python.implementation == "cpython" then "cp${digits}" else python.implementation;
  freeThreaded = lib.elem "${interpreter}t" (python.pythonABITags or [ ]);
  target = "${interpreter}${lib.optionalString freeThreaded "t"}-${stdenv.hostPlatform.system}${lib.optionalString isMusl "-musl"}${lib.optionalString isStatic "-static"}";
  # With musl a system has the same name, and wheels for glibc do not run there. A static Python loads no compiled modules.
  isMusl = stdenv.hostPlatform.isMusl or false;
  isStatic = stdenv.hostPlatform.isStatic or false;
  hasLocked = ending: lib.hasSuffix ending target && filesOf ? ${lib.removeSuffix ending target};

  # The files of each source, for each locked target. For any other target the set stays as nixpkgs has it.
  filesOf =@files@;
  files =
    filesOf.${target} or (
      if hasLocked "-static" || hasLocked "-musl-static" then
        lib.warn "there are no wheels for ${target}: a Python that is linked statically loads no compiled modules. The Python packages are those of nixpkgs; take pkgsMusl for wheels with musl" { }
      else if hasLocked "-musl" then
        lib.warn "no wheels were locked for ${target}, and those for glibc do not run with musl: the Python packages are those of nixpkgs. Add @On(value = Platform.${lib.toUpper (lib.replaceStrings [ "-" ] [ "_" ] stdenv.hostPlatform.system)}_MUSL, musl = \"1.2\") to the targets of @WheelSet, and lock again." { }
      else
        { }
    );

  context = {
    inherit extrasOf target testsOf;
    ps = pyFinal;
  };
  mkWheel = import ./mk-wheel.nix context;
  mkSdist = import ./mk-sdist.nix context;

  # The extras of a block, without those that this target lacks something of. A package that an extra brings may require
  # the one that has the extra: what is in the lists is looked at where somebody asks for the extra, not before.
  extrasOf =
    arguments: block:
    if block ? extraTargets then
      removeAttrs (block.optional-dependencies arguments) (
        lib.attrNames (lib.filterAttrs (_: targets: !lib.elem target targets) block.extraTargets)
      )
    else if block ? optional-dependencies then
      block.optional-dependencies arguments
    else
      { };

  # What `passthru.tests` of a package has: the check of what was declared.
  checks = import ./checks.nix pyFinal.pkgs;
  testsOf =
    name:
    let
      check = "python${digits}-${name}";
    in
    lib.optionalAttrs (checks ? ${check}) { check = checks.${check}; };

  # The blocks that serve this target, by name; of the versions of a package at most one does.
  serves =
    block:
    if block ? wheels then block.wheels ? ${target} else lib.elem target (block.targets or [ target ]);
  served =
    index: blocks: name:
    map (version: {
      inherit name;
      value = {
        inherit index name version;
        kept = keptOf name;
        block = blocks.${name}.${version};
      };
    }) (lib.filter (version: serves blocks.${name}.${version}) (lib.attrNames blocks.${name}));
  servedBy =
    index:
    lib.concatMap (
      file:
      let
        blocks = import file;
      in
      lib.concatMap (served index blocks) (lib.attrNames blocks)
    ) files.${index};
  entries = lib.listToAttrs (lib.concatMap servedBy (lib.attrNames files));

  # What others use of nixpkgs' own package of a name, the wheel has too: the extras, and what its passthru offers (numpy's
  # `blas`). A name that nixpkgs has dropped says so when it is looked at; there is nothing to keep of it.
  keptOf =
    name:
    let
      before = builtins.tryEval pyPrev.${name};
    in
    lib.optionalAttrs (pyPrev ? ${name} && !lib.elem name standIns && before.success) (
      removeAttrs (before.value.passthru or { }) [
        # How nixpkgs builds its own, and for which interpreter.
        "build-system"
        "dependencies"
        "disabled"
        "pythonModule"
        "pythonPath"
        "requiredPythonModules"
        "tests"
        "updateScript"
      ]
    );

  # A package with what was kept under it; its own extras are beside the others.
  over =
    kept: own:
    kept
    // own
    // lib.optionalAttrs (kept ? optional-dependencies) {
      optional-dependencies = kept.optional-dependencies // own.optional-dependencies or { };
    };

  # What this set has under another name, too. nixpkgs' package may be that other name itself, so they are not asked.
  standIns =
    lib.attrValues replacements
    ++ map (alias: aliases.${alias}) (lib.filter (alias: pyPrev ? ${alias}) (lib.attrNames aliases));

  # Packages that require each other in a circle are one derivation, of the first of them: as several, each would
  # have to be built before the others.
  wheels = lib.mapAttrs (
    name: entry:
    if entry.block ? circle then
      let
        circle = lib.filter (other: entries ? ${other}) entry.block.circle;
        first = lib.head circle;
      in
      if name == first then
        package entry (map (other: entries.${other}) (lib.drop 1 circle))
      else
        pyFinal.${first}
    else
      package entry [ ]
  ) entries;

  package =
    entry: others:
    if entry.block ? sdist then
      pyFinal.callPackage (mkSdist entry) { inherit (tools) fetchpatch fetchurl; }
    else
      pyFinal.callPackage (mkWheel entry others) tools;

  # From outside of the set, in which wheels may have these names.
  tools = { inherit (pyFinal.pkgs) fetchpatch fetchurl zlib; };

  # What is built from source, for the Pythons it is declared for.
  definitions =@definitions@;

  # A definition takes its arguments from the set; `python3Packages` is this interpreter's set, too. What the entry
  # hands over is not looked for elsewhere: a package that the set lacks is an error, not a program of its name.
  callDefinition =
    name: entry:
    let
      definition = import entry.definition;
      package = pyFinal.callPackage definition (
        lib.intersectAttrs (lib.functionArgs definition) {
          python3 = pyFinal.python;
          python3Packages = pyFinal;
          pythonPackages = pyFinal;
        }
        // lib.optionalAttrs (entry ? arguments) (
          entry.arguments {
            inherit (pyFinal) pkgs;
            ps = pyFinal;
          }
        )
      );
      kept = keptOf name;
    in
    if entry ? description || kept != { } then
      package.overrideAttrs (old: {
        passthru = over kept (old.passthru or { });
        meta = old.meta or { } // lib.optionalAttrs (entry ? description) { inherit (entry) description; };
      })
    else
      package;

  custom = lib.mapAttrs callDefinition (
    lib.filterAttrs (_: entry: lib.elem python.pythonVersion entry.pythons) definitions
  );

  packages = wheels // custom;

  # What stands in for another package in the whole set, for the Pythons that this is about.
  replacements = lib.optionalAttrs (lib.elem python.pythonVersion pythons) replaced;
  replaced =@replacements@;
  pythons =@pythons@;

  # Other spellings of a name.
  aliases =@aliases@;
in
packages
// lib.mapAttrs (of: by: over (keptOf of) pyFinal.${by}) replacements
// lib.mapAttrs (_: name: pyFinal.${name}) (lib.filterAttrs (_: name: packages ? ${name}) aliases)
