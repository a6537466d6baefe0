# A package of which only the metadata, the programs and a pointer are there: Python expands the root when it starts.
# nixpkgs builds it with hatchling; here one script writes the same wheel.
{
  buildPythonPackage,
  lib,
  python,
}:
{
  pname,
  version,
  root,
  derivationArgs ? { },
  dependencies ? [ ],
  optional-dependencies ? { },
  build-system ? [ ],
  scripts ? { },
  gui-scripts ? { },
  entry-points ? { },
  passthru ? { },
  meta ? { },
}:
assert lib.isString root;
let
  needed = dependencies ++ build-system;
in
buildPythonPackage (
  {
    inherit
      meta
      optional-dependencies
      passthru
      pname
      version
      ;
    dependencies = needed;
    pyproject = true;
    unpackPhase = ":";
    buildPhase = "${python.interpreter} ${./write-editable.py} \"$told\"";
    told = builtins.toJSON {
      inherit
        pname
        root
        version
        ;
      requires = map lib.getName needed;
      entryPoints = {
        console_scripts = scripts;
        gui_scripts = gui-scripts;
      }
      // entry-points;
    };
    preferLocalBuild = true;
  }
  // derivationArgs
)
