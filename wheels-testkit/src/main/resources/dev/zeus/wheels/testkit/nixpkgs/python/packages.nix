# Packages that programs of nixpkgs are built with, as they use them: by extras and by what passthru offers. Nothing here
# builds them; they are there to be evaluated.
{ lib, pkgs }:
pyFinal: _pyPrev:
let
  package =
    pname: version: args:
    pyFinal.buildPythonPackage (
      {
        inherit pname version;
        pyproject = false;
      }
      // args
    );
in
{
  numpy = package "numpy" "2.3.4" {
    buildInputs = [ pkgs.blas ];
    passthru = {
      inherit (pkgs) blas;
      tests.unit = pkgs.blas;
    };
  };
  pysocks = package "pysocks" "1.7.1" { };
  requests = package "requests" "2.32.5" {
    optional-dependencies = {
      socks = [ pyFinal.pysocks ];
      use_chardet_on_py3 = [ pyFinal.chardet ];
    };
  };
  chardet = package "chardet" "5.2.0" { };
  scipy = package "scipy" "1.16.3" {
    buildInputs = [ pyFinal.numpy.blas ];
    dependencies = [ pyFinal.numpy ];
  };

  # A name that was dropped.
  nose = throw "nose has been removed since it is unmaintained";
}
// lib.genAttrs [ "mako" "markupsafe" ] (name: package name "1.0" { })
