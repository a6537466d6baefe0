#
# The declared environments: `(import ./environments.nix pkgs).NAME` has `python`, an interpreter with the packages, and
# `shell`, which has it beside the libraries, with the variables set. nixpkgs stays as it is.
#[parts]
# What else they are made into is beside these, by kind: environment-parts.nix.
#[]
pkgs:
let
  inherit (pkgs) lib;
  inherit (pkgs.stdenv) hostPlatform;
  # With musl a system has the same name.
  system = hostPlatform.system + lib.optionalString (hostPlatform.isMusl or false) "-musl";
  pythons = import ./pythons.nix pkgs;

  declared =@environments@;

  attribute =
    path: lib.attrByPath path (throw "nixpkgs has no ${lib.concatStringsSep "." path}") pkgs;

  build =
    name: environment:
    let
      interpreter =
        pythons.${environment.version}
          or (throw "nixpkgs has no Python ${environment.version}, for which the environment ${name} is declared");
      libraries = map attribute environment.libraries;
      libraryPath = if hostPlatform.isDarwin then "DYLD_FALLBACK_LIBRARY_PATH" else "LD_LIBRARY_PATH";
      python = interpreter.buildEnv.override (
        {
          extraLibs = map (name: interpreter.pkgs.${name}) environment.packages.${system}
                or (throw "the environment ${name} is not declared for ${system}, but for ${lib.concatStringsSep ", " (lib.attrNames environment.packages)}");
        }
        # What asks for them are wheels that load them by name when they run (`ctypes`, plugins): no file names them, so that no
        # rpath could. The price is that programs which Python starts inherit the variable, and may find these before their own.
        // lib.optionalAttrs (libraries != [ ]) {
          makeWrapperArgs = [
            "--prefix"
            libraryPath
            ":"
            (lib.makeLibraryPath libraries)
          ];
        }
      );
    in
#[parts]
    import ./environment-parts.nix {
      inherit
        environment
        interpreter
        libraries
        name
        pkgs
        python
        system
        ;
    };
#[plain]
    {
      inherit python;
      inherit (environment) variables;
      shell = pkgs.mkShell {
        packages = [ python ] ++ libraries;
        env = environment.variables;
        inherit (environment) shellHook;
      };
    };
#[]
in
lib.mapAttrs build declared
