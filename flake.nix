{
  description = "Python wheels, declared as Java types, locked for every target, served as a nixpkgs overlay";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      generated = import ./nix/generated.nix ./generated;
      forSystem =
        system:
        import ./nix/per-system.nix {
          inherit generated;
          pkgs = nixpkgs.legacyPackages.${system};
          # The plugin is built in this repository, so no prefix finds it before the first build.
          commands = {
            generate = "mvn -Pgenerate process-classes";
            inspect = "mvn -Pinspect process-classes";
          };
        };
      each = output: nixpkgs.lib.genAttrs generated.systems (system: (forSystem system).${output});
    in
    {
      # All of nixpkgs with the wheels, or nixpkgs as it is with interpreters beside it.
      overlays = {
        default = generated.overlay;
        inherit (generated) private;
      };
      flakeModules.default = import ./nix/flake-module.nix;
      templates.default = {
        path = ./nix/template;
        description = "What wheels:init writes: a wheel set with numpy";
      };

      # What is declared for systems, homes and build servers.
      inherit (generated) nixosModules homeModules;
      hydraJobs = import ./nix/hydra-jobs.nix {
        inherit generated;
        pkgsFor = system: nixpkgs.legacyPackages.${system};
      };
      githubActions = import ./nix/github-actions.nix {
        inherit (nixpkgs) lib;
        checks = each "checks";
      };

      apps = each "apps";
      checks = each "checks";
      devShells = each "devShells";
      formatter = each "formatter";
      legacyPackages = each "legacyPackages";
      packages = each "packages";
    };
}
