# What `wheels:generate` wrote into a directory. Before its first run there are still the apps that run it, and a shell
# to run it in; whatever needs the wheels says what is missing.
directory:
let
  # Modules that are declared have a file.
  modules =
    file:
    if builtins.pathExists (directory + "/${file}") then import (directory + "/${file}") else { };
in
if builtins.pathExists (directory + "/default.nix") then
  import directory
  // {
    exists = true;
    inherit directory;
    environments =
      if builtins.pathExists (directory + "/environments.nix") then
        import (directory + "/environments.nix")
      else
        _pkgs: { };
    nixosModules = modules "services.nix";
    homeModules = modules "homes.nix";
  }
else
  let
    missing = throw "There are no wheels in ${toString directory} yet: run `nix run .#generate-wheels`, and let git know the new files.";
  in
  {
    exists = false;
    overlay = missing;
    private = missing;
    interpreters = _pkgs: { };
    environments = _pkgs: { };
    nixosModules = { };
    homeModules = { };
    checks = missing;
    custom = [ ];
    packages = [ ];
    pythons = [ ];
    sources = [ ];
    systems = [
      "aarch64-darwin"
      "aarch64-linux"
      "x86_64-linux"
    ];
  }
