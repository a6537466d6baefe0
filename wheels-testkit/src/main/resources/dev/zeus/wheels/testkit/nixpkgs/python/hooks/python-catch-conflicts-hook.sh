pythonCatchConflictsPhase() {
  local sites=() input
  for input in "$out" $runtimeInputs; do sites+=("$input/@sitePackages@"); done
  @python@ -I @script@ "${sites[@]}"
}

if [ -z "${dontUsePythonCatchConflicts-}" ]; then appendToVar preDistPhases pythonCatchConflictsPhase; fi
