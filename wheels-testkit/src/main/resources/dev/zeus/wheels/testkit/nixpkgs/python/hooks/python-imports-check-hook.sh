pythonImportsCheckPhase() {
  if [ -n "${pythonImportsCheck-}" ]; then
    (
      cd "$out"
      # The home of a build in nixpkgs is no directory, and cannot be made one.
      HOME=/dev/null/home @python@ -c 'import importlib, sys; list(map(importlib.import_module, sys.argv[1:]))' $pythonImportsCheck
    )
  fi
}

if [ -z "${dontUsePythonImportsCheck-}" ]; then appendToVar preDistPhases pythonImportsCheckPhase; fi
