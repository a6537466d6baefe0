#
# The part of `meta` that wheels and packages built from source have in common: `import ./package-meta.nix lib entry`.
lib:
let
  licenses = import ./licenses.nix lib;

  # The sources other than the public index, as package URLs name them; null for a folder, whose files have no public name.
  repositories =@repositories@;

  shownAsTheyAre = {
    changelog = true;
    description = true;
    homepage = true;
    mainProgram = true;
  };

  # "+" and "!" are the only characters of a version that a package URL must escape.
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
