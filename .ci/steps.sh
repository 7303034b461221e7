# Steps run one after the other, also after one has failed, so that one run tells everything that is wrong.

# step NAME COMMAND...: notes the exit code of COMMAND in $outcomes/NAME.exit.
step() {
  local name=$1 code=0
  shift
  printf '\n=== %s\n' "$name"
  # Not `if "$@"`: bash ignores `set -e` inside a condition.
  set +e
  (set -e; "$@")
  code=$?
  set -e
  echo "$code" > "$outcomes/$name.exit"
}

# vitest_step NAME COMMAND...: a step whose COMMAND passes its arguments on to vitest, which leaves $outcomes/NAME.json.
vitest_step() {
  local name=$1
  step "$@" --reporter=default --reporter=json --outputFile.json="$outcomes/$name.json"
}
