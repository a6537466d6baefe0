pythonImportsCheckPhase() {
  if [ -n "${pythonImportsCheck-}" ]; then
    (
      cd "$out"
      @python@ -c 'import importlib, sys; list(map(importlib.import_module, sys.argv[1:]))' $pythonImportsCheck
    )
  fi
}

if [ -z "${dontUsePythonImportsCheck-}" ]; then appendToVar preDistPhases pythonImportsCheckPhase; fi
