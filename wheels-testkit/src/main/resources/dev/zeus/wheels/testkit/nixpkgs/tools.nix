# Programs that are built with the default Python and packages of its set. Nothing here builds them either.
{ lib, pkgs }:
let
  program = name: args: pkgs.stdenv.mkDerivation ({ inherit name; } // args);
  withPackages = packages: [ (pkgs.python3.withPackages packages) ];
in
{
  blas = pkgs.stdenv.sonames "blas" [ "libblas.so.3" ];

  fetch-cargo-vendor-util = program "fetch-cargo-vendor-util" {
    nativeBuildInputs = withPackages (ps: [ ps.requests ] ++ ps.requests.optional-dependencies.socks);
  };
  cargo = program "cargo" {
    cargoDeps = pkgs.rustPlatform.fetchCargoVendor {
      pname = "cargo";
      version = "1.91.0";
      hash = lib.fakeHash;
    };
  };
  ripgrep = program "ripgrep" {
    nativeBuildInputs = [ pkgs.cargo ];
  };

  cmake = program "cmake" { nativeBuildInputs = [ pkgs.python3 ]; };
  git = program "git" { nativeBuildInputs = withPackages (ps: [ ps.requests ]); };
  mesa = program "mesa" {
    nativeBuildInputs = withPackages (ps: [
      ps.mako
      ps.packaging
    ]);
  };
  octave = program "octave" { buildInputs = [ pkgs.python3.pkgs.numpy.blas ]; };
}
