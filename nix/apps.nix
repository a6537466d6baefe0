# What runs the generator: for every source, for one of them, or only to see the configuration. Arguments go on to Maven.
# And what tries the wheels on another nixpkgs.
{
  commands,
  generated,
  pkgs,
}:
let
  inherit (pkgs) lib;

  appOf = runtimeInputs: name: description: command: {
    type = "app";
    program = lib.getExe (
      pkgs.writeShellApplication {
        inherit name runtimeInputs;
        text = ''exec ${command} "$@"'';
      }
    );
    meta = { inherit description; };
  };
  app = appOf [
    pkgs.jdk
    pkgs.maven
  ];
in
{
  generate-wheels =
    app "generate-wheels" "Resolve what is not locked and write the wheels of every source"
      commands.generate;
  inspect-config =
    app "inspect-config" "Show the configuration that the generator uses"
      commands.inspect;
}
// lib.optionalAttrs generated.exists {
  # Nix and the tools of the shell are the user's.
  try-on =
    appOf [ ] "try-on"
      "Evaluate every wheel on another nixpkgs, and list what of it the wheels would change"
      "${./.}/try-on.sh ${generated.directory} ${pkgs.stdenv.hostPlatform.system}";
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
