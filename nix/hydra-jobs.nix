# What a build server builds: every check, and of every environment its interpreter, its applications and its images, by
# kind, name and system; `release` is there when all of them are. Their names need nothing to be built.
{
  generated,
  # nixpkgs for a system
  pkgsFor,
  systems ? generated.systems,
}:
let
  inherit (pkgsFor (builtins.head systems)) lib releaseTools;

  jobsOf =
    system:
    let
      pkgs = pkgsFor system;
      environments = lib.attrValues (generated.environments pkgs);
      partsOf = kind: lib.mergeAttrsList (map (environment: environment.${kind} or { }) environments);
    in
    lib.optionalAttrs generated.exists {
      checks = generated.checks pkgs;
      environments = lib.mapAttrs (_: environment: environment.python) (generated.environments pkgs);
      applications = partsOf "applications";
      images = lib.mapAttrs (_: image: image.archive) (partsOf "images");
    };

  # From the jobs of each system to the systems of each job.
  bySystem = lib.genAttrs systems jobsOf;
  jobs = lib.mapAttrs (
    kind: _:
    lib.zipAttrsWith (_: lib.mergeAttrsList) (
      lib.mapAttrsToList (system: of: lib.mapAttrs (_: job: { ${system} = job; }) of.${kind}) bySystem
    )
  ) (lib.mergeAttrsList (lib.attrValues bySystem));
in
jobs
// lib.optionalAttrs (jobs != { }) {
  release = releaseTools.aggregate {
    name = "wheels-release";
    constituents = lib.concatMap lib.attrValues (lib.concatMap lib.attrValues (lib.attrValues jobs));
    meta.description = "All checks and environments, on every system";
  };
}
