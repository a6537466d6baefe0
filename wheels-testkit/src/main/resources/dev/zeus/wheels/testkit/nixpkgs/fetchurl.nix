# Fetches a file by its hash as nixpkgs does it: curl in a builder, so that no login of Nix' own reaches a server; the addresses
# in their order until one answers; a netrc by a phase of the caller's, which sees the variables that it names.
{
  hosts,
  lib,
  system,
}:
{
  url ? "",
  urls ? [ ],
  name ? null,
  curlOpts ? "",
  curlOptsList ? [ ],
  hash ? "",
  sha256 ? "",
  netrcPhase ? null,
  netrcImpureEnvVars ? [ ],
  postFetch ? "",
  downloadToTemp ? false,
  executable ? false,
  meta ? { },
  passthru ? { },
  preferLocalBuild ? true,
}:
let
  addresses =
    if urls != [ ] && url == "" then
      (if builtins.isList urls then urls else throw "`urls` is not a list")
    else if urls == [ ] && url != "" then
      (if builtins.isString url then [ url ] else throw "`url` is not a string")
    else
      throw "fetchurl requires either `url` or `urls` to be set";
in
derivation (
  {
    inherit
      curlOpts
      downloadToTemp
      executable
      postFetch
      preferLocalBuild
      system
      ;
    name = if name != null then name else baseNameOf (lib.head addresses);
    urls = addresses;
    builder = hosts.bash;
    args = [
      "-e"
      ./stdenv/fetchurl.sh
    ];
    hostPath = hosts.path;
    curlOptsList = lib.escapeShellArgs curlOptsList;
    outputHash = if hash != "" then hash else sha256;
    outputHashAlgo = "sha256";
    outputHashMode = if executable then "recursive" else "flat";
    # Certificates are looked at only where somebody logs in; else the hash tells.
    checksCertificate = netrcPhase != null;
    impureEnvVars = [
      "http_proxy"
      "https_proxy"
      "ftp_proxy"
      "all_proxy"
      "no_proxy"
      "NIX_CURL_FLAGS"
    ]
    ++ netrcImpureEnvVars;
  }
  // lib.optionalAttrs (netrcPhase != null) {
    postHook = ''
      ${netrcPhase}
      curlOpts="$curlOpts --netrc-file $PWD/netrc"
    '';
  }
)
// {
  inherit meta url;
}
// passthru
