# The builder of every derivation: sets up, then runs the one command or the phases.
export HOME=$NIX_BUILD_TOP/home TMPDIR=$NIX_BUILD_TOP SOURCE_DATE_EPOCH=315532800 LC_ALL=C.UTF-8
export PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
set -o pipefail
source "$stdenv/setup"
mkdir -p "$HOME"

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
