{
  description = "A small stand-in for nixpkgs: its Python machinery, built with the Pythons of the host";

  outputs =
    { self }:
    let
      lib = import ./lib.nix;
    in
    {
      inherit lib;
      legacyPackages = lib.genAttrs [ "aarch64-darwin" "aarch64-linux" "x86_64-darwin" "x86_64-linux" ] (
        system: import self { inherit system; }
      );
    };
}
