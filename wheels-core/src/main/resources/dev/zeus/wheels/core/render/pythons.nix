#
# Interpreters that have the wheels, by version, for a nixpkgs that stays as it is:
# `(import ./pythons.nix pkgs).@version@.withPackages (ps: [ ps.name ])`.
#
# Each is nixpkgs' interpreter of that version with a package set of its own, which starts from nixpkgs' set and its
# `packageOverrides`. What else is to change goes on top of it, as on any interpreter:
#
#   python = wheels.override (old: {
#     self = python;
#     packageOverrides = lib.composeExtensions old.packageOverrides (pyFinal: pyPrev: { … });
#   });
pkgs:
let
  inherit (pkgs) lib;

  extended =
    version:
    let
      attribute = "python${lib.replaceStrings [ "." ] [ "" ] version}";
      # nixpkgs drops old versions, and throws where they are looked at.
      found = builtins.tryEval (pkgs.wheelPythons.${attribute} or pkgs.${attribute} or null);
      private = found.value.override (old: {
        self = private;
        packageOverrides = lib.composeExtensions (old.packageOverrides or (_: _: { })) (
          import ./extension.nix
        );
      });
      python = if isEverywhere then found.value else private;
    in
    lib.optional (found.success && found.value != null) (lib.nameValuePair version python);

  # With the overlay all interpreters have the wheels, and whatever later overlays made of them.
  isEverywhere = lib.any (
    extension: builtins.isAttrs extension && extension.wheels or null == toString ./.
  ) (pkgs.pythonPackagesExtensions or [ ]);

  versions =@pythons@;
in
lib.listToAttrs (lib.concatMap extended versions)
