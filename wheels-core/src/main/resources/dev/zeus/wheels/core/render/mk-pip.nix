#
# A shell for those who stay with pip: `(import ./environments.nix pkgs).ENVIRONMENT.pip.shell` makes a virtual environment
# once, and installs what is locked with its hashes; entered again, it does nothing until that changes.
{
  environment,
  interpreter,
  libraries,
  pkgs,
  shellHook,
  variables,
  ...
}:
declared:
let
  inherit (pkgs) lib;
  inherit (pkgs.stdenv) hostPlatform;

  # What wheels expect of every Linux, and what the environment names.
  libraryPath = lib.makeLibraryPath (
    lib.optionals hostPlatform.isLinux [
      (lib.getLib pkgs.stdenv.cc.cc)
      pkgs.zlib
    ]
    ++ libraries
  );

  # Python alone finds the libraries: other programs of the shell have their own, and may not bear these. It is called by its
  # place in the virtual environment, by which it knows that it is one.
  wrap = ''
    for program in "$venvDir"/bin/python*; do
      case $(readlink "$program") in
        /*)
          target=$(readlink "$program")
          rm "$program"
          printf '%s\n' '#!${pkgs.runtimeShell}' \
            'export LD_LIBRARY_PATH=${libraryPath}''${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}' \
            "exec -a \"\$0\" $target \"\$@\"" >"$program"
          chmod +x "$program"
          ;;
      esac
    done
  '';

  make =
    _name:
    {
      directory,
      requirements,
      wheels,
    }:
    let
      # What the virtual environment was made of, by which it is known whether that has changed.
      made = "${interpreter} ${requirements}";
    in
    pkgs.mkShell {
      packages = [
        interpreter
        interpreter.pkgs.venvShellHook
      ]
      ++ libraries;
      env = variables;
      venvDir = directory;
      postVenvCreation = lib.optionalString hostPlatform.isLinux wrap;
      # The hook of a virtual environment takes the place of a shell hook, which is run after it.
      postShellHook = ''
        if [ "$(cat "$venvDir/.made-of" 2>/dev/null)" != "${made}" ]; then
          if [ -e "$venvDir/.made-of" ] && [ "$(cut -d' ' -f1 "$venvDir/.made-of")" != "${interpreter}" ]; then
            echo "warning: $venvDir is of another Python: remove it, and enter the shell again" >&2
          elif python ${./sync-venv.py} ${requirements} "$venvDir/.locked" ${
            lib.optionalString (wheels != "") (lib.escapeShellArg wheels)
          }; then
            echo "${made}" >"$venvDir/.made-of"
          else
            echo "warning: pip has not installed what is locked; enter the shell again to try again" >&2
          fi
        fi
      ''
      # DYLD_FALLBACK_LIBRARY_PATH is asked last, so that no program gets another library by it than its own.
      + lib.optionalString (hostPlatform.isDarwin && libraries != [ ]) ''
        export DYLD_FALLBACK_LIBRARY_PATH=${libraryPath}
      ''
      + shellHook;
    };

  shells = lib.mapAttrs make declared;
in
{
  value = shells;
  flake.devShells = lib.mapAttrs' (_name: lib.nameValuePair "${environment}-pip") shells;
}
