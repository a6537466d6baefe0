# The outputs of a flake for one system, from what was generated.
{
  commands ? {
    generate = "mvn wheels:generate";
    inspect = "mvn wheels:inspect";
  },
  generated,
  # nixpkgs without the overlay
  pkgs,
}:
let
  withWheels = if generated.exists then pkgs.extend generated.overlay else pkgs;
in
{
  apps = import ./apps.nix { inherit commands generated pkgs; };
  checks = if generated.exists then generated.checks withWheels else { };
  devShells = {
    default = import ./dev-shell.nix {
      inherit generated;
      pkgs = withWheels;
    };
  }
  // pkgs.lib.optionalAttrs generated.exists (
    pkgs.lib.mapAttrs (_name: environment: environment.shell) (generated.environments withWheels)
  );
  formatter = pkgs.nixfmt-tree;
  legacyPackages = withWheels;
  packages = import ./packages.nix {
    inherit generated;
    pkgs = withWheels;
  };
}
