#
# The generated parts, for flakes and scripts.
{
  # The wheels: in all of nixpkgs, or in separate interpreters, with an overlay or without one.
  overlay = import ./overlay.nix;
  private = import ./private.nix;
  interpreters = import ./pythons.nix;

  checks = import ./checks.nix;

  # The declared packages; the others of the overlay are their requirements.
  packages =@packages@;
  # Those of them that are not wheels.
  custom =@custom@;

  pythons =@pythons@;
  sources =@sources@;
  systems =@systems@;
}
