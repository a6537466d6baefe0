#
# The declared modules for home-manager: `imports = [ (import ./homes.nix).NAME ];` adds `programs.NAME.enable`, which
# installs applications, and the environment's kernels for Jupyter. They have only their own commands; of interpreters a profile can have one, since each has
# `bin/python3`.
let
  declared =@homes@;

  module =
    name: home:
    {
      config,
      lib,
      pkgs,
      ...
    }:
    let
      inherit (lib) mkOption types;
      cfg = config.programs.${name};
      environment = (import ./environments.nix pkgs).${home.environment};
      hasPython =
        home:
        (config.programs.${home}.enable or false) && (config.programs.${home}.python.enable or false);
    in
    {
      options.programs.${name} = {
        enable = lib.mkEnableOption "the applications of ${name}";
        applications = mkOption {
          type = types.listOf (types.enum home.applications);
          default = home.applications;
          description = "Those of the applications that are installed.";
        };
      }
      // lib.optionalAttrs home.interpreter {
        python.enable = mkOption {
          type = types.bool;
          default = false;
          description = "Whether the Python with the packages of ${name} is installed, too, before any other one.";
        };
      };

      config = lib.mkIf cfg.enable {
        home.packages =
          map (application: environment.applications.${application}) cfg.applications
          # Where the profile has a Python of nixpkgs as well, both have the same files.
          ++ lib.optional (cfg.python.enable or false) (lib.hiPrio environment.python)
          ++ lib.attrValues (environment.kernels or { });
        # Where every Jupyter of the home finds the kernels of all modules.
        home.sessionVariables = lib.optionalAttrs (environment ? kernels) {
          JUPYTER_PATH = "${config.home.profileDirectory}/share/jupyter";
        };
        assertions = lib.optional home.interpreter {
          assertion = lib.length (lib.filter hasPython (lib.attrNames declared)) < 2;
          message = "programs.${name}.python.enable: a profile has one Python, and ${
            lib.concatStringsSep " and " (lib.filter hasPython (lib.attrNames declared))
          } install one each; enable it in one of them";
        };
      };
    };
in
builtins.mapAttrs module declared
