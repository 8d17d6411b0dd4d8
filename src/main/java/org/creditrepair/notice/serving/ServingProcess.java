package org.creditrepair.notice.serving;

/** Carries services of repair notices through their process (两书同达). */
public interface ServingProcess {

    /** The unit is to serve a notice. */
    void begin(NoticeService service);
}
