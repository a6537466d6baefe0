# Takes the place of a shell hook; where there is one, this does nothing, as nixpkgs' does.
venvShellHook() {
  runHook preShellHook
  if [ -d "$venvDir" ]; then
    source "$venvDir/bin/activate"
  else
    @pythonInterpreter@ -m venv "$venvDir"
    source "$venvDir/bin/activate"
    runHook postVenvCreation
  fi
  runHook postShellHook
}

if [ -z "${dontUseVenvShellHook:-}" ] && [ -z "${shellHook-}" ]; then
  [ -n "${venvDir-}" ] || die "venvDir should be set when using venvShellHook."
  shellHook=venvShellHook
fi
