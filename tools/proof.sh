#!/bin/bash
# All tests, with those that take longer than a test run may: a hundred kills on each database, for example, which take most of an hour. A part
# of them: tools/proof.sh --filter FullyQualifiedName~KillTests --logger "console;verbosity=detailed". SRM_SEED chooses the moments of the kills.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
SRM_PROOF=1 dotnet test SrmPortal.sln "$@"
# And what SQLite is enough for every day, on a database server once.
SRM_DATABASE=PostgreSql dotnet test tests/SrmPortal.Web.Tests --no-build "$@"
