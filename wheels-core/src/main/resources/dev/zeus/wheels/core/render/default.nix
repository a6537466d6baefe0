#
# What was generated, for flakes and scripts.
{
  overlay = import ./overlay.nix;
  checks = import ./checks.nix;

  # What was declared; whatever else the overlay brings, these need.
  packages =@packages@;
  # Those of them that are no wheels.
  custom =@custom@;

  pythons =@pythons@;
  sources =@sources@;
  systems =@systems@;
}
