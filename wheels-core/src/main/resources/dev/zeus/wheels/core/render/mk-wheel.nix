#
# Builds a Python package from a wheel. All code that depends on how nixpkgs does that is in this file: the files of the
# sources contain only data. A block of data may have
#
#   wheel                  the file (name, url or path, hash, minGlibc, minMusl, minMacos), where one serves every target, or `targets`
#   wheels.<target>        the files, where targets differ
#   platforms              the systems that it has wheels for, where it is compiled for several
#   minPython              the oldest Python that Requires-Python allows
#   dependencies           what Requires-Dist asks for on this target: { ps, only }: [ ps.numpy ]
#   optional-dependencies  the same for each extra: { ps, only }: { standard = [ ps.uvicorn ]; }
#   extraTargets           where an extra is, which not every target has all of: { fast = [ "cp311-x86_64-linux" ]; }
#   libraries              what it needs of the system, if that was read from it; else it gets what nearly every one needs
#   loads                  with `libraries`: the packages with libraries that it needs: { ps, only }: [ ps.torch ]
#   driverLibraries        with `libraries`: what it needs of the graphics driver
#   laterLibraries         with `libraries`: what packages have that need this one, which are there only when it runs
#   buildInputs, nativeBuildInputs  more of them: { pkgs }: [ pkgs.alsa-lib ]
#   patches, postPatch     patches (files, or url and hash) and commands for the installed files
#   ignoredLibraries       libraries that are there only when it runs
#   searchPaths            directories of libraries in other packages (package, path)
#   cuda                   the set of CUDA packages, and components of it
#   circle                 the packages that require each other, this one among them
#   relaxDeps, removeDeps  requirements whose version, or which altogether, the set meets in another way: [ "numpy" ], or
#                          where targets differ { only, ... }: only [ "cp311-x86_64-linux" ] [ "tomli" ]
#   imports                the modules that must import when it is built
#[recorded]
#   importsOn.<target>     those of `modules` that must, too, where the lock records that they do: [ "yaml" ]
#[]
#   modules                more modules, which the checks import beside everything else: they may be for an extra, or import
#                          what the package does not require
#   description, homepage, changelog, mainProgram, licenses (as `licenses.nix` reads them)
{
  ps,
  target,
  extrasOf,
  testsOf,
}:
let
  # The arguments that are not overridden packages.
  usual = [
    "lib"
    "stdenv"
    "autoPatchelfHook"
    "buildPythonPackage"
    "fetchpatch"
    "fetchurl"
    "pkgs"
    "pypaInstallHook"
    "python"
    "pythonOlder"
    "pythonRuntimeDepsCheckHook"
    "wheelUnpackHook"
    "zlib"
  ];

  # The packages of the libraries that blocks name.
  packageWith =@libraries@;

  fetchFile = import ./fetch-file.nix ps.lib;
  metaOf = import ./package-meta.nix ps.lib;
in
entry: others:
{
  lib,
  stdenv,
  autoPatchelfHook,
  buildPythonPackage,
  fetchpatch,
  fetchurl,
  pkgs,
  pypaInstallHook,
  python,
  pythonOlder,
  pythonRuntimeDepsCheckHook,
  wheelUnpackHook,
  zlib,
  ...
}@args:
let
  inherit (entry)
    block
    index
    name
    version
    ;
  # What other packages use of nixpkgs' own packages of these names.
  kept = lib.foldl' (kept: other: other.kept // kept) entry.kept others;
  isAlone = others == [ ];
  all = if isAlone then [ block ] else map (each: each.block) ([ entry ] ++ others);

  fileOf = each: each.wheel or each.wheels.${target};

  # What a wheel was built for. Checked with its file, so that only its build fails, and not the evaluation of its version.
  system =
    if stdenv.hostPlatform.isDarwin then
      {
        name = "macOS";
        version = stdenv.hostPlatform.darwinMinVersion or null;
        floor = "minMacos";
        advice = "raise darwinMinVersion of nixpkgs";
      }
    else if stdenv.hostPlatform.isMusl or false then
      {
        name = "musl";
        version = stdenv.cc.libc.version or null;
        floor = "minMusl";
        advice = "take a newer nixpkgs";
      }
    else
      {
        name = "glibc";
        version = stdenv.cc.libc.version or null;
        floor = "minGlibc";
        advice = "take a newer nixpkgs";
      };
  isTooNew =
    file:
    file ? ${system.floor}
    && system.version != null
    && lib.versionOlder system.version file.${system.floor};
  fetch =
    source: each:
    if isTooNew (fileOf each) then
      throw (
        "${(fileOf each).name} needs ${system.name} ${(fileOf each).${system.floor}} or newer, and this stdenv has "
        + "${system.version}: ${system.advice}, or lower the floor in the targets of @WheelSet and lock again"
      )
    else if fileOf each ? path then
      builtins.path {
        inherit (fileOf each) name path;
        recursive = false;
        sha256 = (fileOf each).hash;
      }
    else
      fetchFile { inherit fetchurl pkgs; } source (fileOf each);
  file = fileOf block;
  fields = lib.splitString "-" (lib.removeSuffix ".whl" file.name);
  isPure = lib.all (each: lib.hasSuffix "-any.whl" (fileOf each).name) all;
  isPatched = !isPure && stdenv.hostPlatform.isLinux;

  # Dependencies are taken from the set by name, since the arguments of this function would fall back to programs of the
  # same name outside of it. An override (`.override { numpy = …; }`) adds the dependency to the arguments.
  overridden = removeAttrs args usual;
  context = {
    ps = if overridden == { } then ps else ps // overridden;
    only = targets: lib.optionals (lib.elem target targets);
  };
  dependenciesOf = each: lib.optionals (each ? dependencies) (each.dependencies context);
  dependencies =
    if isAlone then dependenciesOf block else lib.unique (lib.concatMap dependenciesOf all);
  namesOf =
    attribute:
    if isAlone then block.${attribute} or [ ] else lib.concatMap (each: each.${attribute} or [ ]) all;

#[recorded]
  importsHere =
    if isAlone then
      block.importsOn.${target} or [ ]
    else
      lib.concatMap (each: each.importsOn.${target} or [ ]) all;

#[]
  # Additional inputs of recipes.
  inputsOf = attribute: lib.concatMap (each: each.${attribute} or (_: [ ]) { inherit pkgs; }) all;
  cudas = lib.filter (each: each ? cuda) all;
  cudaInputs = lib.concatMap (
    each: map (component: pkgs.${each.cuda.packages}.${component}) each.cuda.components
  ) cudas;
  driverLibraries = namesOf "driverLibraries" ++ lib.optionals (cudas != [ ]) [ "libcuda.so.1" ];
  ignoredLibraries =
    namesOf "ignoredLibraries" ++ namesOf "laterLibraries" ++ driverLibraries;

  # Nearly every compiled wheel brings its own libraries; from the system it expects those of the compiler and zlib.
  isRead = lib.any (each: each ? libraries) all;
  systemInputs =
    if isRead then
      lib.unique (map (library: lib.getLib packageWith.${library}) (namesOf "libraries"))
    else
      [
        (lib.getLib stdenv.cc.cc)
        zlib
      ];
  loaded =
    if isRead then
      lib.concatMap (each: lib.optionals (each ? loads) (each.loads context)) all
    else
      lib.filter (package: !lib.hasSuffix "-any.whl" (package.wheel.name or "-any.whl")) (
        ps.requiredPythonModules dependencies
      );

  # Libraries of other wheels are where Python looks, not where the hook does.
  libraryPlaces =
    map (place: "${context.ps.${place.package}}/${python.sitePackages}/${place.path}") (
      namesOf "searchPaths"
    )
    ++ map (package: "${package}/${python.sitePackages}") loaded;
  patchCommands = lib.concatMapStrings (
    each:
    lib.concatMapStrings (patch: "patch -p1 <${if patch ? url then fetchpatch patch else patch}\n") (
      each.patches or [ ]
    )
    + each.postPatch or ""
  ) all;

  # The requirements of a wheel, as the set meets them.
  removedFrom = each: each.removeDeps or [ ];
  rewritten =
    each: wheels:
    lib.optionalString (each ? relaxDeps || each ? removeDeps) (
      import ./rewrite-requirements.nix {
        inherit wheels;
        relax = each.relaxDeps or [ ];
        remove =
          if builtins.isFunction (removedFrom each) then removedFrom each context else removedFrom each;
      }
    );
in
buildPythonPackage (
  {
    pname = name;
    inherit version;
    pyproject = false;
    disabled = block ? minPython && pythonOlder block.minPython;

    src = fetch index block;

    nativeBuildInputs = [
      pypaInstallHook
      pythonRuntimeDepsCheckHook
      wheelUnpackHook
    ]
    ++ lib.optionals isPatched [ autoPatchelfHook ]
    ++ lib.optionals (isPatched && driverLibraries != [ ]) [ pkgs.autoAddDriverRunpath ]
    ++ inputsOf "nativeBuildInputs";

    buildInputs = lib.optionals isPatched (systemInputs ++ cudaInputs ++ inputsOf "buildInputs");

    inherit dependencies;
    optional-dependencies =
      kept.optional-dependencies or { }
      // (
        if isAlone then
          extrasOf context block
        else
          lib.zipAttrsWith (_: lib.concatLists) (map (extrasOf context) all)
      );

    # Stripping breaks binaries that were built elsewhere.
    dontStrip = !isPure;

    # Wheels contain no tests.
    doCheck = false;
#[plain]
    pythonImportsCheck = namesOf "imports";
#[recorded]
    pythonImportsCheck = namesOf "imports" ++ importsHere;
#[]

    passthru = removeAttrs kept [ "optional-dependencies" ] // {
      tests = testsOf name;
      wheel = {
        inherit index target;
        inherit (file) name hash;
        url = file.url or null;
        tags = lib.concatStringsSep "-" (lib.drop (lib.length fields - 3) fields);
        # The installed files: more than one only in a cycle.
        versions = lib.listToAttrs (
          map (each: {
            inherit (each) name;
            value = each.version;
          }) ([ entry ] ++ others)
        );
        modules = namesOf "imports" ++ namesOf "modules";
        minGlibc = file.minGlibc or null;
        minMusl = file.minMusl or null;
        minMacos = file.minMacos or null;
      };
    };

    meta = {
      sourceProvenance = [
        (if isPure then lib.sourceTypes.fromSource else lib.sourceTypes.binaryNativeCode)
      ];
    }
    // lib.optionalAttrs (!isPure) {
      platforms = block.platforms or [ stdenv.hostPlatform.system ];
    }
    // metaOf entry;
  }
  // lib.optionalAttrs (block ? relaxDeps || block ? removeDeps) {
    postBuild = rewritten block "dist/*.whl";
  }
  // lib.optionalAttrs (isPatched && ignoredLibraries != [ ]) {
    autoPatchelfIgnoreMissingDeps = lib.unique ignoredLibraries;
  }
  // lib.optionalAttrs (isPatched && libraryPlaces != [ ]) {
    preFixup = lib.concatMapStrings (
      place: "addAutoPatchelfSearchPath ${lib.escapeShellArg place}\n"
    ) libraryPlaces;
  }
  // lib.optionalAttrs (patchCommands != "") {
    postInstall = ''
      pushd "$out/${python.sitePackages}"
      ${patchCommands}popd
    '';
  }
  # The other wheels of a cycle are installed with the first one, which alone declares requirements.
  // lib.optionalAttrs (!isAlone) {
    preInstall = lib.concatMapStrings (
      other:
      let
        wheel = "dist/${lib.escapeShellArg (fileOf other.block).name}";
      in
      "cp ${fetch other.index other.block} ${wheel}\n" + rewritten other.block wheel
    ) others;
  }
)
