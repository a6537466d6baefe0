pythonRemoveTestsDir() {
  rm -rf "$out/@sitePackages@/tests" "$out/@sitePackages@/test"
}

postFixupHooks+=(pythonRemoveTestsDir)
