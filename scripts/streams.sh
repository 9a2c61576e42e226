#!/usr/bin/env bash
# Measures what live streams cost a node: processor time, memory, and how late events arrive.
# Everything runs here: PostgreSQL, pretend partners, the server, and clients on one thread.
#
#   CROSSDOCK_JAVA_OPTIONS  further options of the server's JVM
set -euo pipefail

usage="usage: scripts/streams.sh [--short] [streams [seconds [orders a second]]]"
case ${1:-} in
  -h | --help)
    echo "$usage    10000 streams, 60 s a phase, 20 orders a second; --short: 300, 5 s, 10"
    exit
    ;;
  --short) set -- 300 5 10 ;;
  -*) echo "$usage" >&2; exit 2 ;;
esac

cd "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
. scripts/jdk.sh
jdk=$(find_jdk)
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec "$jdk/bin/java" -Xmx2g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  dev.crossdock.it.StreamsBench "${1:-10000}" "${2:-60}" "${3:-20}"
