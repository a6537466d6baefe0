wrapPythonPrograms() {
  if [ -z "${dontWrapPythonPrograms-}" ] && [ -d "$out/bin" ]; then
    local sites=() input
    for input in "$out" $runtimeInputs; do
      if [ ! -e "$input/pyvenv.cfg" ]; then sites+=("$input/@sitePackages@"); fi
    done
    @python@ -I @script@ "$out/bin" @python@ "${sites[@]}"
  fi
}
