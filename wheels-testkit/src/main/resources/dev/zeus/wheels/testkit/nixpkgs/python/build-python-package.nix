{
  lib,
  python,
  namePrefix,
  pypaBuildHook,
  pypaInstallHook,
  pythonCatchConflictsHook,
  pythonImportsCheckHook,
  pythonRelaxDepsHook,
  pythonRemoveTestsDirHook,
  pythonRuntimeDepsCheckHook,
  setuptools,
  stdenv,
  toPythonModule,
  wheel,
  wheelUnpackHook,
  wrapPython,
}:
let
  isPythonModule = drv: drv ? pythonModule && !lib.isBool drv.pythonModule;

  make =
    attrs:
    let
      name = attrs.name or "${attrs.pname}-${attrs.version}";
      pyproject = attrs.pyproject or null;
      format =
        assert pyproject != null -> !attrs ? format;
        if pyproject != null then
          (if pyproject then "pyproject" else "other")
        else
          attrs.format
            or (throw "${name} does not configure a `format`. To build with setuptools as before, set `pyproject = true` and `build-system = [ setuptools ]`.");
      isBootstrap = lib.elem attrs.pname or null [
        "build"
        "flit-core"
        "installer"
        "packaging"
        "pyproject-hooks"
        "setuptools"
        "wheel"
      ];
      matching =
        attribute:
        map (
          drv:
          if isPythonModule drv && drv.pythonModule != python then
            throw "Python version mismatch in '${namePrefix}${name}': ${attribute} has '${drv.name}', which is for another Python"
          else
            drv
        );
      dependencies = attrs.dependencies or [ ];
      optional-dependencies = attrs.optional-dependencies or { };
    in
    removeAttrs attrs [
      "build-system"
      "catchConflicts"
      "checkInputs"
      "dependencies"
      "disabled"
      "doCheck"
      "format"
      "nativeCheckInputs"
      "optional-dependencies"
      "pyproject"
      "pythonPath"
      "stdenv"
    ]
    // {
      name = namePrefix + name;
      nativeBuildInputs = [
        python
        pythonRemoveTestsDirHook
        wrapPython
      ]
      ++ lib.optionals (attrs.catchConflicts or true && !isBootstrap) [ pythonCatchConflictsHook ]
      ++ lib.optionals (attrs ? pythonRelaxDeps || attrs ? pythonRemoveDeps) [ pythonRelaxDepsHook ]
      ++ lib.optionals (format == "setuptools") [
        setuptools
        wheel
        pypaBuildHook
      ]
      ++ lib.optionals (format == "pyproject") [
        pypaBuildHook
        pythonRuntimeDepsCheckHook
      ]
      ++ lib.optionals (format == "wheel") [
        pythonRuntimeDepsCheckHook
        wheelUnpackHook
      ]
      ++ lib.optionals (format != "other") [ pypaInstallHook ]
      ++ [ pythonImportsCheckHook ]
      ++ attrs.nativeBuildInputs or [ ]
      ++ attrs.build-system or [ ];
      buildInputs = matching "buildInputs" (attrs.buildInputs or [ ] ++ attrs.pythonPath or [ ]);
      propagatedBuildInputs = matching "dependencies" (
        attrs.propagatedBuildInputs or [ ] ++ dependencies ++ [ python ]
      );
      doInstallCheck = false;
      postFixup = attrs.postFixup or "" + "\nwrapPythonPrograms\n";
      passthru = {
        disabled = attrs.disabled or false;
      }
      // lib.optionalAttrs (dependencies != [ ]) { inherit dependencies; }
      // lib.optionalAttrs (optional-dependencies != { }) { inherit optional-dependencies; }
      // attrs.passthru or { };
      meta = {
        inherit (python.meta) platforms;
      }
      // attrs.meta or { };
    };

  transform =
    drv:
    lib.extendDerivation (
      drv.disabled -> throw "${drv.name} not supported for interpreter ${python.executable}"
    ) { } (toPythonModule drv);
in
attrs:
transform (
  stdenv.mkDerivation (if builtins.isFunction attrs then final: make (attrs final) else make attrs)
)
