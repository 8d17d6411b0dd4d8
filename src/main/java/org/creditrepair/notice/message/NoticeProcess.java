package org.creditrepair.notice.message;

/** Sends notices on their way. */
public interface NoticeProcess {

    /** Sends one notice once the transaction is committed; it is tried again until it arrives. */
    void start(Notice notice);
}
