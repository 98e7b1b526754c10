# shellcheck shell=bash disable=SC2034
# Shared by the scripts beside it: where things live, and how they speak.
# Kept to what bash 3.2 knows, since that is what a Mac has.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root" || exit 1

# The one setting: tools, npm packages, build caches and finished builds live here, outside the
# clone, so that the next clone doesn't pay for them again. Safe to delete at any time.
cache="${MEDAPPOINT_CACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/medappoint}"
mkdir -p "$cache"
cache="$(cd "$cache" && pwd)"
tools="$cache/tools"

# Dependencies compile once for all clones. For the clones' own crates see of_this_clone.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/target}"

# dx takes its helpers from PATH instead of fetching its own, and reports to nobody.
export NO_DOWNLOADS=1 TELEMETRY=false

dx_version=0.7.10
# The client's generated glue and the program that generates it must be of exactly one version.
wasm_bindgen_version="$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock 2>/dev/null || true)"

# npm packages, by what the lock file says: a changed lock file is a new folder.
node_dir="$cache/node/$(git hash-object --no-filters tests/browser/package-lock.json)"
node_runtime="$cache/node/runtime/node_modules/node/bin"
export PATH="$tools/bin:$node_dir/node_modules/.bin:$PATH"
if [ -x "$node_runtime/node" ]; then PATH="$node_runtime:$PATH"; fi

# stdout belongs to a script's answer; everything said on the way goes to stderr.
say() { printf '==> %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Hold NAME's lock on file descriptor 9 until the shell that asked ends. Where there is no flock
# (a Mac), cargo's own lock has to do.
hold_lock() {
  exec 9>"$cache/$1.lock"
  have flock || return 0
  flock --nonblock 9 && return
  say "waiting for another run to finish (lock $cache/$1.lock)"
  flock 9
}

# Before cargo builds, and with the lock held where there is one: cargo takes what another clone has
# built here for this one's wherever this one's files are older. So they are made younger once
# another clone has been here.
of_this_clone() {
  mkdir -p "$CARGO_TARGET_DIR"
  [ "$(cat "$CARGO_TARGET_DIR/clone" 2>/dev/null)" != "$root" ] || return 0
  find migration src tests benches -name node_modules -prune -o -name '*.rs' -exec touch {} +
  printf '%s\n' "$root" >"$CARGO_TARGET_DIR/clone"
}

# smaller FILE [OPTION...]: makes a client's program smaller in its place. Size first: a phone downloads
# this. dx can't be told of these passes, which make it about a hundredth smaller than its own. The
# features are those that the compiler's wasm uses.
smaller() {
  local wasm=$1
  shift
  wasm-opt ${1+"$@"} --enable-reference-types --enable-bulk-memory --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-sign-ext --enable-multivalue \
    --zero-filled-memory --flatten --rereloop -Oz -Oz -ocimfs 60 "$wasm" -o "$wasm"
}

# Prints the path of a Chromium or Chrome.
find_chromium() {
  local candidate
  for candidate in "${MEDAPPOINT_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && command -v "$candidate"; then return 0; fi
  done
  return 1
}

# Runs a command with MEDAPPOINT_TEST_DATABASE_URL set: to a cluster that lives as long as the
# command, unless one is given. All of it is in a temporary folder (-t), whoever runs this, and
# nothing in it needs to survive a crash (fsync=off): so it stays in memory where there is much of it.
# Each test has a database of its own, which on a disk takes longer to make than the test takes.
with_postgres() {
  if [ -n "${MEDAPPOINT_TEST_DATABASE_URL:-}" ]; then
    "$@"
  else
    local folder="${TMPDIR:-/tmp}" free
    free="$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')"
    if [ "${free:-0}" -ge 4000000 ] && [ -w /dev/shm ]; then folder=/dev/shm; fi
    # shellcheck disable=SC2016 # for the inner shell, which has the cluster's settings
    TMPDIR="$folder" pg_virtualenv -t -o fsync=off -o max_connections=400 env TMPDIR="${TMPDIR:-/tmp}" bash -c '
      export MEDAPPOINT_TEST_DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"
      exec "$@"' with_postgres "$@"
  fi
}

# Prints a port that nobody listens on.
free_port() {
  node -e 'require("net").createServer().listen(0, "127.0.0.1", function () {
    process.stdout.write(String(this.address().port)); this.close() })'
}

# served PROGRAM COMMAND...: in the folder $work, runs a command while this server program runs on a new data folder and
# a free port, at MEDAPPOINT_URL, with the demonstration in it. Its maps take their tiles from
# MEDAPPOINT_TEST_TILES, where the command may start a stand-in; without it there are none.
served() {
  local program=$1 port tiles="" log="$work/server.log" server_pid status=0 tries=0
  shift
  port="$(free_port)"
  export MEDAPPOINT_URL="http://localhost:$port"
  if [ -n "${MEDAPPOINT_TEST_TILES:-}" ]; then tiles="$MEDAPPOINT_TEST_TILES/{z}/{x}/{y}.png"; fi
  env -u DATABASE_URL -u CLOUDINARY_URL -u MEDAPPOINT_SMTP_URL \
    IP=127.0.0.1 PORT="$port" MEDAPPOINT_PUBLIC_URL="$MEDAPPOINT_URL" MEDAPPOINT_DATA_DIR="$(mktemp -d "$work/data.XXXXXX")" \
    MEDAPPOINT_VERIFY_DOCTORS=at-once MEDAPPOINT_RATE_LIMITS=off \
    MEDAPPOINT_MAP_TILES="$tiles" MEDAPPOINT_MAP_ATTRIBUTION="© OpenStreetMap contributors" \
    "$program" serve --demo >"$log" 2>&1 &
  server_pid=$!
  # shellcheck disable=SC2064 # this very process
  trap "kill $server_pid 2>/dev/null || true" EXIT
  until node -e 'fetch(process.env.MEDAPPOINT_URL + "/readyz").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))'; do
    tries=$((tries + 1))
    if ! kill -0 "$server_pid" 2>/dev/null || [ "$tries" -gt 120 ]; then
      echo "The server did not become ready. It said:"
      cat "$log"
      return 1
    fi
    sleep 0.5
  done
  MEDAPPOINT_CHROMIUM="$(find_chromium)" MEDAPPOINT_TEST_REPORT="$work/playwright.json" "$@" || status=$?
  kill "$server_pid"
  wait "$server_pid" || true
  if grep -n -A5 "panicked at" "$log"; then
    echo "The server panicked during the tests."
    status=1
  elif [ "$status" != 0 ]; then
    echo "The server's last words:"
    tail -n 40 "$log"
  fi
  return "$status"
}
