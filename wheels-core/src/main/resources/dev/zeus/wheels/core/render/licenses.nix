#
# What nixpkgs is told of licences. `import ./licenses.nix lib [ "MIT" { anyOf = [ "Zlib" "LicenseRef-Own" ]; } ]` is for
# `meta.license`: all of a list holds, and of `anyOf` whoever uses it may choose.
#
# nixpkgs counts as unfree whatever does not say that it is free. So each says it: as nixpkgs has it, where it knows the
# identifier, else as SPDX' list has it. What no list has (every `LicenseRef-`) is not free; a package with it needs
# `allowUnfree` or `allowUnfreePredicate`.
lib:
let
  free =@free@;

  deprecated =@deprecated@;

  simple =
    id:
    let
      isFree = lib.elem id free;
    in
    lib.getLicenseFromSpdxIdOr id {
      licenseType = "simple";
      shortName = id;
      fullName = id;
      spdxId = id;
      free = isFree;
      redistributable = isFree;
      deprecated = lib.elem id deprecated;
    };

  isFree =
    each:
    if each ? anyOf then
      lib.any isFree each.anyOf
    else if each ? allOf then
      lib.all isFree each.allOf
    else
      (simple each).free or true;

  # The newest nixpkgs has words for a choice; before, a list is all there is, of which everything is asked to be free.
  hasOperators = lib.licenses ? OR && lib.licenses.OR [ ] ? licenses;

  expression =
    each:
    if each ? anyOf then
      lib.licenses.OR (map expression each.anyOf)
    else if each ? allOf then
      lib.licenses.AND (map expression each.allOf)
    else
      simple each;

  # Who may choose chooses what is free.
  chosen =
    each:
    if each ? anyOf then
      let
        choice = lib.filter isFree each.anyOf;
      in
      lib.concatMap chosen (if choice == [ ] then each.anyOf else choice)
    else if each ? allOf then
      lib.concatMap chosen each.allOf
    else
      [ (simple each) ];
in
all:
if hasOperators && lib.any lib.isAttrs all then
  if lib.length all == 1 then
    expression (lib.head all)
  else
    lib.licenses.AND (map expression all)
else
  lib.concatMap chosen all
