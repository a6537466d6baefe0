#
# Interpreters with the wheels, by version, for an unchanged nixpkgs:
# `(import ./pythons.nix pkgs).@version@.withPackages (ps: [ ps.name ])`.
#
# Each is nixpkgs' interpreter of that version with its own package set, which extends nixpkgs' set and its
# `packageOverrides`. Override it like any other interpreter:
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
      # nixpkgs drops old versions: their attributes throw when they are evaluated.
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

  # With the overlay, all interpreters have the wheels, including the changes of later overlays.
  isEverywhere = lib.any (
    extension: builtins.isAttrs extension && extension.wheels or null == toString ./.
  ) (pkgs.pythonPackagesExtensions or [ ]);

  versions =@pythons@;
in
lib.listToAttrs (lib.concatMap extended versions)
