# Modules: options that some declare and others define, with priorities, conditions and merging as nixpkgs has them.
{ lib }:
let
  isType = type: value: value._type or null == type;
  show = lib.concatStringsSep ".";

  mkOverride = priority: content: {
    _type = "override";
    inherit content priority;
  };
  usual = 100;

  # The values that a definition stands for, with what they count.
  definitionsOf =
    value:
    if isType "merge" value then
      builtins.concatMap definitionsOf value.contents
    else if isType "if" value then
      if builtins.isBool value.condition then
        lib.optionals value.condition (definitionsOf value.content)
      else
        throw "‘mkIf’ called with a non-Boolean condition"
    else if isType "override" value then
      map (definition: definition // { inherit (value) priority; }) (definitionsOf value.content)
    else
      [
        {
          inherit value;
          priority = usual;
        }
      ];

  # Sets that may have conditions around them, as sets whose values have them: which names there are may not depend on
  # what is only known later.
  pushed =
    config:
    if isType "merge" config then
      builtins.concatMap pushed config.contents
    else if isType "if" config then
      map (builtins.mapAttrs (_: content: config // { inherit content; })) (pushed config.content)
    else if isType "override" config then
      map (builtins.mapAttrs (_: mkOverride config.priority)) (pushed config.content)
    else
      [ config ];

  mergeDefinitions =
    path: type: definitions:
    let
      highest = builtins.foldl' (
        least: definition: if definition.priority < least then definition.priority else least
      ) 9999 definitions;
      counted = builtins.filter (definition: definition.priority == highest) definitions;
      wrong = builtins.filter (definition: !type.check definition.value) counted;
    in
    if wrong != [ ] then
      throw "A definition for option `${show path}' is not of type `${type.description}'."
    else
      type.merge path counted;

  optionValue =
    path: option: definitions:
    let
      all =
        builtins.concatMap definitionsOf definitions
        ++ lib.optional (option ? default) {
          value = option.default;
          priority = 1500;
        };
      merged = mergeDefinitions path (option.type or lib.types.unspecified) all;
    in
    if all == [ ] then
      throw "The option `${show path}' was accessed but has no value defined. Try setting the option."
    else
      option.apply or lib.id merged;

  # The values of all options below a path.
  tree =
    path: options: configs:
    let
      declared = builtins.zipAttrsWith (_: lib.id) options;
      defined = builtins.zipAttrsWith (_: lib.id) (builtins.concatMap pushed configs);
      unknown = builtins.filter (name: !declared ? ${name}) (builtins.attrNames defined);
    in
    if unknown != [ ] then
      throw "The option `${show (path ++ [ (builtins.head unknown) ])}' does not exist."
    else
      builtins.mapAttrs (
        name: declarations:
        let
          here = path ++ [ name ];
        in
        if builtins.all (isType "option") declarations then
          if builtins.length declarations == 1 then
            optionValue here (builtins.head declarations) (defined.${name} or [ ])
          else
            throw "The option `${show here}' is already declared."
        else
          tree here declarations (defined.${name} or [ ])
      ) declared;

  structure = [
    "_file"
    "config"
    "disabledModules"
    "freeformType"
    "imports"
    "key"
    "meta"
    "options"
  ];
  parts =
    module:
    if module ? config || module ? options then
      let
        bad = builtins.attrNames (removeAttrs module structure);
      in
      if bad != [ ] then
        throw "Module has an unsupported attribute `${builtins.head bad}'. This is caused by introducing a top-level `config' or `options' attribute."
      else
        {
          imports = module.imports or [ ];
          options = module.options or { };
          config = module.config or { };
        }
    else
      {
        imports = module.imports or [ ];
        options = { };
        config = removeAttrs module structure;
      };

  evalModules =
    {
      modules,
      specialArgs ? { },
      prefix ? [ ],
    }:
    let
      arguments =
        f:
        builtins.mapAttrs (
          name: _:
          config._module.args.${name} or (throw "the module asks for the argument `${name}', which nobody gives")
        ) (lib.functionArgs f)
        // {
          inherit config lib options;
        }
        // specialArgs;
      load =
        module:
        if builtins.isPath module || builtins.isString module then
          load (import module)
        else if builtins.isFunction module then
          load (module (arguments module))
        else
          let
            own = parts module;
          in
          builtins.concatMap load own.imports ++ [ own ];
      loaded = builtins.concatMap load (
        modules
        ++ [
          {
            options._module.args = lib.mkOption {
              type = lib.types.attrsOf lib.types.raw;
              default = { };
            };
          }
        ]
      );
      options = map (part: part.options) loaded;
      config = tree prefix options (map (part: part.config) loaded);
    in
    {
      inherit options;
      config = removeAttrs config [ "_module" ];
    };
in
{
  inherit evalModules mkOverride;
  types = import ./types.nix { inherit lib; };
  modules = { inherit definitionsOf mergeDefinitions; };

  mkOption = args: args // { _type = "option"; };
  mkEnableOption =
    what:
    lib.mkOption {
      default = false;
      example = true;
      description = "Whether to enable ${what}.";
      type = lib.types.bool;
    };
  mkIf = condition: content: {
    _type = "if";
    inherit condition content;
  };
  mkMerge = contents: {
    _type = "merge";
    inherit contents;
  };
  mkForce = mkOverride 50;
  mkDefault = mkOverride 1000;
  mkOptionDefault = mkOverride 1500;
  literalExpression = text: {
    _type = "literalExpression";
    inherit text;
  };
  lowPrio = drv: drv // { meta = drv.meta or { } // { priority = 10; }; };
  hiPrio = drv: drv // { meta = drv.meta or { } // { priority = -10; }; };
}
