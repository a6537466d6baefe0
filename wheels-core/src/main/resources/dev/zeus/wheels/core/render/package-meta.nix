#
# What nixpkgs is told of a package beside how it is built: `import ./package-meta.nix lib entry` is the part of `meta` that
# is the same for wheels and for what is built from source.
lib:
let
  licenses = import ./licenses.nix lib;

  # The sources beside the public index, as package URLs name them; null for a folder, whose files have no name elsewhere.
  repositories =@repositories@;

  shownAsTheyAre = {
    changelog = true;
    description = true;
    homepage = true;
    mainProgram = true;
  };

  # "+" and "!" are all that a version has of the characters which a package URL cannot.
  encoded = lib.replaceStrings [ "!" "+" ] [ "%21" "%2B" ];
in
{
  block,
  index,
  name,
  version,
  ...
}:
lib.intersectAttrs shownAsTheyAre block
// lib.optionalAttrs (block ? licenses) { license = licenses block.licenses; }
// lib.optionalAttrs (repositories.${index} or "" != null) {
  identifiers.purlParts = {
    type = "pypi";
    spec =
      "${name}@${encoded version}"
      + lib.optionalString (repositories ? ${index}) "?repository_url=${repositories.${index}}";
  };
}
