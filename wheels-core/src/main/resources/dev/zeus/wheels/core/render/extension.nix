#
# An extension of an interpreter's package set, for `packageOverrides` and `pythonPackagesExtensions` of nixpkgs. The
# interpreters of `pythons.nix` have it; with `overlay.nix`, all interpreters of nixpkgs have it.
pyFinal: pyPrev:
let
  inherit (pyPrev) lib python stdenv;

  # The set of attributes may only depend on pyPrev: with pyFinal it would depend on itself.
  digits = lib.replaceStrings [ "." ] [ "" ] python.pythonVersion;
  interpreter = if python.implementation == "cpython" then "cp${digits}" else python.implementation;
  freeThreaded = lib.elem "${interpreter}t" (python.pythonABITags or [ ]);
  target = "${interpreter}${lib.optionalString freeThreaded "t"}-${stdenv.hostPlatform.system}${lib.optionalString isMusl "-musl"}${lib.optionalString isStatic "-static"}";
  # A system with musl has the same name, but wheels for glibc do not run there. A static Python loads no compiled modules.
  isMusl = stdenv.hostPlatform.isMusl or false;
  isStatic = stdenv.hostPlatform.isStatic or false;
  hasLocked = ending: lib.hasSuffix ending target && filesOf ? ${lib.removeSuffix ending target};

  # The files of each source, for each locked target. For other targets, the set remains that of nixpkgs.
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

  # The extras of a block that are complete on this target. A package of an extra may require the package that has the
  # extra, so the lists are evaluated only when the extra is used.
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

  # `passthru.tests` of a package: the declared check.
  checks = import ./checks.nix pyFinal.pkgs;
  testsOf =
    name:
    let
      check = "python${digits}-${name}";
    in
    lib.optionalAttrs (checks ? ${check}) { check = checks.${check}; };

  # The blocks for this target, by name; at most one version of each package.
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

  # What other packages use of nixpkgs' own package, the wheel also has: the extras, and its passthru (numpy's `blas`). A
  # name that nixpkgs has dropped throws when it is evaluated; nothing of it is kept.
  keptOf =
    name:
    let
      before = builtins.tryEval pyPrev.${name};
    in
    lib.optionalAttrs (pyPrev ? ${name} && !lib.elem name standIns && before.success) (
      removeAttrs (before.value.passthru or { }) [
        # How nixpkgs builds its own package, and for which interpreter.
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

  # A package over what was kept; its own extras are added to the others.
  over =
    kept: own:
    kept
    // own
    // lib.optionalAttrs (kept ? optional-dependencies) {
      optional-dependencies = kept.optional-dependencies // own.optional-dependencies or { };
    };

  # Names that this set also has. nixpkgs' package may itself refer to such a name, so it is not evaluated.
  standIns =
    lib.attrValues replacements
    ++ map (alias: aliases.${alias}) (lib.filter (alias: pyPrev ? ${alias}) (lib.attrNames aliases));

  # Packages that require each other in a cycle are one derivation, that of the first: otherwise each would have to be
  # built before the others.
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

  # From outside of the set, since wheels may have these names in it.
  tools = { inherit (pyFinal.pkgs) fetchpatch fetchurl zlib; };

  # Packages built from source, for the Pythons that they are declared for.
  definitions =@definitions@;

  # A definition takes its arguments from the set; `python3Packages` is also this interpreter's set. The arguments of the
  # entry are not looked up elsewhere: a package that the set lacks is an error, not a program of that name.
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

  # Replacements of other packages in the whole set, for their Pythons.
  replacements = lib.optionalAttrs (lib.elem python.pythonVersion pythons) replaced;
  replaced =@replacements@;
  pythons =@pythons@;

  # Other spellings of a name.
  aliases =@aliases@;
in
packages
// lib.mapAttrs (of: by: over (keptOf of) pyFinal.${by}) replacements
// lib.mapAttrs (_: name: pyFinal.${name}) (lib.filterAttrs (_: name: packages ? ${name}) aliases)
