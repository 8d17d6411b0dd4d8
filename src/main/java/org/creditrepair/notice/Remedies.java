package org.creditrepair.notice;

/** What an applicant may do against a refusal (救济途径; 行政复议法, 行政诉讼法). */
final class Remedies {

    static final String TEXT = "对此有异议的，可自知道之日起六十日内申请行政复议，或者六个月内提起行政诉讼。";

    private Remedies() {}
}
