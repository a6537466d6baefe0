# The packages that packages are built with, from wheels that came with this tree.
{ hosts }:
pyFinal: _pyPrev:
let
  inherit (pyFinal)
    python
    stdenv
    toPythonModule
    ;
  requires = {
    build = [
      pyFinal.packaging
      pyFinal.pyproject-hooks
    ];
    wheel = [ pyFinal.packaging ];
  };
in
builtins.mapAttrs (
  pname: host:
  toPythonModule (
    stdenv.mkDerivation {
      inherit pname;
      inherit (host) version;
      name = "${python.libPrefix}-${pname}-${host.version}";
      propagatedBuildInputs = requires.${pname} or [ ] ++ [ python ];
      installer = hosts.bootstrap.installer.file;
      wheel = host.file;
      buildCommand = ''
        cp $wheel "$(stripHash "$wheel")"
        PYTHONPATH=$installer ${python.interpreter} -m installer --no-compile-bytecode --prefix $out *.whl
        writePropagated
      '';
      passthru.disabled = false;
      meta = { inherit (python.meta) platforms; };
    }
  )
) hosts.bootstrap
