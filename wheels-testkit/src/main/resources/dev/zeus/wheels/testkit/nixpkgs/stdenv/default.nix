# mkDerivation with the host's shell and tools: the phases, hooks and attributes of nixpkgs' that Python packages use.
{
  config,
  hosts,
  lib,
  libc ? null,
  isStatic ? false,
  system,
}@args:
let
  parts = lib.splitString "-" system;
  platform = rec {
    inherit system;
    isLinux = lib.last parts == "linux";
    isDarwin = lib.last parts == "darwin";
    isUnix = true;
    isx86_64 = lib.head parts == "x86_64";
    isAarch64 = lib.head parts == "aarch64";
    libc = if args.libc or null != null then args.libc else if isLinux then "glibc" else "libSystem";
    isMusl = libc == "musl";
    inherit isStatic;
    isGnu = libc == "glibc";
    parsed = {
      cpu.name = lib.head parts;
      kernel.name = lib.last parts;
    };
    darwinMinVersion = "14.0";
    darwinArch = if isAarch64 then "arm64" else "x86_64";
  };

  checkMeta = import ./check-meta.nix { inherit config lib system; };

  # Attributes that Nix code reads and no builder does.
  notForTheBuilder = [
    "__structuredAttrs"
    "env"
    "meta"
    "passthru"
    "pos"
  ];

  mkDerivation =
    attributes: make (if builtins.isFunction attributes then attributes else _: attributes);

  make =
    f:
    let
      args = f final;
      final = args // {
        finalPackage = package;
      };
      name = args.name or "${args.pname}-${args.version}";
      drv = derivation (
        {
          inherit system;
          builder = hosts.bash;
          args = [
            "-e"
            ./builder.sh
          ];
          outputs = [ "out" ];
          stdenv = ./support;
          hostPath = hosts.path;
          nativeBuildInputs = [ ];
          buildInputs = [ ];
          propagatedBuildInputs = [ ];
        }
        // removeAttrs args notForTheBuilder
        // (args.env or { })
        // {
          inherit name;
        }
      );
      guarded = lib.extendDerivation (checkMeta (args // { inherit name; })) { } drv;
      package =
        guarded
        // removeAttrs args [ "env" ]
        // {
          inherit name;
          meta = {
            inherit name;
            available = true;
          }
          // args.meta or { };
          overrideAttrs =
            new:
            make (
              final:
              let
                previous = f final;
                given = if builtins.isFunction new then new final else new;
                # Of one argument it takes what was before; of two, the final attributes and what was before.
                first = if builtins.isFunction new then new previous else new;
              in
              previous // (if builtins.isFunction first then given previous else first)
            );
        }
        // args.passthru or { };
    in
    package;

  makeSetupHook =
    {
      name,
      substitutions ? { },
      propagatedBuildInputs ? [ ],
      ...
    }:
    script:
    mkDerivation ({
      inherit name propagatedBuildInputs script;
      passthru.provides.setupHook = true;
      buildCommand = ''
        mkdir -p $out/nix-support
        cp $script $out/nix-support/setup-hook
        chmod +w $out/nix-support/setup-hook
      ''
      + lib.concatStrings (
        lib.mapAttrsToList (key: value: ''
          substituteInPlace $out/nix-support/setup-hook --replace-quiet '@${key}@' ${lib.escapeShellArg value}
        '') substitutions
      )
      + ''
        writePropagated
      '';
    });

  sonames =
    name: files:
    mkDerivation {
      inherit files name;
      buildCommand = ''
        mkdir -p $out/lib
        for file in $files; do
          # Who loads it gets the host's; a name alone is left where there is none.
          for place in /lib/*-linux-gnu /usr/lib/*-linux-gnu /lib64 /usr/lib64; do
            if [ -e $place/$file ] && [ ! -e $out/lib/$file ]; then ln -s $place/$file $out/lib/$file; fi
          done
          if [ ! -e $out/lib/$file ]; then : >$out/lib/$file; fi
        done
      '';
    };

  # Programs of the host under nixpkgs' name for what brings them.
  hostTool =
    name: programs:
    mkDerivation {
      inherit name programs;
      meta.mainProgram = name;
      buildCommand = ''
        mkdir -p $out/bin
        for program in $programs; do ln -s "$program" $out/bin/; done
      '';
    };
in
{
  inherit
    hostTool
    makeSetupHook
    mkDerivation
    sonames
    system
    ;
  name = "stdenv";
  hostPlatform = platform;
  buildPlatform = platform;
  targetPlatform = platform;
  isLinux = platform.isLinux;
  isDarwin = platform.isDarwin;
  cc = {
    isGNU = platform.isLinux;
    libc.version = if platform.isMusl then "1.2.5" else "2.40-66";
    cc = {
      lib = sonames "gcc-lib" [
        "libatomic.so.1"
        "libgcc_s.so.1"
        "libgomp.so.1"
        "libstdc++.so.6"
      ];
    };
  };
}
