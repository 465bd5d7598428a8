# What every command stands on: saying things, the tools the machine must have, doing a thing only when its input changed.
# Sourced by ./dev, which has set -euo pipefail and stands in the root of the tree.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en NPM_CONFIG_FUND=false NPM_CONFIG_UPDATE_NOTIFIER=false
# Not exported: what a developer's server is told must not reach the tests.
data=${BATON_DATA:-$PWD/data}
url=${BATON_URL:-http://localhost:5080}
unset BATON_DATA BATON_URL

work=$PWD/artifacts/dev
mkdir -p "$work"

say() { printf '%s\n' "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Runs a command out of sight; shows its output only when it fails.
quietly() {
  local what=$1 log=$work/quiet.log began=$SECONDS
  shift
  printf '%s … ' "$what"
  if "$@" >"$log" 2>&1; then
    say "$((SECONDS - began)) s"
  else
    say "failed"
    cat "$log"
    die "$what failed; its output stands above."
  fi
}

# One number for the content of files: the key of every stamp.
fingerprint() { xargs -0 -r sha256sum -- | sha256sum | cut -c 1-64; }

# stamped NAME KEY: true when NAME was last done with this KEY. stamp NAME KEY: remember that it was.
stamped() { [ "$(cat "$work/$1.stamp" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s' "$2" >"$work/$1.stamp"; }

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

need_tools() {
  local found
  command -v dotnet >/dev/null ||
    die "Baton needs the .NET 10 SDK; dotnet was not found. Install it from https://dot.net, then run ./dev again."
  # --list-sdks rather than --version, which answers a missing SDK with a page of text because of global.json.
  dotnet --list-sdks | grep -q '^10\.' ||
    die "Baton needs the .NET 10 SDK; found $(dotnet --list-sdks | cut -d ' ' -f 1 | paste -s -d , - | sed 's/^$/none/'). Install it from https://dot.net, then run ./dev again."
  has_icu || need_debian "Baton needs ICU (libicu), by which .NET sorts and compares words; it was not found." libicu-dev
  command -v node >/dev/null ||
    die "Baton needs Node 20.19 or newer; node was not found. Install it from your distribution, then run ./dev again."
  found=$(node --version | tr -d v)
  at_least "$found" 20.19 ||
    die "Baton needs Node 20.19 or newer; found $found. Install it from your distribution, then run ./dev again."
  command -v npm >/dev/null ||
    die "Baton needs npm, which belongs to Node; it was not found. Install it from your distribution, then run ./dev again."
}

# Without ICU the SDK ends in a page of text and a stack. Asked only when the library is not where Debian has it.
has_icu() {
  [ "$(uname)" != Linux ] || compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null ||
    ! grep -q 'valid ICU package' <<<"$( (dotnet --version) 2>&1 || true)"
}

# Debian packages: installed when we may, named when we may not.
need_debian() {
  local why=$1
  shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    quietly "Installing $*" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update -q && apt-get install -y -q "$@"' sh "$@"
  else
    die "$why Install it (Debian: sudo apt-get install $*), then run ./dev again."
  fi
}
