#
# Container images of an environment: `(import ./environments.nix pkgs).ENVIRONMENT.images.NAME` is a program that writes the
# image (`$(nix-build …) | docker load`), and its `archive` is the image as a file.
#
# What changes seldom is in layers of its own, so that a release sends only what it changed: the interpreter with the C
# library, each large wheel, each other wheel, and on top what is built from source with the tree of links to it all.
{
  declared,
  interpreter,
  libraries,
  packages,
  pkgs,
  python,
  system,
  variables,
  ...
}:
images:
let
  inherit (pkgs) dockerTools lib stdenv;
  inherit (interpreter.pkgs) requiredPythonModules toPythonModule;

  # All imported packages, by origin. Those that depend on wheels and are not wheels are built from source here.
  modules = lib.filter (module: module != interpreter) (requiredPythonModules packages);
  wheels = lib.filter (module: module ? wheel) modules;
  sources = lib.filter (
    module: !(module ? wheel) && lib.any (each: each ? wheel) (requiredPythonModules [ module ])
  ) modules;
  foreign = lib.filter (module: !(module ? wheel) && !(lib.elem module sources)) modules;

  # A package names those that it requires, and so its path changes with each of theirs: one small wheel would send again
  # whatever requires it. Beside everything else in one tree no wheel needs that, so here each stands for itself.
  alone = interpreter.override (old: {
    self = alone;
    packageOverrides = lib.composeExtensions (old.packageOverrides or (_: _: { })) (
      _: prev: lib.genAttrs (map (wheel: wheel.pname) wheels) (name: detached prev.${name})
    );
  });
  detached =
    wheel:
    if wheel.dependencies or [ ] == [ ] then
      wheel
    else
      wheel.overridePythonAttrs {
        dependencies = [ ];
        dontCheckRuntimeDeps = true;
        pythonImportsCheck = [ ];
      };
  detachedOf = wheel: alone.pkgs.${wheel.pname};

  # What is built from source needs them all to be built, and is moved over afterwards. The names are as long as before.
  keyOf = module: builtins.unsafeDiscardStringContext module.outPath;
  moved = lib.listToAttrs (
    map (module: lib.nameValuePair (keyOf module) (toPythonModule (move module))) sources
  );
  move =
    module:
    let
      needed = requiredPythonModules [ module ];
      own = lib.filter (each: moved ? ${keyOf each} && each != module) needed;
      replacements =
        map (wheel: "s|${wheel}|${detachedOf wheel}|g") (lib.filter (each: each ? wheel) needed)
        ++ map (each: "s|${each}|${moved.${keyOf each}}|g") own;
    in
    pkgs.runCommand module.name { } ''
      cp -r --no-preserve=ownership ${module} $out
      chmod -R u+w $out
      rm -rf $out/nix-support
      find $out -type f -exec env LC_ALL=C sed -i ${
        lib.concatMapStringsSep " " (each: "-e ${lib.escapeShellArg each}") replacements
      } -e "s|${module}|$out|g" {} +
    '';

  tree = python.override {
    extraLibs = map detachedOf wheels ++ lib.attrValues moved ++ foreign;
  };

  # Wheels that are large, dependencies first.
  large = declared.large.${system} or [ ];

  shell = [
    dockerTools.binSh
    dockerTools.usrBinEnv
    pkgs.coreutils
  ];

  # An image has at most 127 layers; the rest is for those who build on it.
  maxLayers = 100;
  topLayers = 6;
  ownLayers = lib.take 40 (lib.filter (name: lib.any (wheel: wheel.pname == name) wheels) large);
  others =
    map detachedOf (lib.filter (wheel: !(lib.elem wheel.pname ownLayers)) wheels) ++ foreign;
  otherLayers = maxLayers - 2 - topLayers - lib.length ownLayers;
  pipe = steps: [
    "pipe"
    steps
  ];
  split = paths: [
    "subcomponent_out"
    paths
  ];
  over = part: steps: [
    "over"
    part
    (pipe steps)
  ];
  eachAlone = count: [
    [ "popularity_contest" ]
    [
      "limit_layers"
      count
    ]
  ];
  # Which paths are in a layer of their own. Older versions of nixpkgs go by popularity alone.
  layeringPipeline = image: [
    (split (
      [
        interpreter
        pkgs.cacert
        pkgs.zlib
        (lib.getLib stdenv.cc.cc)
      ]
      ++ map lib.getLib libraries
      ++ lib.optionals image.shell shell
    ))
    (over "rest" (
      lib.foldr
        (name: inner: [
          (split [ alone.pkgs.${name} ])
          (over "rest" inner)
        ])
        [
          (split others)
          # With more wheels than layers, those of like size share one.
          (over "main" (
            if lib.length others > otherLayers then
              [
                [
                  "split_every"
                  ((lib.length others + otherLayers - 1) / otherLayers)
                ]
                [
                  "limit_layers"
                  (otherLayers + 8)
                ]
              ]
            else
              eachAlone otherLayers
          ))
          (over "rest" (eachAlone topLayers))
        ]
        ownLayers
    ))
  ];

  build =
    name: image:
    let
      inherit (declared.applications.${image.entrypoint}) arguments commands;
      command = lib.head commands;
      owner = toString image.uid;
      settings = {
        name = image.repository;
        tag = if image.tag == "" then null else image.tag;
        contents = [
          (pkgs.runCommand "${name}-commands" { } ''
            mkdir -p $out/bin
            for command in ${toString commands}; do ln -s ${tree}/bin/$command $out/bin/; done
          '')
          dockerTools.caCertificates
          (dockerTools.fakeNss.override {
            extraPasswdLines = [ "${image.user}:x:${owner}:${owner}:${image.user}:/tmp:/noshell" ];
            extraGroupLines = [ "${image.user}:x:${owner}:" ];
          })
        ]
        ++ lib.optionals image.shell shell;
        config = {
          Entrypoint = [ "${tree}/bin/${command}" ] ++ arguments;
          Cmd = image.arguments;
          User = "${owner}:${owner}";
          WorkingDir = image.workingDirectory;
          Env = lib.mapAttrsToList (variable: value: "${variable}=${value}") (
            {
              HOME = "/tmp";
              PATH = lib.concatStringsSep ":" (
                [ "/bin" ] ++ lib.optional (libraries != [ ]) (lib.makeBinPath libraries)
              );
              SSL_CERT_FILE = "/etc/ssl/certs/ca-bundle.crt";
            }
            // variables
            // image.variables
          );
          ExposedPorts = lib.genAttrs image.ports (_: { });
          Labels = image.labels;
        };
        # Only root may write anywhere else.
        extraCommands = "mkdir -m 1777 tmp";
        inherit maxLayers;
        meta.description = "Container image ${image.repository}";
      }
      // lib.optionalAttrs ((lib.functionArgs dockerTools.streamLayeredImage) ? layeringPipeline) {
        layeringPipeline = layeringPipeline image;
      };
    in
    dockerTools.streamLayeredImage (
      settings
      // {
        passthru = {
          python = tree;
          archive = dockerTools.buildLayeredImage settings;
        };
      }
    );

  # Images are for Linux.
  built = lib.optionalAttrs stdenv.hostPlatform.isLinux (lib.mapAttrs build images);
in
{
  value = built;
  flake = {
    packages = lib.mapAttrs' (name: lib.nameValuePair "${name}-image") built;
    checks = lib.mapAttrs' (name: lib.nameValuePair "image-${name}") built;
  };
}
