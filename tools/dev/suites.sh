# The test suites, the PostgreSQL and the browser they need, and the sum over all of them.

counts=$work/counts
logs=$work/tests

test_all() {
  setup
  need_postgres
  need_chromium
  : >"$counts"
  build_client
  build_all Debug

  local filter=${1-} failed=
  suite_server_on_sqlite "$filter" || failed=yes
  start_postgres
  suite_server_on_postgres "$filter" || failed=yes
  suite_client "$filter" || failed=yes
  if [ -z "$filter" ]; then
    suite_browser || failed=yes
  fi

  sum_line
  if [ -n "$filter" ] && awk '{ n += $1 + $2 } END { exit n > 0 }' "$counts"; then
    die "No test of server or client has \"$filter\" in its name."
  fi
  [ -z "$failed" ]
}

suite_server_on_sqlite() { TMPDIR=$(scratch) BATON_TEST_DATABASE= dotnet_suite "server on SQLite" tests/Baton.Server.Tests "${1-}"; }

suite_server_on_postgres() { TMPDIR=$(scratch) BATON_TEST_DATABASE=$postgres dotnet_suite "server on PostgreSQL" tests/Baton.Server.Tests "${1-}"; }

suite_browser() { TMPDIR=$(scratch) BATON_TEST_DATABASE= BATON_TEST_CHROMIUM=$chromium dotnet_suite "browser" tests/Baton.Browser.Tests; }

# dotnet_suite NAME PROJECT [FILTER]
dotnet_suite() {
  local name=$1 project=$2 filter=${3-} log=$logs/${1// /-}.log status=0 options=(--timeout 15m)
  if [ -n "$filter" ]; then
    # A method's full name begins with its class; exit code 8 is "no test matched".
    options+=(--filter-method "*$filter*" --ignore-exit-code 8)
  fi
  mkdir -p "$logs"
  say "── $name"
  dotnet test --project "$project" -c Debug --no-build --no-ansi --no-progress "${options[@]}" 2>&1 | tee "$log" || status=$?
  count "$name" $status "$(awk '/^Test run summary:/ { t = 1 } t && /^  failed:/ { f = $2 } t && /^  succeeded:/ { p = $2 } END { print p + 0, f + 0 }' "$log")"
}

suite_client() {
  local filter=${1-} report=$logs/client.json status=0
  local options=(--reporter=default --reporter=json --outputFile.json="$report")
  if [ -n "$filter" ]; then
    options+=(--testNamePattern "$filter" --passWithNoTests)
  fi
  mkdir -p "$logs"
  rm -f "$report"
  say "── client"
  npm --prefix client run --silent test -- "${options[@]}" || status=$?
  count client $status "$(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); `${r.numPassedTests} ${r.numFailedTests}`' "$report" 2>/dev/null || say 0 0)"
}

# count NAME EXITCODE "PASSED FAILED": a suite that broke down without failing a test counts as one failure.
count() {
  local name=$1 status=$2 passed=${3% *} failed=${3#* }
  if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  printf '%s %s %s\n' "$passed" "$failed" "$name" >>"$counts"
  [ "$failed" = 0 ]
}

sum_line() { awk '{ p += $1; f += $2 } END { printf "%d passed, %d failed\n", p, f }' "$counts"; }

need_chromium() {
  chromium=${BATON_TEST_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
  if [ -z "$chromium" ]; then
    need_debian "The browser tests need Chromium; it was not found." chromium
    chromium=$(command -v chromium)
  fi
}

need_postgres() {
  if [ -z "$(postgres_program initdb)" ]; then
    need_debian "The tests run on PostgreSQL too; its server programs were not found." postgresql
  fi
}

postgres_program() { { ls /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | sort -V | tail -n 1; command -v "$1" || true; } | head -n 1; }

# Where tests keep what goes with them: in memory if there is room, which takes a third off PostgreSQL's time and a sixth off SQLite's.
scratch() {
  local free
  free=$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1)
  if [ -w /dev/shm ] && [ "${free:-0}" -gt 4000000 ]; then
    printf /dev/shm
  else
    printf '%s' "${TMPDIR:-/tmp}"
  fi
}

# A PostgreSQL of our own on a free loopback port, gone when ./dev ends. It refuses to run as root, so root lends it Debian's user.
start_postgres() {
  local port tries
  postgres_home=$(mktemp -d "$(scratch)/baton-postgres.XXXXXX")
  trap stop_postgres EXIT
  trap 'exit 130' INT TERM
  if [ "$(id -u)" = 0 ]; then chown postgres: "$postgres_home"; fi
  as_postgres initdb -D "$postgres_home/data" -U baton --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >"$work/postgres.log" 2>&1 ||
    die "PostgreSQL's initdb failed: $(tail -n 1 "$work/postgres.log")"
  for tries in 1 2 3 4 5; do
    port=$((RANDOM % 20000 + 20000))
    # Tests need no durability: without fsync the schema is made in a third of the time.
    if as_postgres pg_ctl -D "$postgres_home/data" -w -t 30 -l "$postgres_home/log" \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_home -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
      start >"$work/postgres.log" 2>&1; then
      postgres="Host=127.0.0.1;Port=$port;Username=baton"
      return
    fi
  done
  die "PostgreSQL did not start: $(tail -n 1 "$postgres_home/log")"
}

stop_postgres() {
  as_postgres pg_ctl -D "$postgres_home/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$postgres_home"
}

as_postgres() {
  local program
  program=$(postgres_program "$1")
  shift
  if [ "$(id -u)" = 0 ]; then
    (cd /tmp && setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$program" "$@")
  else
    "$program" "$@"
  fi
}
