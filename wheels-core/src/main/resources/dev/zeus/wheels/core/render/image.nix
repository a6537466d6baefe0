#
# Makes a container image of a declared environment. What changes seldom is in layers of its own, so that a release sends
# only what it changed: the interpreter with the C library, each large wheel, each other wheel, and on top what is built
# from source with the tree of links to it all.
#
# The result is a program that writes the image (`$(nix-build …) | docker load`); `archive` of it is the image as a file.
{
  pkgs,
  # The interpreter, its packages that the image has, and what else it finds its libraries by.
  interpreter,
  packages,
  libraries,
  makeWrapperArgs,
  # Wheels that are large, dependencies first.
  large,
}:
image:
let
  inherit (pkgs) dockerTools lib stdenv;
  inherit (interpreter.pkgs) requiredPythonModules toPythonModule;

  # Everything that is imported, by where it comes from. What depends on wheels and is none is built from source here.
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

  python = interpreter.buildEnv.override {
    extraLibs = map detachedOf wheels ++ lib.attrValues moved ++ foreign;
    inherit makeWrapperArgs;
  };

  # What the root of the image shows.
  commands = pkgs.runCommand "${baseNameOf image.name}-commands" { } ''
    mkdir -p $out/bin
    ln -s ${python}/bin/${image.command} $out/bin/${image.command}
  '';
  users = dockerTools.fakeNss.override {
    extraPasswdLines = [
      "${image.user}:x:${toString image.uid}:${toString image.uid}:${image.user}:/tmp:/noshell"
    ];
    extraGroupLines = [ "${image.user}:x:${toString image.uid}:" ];
  };
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
  layeringPipeline = [
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

  arguments = {
    inherit (image) name;
    tag = if image.tag == "" then null else image.tag;
    contents = [
      commands
      dockerTools.caCertificates
      users
    ]
    ++ lib.optionals image.shell shell;
    config = {
      Entrypoint = [ "${python}/bin/${image.command}" ];
      Cmd = image.arguments;
      User = "${toString image.uid}:${toString image.uid}";
      WorkingDir = image.workingDirectory;
      Env = lib.mapAttrsToList (name: value: "${name}=${value}") (
        {
          HOME = "/tmp";
          PATH = "/bin";
          SSL_CERT_FILE = "/etc/ssl/certs/ca-bundle.crt";
        }
        // image.variables
      );
      ExposedPorts = lib.genAttrs image.ports (_: { });
      Labels = image.labels;
    };
    # Nobody but root may write anywhere else.
    extraCommands = "mkdir -m 1777 tmp";
    inherit maxLayers;
  }
  // lib.optionalAttrs ((lib.functionArgs dockerTools.streamLayeredImage) ? layeringPipeline) {
    inherit layeringPipeline;
  };
in
dockerTools.streamLayeredImage (
  arguments
  // {
    passthru = {
      inherit python;
      archive = dockerTools.buildLayeredImage arguments;
    };
  }
)
