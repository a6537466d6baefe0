#
# An overlay for nixpkgs that changes none of its packages. It adds interpreters with the wheels under separate names:
# `wheelPythons.@python@.withPackages (ps: [ ps.name ])`. Each extends the interpreter of the overlays before this one, so
# several sets of wheels share one interpreter.
final: prev:
let
  inherit (prev) lib;
in
{
  wheelPythons =
    prev.wheelPythons or { }
    // lib.mapAttrs' (
      version: lib.nameValuePair "python${lib.replaceStrings [ "." ] [ "" ] version}"
    ) (import ./pythons.nix (prev // { inherit (final) pythonPackagesExtensions; }));
}
