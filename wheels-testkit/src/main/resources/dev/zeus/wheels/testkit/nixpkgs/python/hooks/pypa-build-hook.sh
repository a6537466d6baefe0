pypaBuildPhase() {
  runHook preBuild
  PYTHONPATH=@path@:${PYTHONPATH-} @python@ -m build --no-isolation --wheel --outdir dist ${pypaBuildFlags-} .
  runHook postBuild
}

if [ -z "${dontUsePypaBuild-}" ] && [ -z "${buildPhase-}" ]; then buildPhase=pypaBuildPhase; fi
