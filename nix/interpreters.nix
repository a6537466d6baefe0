# The interpreters that have wheels, among those of nixpkgs with the overlay.
{ generated, pkgs }:
let
  inherit (pkgs) lib;
  attributeOf = version: "python${lib.replaceStrings [ "." ] [ "" ] version}";
  attributes = lib.filter (attribute: pkgs ? ${attribute}) (map attributeOf generated.pythons);
in
{
  inherit attributes;

  # nixpkgs' own default if it has wheels, else the newest that has; the versions are sorted.
  default =
    if lib.elem pkgs.python3.pythonVersion generated.pythons || attributes == [ ] then
      pkgs.python3
    else
      pkgs.${lib.last attributes};

  # What was declared and is there for an interpreter: a wheel need not exist for each of them.
  declaredFor =
    python:
    lib.filter (
      name: python.pkgs ? ${name} && (lib.elem name generated.custom || python.pkgs.${name} ? wheel)
    ) generated.packages;
}
