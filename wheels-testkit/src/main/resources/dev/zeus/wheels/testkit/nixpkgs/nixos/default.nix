# A NixOS that has what services are made of: `import ./nixos { modules = [ … ]; pkgs }` has `config`, and `units` with the
# text of each unit of systemd.
{ modules, pkgs }:
let
  inherit (pkgs) lib;
  inherit (lib) mkOption types;

  # A value as unit files have it, one line for each of a list.
  values = value: if builtins.isList value then value else [ value ];
  shown =
    value:
    if value == true then
      "true"
    else if value == false then
      "false"
    else
      toString value;
  section =
    name: settings:
    "[${name}]\n"
    + lib.concatStrings (
      lib.mapAttrsToList (
        key: value: lib.concatMapStrings (each: "${key}=${shown each}\n") (values value)
      ) settings
    );

  unitOption = types.oneOf [
    types.bool
    types.int
    types.str
    types.path
    types.package
    (types.listOf (
      types.oneOf [
        types.bool
        types.int
        types.str
        types.path
        types.package
      ]
    ))
  ];
  option =
    type: default:
    mkOption {
      inherit default type;
    };
  names = option (types.listOf types.str) [ ];

  service = {
    options = {
      description = option types.str "";
      documentation = names;
      wantedBy = names;
      after = names;
      wants = names;
      requires = names;
      environment = option (types.attrsOf (
        types.nullOr (
          types.oneOf [
            types.str
            types.path
            types.package
          ]
        )
      )) { };
      path = option (types.listOf types.unspecified) [ ];
      restartTriggers = option (types.listOf types.unspecified) [ ];
      unitConfig = option (types.attrsOf unitOption) { };
      serviceConfig = option (types.attrsOf unitOption) { };
    };
  };

  unitOf =
    _: config:
    section "Unit" (
      {
        Description = config.description;
      }
      // lib.filterAttrs (_: list: list != "") (
        lib.mapAttrs (_: lib.concatStringsSep " ") {
          After = config.after;
          Requires = config.requires;
          Wants = config.wants;
        }
      )
      // config.unitConfig
    )
    + "\n"
    + section "Service" (
      {
        Environment = lib.mapAttrsToList (
          name: value: builtins.toJSON "${name}=${toString value}"
        ) (lib.filterAttrs (_: value: value != null) config.environment);
      }
      // config.serviceConfig
    );

  # As they are quoted in NixOS: systemd expands `%` and `$` in commands.
  utils.escapeSystemdExecArgs = lib.concatMapStringsSep " " (
    argument: lib.replaceStrings [ "%" "$" ] [ "%%" "$$" ] (builtins.toJSON (toString argument))
  );

  base = {
    options = {
      assertions = option (types.listOf types.unspecified) [ ];
      warnings = option (types.listOf types.str) [ ];
      environment.systemPackages = option (types.listOf types.package) [ ];
      networking.firewall.allowedTCPPorts = option (types.listOf types.port) [ ];
      systemd.services = option (types.attrsOf (types.submodule service)) { };
      hardware.graphics.enable = option types.bool false;
    };
    config._module.args = { inherit pkgs utils; };
  };

  inherit (lib.evalModules { modules = [ base ] ++ modules; }) config;
  failed = map (each: each.message) (lib.filter (each: !each.assertion) config.assertions);
in
if failed != [ ] then
  throw "Failed assertions:\n${lib.concatMapStringsSep "\n" (message: "- ${message}") failed}"
else
  {
    inherit config;
    units = lib.mapAttrs unitOf config.systemd.services;
  }
