# The types of options: what a value is checked for, and how several definitions of it become one.
{ lib }:
let
  isAnyOf = checks: value: builtins.any (check: check value) checks;
  show = lib.concatStringsSep ".";

  # One value, given once or the same each time.
  one =
    path: definitions:
    let
      first = (builtins.head definitions).value;
    in
    if builtins.all (definition: definition.value == first) (builtins.tail definitions) then
      first
    else
      throw "The option `${show path}' has conflicting definition values: use `lib.mkForce value' or `lib.mkDefault value' to change the priority on any of these definitions.";
  type =
    name: check:
    {
      _type = "option-type";
      inherit check name;
      description = name;
      merge = one;
    };

  checked =
    path: elementType: definitions:
    lib.modules.mergeDefinitions path elementType definitions;
in
rec {
  mkOptionType = args: type args.name args.check // args;
  unspecified = type "unspecified" (_: true);
  raw = type "raw" (_: true);
  anything = type "anything" (_: true);
  bool = type "bool" builtins.isBool;
  int = type "int" builtins.isInt;
  str = type "str" builtins.isString;
  nonEmptyStr = type "nonEmptyStr" (value: builtins.isString value && builtins.match "[ \t\n]*" value == null);
  lines = (type "lines" builtins.isString) // {
    merge = _: definitions: lib.concatMapStringsSep "\n" (definition: definition.value) definitions;
  };
  path = type "path" (
    value: builtins.isPath value || lib.isDerivation value || builtins.isString value && lib.hasPrefix "/" value
  );
  package = type "package" (value: lib.isDerivation value);
  deferredModule = unspecified;
  enum = values: type "enum" (value: builtins.elem value values);
  ints = {
    between = low: high: type "ints.between" (value: builtins.isInt value && low <= value && value <= high);
    positive = type "ints.positive" (value: builtins.isInt value && value > 0);
    unsigned = type "ints.unsigned" (value: builtins.isInt value && value >= 0);
  };
  port = ints.between 0 65535;
  nullOr = inner: (type "nullOr" (value: value == null || inner.check value)) // {
    merge =
      path: definitions:
      if builtins.all (definition: definition.value == null) definitions then
        null
      else
        inner.merge path definitions;
  };
  either = a: b: (type "either" (isAnyOf [ a.check b.check ])) // {
    merge =
      path: definitions:
      if builtins.all (definition: a.check definition.value) definitions then
        a.merge path definitions
      else
        b.merge path definitions;
  };
  oneOf = types: builtins.foldl' either (builtins.head types) (builtins.tail types);
  listOf = inner: (type "listOf" builtins.isList) // {
    merge =
      path: definitions:
      builtins.concatMap (
        definition:
        builtins.concatMap (
          value: map (found: checked path inner [ found ]) (lib.modules.definitionsOf value)
        ) definition.value
      ) definitions;
  };
  attrsOf = inner: (type "attrsOf" builtins.isAttrs) // {
    merge =
      path: definitions:
      let
        values = builtins.zipAttrsWith (
          _: builtins.concatMap lib.modules.definitionsOf
        ) (map (definition: definition.value) definitions);
      in
      builtins.mapAttrs (name: found: checked (path ++ [ name ]) inner found) (
        lib.filterAttrs (_: found: found != [ ]) values
      );
  };
  attrs = attrsOf unspecified;
  submodule = modules: (type "submodule" (value: builtins.isAttrs value || builtins.isFunction value)) // {
    merge =
      path: definitions:
      (lib.evalModules {
        prefix = path;
        modules = lib.toList modules ++ map (definition: definition.value) definitions;
        specialArgs.name = lib.last path;
      }).config;
  };
}
