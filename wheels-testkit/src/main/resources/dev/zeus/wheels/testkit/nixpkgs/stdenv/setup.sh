# The builder of every derivation here: a short telling of nixpkgs' generic builder.
export PATH=$hostPath HOME=$NIX_BUILD_TOP/home TMPDIR=$NIX_BUILD_TOP SOURCE_DATE_EPOCH=315532800 LC_ALL=C.UTF-8
export PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
unset PYTHONPATH PYTHONHOME
mkdir -p "$HOME"
shopt -s nullglob
preInstallPhases= preDistPhases= preFixupPhases=

die() {
  echo "error: $*" >&2
  exit 1
}

appendToVar() { local -n variable=$1; shift; variable="${variable-} $*"; }
prependToVar() { local -n variable=$1; shift; variable="$* ${variable-}"; }

runHook() { # the attribute of that name, the function of that name, then whatever hooks added to the array
  local hook
  if declare -F "$1" >/dev/null; then "$1"; elif [ -n "${!1-}" ]; then eval "${!1}"; fi
  local -n added="${1}Hooks"
  for hook in "${added[@]}"; do eval "$hook"; done
}

stripHash() { basename "$1" | sed -E 's/^[a-z0-9]{32}-//'; }

substituteInPlace() {
  local files=() text
  while [ $# -gt 0 ] && [ "${1#--}" = "$1" ]; do files+=("$1"); shift; done
  for file in "${files[@]}"; do
    set -- "$@" --end
    text=$(cat "$file"; printf x)
    text=${text%x}
    while [ "$1" != --end ]; do
      case $1 in
        --replace | --replace-warn | --replace-fail | --replace-quiet)
          if [ "${text/"$2"/}" = "$text" ] && [ "$1" != --replace-quiet ]; then
            [ "$1" != --replace-fail ] || die "substituteInPlace: pattern '$2' is not in $file"
            echo "substituteInPlace: pattern '$2' is not in $file" >&2
          fi
          text=${text//"$2"/"$3"}
          set -- "${@:4}" "$1" "$2" "$3"
          ;;
        *) die "substituteInPlace: what is $1?" ;;
      esac
    done
    shift
    printf %s "$text" >"$file"
  done
}

# What a list of store paths brings along, each once.
propagated() {
  local path
  for path; do
    case " $seen " in *" $path "*) continue ;; esac
    seen="$seen $path"
    if [ -f "$path/nix-support/propagated-build-inputs" ]; then
      propagated $(cat "$path/nix-support/propagated-build-inputs")
    fi
  done
}

writePropagated() {
  if [ -n "$propagatedBuildInputs" ]; then
    mkdir -p "$out/nix-support"
    printf '%s ' $propagatedBuildInputs >"$out/nix-support/propagated-build-inputs"
  fi
}

seen=
propagated $propagatedBuildInputs
runtimeInputs=$seen
propagated $nativeBuildInputs $buildInputs
for input in $seen; do
  if [ -d "$input/bin" ]; then PATH=$input/bin:$PATH; fi
done
for input in $seen; do
  if [ -f "$input/nix-support/setup-hook" ]; then source "$input/nix-support/setup-hook"; fi
done
PATH=$(printf %s "$PATH")
for input in $seen; do
  for site in "$input"/lib/python3*/site-packages; do
    if [ ! -e "$input/pyvenv.cfg" ]; then export PYTHONPATH=${PYTHONPATH-}${PYTHONPATH+:}$site; fi
  done
done

unpackPhase=${unpackPhase-}
installPhase=${installPhase-}

defaultUnpackPhase() {
  runHook preUnpack
  local source
  for source in ${srcs-${src-}}; do
    case $(stripHash "$source") in
      *.tar.gz | *.tgz | *.tar.bz2 | *.tar.xz) tar -xf "$source" ;;
      *.zip) unzip -q "$source" ;;
      *) cp -r --no-preserve=mode "$source" "$(stripHash "$source")" ;;
    esac
  done
  local directories=(*/)
  if [ -z "${sourceRoot-}" ] && [ "${#directories[@]}" -ge 1 ]; then
    for source in "${directories[@]}"; do [ "$source" = home/ ] || sourceRoot=$source; done
  fi
  cd "${sourceRoot-.}"
  runHook postUnpack
}
defaultPatchPhase() {
  runHook prePatch
  local patch
  for patch in ${patches-}; do patch -p1 <"$patch"; done
  runHook postPatch
}
defaultConfigurePhase() { runHook preConfigure; runHook postConfigure; }
defaultBuildPhase() { runHook preBuild; runHook postBuild; }
defaultInstallPhase() { runHook preInstall; mkdir -p "$out"; runHook postInstall; }
defaultFixupPhase() {
  mkdir -p "$out"
  runHook preFixup
  writePropagated
  runHook postFixup
}
defaultInstallCheckPhase() { runHook preInstallCheck; runHook postInstallCheck; }

if [ -n "${passAsFile-}" ]; then
  for name in $passAsFile; do
    path=${name}Path
    export "$path=${!path}"
  done
fi

cd "$NIX_BUILD_TOP"
if [ -n "${buildCommand-}" ]; then
  eval "$buildCommand"
  exit 0
fi
check=
if [ -n "${doInstallCheck-}" ]; then check=installCheckPhase; fi
for phase in unpackPhase patchPhase configurePhase buildPhase $preInstallPhases installPhase fixupPhase $check $preDistPhases; do
  echo "Running phase: $phase"
  given=${!phase-}
  default=default${phase^}
  if [ -n "$given" ]; then
    eval "$given"
  elif declare -F "$phase" >/dev/null; then
    "$phase"
  else
    "$default"
  fi
done
