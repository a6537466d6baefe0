autoPatchelfSearchPath=()
addAutoPatchelfSearchPath() { autoPatchelfSearchPath+=("$@"); }

autoPatchelfPostFixup() {
  local input paths=()
  for input in $buildInputs $runtimeInputs ${runtimeDependencies-}; do paths+=("$input/lib"); done
  @python@ -I @script@ "$out" "${autoPatchelfIgnoreMissingDeps-}" "${paths[@]}" -- "${autoPatchelfSearchPath[@]}"
}

if [ -z "${dontAutoPatchelf-}" ]; then postFixupHooks+=(autoPatchelfPostFixup); fi
