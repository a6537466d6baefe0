# A small stand-in for nixpkgs. Attribute names, fixpoints and overriding are nixpkgs'; what is behind them is the host's:
# its shell, its tools and its Pythons, which `hosts.nix` names.
{
  system ? builtins.currentSystem,
  overlays ? [ ],
  config ? { },
  libc ? null,
  isStatic ? false,
  ...
}:
let
  lib = import ./lib.nix;
  hosts = import ./hosts.nix;
  stdenv = import ./stdenv {
    inherit
      config
      hosts
      isStatic
      lib
      libc
      system
      ;
  };

  attributeOf = version: "python${lib.replaceStrings [ "." ] [ "" ] version}";
  versions = lib.sort lib.versionOlder (lib.attrNames hosts.pythons);

  base =
    pkgs:
    {
      inherit
        config
        lib
        pkgs
        stdenv
        system
        ;
      inherit (stdenv) buildPlatform hostPlatform mkDerivation;

      newScope = scope: lib.callPackageWith (pkgs // scope);
      callPackage = lib.callPackageWith pkgs;
      # Appending overlays afterwards, as flakes' users do with `pkgs.extend`.
      extend =
        overlay:
        import ./. {
          inherit config isStatic libc system;
          overlays = overlays ++ [ overlay ];
        };
      appendOverlays =
        extra:
        import ./. {
          inherit config isStatic libc system;
          overlays = overlays ++ extra;
        };

      # The same system with another C library: `system` stays, and only `libc` and `isMusl` tell.
      pkgsMusl =
        if stdenv.hostPlatform.isLinux then
          import ./. {
            inherit config overlays system;
            libc = "musl";
          }
        else
          throw "Musl libc only supports 64-bit Linux systems.";
      pkgsStatic =
        if stdenv.hostPlatform.isLinux then
          import ./. {
            inherit config overlays system;
            libc = "musl";
            isStatic = true;
          }
        else
          throw "Static binaries are not supported here.";

      fetchurl = import ./fetchurl.nix { inherit hosts lib system; };

      # Sources that nothing here builds: enough to be evaluated.
      fetchpatch = args: pkgs.fetchurl (removeAttrs args [ "excludes" ]);
      fetchFromGitHub =
        {
          owner,
          repo,
          tag ? null,
          rev ? tag,
          hash,
        }:
        assert rev != null;
        pkgs.fetchurl {
          name = "source";
          url = "https://github.com/${owner}/${repo}/archive/${rev}.tar.gz";
          inherit hash;
          passthru = { inherit owner repo rev; };
        };

      runCommand =
        name: args: buildCommand:
        stdenv.mkDerivation ({ inherit buildCommand name; } // args);
      runCommandLocal =
        name: args:
        pkgs.runCommand name (
          {
            preferLocalBuild = true;
            allowSubstitutes = false;
          }
          // args
        );
      writeTextFile =
        {
          name,
          text,
          executable ? false,
          destination ? "",
        }:
        pkgs.runCommandLocal name
          {
            inherit executable text;
            passAsFile = [ "text" ];
          }
          ''
            target=$out${destination}
            mkdir -p "$(dirname "$target")"
            cp "$textPath" "$target"
            if [ -n "$executable" ]; then chmod +x "$target"; fi
          '';
      writeText = name: text: pkgs.writeTextFile { inherit name text; };
      writeShellScript =
        name: text:
        pkgs.writeTextFile {
          inherit name;
          text = "#!${hosts.bash}\n${text}";
          executable = true;
        };
      writeScriptBin =
        name: text:
        pkgs.writeTextFile {
          inherit name text;
          executable = true;
          destination = "/bin/${name}";
        }
        // {
          meta.mainProgram = name;
        };
      writeShellScriptBin = name: text: pkgs.writeScriptBin name "#!${hosts.bash}\n${text}";
      writeShellApplication =
        {
          name,
          text,
          runtimeInputs ? [ ],
          meta ? { },
          ...
        }:
        let
          script = pkgs.writeShellScriptBin name ''
            set -euo pipefail
            export PATH="${lib.makeBinPath runtimeInputs}:$PATH"
            ${text}
          '';
        in
        script
        // {
          meta = {
            mainProgram = name;
          }
          // meta;
        };
      symlinkJoin =
        { name, paths, ... }:
        pkgs.runCommand name { inherit paths; } ''
          mkdir -p $out
          for path in $paths; do cp -rs --no-preserve=mode "$path/." $out/; done
        '';
      buildEnv =
        {
          name,
          paths,
          ignoreCollisions ? false,
        }:
        pkgs.runCommand name {
          packages = builtins.toJSON (
            map (path: {
              path = "${path}";
              priority = path.meta.priority or 5;
            }) paths
          );
          passAsFile = [ "packages" ];
        } "${(lib.last (lib.attrValues hosts.pythons)).interpreter} -I ${./build-env.py} $out '${toString ignoreCollisions}' $packagesPath";
      releaseTools.aggregate =
        {
          name,
          constituents,
          meta ? { },
        }:
        pkgs.runCommand name {
          inherit constituents meta;
          _hydraAggregate = true;
        } "mkdir -p $out/nix-support; touch $out/nix-support/hydra-build-products";
      runtimeShell = hosts.bash;

      # Kernels as Jupyter reads them, all in one directory.
      jupyter-kernel.create =
        { definitions }:
        pkgs.runCommand "jupyter-kernels" { } (
          lib.concatStrings (
            lib.mapAttrsToList (name: kernel: ''
              mkdir -p $out/kernels/${name}
              echo ${
                lib.escapeShellArg (
                  builtins.toJSON {
                    display_name = if kernel.displayName != "" then kernel.displayName else name;
                    inherit (kernel) argv language;
                  }
                )
              } >$out/kernels/${name}/kernel.json
              ${lib.optionalString (kernel.logo32 != null) "ln -s ${kernel.logo32} $out/kernels/${name}/logo-32x32.png"}
              ${lib.optionalString (kernel.logo64 != null) "ln -s ${kernel.logo64} $out/kernels/${name}/logo-64x64.png"}
            '') definitions
          )
        );

      mkShell =
        {
          packages ? [ ],
          nativeBuildInputs ? [ ],
          ...
        }@args:
        stdenv.mkDerivation (
          {
            name = "nix-shell";
          }
          // removeAttrs args [ "packages" ]
          // {
            nativeBuildInputs = packages ++ nativeBuildInputs;
            buildCommand = "export > $out";
          }
        );

      autoPatchelfHook = stdenv.makeSetupHook {
        name = "auto-patchelf-hook";
        substitutions.python = (lib.head (lib.attrValues hosts.pythons)).interpreter;
        substitutions.script = "${./stdenv/needed-libraries.py}";
      } ./stdenv/auto-patchelf-hook.sh;

      autoAddDriverRunpath = stdenv.makeSetupHook {
        name = "auto-add-driver-runpath-hook";
      } ./stdenv/auto-add-driver-runpath.sh;
      cudaPackages = lib.mapAttrs stdenv.sonames {
        cuda_cudart = [ "libcudart.so.12" ];
        cuda_nvcc = [ ];
        libcublas = [
          "libcublas.so.12"
          "libcublasLt.so.12"
        ];
        nccl = [ "libnccl.so.2" ];
      };
      cudaPackages_12_8 = pkgs.cudaPackages;
      rustPlatform = {
        fetchCargoVendor =
          {
            pname,
            version,
            hash,
            ...
          }:
          pkgs.runCommand "${pname}-${version}-vendor" {
            nativeBuildInputs = [ pkgs.fetch-cargo-vendor-util ];
            outputHash = hash;
            outputHashAlgo = "sha256";
            outputHashMode = "recursive";
          } "fetch-cargo-vendor-util https://crates.example/${pname} $out";
      }
      // lib.genAttrs [ "cargoSetupHook" "maturinBuildHook" ] (
        name: stdenv.makeSetupHook { inherit name; } ./stdenv/auto-add-driver-runpath.sh
      );

      dockerTools = import ./docker { inherit hosts lib pkgs; };
      inherit (pkgs.dockerTools) fakeNss;
      cacert = pkgs.writeTextFile {
        name = "cacert";
        text = "";
        destination = "/etc/ssl/certs/ca-bundle.crt";
      };

      # Every interpreter's set goes through these, in order.
      pythonPackagesExtensions = [ ];
      python3 = pkgs.${attributeOf (lib.last versions)};
      python3Packages = pkgs.python3.pkgs;
    }
    # Libraries whose names are all that is asked of them: what needs them loads the host's.
    // lib.mapAttrs stdenv.sonames {
      alsa-lib = [ "libasound.so.2" ];
      bzip2 = [ "libbz2.so.1" ];
      expat = [ "libexpat.so.1" ];
      libffi = [ "libffi.so.8" ];
      libGL = [
        "libEGL.so.1"
        "libGL.so.1"
      ];
      libpq = [ "libpq.so.5" ];
      libxcrypt = [ "libcrypt.so.2" ];
      libxcrypt-legacy = [ "libcrypt.so.1" ];
      openssl = [
        "libcrypto.so.3"
        "libssl.so.3"
      ];
      xz = [ "liblzma.so.5" ];
      zlib = [ "libz.so.1" ];
      zstd = [ "libzstd.so.1" ];
    }
    // lib.mapAttrs stdenv.hostTool hosts.tools
    // import ./tools.nix { inherit lib pkgs; }
    // lib.concatMapAttrs (
      version: host:
      let
        attribute = attributeOf version;
      in
      {
        ${attribute} = pkgs.callPackage ./python {
          inherit hosts version;
          inherit (host) interpreter;
          fullVersion = host.version;
          self = pkgs.${attribute};
        };
        "${attribute}Packages" = lib.recurseIntoAttrs pkgs.${attribute}.pkgs;
      }
    ) hosts.pythons;
in
lib.fix (lib.foldl' (f: overlay: lib.extends overlay f) base overlays)
