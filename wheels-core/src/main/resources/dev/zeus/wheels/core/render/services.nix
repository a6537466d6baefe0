#
# The declared services, as modules for NixOS: `imports = [ (import ./services.nix).NAME ];` adds `services.NAME.enable` and
# what else can be set. Each runs a declared application as a user that exists only while it runs, with no rights but what
# it was declared with.
let
  declared =@services@;

  module =
    name: service:
    {
      config,
      lib,
      pkgs,
      utils,
      ...
    }:
    let
      inherit (lib) mkOption types;
      cfg = config.services.${name};
      hasPort = service.port != 0;
      hasCredentials = service.credentials != [ ];

      # `{port}` in arguments and settings is the port that is set here.
      filled =
        text: if hasPort then lib.replaceStrings [ "{port}" ] [ (toString cfg.port) ] text else text;
      textOf = value: if lib.isBool value then lib.boolToString value else toString value;
      isPrivileged = hasPort && cfg.port < 1024;
      capabilities = lib.optionals isPrivileged [ "CAP_NET_BIND_SERVICE" ];

      # Where secrets are: never in the store, which all users can read.
      isSecretPlace = path: lib.hasPrefix "/" path && !(lib.hasPrefix "${builtins.storeDir}/" path);
      secretPlaces =
        lib.optionalAttrs (cfg.environmentFile != null) { inherit (cfg) environmentFile; }
        // lib.mapAttrs' (credential: lib.nameValuePair "credentials.${credential}") (
          cfg.credentials or { }
        );
    in
    {
      options.services.${name} = {
        enable = lib.mkEnableOption service.description;
        package = mkOption {
          type = types.package;
          default =
            (import ./environments.nix pkgs).${service.environment}.applications.${service.application};
          defaultText = lib.literalExpression "the application ${service.application} of the environment ${service.environment}";
          description = "The application that is run.";
        };
        arguments = mkOption {
          type = types.listOf types.str;
          default = service.arguments;
          description = "The arguments of its command; `{port}` is the port.";
        };
        settings = mkOption {
          type = types.attrsOf (
            types.oneOf [
              types.bool
              types.int
              types.str
            ]
          );
          default = { };
          description = "The variables of its environment. Everybody can read them: secrets belong in `environmentFile` or credentials.";
        };
        environmentFile = mkOption {
          type = types.nullOr types.str;
          default = null;
          example = "/run/secrets/${name}.env";
          description = "A file with more variables, a line `NAME=value` for each. It is read when the service starts.";
        };
      }
      // lib.optionalAttrs hasPort {
        port = mkOption {
          type = types.port;
          default = service.port;
          description = "The port that it listens on.";
        };
        openFirewall = mkOption {
          type = types.bool;
          default = false;
          description = "Whether others reach the port.";
        };
      }
      // lib.optionalAttrs hasCredentials {
        credentials = lib.genAttrs service.credentials (
          credential:
          mkOption {
            type = types.str;
            example = "/run/secrets/${credential}";
            description = "The file with the credential; the service reads it as `$CREDENTIALS_DIRECTORY/${credential}`.";
          }
        );
      };

      config = lib.mkMerge [
        { services.${name}.settings = lib.mapAttrs (_: lib.mkDefault) service.variables; }
        (lib.mkIf cfg.enable {
          assertions = lib.mapAttrsToList (option: path: {
            assertion = isSecretPlace path;
            message = "services.${name}.${option} is \"${path}\": expected the absolute path of a file outside of the store, which everybody can read";
          }) secretPlaces;

          networking.firewall.allowedTCPPorts = lib.mkIf (hasPort && cfg.openFirewall) [ cfg.port ];

          systemd.services.${name} = {
            # systemd expands `%` here, and in variables.
            description = lib.replaceStrings [ "%" ] [ "%%" ] service.description;
            wantedBy = [ "multi-user.target" ];
            wants = [ "network-online.target" ];
            after = [ "network-online.target" ];
            environment = lib.mapAttrs (
              _: value: lib.replaceStrings [ "%" ] [ "%%" ] (filled (textOf value))
            ) cfg.settings;
            serviceConfig = {
              ExecStart = utils.escapeSystemdExecArgs (
                [ "${cfg.package}/bin/${service.command}" ] ++ map filled cfg.arguments
              );
              Restart = "on-failure";
              RestartSec = 5;

              DynamicUser = true;
              StateDirectory = name;
              StateDirectoryMode = "0700";
              CacheDirectory = name;
              CacheDirectoryMode = "0700";
              RuntimeDirectory = name;
              WorkingDirectory = "%S/${name}";
              UMask = "0077";

              NoNewPrivileges = true;
              AmbientCapabilities = capabilities;
              CapabilityBoundingSet = if isPrivileged then capabilities else [ "" ];
              ProtectSystem = "strict";
              ProtectHome = true;
              ProtectProc = "invisible";
              PrivateTmp = true;
              # Off where packages compute on a graphics card.
              PrivateDevices = !service.usesCuda;
              DevicePolicy = "closed";
              # Ports below 1024 need a right that a service with its own user namespace cannot get.
              PrivateUsers = !isPrivileged;
              ProtectClock = true;
              ProtectControlGroups = true;
              ProtectHostname = true;
              ProtectKernelLogs = true;
              ProtectKernelModules = true;
              ProtectKernelTunables = true;
              RestrictAddressFamilies = [
                "AF_INET"
                "AF_INET6"
                "AF_UNIX"
              ];
              RestrictNamespaces = true;
              RestrictRealtime = true;
              RestrictSUIDSGID = true;
              LockPersonality = true;
              RemoveIPC = true;
              # Off where packages write machine code when they run: those of `compiles`.
              MemoryDenyWriteExecute = service.compiles == [ ];
              SystemCallArchitectures = "native";
              SystemCallErrorNumber = "EPERM";
              SystemCallFilter = [
                "@system-service"
                "~@privileged"
              ];
            }
            // lib.optionalAttrs service.usesCuda {
              DeviceAllow = [
                "char-nvidiactl"
                "char-nvidia-caps"
                "char-nvidia-frontend"
                "char-nvidia-uvm"
                "char-drm"
              ];
            }
            // lib.optionalAttrs (cfg.environmentFile != null) {
              EnvironmentFile = cfg.environmentFile;
            }
            // lib.optionalAttrs hasCredentials {
              LoadCredential = lib.mapAttrsToList (
                credential: path: "${credential}:${path}"
              ) cfg.credentials;
            };
          };
        })
      ];
    };
in
builtins.mapAttrs module declared
