#
# An overlay for nixpkgs. It adds the wheels to the package set of every Python interpreter, so all of these find them:
# `@python@.withPackages (ps: [ ps.name ])`, `@python@Packages.name`, `@python@.pkgs.name`.
#
# The cost: everything that nixpkgs builds with these Pythons gets the wheels instead of its own packages. It therefore has
# another hash, is in no binary cache, and is rebuilt. The default Python is a build tool of half of nixpkgs. `private.nix`
# leaves nixpkgs unchanged.
_final: prev: {
  pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [
    {
      __functor = _self: import ./extension.nix;
      # Tells `pythons.nix` that the interpreters already have the wheels.
      wheels = toString ./.;
    }
  ];
}
