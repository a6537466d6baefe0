#
# The command of a build that rewrites what built wheels require, before nixpkgs asks whether that is there: of the names
# in `relax` any version will do, and those in `remove` are taken out.
{
  relax ? [ ],
  remove ? [ ],
  wheels ? "dist/*.whl",
}:
let
  names = builtins.replaceStrings [ "'" ] [ "'\\''" ] (builtins.toJSON { inherit relax remove; });
in
"python -I ${./rewrite-requirements.py} '${names}' ${wheels}\n"
