# The versions in the Python package set of this name, as far as nixpkgs has it. A package that says it is broken, or is
# only a name for another one, counts for nothing.
attribute: pkgs:
let
  set = pkgs.${attribute};
  versionOf =
    name:
    let
      package = set.${name};
      version = builtins.tryEval (
        if builtins.isAttrs package && package.type or null == "derivation" then
          package.version or ""
        else
          ""
      );
    in
    if version.success && builtins.isString version.value then version.value else "";
  isProject = name: name != "python" && builtins.match "[a-z0-9]([a-z0-9-]*[a-z0-9])?" name != null;
in
{
  release = pkgs.lib.version or "";
  versions =
    if pkgs ? ${attribute} then
      builtins.listToAttrs (
        map (name: {
          inherit name;
          value = versionOf name;
        }) (builtins.filter isProject (builtins.attrNames set))
      )
    else
      { };
}
