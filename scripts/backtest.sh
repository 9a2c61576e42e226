#!/usr/bin/env bash
# Whether orders come when it was said: runs a node and its partners, and holds every estimate that
# is told against what happens. Takes some minutes; prints a line for each scenario.
#
#   scripts/backtest.sh [ORDERS [ORDERS_A_SECOND [steady|slow|outage ...]]]
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$root/scripts/jdk.sh"
jdk=$(find_jdk)
cd "$root"
mvn -q -B -DskipTests package >&2
exec "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g \
  -cp target/test-classes:target/crossdock.jar dev.crossdock.BackTest "$@"
