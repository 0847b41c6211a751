#!/bin/bash
# What takes longer than a test run may: hundreds of kills, every page for every role, load. About an hour on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
SRM_PROOF=1 dotnet test SrmPortal.sln "$@"
