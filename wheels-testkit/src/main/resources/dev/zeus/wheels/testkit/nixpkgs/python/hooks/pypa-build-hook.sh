pypaBuildPhase() {
  runHook preBuild
  PYTHONPATH=@path@:${PYTHONPATH-} @python@ -m build --no-isolation --skip-dependency-check --wheel --outdir dist .
  runHook postBuild
}

if [ -z "${dontUsePypaBuild-}" ] && [ -z "${buildPhase-}" ]; then buildPhase=pypaBuildPhase; fi
