{
  description = "Python wheels, declared as Java types";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      # Written by `mvn wheels:generate`. In a Git repository, Nix sees only what `git add` has seen.
      generated = import ./generated;
      each = output: lib.genAttrs generated.systems (system: output nixpkgs.legacyPackages.${system});

      # The newest declared Python that nixpkgs has, with the declared packages that it has wheels of.
      python =
        pkgs:
        let
          pythons = generated.interpreters pkgs;
          newest = pythons.${lib.last (lib.filter (version: pythons ? ${version}) generated.pythons)};
          isThere =
            name:
            newest.pkgs ? ${name} && (lib.elem name generated.custom || newest.pkgs.${name} ? wheel);
        in
        newest.withPackages (ps: map (name: ps.${name}) (lib.filter isThere generated.packages));
    in
    {
      overlays.default = generated.private;
      packages = each (pkgs: {
        default = python pkgs;
      });
      checks = each generated.checks;
      devShells = each (pkgs: {
        default = pkgs.mkShell { packages = [ (python pkgs) ]; };
      });
    };
}
