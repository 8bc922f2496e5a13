#!/bin/sh
# Starts the installed application on Linux: as root without Chromium's sandbox, which refuses to run then; where neither
# kind of sandbox is to be had, says so and what to do instead of ending with a signal.
here=$(dirname "$(readlink -f "$0")")
program="$here/gongbao-desktop"

has_setuid_sandbox() {
  [ -u "$here/chrome-sandbox" ] && [ "$(stat -c %u "$here/chrome-sandbox")" = 0 ]
}

if [ "$(id -u)" = 0 ]; then
  echo "以 root 运行：已关闭沙箱。Running as root: the sandbox is off." >&2
  exec "$program" --no-sandbox --log-level=3 "$@"
elif has_setuid_sandbox || unshare --user true 2>/dev/null; then
  exec "$program" --log-level=3 "$@"
fi
echo "沙箱不可用，请由管理员执行 / The sandbox is not available; as administrator: chown root:root '$here/chrome-sandbox' && chmod 4755 '$here/chrome-sandbox'" >&2
exit 1
