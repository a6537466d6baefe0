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
let
  inherit (pkgs) lib;
  environments = lib.optionalAttrs generated.exists (generated.environments pkgs);
  # What environments are made into says itself where a flake has it (generated/environment-parts.nix).
  parts =
    output:
    lib.concatMapAttrs (_name: environment: environment.flake.${output} or { }) environments;
in
{
  apps = parts "apps" // import ./apps.nix { inherit commands generated pkgs; };
  checks = lib.optionalAttrs generated.exists (generated.checks pkgs) // parts "checks";
  devShells = {
    default = import ./dev-shell.nix { inherit generated pkgs; };
  }
  // parts "devShells"
  // lib.mapAttrs (_name: environment: environment.shell) environments;
  formatter = pkgs.nixfmt-tree;
  legacyPackages =
    if generated.exists then
      pkgs.appendOverlays [
        generated.overlay
        generated.private
      ]
    else
      pkgs;
  # An application goes before the package that it has its name from.
  packages = import ./packages.nix { inherit generated pkgs; } // parts "packages";
}
