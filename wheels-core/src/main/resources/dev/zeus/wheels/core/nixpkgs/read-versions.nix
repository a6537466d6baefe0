# The versions in the Python package set of this name, as far as nixpkgs would build them. A package that is only a name for
# another one, or that is broken, insecure, unfree, or not for this Python or system counts for nothing: the version of such
# a one answers all the same, so that its derivation is asked for.
attribute: pkgs:
let
  set = pkgs.${attribute};
  versionOf =
    name:
    let
      package = set.${name};
      version = builtins.tryEval (
        if builtins.isAttrs package && package.type or null == "derivation" then
          builtins.seq package.drvPath (package.version or "")
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
