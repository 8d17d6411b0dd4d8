package org.creditrepair.application.model;

/** How a joint application stands. */
public enum ApplicationStatus {
    /** 办理中. */
    IN_PROGRESS,
    /** 已办结. */
    CLOSED
}
