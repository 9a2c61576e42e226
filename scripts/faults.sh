#!/usr/bin/env bash
# Tries what may happen to a cluster of three under load: nodes killed, stopped, paused, restarted,
# the database frozen. Each takes one to three minutes, on PostgreSQL, with partners that lose
# answers. The report is target/it/faults.md; ends with 1 when a promise was broken.
set -euo pipefail

case ${1:-} in
  -h | --help)
    echo "usage: scripts/faults.sh [fault ...]    all of them, or: kill-one kill-all terminate-one"
    echo "       pause-short pause-long rolling-restart database-frozen"
    exit
    ;;
esac

cd "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
. scripts/jdk.sh
jdk=$(find_jdk)
mvn -q -B -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test >&2
exec "$jdk/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  dev.crossdock.it.Faults "$@"
