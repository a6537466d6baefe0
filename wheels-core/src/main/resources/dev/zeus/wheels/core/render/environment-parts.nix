#
# An environment and its parts. Each kind of part has a file: a function of what is known here and of the values by name,
# which returns some of
#
#   value        what the environment has under the kind's name
#   modules      Python modules that the environment's Python has beside its packages
#   shellModules those that the shell's Python has in their place
#   shell        `packages`, `variables` and a `hook` that the shell has beside the environment's
#   programs     derivations with a main program, which a flake has as packages and as apps
#   flake        what a flake hangs where flakes expect it: `apps`, `checks`, `devShells` and `packages`
{
  environment,
  interpreter,
  libraries,
  name,
  pkgs,
  python,
  # as the lock names it
  system,
}:
let
  inherit (pkgs) lib;

  kinds =@kinds@;

  context = {
    inherit
      interpreter
      libraries
      pkgs
      system
      ;
    declared = environment;
    packages = map package environment.packages.${system} ++ concat "modules";
    inherit package packagesOf surroundings;
    inherit (environment) shellHook variables;
    environment = name;
    python = withModules (concat "modules");
  };
  parts = lib.mapAttrs (kind: file: import file context environment.${kind}) (
    lib.filterAttrs (kind: _file: environment ? ${kind}) kinds
  );

  package =
    wanted:
    interpreter.pkgs.${wanted}
      or (throw "Python ${interpreter.pythonVersion} of this nixpkgs has no package ${wanted}, which the environment ${name} needs");
  # What own source requires of the set on this system.
  packagesOf =
    { dependencies, extras, ... }:
    map package (dependencies.${system} or [ ])
    ++ lib.concatMap ({ extra, of }: (package of).optional-dependencies.${extra}) (
      extras.${system} or [ ]
    );

  # The variables that programs find outside the shell as they do in it, as lines of a shell; the caller can override a
  # variable.
  surroundings =
    lib.concatStrings (
      lib.mapAttrsToList (variable: value: ''
        if [ -z "''${${variable}+set}" ]; then export ${variable}=${lib.escapeShellArg value}; fi
      '') environment.variables
    )
    + lib.optionalString (libraries != [ ]) ''
      export PATH=${lib.makeBinPath libraries}''${PATH:+:$PATH}
    '';

  withModules =
    modules:
    if modules == [ ] then
      python
    else
      python.override (old: {
        extraLibs = old.extraLibs ++ modules;
      });
  # Of the parts that say so, in the order of the kinds' names.
  said = what: lib.catAttrs what (lib.attrValues parts);
  concat = what: lib.concatLists (said what);
  merged = what: sets: lib.mergeAttrsList (lib.catAttrs what sets);
  shells = said "shell";

  programs = rec {
    packages = lib.mergeAttrsList (said "programs");
    apps = lib.mapAttrs (_name: program: {
      type = "app";
      program = lib.getExe program;
      meta = { inherit (program.meta) description; };
    }) packages;
  };
in
{
  inherit (context) python variables;
  shell = pkgs.mkShell {
    packages = [
      (withModules (lib.concatMap (part: part.shellModules or part.modules or [ ]) (lib.attrValues parts)))
    ]
    ++ libraries
    ++ lib.concatLists (lib.catAttrs "packages" shells);
    env = merged "variables" shells // environment.variables;
    shellHook = lib.concatStringsSep "\n" (
      lib.filter (hook: hook != "") (lib.catAttrs "hook" shells ++ [ environment.shellHook ])
    );
  };
  flake = lib.genAttrs [ "apps" "checks" "devShells" "packages" ] (
    output: merged output ([ programs ] ++ said "flake")
  );
}
// lib.mapAttrs (_kind: part: part.value) parts
