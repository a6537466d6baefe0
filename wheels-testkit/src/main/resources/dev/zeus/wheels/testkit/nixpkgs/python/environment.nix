# An interpreter with packages: one tree of links, in which two files may not claim one place.
{ lib, stdenv }:
{
  python,
  requiredPythonModules,
  extraLibs ? [ ],
  ignoreCollisions ? false,
  # Accepted, and shown to whoever asks: programs are not wrapped here.
  makeWrapperArgs ? [ ],
}:
stdenv.mkDerivation {
  name = "${python.name}-env";
  paths = lib.filter (drv: drv != python) (requiredPythonModules extraLibs);
  inherit extraLibs ignoreCollisions;
  inherit (python) interpreter;
  buildCommand = ''
    cp -rP ${python} $out
    chmod -R u+w $out
    # Programs of the interpreter know which one they are of: two environments differ in them.
    printf '#!%s\n' $out/bin/${python.executable} >$out/bin/2to3
    $interpreter -I ${./merge.py} $out ${python.interpreter} "''${ignoreCollisions:-}" $paths
  '';
  passthru = {
    inherit makeWrapperArgs python;
    interpreter = "${python.interpreter}";
  };
  meta = {
    inherit (python.meta) mainProgram platforms;
  };
}
