#
# Some commands of an environment as programs that leave its Python out of sight: `(import ./environments.nix
# pkgs).ENVIRONMENT.applications.NAME`.
{
  environment,
  pkgs,
  python,
  surroundings,
  ...
}:
declared:
let
  inherit (pkgs) lib;

  program =
    command: arguments:
    if surroundings == "" && arguments == [ ] then
      "${python}/bin/${command}"
    else
      pkgs.writeShellScript command ''
        ${surroundings}exec ${python}/bin/${command} ${
          lib.concatMapStrings (argument: lib.escapeShellArg argument + " ") arguments
        }"$@"
      '';

  build =
    name:
    { arguments, commands }:
    pkgs.runCommand name
      {
        inherit commands python;
        programs = map (command: program command arguments) commands;
        # With arguments it is one command, under the application's name.
        names = if arguments == [ ] then commands else [ name ];
        passthru = { inherit environment; };
        meta = {
          description = "${lib.concatStringsSep ", " commands} of the environment ${environment}";
          mainProgram = if arguments == [ ] then lib.head commands else name;
          inherit (python.meta) platforms;
        };
      }
      ''
        mkdir -p $out/bin
        for command in $commands; do
          if [ ! -x $python/bin/$command ]; then
            echo "error: no package of the environment ${environment} has the command $command; there are:" >&2
            ls $python/bin | grep -vE '^(python|pydoc|idle|2to3)' >&2 || true
            exit 1
          fi
        done
        set -- $names
        for program in $programs; do
          ln -s $program $out/bin/$1
          shift
        done
      '';

  applications = lib.mapAttrs build declared;
in
{
  value = applications;
  programs = applications;
  flake.checks = lib.mapAttrs' (name: lib.nameValuePair "application-${name}") applications;
}
