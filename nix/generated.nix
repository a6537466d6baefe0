# What `wheels:generate` wrote into a directory. Before its first run there are still the apps that run it, and a shell
# to run it in; whatever needs the wheels says what is missing. So it is after an update of this flake, where what was
# written before lacks something.
directory:
let
  # Modules that are declared have a file.
  modules =
    file:
    if builtins.pathExists (directory + "/${file}") then import (directory + "/${file}") else { };

  written = import directory;

  # What an older release wrote may lack something, and its checks were for a nixpkgs with the overlay: said where it is used.
  lacking = builtins.filter (name: !written ? ${name}) [
    "overlay"
    "private"
    "interpreters"
    "custom"
    "packages"
    "pythons"
    "sources"
    "systems"
  ];
  old = throw "The wheels in ${toString directory} were written by an older release, without ${builtins.concatStringsSep ", " lacking}: run `nix run .#generate-wheels` to write them anew.";
  replaced = if lacking == [ ] then [ ] else lacking ++ [ "checks" ];
in
if builtins.pathExists (directory + "/default.nix") then
  written
  // builtins.listToAttrs (
    map (name: {
      inherit name;
      value = old;
    }) replaced
  )
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
