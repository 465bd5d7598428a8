# Restoring and building; each part is skipped when nothing it reads has changed.

server_project=src/Baton.Server

setup() {
  need_tools
  restore_server
  restore_client
}

restore_server() {
  if ! stamped restore "$(server_packages)" || [ ! -d artifacts/obj ]; then
    quietly "Restoring NuGet packages" dotnet restore Baton.slnx ${RESTORE_OPTIONS-}
    stamp restore "$(server_packages)"
  fi
}

server_packages() {
  find . \( -name artifacts -o -name client \) -prune -o \
    \( -name '*.csproj' -o -name packages.lock.json -o -name 'Directory.*.props' -o -name global.json \) -print0 | sort -z | fingerprint
}

restore_client() {
  local key
  key=$(printf '%s\0' client/package.json client/package-lock.json | fingerprint)-$(node --version)
  if ! stamped npm "$key" || [ ! -d client/node_modules ]; then
    quietly "Installing npm packages" npm --prefix client ci --no-audit --loglevel=error
    stamp npm "$key"
  fi
}

# The client goes into the server's wwwroot, so it is built first: the server's build lists the files it will serve.
build_client() {
  local key
  key=$(find client -name node_modules -prune -o -type f -print0 | sort -z | fingerprint)
  if ! stamped client "$key" || [ ! -f $server_project/wwwroot/index.html ]; then
    quietly "Building the client" npm --prefix client run --silent build
    stamp client "$key"
  fi
}

build_server() { quietly "Building the server ($1)" dotnet build $server_project -c "$1" --no-restore --nologo -v quiet; }

build_all() { quietly "Building everything ($1)" dotnet build Baton.slnx -c "$1" --no-restore --nologo -v quiet; }

server_program() { printf '%s' "$PWD/artifacts/bin/Baton.Server/${1,,}/baton"; }

# Runs the server's program, for at most $patience seconds when that is set.
baton() { BATON_DATA=$data BATON_URL=$url ${patience:+timeout $patience} "$(server_program Release)" "$@"; }

# What is shipped: ReadyToRun, so that it starts in half the time.
publish_server() {
  quietly "Publishing the server" dotnet publish $server_project -c Release -r "$(runtime)" --self-contained \
    -p:PublishReadyToRun=true -o artifacts/publish/baton --nologo -v quiet
}

# The API as the server says it, and the types the client makes of it.
write_contract() {
  baton openapi >docs/openapi.json
  in_client npm --prefix tools/openapi ci --no-audit --loglevel=error
  in_client tools/openapi/node_modules/.bin/openapi-typescript ../docs/openapi.json -o src/kernel/api/schema.ts
}

in_client() { (cd client && PATH=$PWD/node_modules/.bin:$PATH && "$@"); }

runtime() {
  case "$(uname -m)" in
    aarch64 | arm64) printf linux-arm64 ;;
    *) printf linux-x64 ;;
  esac
}

port_is_free() {
  local address=${url#*://} port
  address=${address%%/*}
  port=${address##*:}
  if [ "$port" != "$address" ] && (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    die "Port $port is taken by another program. Stop it, or choose another address: BATON_URL=http://localhost:5081 ./dev run"
  fi
}
