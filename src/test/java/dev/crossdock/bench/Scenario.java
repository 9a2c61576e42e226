package dev.crossdock.bench;

/** One thing that is measured of a contender, in a run of its own. */
interface Scenario {
  /** Measures, and notes each result as soon as there is one. */
  void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception;
}
