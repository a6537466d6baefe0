#
# An overlay for nixpkgs. It extends the package set of every Python interpreter, so that all of these see the wheels:
# `@python@.withPackages (ps: [ ps.name ])`, `@python@Packages.name`, `@python@.pkgs.name`.
#
# What that costs: whatever nixpkgs builds with these Pythons gets the wheels in place of its own packages, so it has another
# hash, no binary cache has it, and it is built anew. The default Python is a build tool of half of nixpkgs. `private.nix`
# changes nothing of nixpkgs.
_final: prev: {
  pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [
    {
      __functor = _self: import ./extension.nix;
      # By this `pythons.nix` knows that the interpreters have it already.
      wheels = toString ./.;
    }
  ];
}
