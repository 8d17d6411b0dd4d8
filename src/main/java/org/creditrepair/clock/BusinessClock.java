package org.creditrepair.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * The clock of the whole server, in the business time zone whatever the machine's zone. It follows
 * the machine's clock at an offset that is zero unless a test or the demo moves time.
 */
public final class BusinessClock extends Clock {

    /** The business time zone of all regions. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock machine = Clock.systemUTC();
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    /** Lets another clock follow this one; it is told the offset now and whenever it changes. */
    public void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(offset);
    }

    /** Moves business time so that it is {@code now} at this moment; it runs on from there. */
    public void moveTo(Instant now) {
        shift(Duration.between(machine.instant(), now));
    }

    /** Sets how far business time is ahead of the machine's clock. */
    public void shift(Duration newOffset) {
        offset = newOffset;
        followers.forEach(follower -> follower.accept(newOffset));
    }

    public Duration offset() {
        return offset;
    }

    /** Today in the business time zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /** The present moment in the business time zone, to the millisecond. */
    public OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis()), ZONE);
    }

    /** A moment in the business time zone; null for none. */
    @Contract("!null -> !null")
    public static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZONE).toOffsetDateTime();
    }

    /** A moment that a table keeps, in the business time zone; null for none. */
    @Contract("!null -> !null")
    public static @Nullable OffsetDateTime at(@Nullable OffsetDateTime moment) {
        return moment == null ? null : at(moment.toInstant());
    }

    /** A moment of the engine's, in the business time zone; null for none. */
    @Contract("!null -> !null")
    public static @Nullable OffsetDateTime at(@Nullable Date moment) {
        return moment == null ? null : at(moment.toInstant());
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    /**
     * @throws UnsupportedOperationException for any other zone: the business has one
     */
    @Override
    public Clock withZone(ZoneId other) {
        if (!other.equals(ZONE)) {
            throw new UnsupportedOperationException("业务时区只有 " + ZONE);
        }
        return this;
    }
}
