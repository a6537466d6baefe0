#
# The declared environments: `(import ./environments.nix pkgs).NAME` has `python`, an interpreter with the packages, and
# `shell`, which has it, the libraries and the variables. nixpkgs is unchanged.
#[parts]
# Their other parts are beside these, by kind: see environment-parts.nix.
#[]
pkgs:
let
  inherit (pkgs) lib;
  inherit (pkgs.stdenv) hostPlatform;
  # A system with musl has the same name.
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
        # For wheels that load libraries by name at run time (`ctypes`, plugins): no file names them, so no rpath helps. The
        # price: programs that Python starts inherit the variable, and may find these libraries before their own.
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
