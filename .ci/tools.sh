# What the steps need beyond npm's packages.

# Names of Debian packages whose command is not there yet.
missing_packages() {
  local entry
  for entry in lftp:lftp puttygen:putty-tools psftp:putty-tools rclone:rclone sftp:openssh-client ssh-keygen:openssh-client; do
    command -v "${entry%%:*}" > /dev/null || echo "${entry##*:}"
  done
  python3 -c 'import ensurepip, venv' 2> /dev/null || echo python3-venv
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo --non-interactive "$@"; fi
}

install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet --quiet
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends "$@"
}

install_tools() {
  local packages
  mapfile -t packages < <(missing_packages | sort --unique)
  if [ "${#packages[@]}" -gt 0 ]; then install_packages "${packages[@]}"; fi
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet --disable-pip-version-check --requirement .ci/requirements.txt
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Starts moto and leaves its process id and its address in files: a step is a subshell.
start_moto() {
  local port
  port=$(free_port)
  moto_server --host 127.0.0.1 --port "$port" > "$work/moto.log" 2>&1 &
  echo $! > "$work/moto.pid"
  for _ in $(seq 150); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      echo "http://127.0.0.1:$port" > "$work/moto.endpoint"
      return
    fi
    sleep 0.2
  done
  cat "$work/moto.log"
  return 1
}

stop_moto() {
  if [ -f "$work/moto.pid" ]; then kill "$(cat "$work/moto.pid")" 2> /dev/null || true; fi
}
