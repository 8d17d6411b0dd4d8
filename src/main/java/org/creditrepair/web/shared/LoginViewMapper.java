package org.creditrepair.web.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.creditrepair.access.login.LoginThrottle.Slowed;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.web.mapping.ViewMapping;
import org.creditrepair.web.shared.LoginController.SlowedView;
import org.mapstruct.Mapper;

/** Maps throttled logins to views. */
@Mapper(config = ViewMapping.class)
interface LoginViewMapper {

    SlowedView slowed(Slowed slowed);

    default OffsetDateTime at(Instant moment) {
        return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
