# What CI runs: named steps, each with its time; a step that fails shows its output, and the others still run.

ci() {
  local began=$SECONDS
  failed_steps=()
  RESTORE_OPTIONS=--locked-mode
  patience=120
  setup
  need_postgres
  need_chromium
  start_postgres
  : >"$counts"

  step "Format" check_format
  step "Lint" check_lint
  step "Types" check_types
  step "Docs: links and quoted code" check_docs
  step "Build" check_build
  step "Tests: server on SQLite" suite_server_on_sqlite
  step "Tests: server on PostgreSQL" suite_server_on_postgres
  step "Tests: client" suite_client
  step "Tests: browser" suite_browser
  step "Contract: OpenAPI and schema.ts unchanged" check_contract
  step "Seeds replay" check_seeds
  step "Demo: Ada signs in" check_demo
  step "Audit: packages" check_packages

  say "ci took $((SECONDS - began)) s"
  if [ ${#failed_steps[@]} -gt 0 ]; then
    say "failed:$(printf ' %s.' "${failed_steps[@]}")"
  fi
  sum_line
  [ ${#failed_steps[@]} = 0 ]
}

# step NAME COMMAND…  The command runs in a subshell outside any condition: only there does its own set -e hold.
step() {
  local name=$1 log=$work/step.log began=$SECONDS status
  shift
  set +e
  (set -e; "$@") >"$log" 2>&1
  status=$?
  set -e
  if [ $status = 0 ]; then
    printf 'ok      %-42s %4d s\n' "$name" $((SECONDS - began))
    { grep '^note: ' "$log" || true; } | sed 's/^/        /'
  else
    printf 'FAILED  %-42s %4d s\n' "$name" $((SECONDS - began))
    sed 's/^/        /' "$log"
    failed_steps+=("$name")
  fi
}

check_format() {
  dotnet format whitespace Baton.slnx --no-restore --verify-no-changes
  in_client biome check --linter-enabled=false .
}

# The server's analyzers run in its compiler and are errors there: building it is linting it.
check_lint() {
  bash -n dev tools/dev/*.sh .ci/run
  dotnet build Baton.slnx -c Debug --no-restore --nologo -v quiet
  in_client biome lint --error-on-warnings .
}

# The service worker is a program of its own, with other types in scope than a page.
check_types() { in_client npm run --silent types; }

check_docs() { node tools/dev/docs.mjs; }

check_build() {
  build_client
  build_all Debug
  build_server Release
}

check_contract() {
  local written=(docs/openapi.json client/src/kernel/api/schema.ts) before=$work/contract file changed=
  rm -rf "$before" && mkdir "$before"
  for file in "${written[@]}"; do
    cp "$file" "$before" || changed=yes
  done
  write_contract
  for file in "${written[@]}"; do
    diff -u "$before/$(basename "$file")" "$file" || changed=yes
  done
  [ -z "$changed" ] || { say "The API has changed. ./dev contract writes both files; look at the difference and commit it."; exit 1; }
}

# Migrates an empty database and seeds it twice; the second time must leave every byte of data/ as it was.
check_seeds() {
  local home seeded again
  home=$(mktemp -d)
  data=$home
  baton migrate
  baton seed
  seeded=$(bytes_of "$home")
  baton seed
  again=$(bytes_of "$home")
  baton doctor
  rm -rf "$home"
  [ "$seeded" = "$again" ] || { say "The second seed changed the data."; exit 1; }
}

# What a newcomer does first: `./dev run --demo` on an empty data folder, then sign in as Ada and look. All is built by now.
check_demo() {
  local home port status=0
  home=$(mktemp -d)
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  # A group of its own, so that the server below the script ends with it.
  BATON_DATA=$home BATON_URL=http://localhost:$port setsid ./dev run --demo >"$work/demo.log" 2>&1 &
  node tools/dev/demo.mjs "http://localhost:$port" "$work/demo.log" || status=$?
  kill -- -$! 2>/dev/null || true
  wait $! || true
  rm -rf "$home"
  [ $status = 0 ] || { cat "$work/demo.log"; exit 1; }
}

# -shm is SQLite's scratch memory, made anew by every process.
bytes_of() { find "$1" -type f ! -name '*-shm' -print0 | sort -z | xargs -0 sha256sum; }

check_packages() {
  node tools/dev/licences.mjs
  local report
  report=$(dotnet list Baton.slnx package --vulnerable --include-transitive 2>&1)
  say "$report"
  if grep -q 'has the following vulnerable packages' <<<"$report"; then exit 1; fi
  report=$(npm --prefix client audit --omit=dev 2>&1) && return
  if grep -q 'severity' <<<"$report"; then
    say "$report"
    exit 1
  fi
  say "note: the npm registry offers no audit data here; npm packages were not audited."
}
