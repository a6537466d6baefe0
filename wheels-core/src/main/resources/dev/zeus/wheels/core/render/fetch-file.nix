#
# Fetches a file of a source, by default from its address in the lock. An overlay can change that for each source with an
# attribute of nixpkgs:
#
#   wheelSources.NAME = {
#     mirrors = [ "https://mirror.example/files" ];  # tried first, in this order: each replaces scheme and host of the address;
#                                                    # or functions: { name, url, hash }: "https://…"
#     login = true;                                  # whether to log in; the default is requiresLogin of @Source
#     fetch = { name, url, hash }: …;                # replaces all of this
#   };
#
# Logins come from a netrc file, which is read when a file is fetched and is not part of any derivation: /etc/nix/netrc, or
# the file that WHEELS_NETRC names where Nix builds (for the daemon: in the daemon's environment). The sandbox must contain it:
#
#   extra-sandbox-paths = /etc/nix/netrc    (nix.conf)
lib:
let
  # The sources that are only contacted with a login.
  withLogin =@logins@;

  known = [
    "fetch"
    "login"
    "mirrors"
  ];

  checked =
    source: settings:
    let
      unknown = removeAttrs settings known;
    in
    if unknown == { } then
      settings
    else
      throw "wheelSources.${source} has ${lib.concatStringsSep ", " (lib.attrNames unknown)}, but may have only ${lib.concatStringsSep ", " known}";

  # The builder itself reports whether the netrc or a line of it is missing: the servers' answers do not tell.
  loginOf = source: url: {
    netrcImpureEnvVars = [ "WHEELS_NETRC" ];
    netrcPhase = ''
      wheelsNetrc=''${WHEELS_NETRC:-/etc/nix/netrc}
      if [ ! -r "$wheelsNetrc" ]; then
        echo "error: the source "${lib.escapeShellArg source}" needs a login, and this build can read no $wheelsNetrc." >&2
        echo "  Put a line 'machine HOST login USER password PASSWORD' there, let the builders read it (group nixbld), and add" >&2
        echo "  'extra-sandbox-paths = $wheelsNetrc' to nix.conf. Another file: WHEELS_NETRC in the environment of Nix' daemon." >&2
        exit 1
      fi
      wheelsHost=${lib.escapeShellArg (hostOf url)}
      case " $(tr -s '[:space:]' ' ' <"$wheelsNetrc") " in
        *" machine $wheelsHost "* | *" default "*) ;;
        *) echo "note: $wheelsNetrc has no 'machine $wheelsHost', which the source "${lib.escapeShellArg source}" may ask for" >&2 ;;
      esac
      ln -sf "$wheelsNetrc" netrc
    '';
  };

  # Scheme and host, the host alone, and what follows.
  partsOf = builtins.match "([a-z]+://(\\[[^]]*]|[^/:]*)[^/]*)(/.*)";
  hostOf = url: lib.elemAt (partsOf url) 1;

  fetchAs =
    fetchurl: source: given: file:
    let
      settings = checked source given;
      mirrors = map (
        mirror:
        if builtins.isFunction mirror then
          mirror file
        else
          lib.removeSuffix "/" mirror + lib.elemAt (partsOf file.url) 2
      ) (settings.mirrors or [ ]);
      urls = mirrors ++ [ file.url ];
      needsLogin = settings.login or (lib.elem source withLogin);
    in
    if settings ? fetch then
      settings.fetch file
    else if mirrors == [ ] && !needsLogin then
      fetchurl file
    else
      fetchurl (
        {
          inherit urls;
          inherit (file) name hash;
        }
        // lib.optionalAttrs needsLogin (loginOf source (lib.head urls))
      );
in
{ fetchurl, pkgs }:
source: file:
if pkgs ? wheelSources.${source} || lib.elem source withLogin then
  fetchAs fetchurl source (pkgs.wheelSources.${source} or { }) {
    inherit (file) name url hash;
  }
else if builtins.substring 0 5 file.url == "file:" then
  # A builder cannot see the folders of this machine, so Nix reads the file itself.
  builtins.fetchurl {
    inherit (file) name url;
    sha256 = file.hash;
  }
else
  fetchurl { inherit (file) name url hash; }
