#!/usr/bin/env bash
# Check everything on a fresh Debian machine: install, then one stage after another.
# Every stage runs, also after a failed one; the exit code is 1 if any failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

PYTHON=${PYTHON:-python3}
VENV=.venv-test
STAMP=$VENV/installed
LAWS=../shared/laws
FAILED=()

main() {
  browser && install || { echo "== 安装：失败"; exit 1; }
  stage "ruff format" "$VENV/bin/ruff" format --check --quiet .
  stage "ruff check" "$VENV/bin/ruff" check --quiet .
  stage "mypy" "$VENV/bin/mypy"
  stage "lint-imports" "$VENV/bin/lint-imports"
  if [ -d "$LAWS" ]; then
    stage "wenlu check" "$VENV/bin/wenlu" check --laws "$LAWS"
  else
    stage "wenlu check" "$VENV/bin/wenlu" check
  fi
  stage "wenlu test" "$VENV/bin/wenlu" test
  # Last, and with nothing said after it, so that its closing line closes the run.
  "$VENV/bin/pytest" -n 2 --cov=bot.core --cov-branch --cov-fail-under=100 \
    --cov-report=term-missing:skip-covered || FAILED+=("pytest")
  if [ ${#FAILED[@]} -gt 0 ]; then
    printf '== 失败的阶段：%s\n' "${FAILED[@]}"
    exit 1
  fi
}

# Make the environment anew when pyproject.toml, the Python or the folder is another.
install() {
  local wanted
  postgresql || debian postgresql || return 1
  wanted=$({ pwd; "$PYTHON" --version; cat pyproject.toml; } | sha256sum) || return 1
  [ "$(cat "$STAMP" 2>/dev/null)" = "$wanted" ] && return 0
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || debian python3-venv || return 1
  "$PYTHON" -m venv --clear "$VENV" || return 1
  echo '*' >"$VENV/.gitignore"
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check \
    --editable '.[dev]' || return 1
  echo "$wanted" >"$STAMP"
}

# The web pages are looked at in a real browser, with letters for Chinese.
browser() {
  command -v chromium >/dev/null && fc-list :lang=zh | grep -q . && return 0
  debian chromium fonts-noto-cjk
}

# The sessions of many workers are tested against a server of their own.
postgresql() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null
}

debian() {
  if [ "$(id -u)" -ne 0 ]; then
    echo "缺少系统软件包 $*：请用管理员身份安装。"
    return 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@"
}

stage() {
  local name=$1 begun=${EPOCHREALTIME/[.,]/} took
  shift
  if "$@"; then
    took=$(((${EPOCHREALTIME/[.,]/} - begun) / 1000))
    echo "== $name：通过，$took 毫秒"
  else
    echo "== $name：失败"
    FAILED+=("$name")
  fi
}

main
