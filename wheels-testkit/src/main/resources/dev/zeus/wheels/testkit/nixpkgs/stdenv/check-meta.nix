# What keeps a derivation from being evaluated: its attributes answer all the same, its `drvPath` and `outPath` throw.
{
  config,
  lib,
  system,
}:
let
  # A licence by itself is free unless it says otherwise; in a list each has to say that it is; an expression knows.
  isUnfree =
    license:
    if license ? licenseType then
      !lib.licenses.isFree license
    else if lib.isAttrs license then
      !(license.free or true)
    else if lib.isString license then
      false
    else
      lib.any (each: !(each.free or false)) license;

  shown =
    license: toString (map (each: each.shortName or each.fullName or "unknown") (lib.toList license));
in
attrs:
let
  meta = attrs.meta or { };
  allowsUnfree =
    config.allowUnfree or false
    || lib.elem (lib.getName attrs) (config.allowUnfreePackages or [ ])
    || (config.allowUnfreePredicate or (_: false)) attrs;
  reason =
    if meta ? license && isUnfree meta.license && !allowsUnfree then
      "has an unfree license (‘${shown meta.license}’)"
    else if meta.broken or false && !(config.allowBroken or false) then
      "is marked as broken"
    else if
      meta ? platforms && !lib.elem system meta.platforms && !(config.allowUnsupportedSystem or false)
    then
      "is not available on the requested hostPlatform: ${system}"
    else if
      meta.knownVulnerabilities or [ ] != [ ]
      && !lib.elem "${lib.getName attrs}-${lib.getVersion attrs}" (config.permittedInsecurePackages or [ ])
    then
      "is marked as insecure"
    else
      null;
in
reason == null || throw "Package ‘${attrs.name}’ ${reason}, refusing to evaluate."
