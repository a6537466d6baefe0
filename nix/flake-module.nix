# For flakes made with flake-parts:
#
#   imports = [ inputs.zeus-wheels.flakeModules.default ];
#   wheels.directory = ./generated;
#
# adds the overlays, the packages, the checks, the apps that generate, a development shell, and what is declared for systems,
# homes and build servers.
{
  config,
  lib,
  withSystem,
  ...
}:
let
  cfg = config.wheels;
  generated = import ./generated.nix cfg.directory;
in
{
  options.wheels = {
    directory = lib.mkOption {
      type = lib.types.path;
      description = "The directory that `mvn wheels:generate` writes.";
      example = lib.literalExpression "./generated";
    };
    commands = {
      generate = lib.mkOption {
        type = lib.types.str;
        default = "mvn wheels:generate";
        description = "The command of the apps `generate-…`.";
      };
      inspect = lib.mkOption {
        type = lib.types.str;
        default = "mvn wheels:inspect";
        description = "The command of the app `inspect-config`.";
      };
    };
  };

  config = {
    flake = {
      overlays = {
        default = generated.overlay;
        inherit (generated) private;
      };
      inherit (generated) nixosModules homeModules;
      hydraJobs = import ./hydra-jobs.nix {
        inherit generated;
        inherit (config) systems;
        pkgsFor = system: withSystem system ({ pkgs, ... }: pkgs);
      };
      githubActions = import ./github-actions.nix {
        inherit lib;
        checks = lib.genAttrs config.systems (
          system: withSystem system ({ config, ... }: config.checks)
        );
      };
    };

    perSystem =
      { pkgs, ... }:
      let
        outputs = import ./per-system.nix {
          inherit generated pkgs;
          inherit (cfg) commands;
        };
      in
      {
        inherit (outputs) apps checks packages;
        # The shells of environments keep their names; the module's own has one that is not yet taken.
        devShells = removeAttrs outputs.devShells [ "default" ] // {
          wheels = outputs.devShells.default;
        };
      };
  };
}
