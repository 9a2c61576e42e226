package dev.crossdock.bench;

import java.util.List;

/** One thing that is measured of a contender, in a run of its own. */
interface Scenario {
  List<Result> run(Contender contender, int round, Plan plan, Surroundings around) throws Exception;
}
