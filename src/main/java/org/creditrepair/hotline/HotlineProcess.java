package org.creditrepair.hotline;

/** Puts hotline requests before the unit that answers (修复热线). */
public interface HotlineProcess {

    void begin(HotlineRequest request);
}
