# A shell with everything declared in one Python, and what runs the generator.
{ generated, pkgs }:
let
  interpreters = import ./interpreters.nix { inherit generated pkgs; };
  python = interpreters.default;
in
pkgs.mkShell {
  packages = [
    (python.withPackages (ps: map (name: ps.${name}) (interpreters.declaredFor python)))
    pkgs.jdk
    pkgs.maven
    pkgs.nixfmt
  ];
}
