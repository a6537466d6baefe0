#!/usr/bin/env bash
# Tries wheels on a nixpkgs: evaluates every one of them there, and lists which of its own packages get another hash, or
# no longer evaluate, with the overlay for all of nixpkgs and with the interpreters beside it. Nothing is built.
#
#   try-on.sh GENERATED SYSTEM NIXPKGS     NIXPKGS is a directory or a flake reference
#
# Fails if a wheel does not evaluate, or if the interpreters change anything.
set -euo pipefail
if [ $# != 3 ]; then
  echo "usage: nix run .#try-on -- NIXPKGS, a directory or a flake reference such as github:NixOS/nixpkgs/nixos-unstable" >&2
  exit 2
fi
generated=$1
system=$2
nixpkgs=$3
export REFERENCE=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As many names at once as a small machine has the memory for.
PART=500

if [ ! -d "$nixpkgs" ]; then
  nixpkgs=$(nix eval --extra-experimental-features 'nix-command flakes' --impure --raw --expr \
    '(builtins.getFlake (builtins.getEnv "REFERENCE")).outPath' 2>"$work/errors") || {
    cat "$work/errors" >&2
    echo "try-on: \"$3\" is neither a directory nor a flake that Nix can fetch" >&2
    exit 2
  }
else
  nixpkgs=$(cd "$nixpkgs" && pwd)
fi

# evaluate OVERLAYS EXPRESSION: what the expression says of `it`, which is try-on.nix with these overlays.
evaluate() {
  nix eval --extra-experimental-features nix-command --impure --raw --expr "
    let
      it = import $here/try-on.nix {
        nixpkgs = $nixpkgs;
        system = \"$system\";
        overlays = map (name: import ($generated + \"/\${name}.nix\")) [ ${1:+\"$1\"} ];
      };
    in $2" 2>"$work/errors"
}

# lines OVERLAYS FILE: "NAME DERIVATION" for each name in the file. A part that fails as a whole is asked for in halves.
lines() {
  local count
  count=$(wc -l <"$2")
  [ "$count" != 0 ] || return 0
  if evaluate "$1" "it.lines [ $(sed 's/.*/"&"/' "$2" | tr '\n' ' ') ]"; then
    return 0
  fi
  if [ "$count" = 1 ]; then
    echo "$(cat "$2") fails"
    return 0
  fi
  head -n $((count / 2)) "$2" >"$2.a"
  tail -n +$((count / 2 + 1)) "$2" >"$2.b"
  lines "$1" "$2.a"
  lines "$1" "$2.b"
}

# asked OVERLAYS EXPRESSION: the same, and the end of all where there is no answer.
asked() {
  evaluate "$@" || {
    cat "$work/errors" >&2
    echo "try-on: this nixpkgs does not evaluate for $system${1:+ with $1.nix}" >&2
    exit 2
  }
}

# all OVERLAYS NAMES RESULT
all() {
  # Else every name would be asked for alone.
  asked "$1" 'toString (builtins.length (it.names [ ]))' >/dev/null
  rm -f "$work"/part.*
  split -l $PART "$2" "$work/part."
  for part in "$work"/part.??; do
    lines "$1" "$part"
  done | LC_ALL=C sort >"$3"
}

# said LABEL BEFORE AFTER: what differs; true where nothing does.
said() {
  LC_ALL=C join -j 1 "$2" "$3" >"$work/both"
  : >"$work/changed"
  : >"$work/broken"
  while read -r name before after; do
    if [ "$before" = "$after" ]; then
      continue
    elif [ "$after" = fails ]; then
      echo "$name" >>"$work/broken"
    else
      echo "$name" >>"$work/changed"
    fi
  done <"$work/both"
  echo "$1: of $(wc -l <"$work/both") packages of nixpkgs $(wc -l <"$work/changed") get another hash," \
    "$(wc -l <"$work/broken") no longer evaluate"
  sed 's/^/  another hash: /' "$work/changed"
  sed 's/^/  no longer evaluates: /' "$work/broken"
  [ ! -s "$work/changed" ] && [ ! -s "$work/broken" ]
}

asked private '"${toString (map (name: "\"${name}\"") it.interpreters)}"' >"$work/interpreters"
asked private "builtins.concatStringsSep \"\" (map (name: name + \"\n\") (it.wheels (import $generated/extension.nix)))" \
  >"$work/wheels"
asked "" "builtins.concatStringsSep \"\" (map (name: name + \"\n\") (it.names [ $(cat "$work/interpreters") ]))" >"$work/names"

status=0
all private "$work/wheels" "$work/ours"
sed -n 's/ fails$//p' "$work/ours" >"$work/refused"
echo "wheels: $(wc -l <"$work/ours") on $(wc -w <"$work/interpreters") interpreters," \
  "$(wc -l <"$work/refused") do not evaluate (unfree, insecure, or wrong here)"
sed 's/^wheelPythons\./  does not evaluate: /' "$work/refused"
[ ! -s "$work/refused" ] || status=1

all "" "$work/names" "$work/before"
all overlay "$work/names" "$work/everywhere"
all private "$work/names" "$work/beside"
said "overlay for all of nixpkgs (overlay.nix)" "$work/before" "$work/everywhere" || true
said "interpreters beside it (private.nix)" "$work/before" "$work/beside" || status=1
exit $status
