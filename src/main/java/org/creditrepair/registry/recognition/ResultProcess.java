package org.creditrepair.registry.recognition;

/** Carries results decided elsewhere through their process (结果互认). */
public interface ResultProcess {

    void begin(ExternalResult result);
}
