#!/usr/bin/env bash
# Tries what may happen to a cluster of three under load: nodes killed, stopped, paused, restarted,
# replaced, cut off; the database stopped, killed, frozen. Each takes one to three minutes, on
# PostgreSQL, with partners that lose answers. Runs in a network of its own, since wires are cut.
# The report is target/it/faults.md; ends with 1 when a promise was broken.
#
#   PER_SECOND  orders a second, 20 unless given
set -euo pipefail

case ${1:-} in
  -h | --help)
    echo "usage: scripts/faults.sh [fault ...]    all of them, or: kill-one kill-two kill-all"
    echo "       terminate-one pause-short pause-long rolling-restart rolling-upgrade node-cut-off"
    echo "       database-cut-off database-lost database-stopped database-killed database-frozen"
    exit
    ;;
esac

cd "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
. scripts/jdk.sh
jdk=$(find_jdk)
mvn -q -B -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test >&2
set -- "$jdk/bin/java" -Xmx1g -Dcrossdock.faults.per-second="${PER_SECOND:-20}" \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" dev.crossdock.it.Faults "$@"

# Rules that lose packets come before the one that knows this machine's addresses.
own_network='ip link set lo up && ip rule add pref 100 lookup local && ip rule del pref 0'
as_root=$([ "$(id -u)" = 0 ] || echo --map-root-user)
if unshare $as_root --net sh -c "$own_network" 2>/dev/null; then
  CROSSDOCK_WIRES=own exec unshare $as_root --net sh -c "$own_network"' && exec "$@"' sh "$@"
fi
echo "faults.sh: no network of its own is to be had (unshare, ip): what cuts wires will fail" >&2
exec "$@"
