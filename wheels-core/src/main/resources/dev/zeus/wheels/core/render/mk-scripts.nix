#
# Scripts as programs that run in an environment, beside what their headers require: `(import ./environments.nix
# pkgs).ENVIRONMENT.scripts.NAME`.
{
  environment,
  packagesOf,
  pkgs,
  python,
  surroundings,
  ...
}:
declared:
let
  inherit (pkgs) lib;

  build =
    name: script:
    let
      interpreter = python.override (old: {
        extraLibs = old.extraLibs ++ packagesOf script;
      });
      # Its own first line names an interpreter of other machines.
      file = pkgs.runCommand (baseNameOf script.file) { src = script.file; } ''
        { echo "#!${interpreter}/bin/python3"; sed '1{/^#!/d}' $src; } >$out
        chmod +x $out
        ${interpreter}/bin/python3 -m ast $out >/dev/null
      '';
      program =
        if surroundings == "" then
          file
        else
          pkgs.writeShellScript name ''
            ${surroundings}exec ${file} "$@"
          '';
    in
    pkgs.runCommand name {
      passthru = {
        inherit environment;
        python = interpreter;
      };
      meta = {
        description = "The script ${baseNameOf script.file} in the environment ${environment}";
        mainProgram = name;
        inherit (python.meta) platforms;
      };
    } "mkdir -p $out/bin; ln -s ${program} $out/bin/${name}";

  scripts = lib.mapAttrs build declared;
in
{
  value = scripts;
  programs = scripts;
  flake.checks = lib.mapAttrs' (name: lib.nameValuePair "script-${name}") scripts;
}
