# Sets of files as `lib.fileset` has them: a path is all that is below it and has to be there; directories of which nothing
# is in a set are not in the source.
lib:
let
  coerce =
    value:
    if value._type or null == "fileset" then
      value.has
    else if !builtins.isPath value then
      throw "lib.fileset: of ${builtins.typeOf value}, expected a path"
    else if !builtins.pathExists value then
      throw "lib.fileset: ${toString value} is a path that does not exist"
    else
      file: file == toString value || lib.hasPrefix (toString value + "/") file;
  make = has: {
    _type = "fileset";
    inherit has;
  };
  # Whether anything below a directory is in a set.
  reaches =
    has: directory:
    lib.any (
      name:
      let
        path = "${directory}/${name}";
      in
      if (builtins.readDir directory).${name} == "directory" then reaches has path else has path
    ) (lib.attrNames (builtins.readDir directory));
in
{
  maybeMissing =
    path: if builtins.pathExists path then make (coerce path) else make (_file: false);
  unions =
    sets:
    let
      all = map coerce sets;
    in
    make (file: lib.any (has: has file) all);
  difference =
    from: minus:
    let
      has = coerce from;
      not = coerce minus;
    in
    make (file: has file && !not file);
  fileFilter =
    predicate: directory:
    make (
      file:
      coerce directory file
      && predicate {
        name = baseNameOf file;
        type = (builtins.readDir (dirOf file)).${baseNameOf file};
        hasExt = extension: lib.hasSuffix ".${extension}" (baseNameOf file);
      }
    );
  toSource =
    { root, fileset }:
    assert builtins.isPath root;
    builtins.path {
      path = root;
      name = "source";
      filter =
        path: type:
        if type == "directory" then reaches (coerce fileset) path else coerce fileset path;
    };
}
