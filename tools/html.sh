#!/bin/bash
# Checks the HTML of every page that links lead to, as each role, by the Nu HTML checker. It needs a Chromium, Java, and vnu.jar (npm's vnu-jar
# holds it): tools/html.sh path/to/vnu.jar
set -euo pipefail
vnu=$(realpath "${1:?Where is vnu.jar?}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
dotnet build tests/SrmPortal.Browser.Tests -v q -clp:NoSummary
SRM_PROOF=1 SRM_HTML=$pages dotnet test tests/SrmPortal.Browser.Tests --no-build \
    --filter 'FullyQualifiedName~EveryPageLookedAtTests.Every_page&DisplayName~en'
echo "$(find "$pages" -name '*.html' | wc -l) pages"
java -jar "$vnu" --skip-non-html --errors-only "$pages" && echo "All are valid HTML."
