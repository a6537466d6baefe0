#
# Your own Python source, beside the wheels: `(import ./environments.nix pkgs).ENVIRONMENT.projects.NAME` is built, and
# the shell has those that are editable as they lie there. `passthru.tests` are the project's own, as a check.
{
  interpreter,
  package,
  packagesOf,
  pkgs,
  python,
  variables,
  ...
}:
declared:
let
  inherit (pkgs) lib;
  inherit (lib) fileset;

  # Beside the siblings of the same kind: built ones require built ones, and those of the shell what the shell has.
  dependencies =
    siblings: project:
    packagesOf project ++ map (name: siblings.${name}) project.projects;

  # What is one person's or one machine's wherever it lies, often with secrets, which all who read the store would see; what
  # `nix build` leaves; and bytecode. Examples of it are for all.
  personal =
    file:
    lib.elem file.name [
      ".DS_Store"
      ".env"
      ".envrc"
      ".netrc"
      ".pypirc"
    ]
    || (
      lib.hasPrefix ".env." file.name
      && !lib.elem file.name [
        ".env.dist"
        ".env.example"
        ".env.sample"
        ".env.template"
      ]
    )
    || (file.type == "symlink" && (file.name == "result" || lib.hasPrefix "result-" file.name))
    || file.hasExt "pyc";

  # What comes and goes beside source; tests are a check of their own, which builds nothing anew. Of a directory that has more
  # than the project only what belongs to it.
  source =
    project:
    let
      root = project.directory;
      beside = name: fileset.maybeMissing (root + "/${name}");
      belongs = if project ? files then fileset.unions (map beside project.files) else root;
    in
    fileset.toSource {
      inherit root;
      fileset = fileset.difference belongs (
        fileset.unions (
          [ (fileset.fileFilter personal root) ]
          ++ map beside (
            [
              ".coverage"
              ".devenv"
              ".direnv"
              ".eggs"
              ".env"
              ".git"
              ".hg"
              ".hypothesis"
              ".idea"
              ".ipynb_checkpoints"
              ".mypy_cache"
              ".nox"
              ".pixi"
              ".pytest_cache"
              ".ruff_cache"
              ".svn"
              ".tox"
              ".venv"
              ".vscode"
              "__pypackages__"
              "build"
              "dist"
              "htmlcov"
              "node_modules"
              "venv"
            ]
            ++ lib.optional (project.tests != "") project.tests
          )
        )
      );
    };

  # What asks the history of a repository for the version, which is not there, is told it: setuptools-scm, hatch-vcs,
  # pdm-backend and poetry-dynamic-versioning.
  versionFor = project: {
    PDM_BUILD_SCM_VERSION = project.version;
    POETRY_DYNAMIC_VERSIONING_BYPASS = project.version;
    SETUPTOOLS_SCM_PRETEND_VERSION = project.version;
  };

  meta =
    project:
    {
      platforms = lib.platforms.unix;
    }
    // lib.optionalAttrs (project ? description) { inherit (project) description; }
    // lib.optionalAttrs (lib.length (lib.attrNames project.scripts) == 1) {
      mainProgram = lib.head (lib.attrNames project.scripts);
    };

  build =
    siblings: imports: name: project:
    interpreter.pkgs.buildPythonPackage {
      inherit (project) pname version;
      pyproject = true;
      src = source project;
      build-system = map package project.buildSystem;
      # nixpkgs has one version of each, regardless of the project's bounds.
      pypaBuildFlags = [ "--skip-dependency-check" ];
      dependencies = dependencies siblings project;
      pythonImportsCheck = lib.optionals imports project.modules;
      doCheck = false;
      env = lib.optionalAttrs (project.toldVersion or false) (versionFor project);
      passthru.tests = lib.optionalAttrs (project.tests != "") { pytest = tests.${name}; };
      meta = meta project;
    };
  built = lib.mapAttrs (build built true) declared;

  # The root is a text that is expanded when Python starts. Nothing of it is there while the shell is built.
  edited = lib.mapAttrs (
    name: project:
    if project.editable then
      interpreter.pkgs.mkPythonEditablePackage {
        inherit (project) pname version scripts;
        root = "$REPO_ROOT/${project.imports}";
        dependencies = dependencies edited project;
        gui-scripts = project.windows;
        entry-points = project.entryPoints or { };
        meta = meta project;
      }
    else
      build edited false name project
  ) declared;

  tests = lib.mapAttrs (
    name: project:
    let
      root = project.directory;
      files = fileset.unions [
        (root + "/pyproject.toml")
        (root + "/${project.tests}")
        (fileset.maybeMissing (root + "/conftest.py"))
        (fileset.maybeMissing (root + "/pytest.ini"))
      ];
      tested = python.override (old: {
        extraLibs = old.extraLibs ++ [ (package "pytest") ];
      });
    in
    pkgs.runCommand "${name}-tests"
      {
        src = fileset.toSource {
          inherit root;
          fileset = fileset.difference files (fileset.fileFilter personal root);
        };
        env = variables;
      }
      ''
        cp -r --no-preserve=mode $src work
        cd work
        mkdir $out
        ${tested}/bin/python3 -m pytest -p no:cacheprovider --junit-xml=$out/junit.xml ${
          lib.escapeShellArgs (
            lib.optionals (project.markers != "") [
              "-m"
              project.markers
            ]
            ++ lib.concatMap (test: [
              "--deselect"
              test
            ]) project.deselect
            ++ [ project.tests ]
          )
        }
      ''
  ) (lib.filterAttrs (_name: project: project.tests != "") declared);

  editable = lib.filter (project: project.editable) (lib.attrValues declared);
in
{
  value = built;
  modules = lib.attrValues built;
  shellModules = lib.attrValues edited;
  shell = lib.optionalAttrs (editable != [ ]) {
    # Where the shell is entered, or above it: what has the first of the projects, and this directory.
    hook = ''
      if [ -z "''${REPO_ROOT-}" ]; then
        REPO_ROOT=$PWD
        until [ -e "$REPO_ROOT/${(lib.head editable).imports}" ] && [ -e "$REPO_ROOT/${baseNameOf ./.}/environments.nix" ]; do
          if [ "$REPO_ROOT" = / ]; then
            echo "warning: nothing above $PWD has ${(lib.head editable).imports}: set REPO_ROOT to the directory that has it" >&2
            REPO_ROOT=$PWD
            break
          fi
          REPO_ROOT=$(dirname "$REPO_ROOT")
        done
        export REPO_ROOT
      fi
    '';
  };
  flake.checks =
    lib.mapAttrs' (name: lib.nameValuePair "project-${name}") built
    // lib.mapAttrs' (name: lib.nameValuePair "tests-${name}") tests;
}
