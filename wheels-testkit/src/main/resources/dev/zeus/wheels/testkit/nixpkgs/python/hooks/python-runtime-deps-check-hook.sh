pythonRuntimeDepsCheckHook() {
  local wheel
  for wheel in dist/*.whl; do PYTHONPATH=@packaging@ @python@ @script@ "$wheel" $runtimeInputs; done
}

if [ -z "${dontCheckRuntimeDeps-}" ]; then appendToVar preInstallPhases pythonRuntimeDepsCheckHook; fi
