# One interpreter of the host, isolated as a virtual environment isolates it, with its package set.
{
  lib,
  stdenv,
  pkgs,
  hosts,
  version,
  fullVersion,
  interpreter,
  self,
  packageOverrides ? (_: _: { }),
}:
let
  libPrefix = "python${version}";
  sitePackages = "lib/${libPrefix}/site-packages";

  packages =
    let
      hooks = import ./hooks.nix { inherit hosts; };
      base = import ./base.nix {
        inherit
          lib
          pkgs
          stdenv
          ;
        python = self;
      };
      bootstrap = import ./bootstrap.nix { inherit hosts; };
      extensions = lib.composeManyExtensions (
        [
          hooks
          bootstrap
          (import ./packages.nix { inherit lib pkgs; })
        ]
        ++ pkgs.pythonPackagesExtensions
        ++ [ packageOverrides ]
      );
      set = lib.makeScope pkgs.newScope (lib.extends extensions base);
      check =
        name: value:
        if lib.isDerivation value then
          lib.extendDerivation (
            set.hasPythonModule value
            || value.provides.setupHook or false
            || throw "${name} should use `buildPythonPackage` or `toPythonModule` if it is to be part of the Python packages set."
          ) { } value
        else
          value;
    in
    lib.mapAttrs check set;

  environment = import ./environment.nix { inherit lib stdenv; };
in
stdenv.mkDerivation {
  pname = "python3";
  version = fullVersion;
  inherit interpreter libPrefix;
  buildCommand = ''
    mkdir -p $out/bin $out/${sitePackages}
    ln -s $interpreter $out/bin/$libPrefix
    ln -s $libPrefix $out/bin/python3
    ln -s $libPrefix $out/bin/python
    printf '#!%s\n' $out/bin/$libPrefix >$out/bin/2to3
    chmod +x $out/bin/2to3
    printf 'home = %s\ninclude-system-site-packages = false\n' "$(dirname "$interpreter")" >$out/pyvenv.cfg
  '';
  meta = {
    platforms = lib.platforms.unix;
    mainProgram = libPrefix;
  };
  passthru = {
    inherit libPrefix sitePackages stdenv;
    implementation = "cpython";
    pythonVersion = version;
    executable = libPrefix;
    sourceVersion = {
      major = lib.versions.major fullVersion;
      minor = lib.versions.minor fullVersion;
    };
    pythonABITags = [
      "abi3"
      "none"
      "cp${lib.replaceStrings [ "." ] [ "" ] version}"
    ];
    pythonAtLeast = lib.versionAtLeast version;
    pythonOlder = lib.versionOlder version;
    interpreter = "${self}/bin/${libPrefix}";
    pkgs = packages;
    buildEnv = lib.makeOverridable environment {
      python = self;
      inherit (packages) requiredPythonModules;
    };
    withPackages = f: self.buildEnv.override { extraLibs = f packages; };
  };
}
