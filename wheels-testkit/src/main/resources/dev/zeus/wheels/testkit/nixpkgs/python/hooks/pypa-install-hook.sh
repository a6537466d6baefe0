pypaInstallPhase() {
  runHook preInstall
  local wheel
  for wheel in dist/*.whl; do PYTHONPATH=@installer@ @python@ -m installer --no-compile-bytecode --prefix "$out" "$wheel"; done
  export PYTHONPATH=$out/@sitePackages@:${PYTHONPATH-}
  runHook postInstall
}

if [ -z "${dontUsePypaInstall-}" ] && [ -z "${installPhase-}" ]; then installPhase=pypaInstallPhase; fi
