pythonRelaxDepsHook() {
  @python@ -I @script@ dist "$pname" "${pythonRelaxDeps-}" "${pythonRemoveDeps-}"
}

postBuildHooks+=(pythonRelaxDepsHook)
