pythonRelaxDepsHook() {
  PYTHONPATH=@packaging@ @python@ @script@ dist "${pythonRelaxDeps-}" "${pythonRemoveDeps-}"
}

postBuildHooks+=(pythonRelaxDepsHook)
