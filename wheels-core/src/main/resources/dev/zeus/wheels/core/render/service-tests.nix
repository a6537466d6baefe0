#
# Tests of the declared services in a virtual machine, for those who have KVM: `(import ./service-tests.nix pkgs).NAME`
# starts NixOS with the service and waits until it listens. Credentials get a file that says nothing.
pkgs:
let
  inherit (pkgs) lib;
  ports =@ports@;
  credentials =@credentials@;

  test =
    name: module:
    pkgs.testers.runNixOSTest {
      inherit name;
      nodes.machine = {
        imports = [ module ];
        services.${name} = {
          enable = true;
        }
        // lib.optionalAttrs (credentials.${name} != [ ]) {
          credentials = lib.genAttrs credentials.${name} (
            credential: "/etc/test-credentials/${credential}"
          );
        };
        environment.etc = lib.listToAttrs (
          map (
            credential: lib.nameValuePair "test-credentials/${credential}" { text = "none"; }
          ) credentials.${name}
        );
      };
      testScript = ''
        machine.wait_for_unit("${name}.service")
      ''
      + lib.optionalString (ports.${name} != 0) ''
        machine.wait_for_open_port(${toString ports.${name}})
      ''
      + ''
        machine.succeed("systemd-analyze security --threshold=20 ${name}.service")
      '';
    };
in
lib.mapAttrs test (import ./services.nix)
