package org.creditrepair.clock;

import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes the business time zone that of the process before anything else starts: the engine stores
 * and compares its dates in the zone of the process.
 */
public class BusinessTimeZone implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        TimeZone.setDefault(TimeZone.getTimeZone(BusinessClock.ZONE));
    }
}
