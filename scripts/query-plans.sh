#!/usr/bin/env bash
# Shows what pages of the list of orders cost on PostgreSQL, with a million orders or as many as said.
set -euo pipefail

case ${1:-1000000} in
  *[!0-9]*) echo "usage: scripts/query-plans.sh [ORDERS]    prints a table as Markdown" >&2; exit 2 ;;
esac

cd "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
. scripts/jdk.sh
jdk=$(find_jdk)
mvn -q -B test-compile
mvn -q -B dependency:build-classpath -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
exec "$jdk/bin/java" -cp "target/test-classes:target/classes:$(cat target/test-classpath)" \
  dev.crossdock.view.QueryPlans "${1:-1000000}"
