# The README's pictures: the demo on a data folder of its own, looked at with Chromium.

pictures() {
  setup
  need_chromium
  build_client
  build_server Release
  build_all Debug

  data=$(mktemp -d) url=${BATON_PICTURES_URL:-http://localhost:5079}
  port_is_free
  baton migrate
  baton seed
  # Not by the function: its shell would be what is ended below, and the server would go on.
  BATON_DATA=$data BATON_URL=$url "$(server_program Release)" serve >"$work/pictures.log" 2>&1 &
  demo=$!
  trap 'kill $demo; wait $demo || true; rm -rf "$data"' EXIT
  mkdir -p docs/pictures
  wait_for_demo
  quietly "Taking the pictures" env BATON_TEST_CHROMIUM="$chromium" BATON_PICTURES_OF="$url" BATON_PICTURES_IN="$PWD/docs/pictures" \
    artifacts/bin/Baton.Browser.Tests/debug/Baton.Browser.Tests -explicit only -class "*ReadmePictures"
  ls -l docs/pictures
}

wait_for_demo() {
  local tries
  for tries in {1..60}; do
    if (: >"/dev/tcp/127.0.0.1/${url##*:}") 2>/dev/null; then return; fi
    sleep 0.5
  done
  die "The demo did not start; see $work/pictures.log."
}
