#
# An environment as kernels for Jupyter: `(import ./environments.nix pkgs).ENVIRONMENT.kernels.NAME` has the kernel under
# `share/jupyter/kernels`, where Jupyter and editors look for it in every profile.
{
  environment,
  interpreter,
  pkgs,
  python,
  surroundings,
  ...
}:
declared:
let
  inherit (pkgs) lib;

  whole = python.override (old: {
    extraLibs = old.extraLibs ++ [ interpreter.pkgs.ipykernel ];
  });
  # The program that starts the kernel has another PATH and other variables.
  started =
    if surroundings == "" then
      "${whole}/bin/python3"
    else
      "${pkgs.writeShellScript "${environment}-kernel" ''
        ${surroundings}exec ${whole}/bin/python3 "$@"
      ''}";

  build =
    name: kernel:
    let
      created = pkgs.jupyter-kernel.create {
        definitions.${name} = {
          inherit (kernel) displayName;
          argv = [
            started
            "-m"
            "ipykernel_launcher"
            "-f"
            "{connection_file}"
          ];
          language = "python";
          logo32 = null;
          logo64 = null;
        };
      };
    in
    pkgs.runCommand "jupyter-kernel-${name}"
      {
        passthru = {
          inherit environment;
          python = whole;
          tests.cell = cells.${name};
        };
        meta = {
          description = "The environment ${environment} as a kernel for Jupyter";
          inherit (python.meta) platforms;
        };
      }
      ''
        mkdir -p $out/share/jupyter
        ln -s ${created}/kernels $out/share/jupyter/kernels
      '';

  kernels = lib.mapAttrs build declared;

  # ipykernel requires jupyter_client, so the kernel's own Python can be its client.
  cells = lib.mapAttrs (
    name: kernel:
    pkgs.runCommand "jupyter-kernel-${name}-cell" { } ''
      export HOME=$PWD JUPYTER_PATH=${kernel}/share/jupyter
      ${whole}/bin/python3 ${./check-kernel.py} ${name} | tee $out
    ''
  ) kernels;
in
{
  value = kernels;
  shell = {
    hook = ''
      export JUPYTER_PATH=${
        lib.concatMapStringsSep ":" (kernel: "${kernel}/share/jupyter") (lib.attrValues kernels)
      }''${JUPYTER_PATH:+:$JUPYTER_PATH}
    '';
  };
  flake = {
    packages = lib.mapAttrs' (name: lib.nameValuePair "kernel-${name}") kernels;
    checks = lib.mapAttrs' (name: lib.nameValuePair "kernel-${name}") cells;
  };
}
