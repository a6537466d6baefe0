#
# What was generated, for flakes and scripts.
{
  # What has the wheels: all of nixpkgs, or interpreters of their own beside it, by an overlay or without one.
  overlay = import ./overlay.nix;
  private = import ./private.nix;
  interpreters = import ./pythons.nix;

  checks = import ./checks.nix;

  # What was declared; whatever else the overlay brings, these need.
  packages =@packages@;
  # Those of them that are no wheels.
  custom =@custom@;

  pythons =@pythons@;
  sources =@sources@;
  systems =@systems@;
}
