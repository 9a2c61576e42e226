package dev.crossdock.replay.backtest;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Step;

/**
 * What a call is about, whichever revision of it.
 *
 * @param undo whether it takes something back
 */
record Errand(Step step, boolean undo) {
  static Errand of(Call call) {
    return new Errand(call.id().step(), call.id().undo());
  }
}
