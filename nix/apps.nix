# What runs the generator: for every source, for one of them, or only to see the configuration. Arguments go on to Maven.
{
  commands,
  generated,
  pkgs,
}:
let
  inherit (pkgs) lib;

  app = name: description: command: {
    type = "app";
    program = lib.getExe (
      pkgs.writeShellApplication {
        inherit name;
        runtimeInputs = [
          pkgs.jdk
          pkgs.maven
        ];
        text = ''exec ${command} "$@"'';
      }
    );
    meta = { inherit description; };
  };
in
{
  generate-wheels =
    app "generate-wheels" "Resolve what is not locked and write the wheels of every source"
      commands.generate;
  inspect-config =
    app "inspect-config" "Show the configuration that the generator uses"
      commands.inspect;
}
// lib.listToAttrs (
  map (
    source:
    lib.nameValuePair "generate-${source}" (
      app "generate-${source}" "Resolve and write the wheels of the source ${source} anew"
        "${commands.generate} -Dwheels.source=${lib.escapeShellArg source}"
    )
  ) generated.sources
)
