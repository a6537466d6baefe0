# The start of a package set: the functions that the packages are made with.
{
  lib,
  pkgs,
  stdenv,
  python,
}:
self:
let
  hasPythonModule = drv: drv ? pythonModule && drv.pythonModule == python;

  requiredPythonModules =
    drvs:
    let
      modules = lib.filter hasPythonModule drvs;
    in
    lib.unique (
      [ python ] ++ modules ++ lib.concatLists (lib.catAttrs "requiredPythonModules" modules)
    );

  toPythonModule =
    drv:
    drv.overrideAttrs (old: {
      passthru = old.passthru or { } // {
        pythonModule = python;
        pythonPath = [ ];
        requiredPythonModules = requiredPythonModules (drv.propagatedBuildInputs or [ ]);
      };
    });

  build = import ./build-python-package.nix;

  overridable =
    f: args:
    let
      overrideWith =
        new:
        if builtins.isFunction args then
          final: args final // (if builtins.isFunction new then new (args final) else new)
        else
          args // (if builtins.isFunction new then new args else new);
      result = f args;
    in
    result // { overridePythonAttrs = new: overridable f (overrideWith new); };
in
{
  inherit
    hasPythonModule
    lib
    pkgs
    requiredPythonModules
    stdenv
    toPythonModule
    ;
  inherit (python) pythonAtLeast pythonOlder;

  buildPythonPackage = overridable (
    self.callPackage build {
      inherit toPythonModule;
      namePrefix = "${python.libPrefix}-";
    }
  );
  buildPythonApplication = overridable (
    self.callPackage build {
      toPythonModule = lib.id;
      namePrefix = "";
    }
  );
  toPythonApplication =
    drv:
    drv.overrideAttrs (old: {
      passthru = old.passthru or { } // {
        pythonModule = false;
      };
    });
  mkPythonEditablePackage = self.callPackage ./editable.nix { };
  makePythonPath = drvs: lib.makeSearchPath python.sitePackages (requiredPythonModules drvs);

  # A source distribution of the public index. One that `hosts.nix` has at hand is taken from there; the hash is checked
  # in both cases.
  fetchPypi =
    {
      pname,
      version,
      extension ? "tar.gz",
      hash ? "",
      sha256 ? "",
      ...
    }:
    let
      name = "${pname}-${version}.${extension}";
      atHand = (import ../hosts.nix).sources.${name} or null;
      outputHash = if hash != "" then hash else sha256;
    in
    if atHand == null then
      pkgs.fetchurl {
        url = "mirror://pypi/${lib.substring 0 1 pname}/${pname}/${name}";
        hash = outputHash;
      }
    else
      pkgs.runCommand name {
        inherit atHand outputHash;
        outputHashAlgo = "sha256";
        outputHashMode = "flat";
      } "cp $atHand $out";

  python = toPythonModule python;
  pythonPackages = self;
}
