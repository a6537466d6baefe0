# dockerTools: images of store paths. Which path is in which layer is decided by a pipeline over the graph of references,
# or by popularity where none is given; the last layer has what the root of the image shows.
{
  hosts,
  lib,
  pkgs,
  # Older versions of nixpkgs know no pipeline.
  hasPipeline ? true,
}:
let
  python = (lib.last (lib.attrValues hosts.pythons)).interpreter;
  architectures = {
    x86_64 = "amd64";
    aarch64 = "arm64";
  };

  # Derivations with structured attributes get the graph of references as JSON, with sizes.
  layersOf =
    {
      roots,
      excluded,
      pipeline,
    }:
    derivation {
      name = "docker-layers";
      inherit (pkgs.stdenv.hostPlatform) system;
      builder = python;
      args = [
        "-I"
        ./layers.py
      ];
      __structuredAttrs = true;
      exportReferencesGraph.graph = roots;
      exclude_paths = excluded;
      inherit pipeline;
    };

  streamed =
    {
      name,
      tag ? null,
      fromImage ? null,
      contents ? [ ],
      config ? { },
      architecture ? architectures.${pkgs.stdenv.hostPlatform.parsed.cpu.name},
      created ? "1970-01-01T00:00:01Z",
      mtime ? "1970-01-01T00:00:01Z",
      uid ? 0,
      gid ? 0,
      uname ? "root",
      gname ? "root",
      maxLayers ? 100,
      extraCommands ? "",
      fakeRootCommands ? "",
      includeStorePaths ? true,
      layeringPipeline ? null,
      passthru ? { },
      meta ? { },
    }:
    assert lib.asserts.assertMsg (maxLayers > 1)
      "the maxLayers argument of dockerTools.buildLayeredImage function must be greather than 1 (current value: ${toString maxLayers})";
    assert fromImage == null;
    let
      baseName = baseNameOf name;
      baseJson = pkgs.writeText "${baseName}-base.json" (
        builtins.toJSON {
          inherit architecture config;
          os = "linux";
        }
      );
      # Nothing runs as root here: owners are written into the archive.
      customisation = pkgs.runCommand "${baseName}-customisation-layer" {
        paths = lib.toList contents;
        inherit extraCommands fakeRootCommands;
      } ''
        mkdir old_out
        for path in $paths; do cp -rs --no-preserve=mode "$path/." old_out/; done
        (cd old_out; eval "$extraCommands")
        (cd old_out; eval "$fakeRootCommands")
        mkdir $out
        tar --sort name --owner 0 --group 0 --numeric-owner --mtime "@$SOURCE_DATE_EPOCH" --hard-dereference \
          -C old_out -cf $out/layer.tar .
        ${python} -I -c "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())" \
          $out/layer.tar >$out/checksum
      '';
      implementation = [
        baseJson
        customisation
      ];
      layers = layersOf {
        roots = lib.optionals includeStorePaths implementation;
        excluded = implementation;
        pipeline =
          if layeringPipeline != null then
            layeringPipeline
          else
            [
              [ "popularity_contest" ]
              [
                "limit_layers"
                (maxLayers - 1)
              ]
            ];
      };
      conf = pkgs.runCommand "${baseName}-conf.json" {
        passthru.imageTag =
          if tag != null then tag else lib.head (lib.splitString "-" (baseNameOf conf.outPath));
        inherit baseJson customisation;
        storeLayers = layers;
        settings = builtins.toJSON {
          inherit created gname mtime uname;
          gid = toString gid;
          uid = toString uid;
          store_dir = builtins.storeDir;
          repo = lib.toLower name;
          inherit tag;
        };
        passAsFile = [ "settings" ];
      } "${python} -I ${./conf.py} $settingsPath $baseJson $storeLayers $customisation $out";
    in
    pkgs.runCommand "stream-${baseName}"
      {
        imageName = lib.toLower name;
        passthru = passthru // {
          inherit (conf) imageTag;
          inherit conf layers;
          isExe = true;
        };
        inherit meta;
      }
      ''
        printf '#!%s\nexec %s -I %s %s "$@"\n' ${hosts.bash} ${python} ${./stream.py} ${conf} >$out
        chmod +x $out
      '';

  arguments = lib.functionArgs streamed;
in
rec {
  # As of makeOverridable, the arguments can be asked for.
  streamLayeredImage = lib.setFunctionArgs streamed (
    if hasPipeline then arguments else removeAttrs arguments [ "layeringPipeline" ]
  );
  buildLayeredImage =
    {
      name,
      compressor ? "gz",
      ...
    }@args:
    let
      stream = streamLayeredImage (removeAttrs args [ "compressor" ]);
    in
    pkgs.runCommand "${baseNameOf name}.tar.${compressor}" {
      inherit (stream) imageName;
      passthru = {
        inherit (stream) imageTag;
        inherit stream;
      };
      meta = args.meta or { };
    } "${stream} | ${python} -I -c 'import gzip, shutil, sys; shutil.copyfileobj(sys.stdin.buffer, gzip.GzipFile(\"\", \"wb\", 9, sys.stdout.buffer, 0))' >$out";

  fakeNss = lib.makeOverridable (
    {
      extraPasswdLines ? [ ],
      extraGroupLines ? [ ],
    }:
    pkgs.runCommand "fake-nss" { } ''
      mkdir -p $out/etc $out/var/empty
      printf '%s\n' root:x:0:0:root\ user:/var/empty:/bin/sh \
        ${lib.escapeShellArgs extraPasswdLines} nobody:x:65534:65534:nobody:/var/empty:/bin/sh >$out/etc/passwd
      printf '%s\n' root:x:0: ${lib.escapeShellArgs extraGroupLines} nobody:x:65534: >$out/etc/group
      echo 'hosts: files dns' >$out/etc/nsswitch.conf
    ''
  ) { };
  binSh = pkgs.runCommand "bin-sh" { } "mkdir -p $out/bin; ln -s ${pkgs.bashInteractive}/bin/bash $out/bin/sh";
  usrBinEnv = pkgs.runCommand "usr-bin-env" { } "mkdir -p $out/usr/bin; ln -s ${pkgs.coreutils}/bin/env $out/usr/bin";
  caCertificates = pkgs.runCommand "ca-certificates" { } ''
    mkdir -p $out/etc/ssl/certs $out/etc/pki/tls/certs
    for place in ssl/certs/ca-bundle.crt ssl/certs/ca-certificates.crt pki/tls/certs/ca-bundle.crt; do
      ln -s ${pkgs.cacert}/etc/ssl/certs/ca-bundle.crt $out/etc/$place
    done
  '';
}
