# The setup hooks of a package set; each is one script.
{ hosts }:
pyFinal: _pyPrev:
let
  inherit (pyFinal) lib python stdenv;
  hook =
    name: extra:
    stdenv.makeSetupHook {
      inherit name;
      substitutions = {
        python = python.interpreter;
        inherit (python) sitePackages;
      }
      // extra;
    } (./hooks + "/${name}.sh");
  installer = {
    installer = "${hosts.bootstrap.installer.file}";
  };
  packaging = {
    packaging = "${pyFinal.packaging}/${python.sitePackages}";
  };
  script = name: { script = "${./hooks + "/${name}.py"}"; };
in
{
  pypaBuildHook = hook "pypa-build-hook" {
    path = lib.makeSearchPath python.sitePackages [
      pyFinal.build
      pyFinal.pyproject-hooks
      pyFinal.packaging
    ];
  };
  pypaInstallHook = hook "pypa-install-hook" installer;
  pythonCatchConflictsHook = hook "python-catch-conflicts-hook" (script "catch-conflicts");
  pythonImportsCheckHook = hook "python-imports-check-hook" { };
  pythonRelaxDepsHook = hook "python-relax-deps-hook" (script "relax-deps");
  pythonRemoveTestsDirHook = hook "python-remove-tests-dir-hook" { };
  pythonRuntimeDepsCheckHook = hook "python-runtime-deps-check-hook" (
    script "runtime-deps" // packaging
  );
  venvShellHook = hook "venv-shell-hook" { pythonInterpreter = python.interpreter; };
  wheelUnpackHook = hook "wheel-unpack-hook" { };
  wrapPython = hook "wrap-python" (script "wrap-programs");
}
