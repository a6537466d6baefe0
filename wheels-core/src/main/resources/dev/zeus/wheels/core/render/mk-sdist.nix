#
# Builds a Python package from its source distribution, as `mk-wheel.nix` does from a wheel. A block of data has
#
#   sdist                  the file (name, url or path, hash)
#   targets                the targets it serves, where these are not all
#   build-system           what building it needs: { ps, only }: [ ps.setuptools ]
#   ignoresBuildVersions   whether its authors name versions of that, which the set may not have
#
# and otherwise what a block of a wheel may have; patches and commands apply to the source here.
{
  ps,
  target,
  extrasOf,
  testsOf,
}:
let
  fetchFile = import ./fetch-file.nix ps.lib;
  metaOf = import ./package-meta.nix ps.lib;
in
entry:
{
  lib,
  buildPythonPackage,
  fetchpatch,
  fetchurl,
  pkgs,
  pythonOlder,
  ...
}@args:
let
  inherit (entry)
    block
    index
    name
    version
    ;
  file = block.sdist;

  # An override (`.override { numpy = …; }`) adds the dependency to the arguments.
  overridden = removeAttrs args [
    "lib"
    "buildPythonPackage"
    "fetchpatch"
    "fetchurl"
    "pkgs"
    "pythonOlder"
  ];
  context = {
    ps = if overridden == { } then ps else ps // overridden;
    only = targets: lib.optionals (lib.elem target targets);
  };
  inputsOf = attribute: (block.${attribute} or (_: [ ])) { inherit pkgs; };
in
buildPythonPackage (
  {
    pname = name;
    inherit version;
    pyproject = true;
    disabled = block ? minPython && pythonOlder block.minPython;

    src =
      if file ? path then
        builtins.path {
          inherit (file) name path;
          recursive = false;
          sha256 = file.hash;
        }
      else
        fetchFile { inherit fetchurl pkgs; } index file;

    patches = map (patch: if patch ? url then fetchpatch patch else patch) (block.patches or [ ]);
    postPatch = block.postPatch or "";

    build-system = (block.build-system or (_: [ ])) context;
    nativeBuildInputs =
      inputsOf "nativeBuildInputs"
      ++ lib.optionals (block ? cuda) [ pkgs.${block.cuda.packages}.cuda_nvcc ];
    buildInputs =
      inputsOf "buildInputs"
      ++ lib.optionals (block ? cuda) (
        map (component: pkgs.${block.cuda.packages}.${component}) block.cuda.components
      );
    dependencies = lib.optionals (block ? dependencies) (block.dependencies context);
    optional-dependencies = entry.kept.optional-dependencies or { } // extrasOf context block;

    # The tests of a source distribution are rarely complete.
    doCheck = false;
    pythonImportsCheck = block.imports or [ ];

    passthru = removeAttrs entry.kept [ "optional-dependencies" ] // {
      tests = testsOf name;
      wheel = {
        inherit index target;
        inherit (file) name hash;
        url = file.url or null;
        tags = null;
        versions.${name} = version;
        modules = (block.imports or [ ]) ++ (block.modules or [ ]);
        minGlibc = null;
        minMacos = null;
      };
    };

    meta = {
      sourceProvenance = [ lib.sourceTypes.fromSource ];
    }
    // metaOf entry;
  }
  // lib.optionalAttrs (block.ignoresBuildVersions or false) {
    pypaBuildFlags = [ "--skip-dependency-check" ];
  }
  // lib.optionalAttrs (block ? relaxDeps || block ? removeDeps) {
    postBuild = import ./rewrite-requirements.nix {
      relax = block.relaxDeps or [ ];
      remove =
        let
          removed = block.removeDeps or [ ];
        in
        if builtins.isFunction removed then removed context else removed;
    };
  }
)
