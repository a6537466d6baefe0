#
# An overlay for nixpkgs. It extends the package set of every Python interpreter, so that all of these see the wheels:
# `python3.withPackages (ps: [ ps.name ])`, `python312Packages.name`, `python3.pkgs.name`.
_final: prev: {
  pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [
    (
      pyFinal: pyPrev:
      let
        inherit (pyPrev) lib python stdenv;

        # Which attributes there are may depend on pyPrev only: with pyFinal they would depend on themselves.
        digits = lib.replaceStrings [ "." ] [ "" ] python.pythonVersion;
        interpreter = if python.implementation == "cpython" then "cp${digits}" else python.implementation;
        freeThreaded = lib.elem "${interpreter}t" (python.pythonABITags or [ ]);
        target = "${interpreter}${lib.optionalString freeThreaded "t"}-${stdenv.hostPlatform.system}";

        # The files of each source, for each locked target. For any other target the set stays as nixpkgs has it.
        filesOf =@files@;
        files = filesOf.${target} or { };

        context = {
          inherit target testsOf;
          ps = pyFinal;
        };
        mkWheel = import ./mk-wheel.nix context;
        mkSdist = import ./mk-sdist.nix context;

        # What `passthru.tests` of a package has: the check of what was declared.
        checks = import ./checks.nix pyFinal.pkgs;
        testsOf =
          name:
          let
            check = "python${digits}-${name}";
          in
          lib.optionalAttrs (checks ? ${check}) { check = checks.${check}; };

        # The blocks that serve this target, by name; of the versions of a package at most one does.
        serves =
          block:
          if block ? wheels then block.wheels ? ${target} else lib.elem target (block.targets or [ target ]);
        served =
          index: blocks: name:
          map (version: {
            inherit name;
            value = {
              inherit index name version;
              block = blocks.${name}.${version};
            };
          }) (lib.filter (version: serves blocks.${name}.${version}) (lib.attrNames blocks.${name}));
        servedBy =
          index:
          lib.concatMap (
            file:
            let
              blocks = import file;
            in
            lib.concatMap (served index blocks) (lib.attrNames blocks)
          ) files.${index};
        entries = lib.listToAttrs (lib.concatMap servedBy (lib.attrNames files));

        # Packages that require each other in a circle are one derivation, of the first of them: as several, each would
        # have to be built before the others.
        wheels = lib.mapAttrs (
          name: entry:
          if entry.block ? circle then
            let
              circle = lib.filter (other: entries ? ${other}) entry.block.circle;
              first = lib.head circle;
            in
            if name == first then
              package entry (map (other: entries.${other}) (lib.drop 1 circle))
            else
              pyFinal.${first}
          else
            package entry [ ]
        ) entries;

        package =
          entry: others:
          if entry.block ? sdist then
            pyFinal.callPackage (mkSdist entry) { inherit (tools) fetchpatch fetchurl; }
          else
            pyFinal.callPackage (mkWheel entry others) tools;

        # From outside of the set, in which wheels may have these names.
        tools = { inherit (pyFinal.pkgs) fetchpatch fetchurl zlib; };

        # What is built from source, for the Pythons it is declared for.
        definitions =@definitions@;

        # A definition takes its arguments from the set; `python3Packages` is this interpreter's set, too. What the entry
        # hands over is not looked for elsewhere: a package that the set lacks is an error, not a program of its name.
        callDefinition =
          entry:
          let
            definition = import entry.definition;
            package = pyFinal.callPackage definition (
              lib.intersectAttrs (lib.functionArgs definition) {
                python3 = pyFinal.python;
                python3Packages = pyFinal;
                pythonPackages = pyFinal;
              }
              // lib.optionalAttrs (entry ? arguments) (
                entry.arguments {
                  inherit (pyFinal) pkgs;
                  ps = pyFinal;
                }
              )
            );
          in
          if entry ? description then
            package.overrideAttrs (old: {
              meta = old.meta or { } // {
                inherit (entry) description;
              };
            })
          else
            package;

        custom = lib.mapAttrs (_: callDefinition) (
          lib.filterAttrs (_: entry: lib.elem python.pythonVersion entry.pythons) definitions
        );

        packages = wheels // custom;

        # What stands in for another package in the whole set, for the Pythons that this is about.
        replacements = lib.optionalAttrs (lib.elem python.pythonVersion pythons) replaced;
        replaced =@replacements@;
        pythons =@pythons@;

        # Other spellings of a name.
        aliases =@aliases@;
      in
      packages
      // lib.mapAttrs (_: name: pyFinal.${name}) replacements
      // lib.mapAttrs (_: name: pyFinal.${name}) (lib.filterAttrs (_: name: packages ? ${name}) aliases)
    )
  ];
}
