#
# Licences as nixpkgs expects them. `import ./licenses.nix lib [ "MIT" { anyOf = [ "Zlib" "LicenseRef-Own" ]; } ]` is a value
# for `meta.license`: all licences of a list apply, and the user chooses one of `anyOf`.
#
# nixpkgs treats a licence as unfree unless it is marked as free. The mark is that of nixpkgs if it knows the identifier,
# otherwise that of the SPDX list. A licence in neither list (every `LicenseRef-`) is unfree; a package with it needs
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

  # Only the newest nixpkgs can express a choice; older ones have a list, all of which must be free.
  hasOperators = lib.licenses ? OR && lib.licenses.OR [ ] ? licenses;

  expression =
    each:
    if each ? anyOf then
      lib.licenses.OR (map expression each.anyOf)
    else if each ? allOf then
      lib.licenses.AND (map expression each.allOf)
    else
      simple each;

  # If one of the choices is free, so is the package.
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
