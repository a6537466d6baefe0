# What a nixpkgs has, by name, with some overlays: a line "NAME DERIVATION" for each derivation. `names` is asked for in parts
# (nix/try-on.sh), since what one package fails with may be no error that Nix could catch.
{
  nixpkgs,
  system,
  overlays,
}:
let
  # Aliases would be said twice, and some of them only throw.
  pkgs = import nixpkgs {
    inherit overlays system;
    config.allowAliases = false;
  };
  inherit (pkgs) lib;

  # "python312.numpy" is of the packages of an interpreter, "git" of all.
  valueOf =
    name:
    let
      parts = builtins.match "(wheelPythons[.])?(python[0-9]+)[.](.+)" name;
      interpreters = if lib.head parts == null then pkgs else pkgs.wheelPythons;
    in
    if parts == null then
      pkgs.${name}
    else
      interpreters.${lib.elemAt parts 1}.pkgs.${lib.elemAt parts 2};

  lineOf =
    name:
    let
      value = valueOf name;
      derivation = builtins.tryEval (if lib.isDerivation value then value.drvPath else "");
    in
    if !derivation.success then
      "${name} fails\n"
    else
      lib.optionalString (derivation.value != "") "${name} ${builtins.unsafeDiscardStringContext derivation.value}\n";
in
{
  # What can be asked for: all of nixpkgs but what is made anew each time, and the packages of these interpreters.
  names =
    interpreters:
    let
      found = lib.filter (name: (builtins.tryEval (pkgs.${name}.pkgs or null)).value or null != null) (
        lib.filter (name: pkgs ? ${name}) interpreters
      );
    in
    lib.attrNames (
      removeAttrs pkgs [
        "wheelPythons"
        "__splicedPackages"
      ]
    )
    ++ lib.concatMap (name: map (each: "${name}.${each}") (lib.attrNames pkgs.${name}.pkgs)) found;

  # What the wheels are: the names that the extension of a set gives each of its interpreters.
  wheels =
    extension:
    lib.concatMap (
      name:
      let
        python = pkgs.wheelPythons.${name};
      in
      map (each: "wheelPythons.${name}.${each}") (lib.attrNames (extension python.pkgs python.pkgs))
    ) (lib.attrNames pkgs.wheelPythons);

  interpreters = lib.attrNames (pkgs.wheelPythons or { });

  lines = names: lib.concatMapStrings lineOf names;
}
