# A home of home-manager that has what its modules of programs are made of: `import ./home.nix { modules = [ … ]; pkgs }`
# has `config` and `path`, the profile with all its packages.
{ modules, pkgs }:
let
  inherit (pkgs) lib;
  inherit (lib) mkOption types;
  inherit
    (lib.evalModules {
      modules = [
        {
          options = {
            assertions = mkOption {
              type = types.listOf types.unspecified;
              default = [ ];
            };
            home.packages = mkOption {
              type = types.listOf types.package;
              default = [ ];
            };
            home.profileDirectory = mkOption {
              type = types.path;
              default = "/home/user/.nix-profile";
            };
            home.sessionVariables = mkOption {
              type = types.attrsOf (
                types.oneOf [
                  types.str
                  types.path
                  types.int
                ]
              );
              default = { };
            };
          };
          config._module.args = { inherit pkgs; };
        }
      ]
      ++ modules;
    })
    config
    ;
  failed = map (each: each.message) (lib.filter (each: !each.assertion) config.assertions);
in
if failed != [ ] then
  throw "Failed assertions:\n${lib.concatMapStringsSep "\n" (message: "- ${message}") failed}"
else
  {
    inherit config;
    path = pkgs.buildEnv {
      name = "home-manager-path";
      paths = config.home.packages;
    };
  }
