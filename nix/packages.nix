# Every declared package: `databento` for the default Python, `python312-databento` for a certain one, and `python312-all`
# (`default` for the default Python) for an environment with all of them.
{ generated, pkgs }:
let
  inherit (pkgs) lib;
  interpreters = import ./interpreters.nix { inherit generated pkgs; };

  environment =
    python: python.withPackages (ps: map (name: ps.${name}) (interpreters.declaredFor python));

  packagesOf =
    prefix: python:
    lib.listToAttrs (
      map (name: lib.nameValuePair "${prefix}${name}" python.pkgs.${name}) (
        interpreters.declaredFor python
      )
    );
in
lib.foldl' (
  packages: attribute:
  packages
  // packagesOf "${attribute}-" interpreters.named.${attribute}
  // {
    "${attribute}-all" = environment interpreters.named.${attribute};
  }
) (packagesOf "" interpreters.default) interpreters.attributes
// lib.optionalAttrs (interpreters.attributes != [ ]) {
  default = environment interpreters.default;
}
