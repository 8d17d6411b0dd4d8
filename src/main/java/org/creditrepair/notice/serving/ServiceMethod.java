package org.creditrepair.notice.serving;

import org.creditrepair.vocabulary.Labelled;

/** How a paper is served (送达方式). */
public enum ServiceMethod implements Labelled {
    DIRECT("直接送达"),
    LEFT("留置送达"),
    ELECTRONIC("电子送达"),
    ENTRUSTED("委托送达"),
    POST("邮寄送达"),
    ANNOUNCED("公告送达");

    private final String text;

    ServiceMethod(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
