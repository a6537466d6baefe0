# A matrix of jobs for GitHub Actions, one for each check and system, in the form of nix-github-actions: a workflow asks for
# `githubActions.matrix` as JSON, and builds the attribute `attr` of each entry.
{
  lib,
  # by system and name
  checks,
  platforms ? {
    x86_64-linux = "ubuntu-24.04";
    aarch64-linux = "ubuntu-24.04-arm";
    x86_64-darwin = "macos-15-intel";
    aarch64-darwin = "macos-15";
  },
}:
{
  inherit checks;
  matrix.include = lib.concatLists (
    lib.mapAttrsToList (
      system: named:
      map (name: {
        inherit name system;
        os = [ platforms.${system} ];
        attr = "githubActions.checks.${system}.\"${name}\"";
      }) (lib.attrNames named)
    ) (lib.filterAttrs (system: _: platforms ? ${system}) checks)
  );
}
