#
# An overlay for nixpkgs that changes nothing there. It adds interpreters that have the wheels, under names of their own:
# `wheelPythons.@python@.withPackages (ps: [ ps.name ])`. Each is what the overlays before this one made of nixpkgs'
# interpreter, so several sets of wheels have one together.
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
