#!/bin/bash
# Walks a running demonstration with wapiti (Debian: apt-get install wapiti), signed in as one of its people, and writes what it finds:
# tools/wapiti.sh [ADDRESS [LOGIN [PASSWORD]]]. It presses every button: run it against a demonstration of its own, never against a
# portal that somebody works with, and only on this machine. Modules that need a server on the internet (ssrf, xxe) are left out.
set -euo pipefail
address=${1:-http://127.0.0.1:5080}
login=${2:-kovaleva@uraltrubsnab.example}
password=${3:-metallurg-2026}
case "$address" in
  http://127.0.0.1:*|http://localhost:*) ;;
  *) echo "Only a demonstration on this machine is attacked, not $address." >&2; exit 64 ;;
esac
command -v wapiti > /dev/null || { echo "wapiti is not installed: apt-get install wapiti" >&2; exit 69; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# It cannot sign in by itself, as the form has a token.
page=$(curl -s -c "$work/jar" "$address/sign-in")
token=${page#*__RequestVerificationToken\"*value=\"}
token=${token%%\"*}
status=$(curl -s -b "$work/jar" -c "$work/jar" -o /dev/null -w '%{http_code}' "$address/sign-in" \
  --data-urlencode "Login=$login" --data-urlencode "Password=$password" --data-urlencode "__RequestVerificationToken=$token")
[ "$status" = 302 ] || { echo "$login was not let in ($status)." >&2; exit 77; }
host=${address#http://}
host=${host%%:*}
awk -v host="$host" -F '\t' '{ sub(/^#HttpOnly_/, "") } NF == 7 { all = all (all ? "," : "") sprintf("\"%s\":{\"value\":\"%s\",\"expires\":null,\"secure\":false,\"port\":null,\"version\":0}", $6, $7) }
  END { printf("{\"%s\":{\"/\":{%s}}}", host, all) }' "$work/jar" > "$work/cookies.json"

report=${WAPITI_REPORT:-wapiti-report.json}
# The release of Debian 12 stumbles over its own patterns of what is left out (global flags not at the start of the expression).
run='import re, wapitiCore.net.crawler as crawler
from wapitiCore.main.wapiti import wapiti_main
crawler.wildcard_translate = lambda pattern: re.compile(re.escape(pattern).replace(r"\*", ".*") + r"\Z", re.S)
wapiti_main()'
/usr/bin/python3 -c "$run" -u "$address/" -c "$work/cookies.json" -x "$address/sign-out" -x "$address/session" -x "$address/dev/*" -x "$address/language/*" \
  -d 4 --max-files-per-dir 12 --max-links-per-page 40 --max-parameters 12 --max-scan-time "${WAPITI_SECONDS:-900}" \
  --skip __RequestVerificationToken -m "${WAPITI_MODULES:-cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,sql,xss}" \
  --max-attack-time "${WAPITI_ATTACK_SECONDS:-180}" --no-bugreport --flush-session -f json -o "$report" -v 1
echo "Written to $report."
