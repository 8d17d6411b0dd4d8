package org.creditrepair.catalog.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A shared platform (共享平台) that a region's results are pushed to.
 *
 * @param code platform code, the last part of the topic {@code push.{platform}}
 * @param name what the platform is called in the region
 * @param events what it is told of
 * @param limitWorkingDays within how many working days it is to have followed what is said of a
 *     serious list; null where no rule says so
 * @param commitments whether it publishes the applicants' commitments (公示承诺书)
 */
public record RegionPlatform(
        String code,
        String name,
        Set<PlatformEvent> events,
        Integer limitWorkingDays,
        Boolean commitments) {

    /** “信用中国”网站: applications may be handed in there (代提交). */
    public static final String NATIONAL_SITE = "creditchina";

    /** 登记地国家企业信用信息公示系统: it is told of what was decided outside the province of registration. */
    public static final String REGISTRATION = "gsxt-registration";

    /** 上级主管单位: it is told of the listings that it watches over, but displays none. */
    public static final String SUPERIOR_UNIT = "superior-unit";

    /** 短信: it sends short messages in every region and shows nothing. */
    public static final String SMS = "sms";

    /** 电子邮件: it sends e-mails in every region and shows nothing. */
    public static final String EMAIL = "email";

    /** Names of those that carry messages to people, in every region. */
    public static final Map<String, String> CARRIERS = Map.of(SMS, "短信平台", EMAIL, "邮件服务器");

    public RegionPlatform {
        commitments = Boolean.TRUE.equals(commitments);
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    /** Whether it displays records (公示), so that its displays can be compared with ours. */
    public boolean displays() {
        return events.contains(PlatformEvent.LISTED) && !code.equals(SUPERIOR_UNIT);
    }
}
