package org.creditrepair.catalog.model;

import org.creditrepair.vocabulary.Labelled;

/** Handling of an applicant whose record is also on the national site (“信用中国”网站). */
public enum NationalSite implements Labelled {
    /** 引导申请: the applicant is told where and how to apply. */
    GUIDED("该信息同时在“信用中国”网站（https://www.creditchina.gov.cn）公示的，请在该网站查找该信息并在线申请修复"),
    /** 代提交: the application is handed in there on the applicant's behalf. */
    HANDED_IN("该信息同时在“信用中国”网站公示的，由本平台代为提交申请，不必另行申请");

    private final String text;

    NationalSite(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
