#!/bin/sh
# One new Chromium for each talk, its whole home in memory; a talk ends, it is thrown away.
# Needs: ADDRESS of the site (default http://127.0.0.1:8100/), SIZE of the screen.
set -u
ADDRESS=${ADDRESS:-http://127.0.0.1:8100/}
SIZE=${SIZE:-1080,1920}
CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
MEMORY=${MEMORY:-/dev/shm}
PAUSE=${PAUSE:-1}

ended() { curl --silent --max-time 2 "${ADDRESS}ended" || echo gone; }

while :; do
  home=$(mktemp -d "$MEMORY/wenlu-XXXXXX") || exit 1
  before=$(ended)
  "$CHROMIUM" --kiosk --kiosk-printing --incognito --no-first-run --noerrdialogs \
    --disable-pinch --overscroll-history-navigation=0 --disable-background-networking \
    --disable-component-update --disable-sync --disable-quic --disk-cache-dir=/dev/null \
    --user-data-dir="$home" --window-position=0,0 --window-size="$SIZE" "$ADDRESS" &
  browser=$!
  # The browser is over when the talk is, or when it fell over by itself.
  while kill -0 "$browser" 2>/dev/null && [ "$(ended)" = "$before" ]; do sleep "$PAUSE"; done
  kill "$browser" 2>/dev/null
  wait "$browser" 2>/dev/null
  rm -rf "$home"
  [ "${ONCE:-}" ] && exit 0
done
