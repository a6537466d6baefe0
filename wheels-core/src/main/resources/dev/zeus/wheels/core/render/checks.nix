#
# The checks of `nix flake check`, for an unchanged nixpkgs: one for each declared package and Python, and one for each Python
# that puts all declared packages into one environment, imports all modules, and looks for colliding files and unmet
# requirements.
pkgs:
let
  inherit (pkgs) lib;

  # The check of each declared package.
  tests =@tests@;

  custom =@custom@;

  # On a target without a lock, the set has nixpkgs' own package of that name, or none: there is nothing to check.
  isOurs = ps: name: ps ? ${name} && (ps.${name} ? wheel || lib.elem name custom);

  # A wheel may have no modules; a package built from source may not name them.
  importsOf =
    package:
    let
      imports = package.pythonImportsCheck or [ ];
    in
    if imports == [ ] && (package.wheel.tags or null) == null then
      [ (lib.replaceStrings [ "-" "." ] [ "_" "_" ] package.pname) ]
    else
      imports;

  check =
    python: title: whole: names:
    let
      packages = map (name: python.pkgs.${name}) names;
      environment = python.withPackages (ps: [ ps.packaging ] ++ map (name: ps.${name}) names);
      asked = {
        inherit whole;
        modules = lib.unique (
          lib.concatMap (package: package.wheel.modules or [ ]) (python.pkgs.requiredPythonModules packages)
        );
        packages = map (name: {
          inherit name;
          version = python.pkgs.${name}.wheel.versions.${name} or python.pkgs.${name}.version;
          imports = importsOf python.pkgs.${name};
          tests = tests.${name};
        }) names;
      };
      questions = pkgs.writeText "questions.json" (builtins.toJSON asked);
    in
    pkgs.runCommand "${python.libPrefix}-${title}-check" { nativeBuildInputs = [ environment ]; } ''
      export HOME=$TMPDIR
      python ${./check-wheels.py} ${questions} | tee $out
    '';

  checksOf =
    version: python:
    let
      attribute = "python${lib.replaceStrings [ "." ] [ "" ] version}";
      names = lib.filter (isOurs python.pkgs) (lib.attrNames tests);
      tested = lib.filter (name: tests.${name} != [ ]) names;
    in
    map (name: lib.nameValuePair "${attribute}-${name}" (check python name false [ name ])) tested
    ++ lib.optional (names != [ ]) (
      lib.nameValuePair "${attribute}-all" (check python "all" true names)
    );
in
lib.listToAttrs (lib.concatLists (lib.mapAttrsToList checksOf (import ./pythons.nix pkgs)))
