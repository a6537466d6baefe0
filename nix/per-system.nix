# The outputs of a flake for one system, from what was generated.
{
  commands ? {
    generate = "mvn wheels:generate";
    inspect = "mvn wheels:inspect";
  },
  generated,
  # nixpkgs without the overlay: everything here but `legacyPackages` leaves it as it is
  pkgs,
}:
{
  apps = import ./apps.nix { inherit commands generated pkgs; };
  checks = if generated.exists then generated.checks pkgs else { };
  devShells = {
    default = import ./dev-shell.nix { inherit generated pkgs; };
  }
  // pkgs.lib.optionalAttrs generated.exists (
    pkgs.lib.mapAttrs (_name: environment: environment.shell) (generated.environments pkgs)
  );
  formatter = pkgs.nixfmt-tree;
  legacyPackages =
    if generated.exists then
      pkgs.appendOverlays [
        generated.overlay
        generated.private
      ]
    else
      pkgs;
  packages = import ./packages.nix { inherit generated pkgs; };
}
