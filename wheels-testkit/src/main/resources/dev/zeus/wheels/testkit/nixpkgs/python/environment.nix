# An interpreter with packages: one tree of links, in which two files may not claim one place.
{ lib, stdenv }:
{
  python,
  requiredPythonModules,
  extraLibs ? [ ],
  ignoreCollisions ? false,
  # Of what wrappers can do only `--prefix`, for the interpreter, through which all programs are run.
  makeWrapperArgs ? [ ],
}:
stdenv.mkDerivation {
  name = "${python.name}-env";
  paths = lib.filter (drv: drv != python) (requiredPythonModules extraLibs);
  inherit extraLibs ignoreCollisions makeWrapperArgs;
  inherit (python) interpreter;
  buildCommand = ''
    cp -rP ${python} $out
    chmod -R u+w $out
    # Programs of the interpreter know which one they are of: two environments differ in them.
    printf '#!%s\n' $out/bin/${python.executable} >$out/bin/2to3
    $interpreter -I ${./merge.py} $out ${python.interpreter} "''${ignoreCollisions:-}" $paths
    if [ -n "$makeWrapperArgs" ]; then
      rm $out/bin/${python.executable}
      {
        echo "#!$BASH"
        set -- $makeWrapperArgs
        while [ "$1" = --prefix ]; do
          echo "export $2=\"$4\''${$2:+$3\$$2}\""
          shift 4
        done
        [ $# = 0 ] || exit 1
        echo "exec -a \"\$0\" $interpreter \"\$@\""
      } >$out/bin/${python.executable}
      chmod +x $out/bin/${python.executable}
    fi
  '';
  passthru = {
    inherit python;
    interpreter = "${python.interpreter}";
  };
  meta = {
    inherit (python.meta) mainProgram platforms;
  };
}
