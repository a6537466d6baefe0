# The interpreters that have wheels, as nixpkgs names them.
{ generated, pkgs }:
let
  inherit (pkgs) lib;
  attributeOf = version: "python${lib.replaceStrings [ "." ] [ "" ] version}";
  pythons = generated.interpreters pkgs;
in
{
  # By attribute; `attributes` is oldest first.
  named = lib.mapAttrs' (version: lib.nameValuePair (attributeOf version)) pythons;
  attributes = map attributeOf (lib.filter (version: pythons ? ${version}) generated.pythons);

  # The version that nixpkgs has by default if it has wheels, else the newest that has; the versions are sorted.
  default =
    let
      available = lib.filter (version: pythons ? ${version}) generated.pythons;
    in
    pythons.${pkgs.python3.pythonVersion}
      or (if available == [ ] then pkgs.python3 else pythons.${lib.last available});

  # What was declared and is there for an interpreter: a wheel need not exist for each of them.
  declaredFor =
    python:
    lib.filter (
      name: python.pkgs ? ${name} && (lib.elem name generated.custom || python.pkgs.${name} ? wheel)
    ) generated.packages;
}
