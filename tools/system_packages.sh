#!/bin/sh
# Install what some tests use from the distribution, or say what to install. It never fails: tests that lack a program
# are skipped and counted.
set -u

missing=""
need() { # need PROGRAM PACKAGE...
    command -v "$1" >/dev/null 2>&1 && return
    shift
    missing="$missing $*"
}

need chromium chromium
need tesseract tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus tesseract-ocr-eng
if command -v tesseract >/dev/null 2>&1; then
    for language in kaz rus eng; do
        tesseract --list-langs 2>/dev/null | grep -qx "$language" || missing="$missing tesseract-ocr-$language"
    done
fi
[ -d /usr/lib/postgresql ] || missing="$missing postgresql"

[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing from the distribution:$missing"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null \
        || echo "Could not install:$missing. The tests that use them will be skipped." >&2
else
    echo "For all tests install these packages (Debian names):$missing. Without them some tests are skipped." >&2
fi
exit 0
