package dev.crossdock.runtime;

import dev.crossdock.claim.Callbacks.Receipt;

/** What has become of a callback that was handed on. */
record Handed(String callbackId, Receipt receipt) implements Wire {}
