package org.creditrepair.supervision.escalation;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.creditrepair.access.account.Account;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Messages to staff (站内消息). */
@Repository
public class StaffMessages {

    private static final BusinessRowMapper<Message> MESSAGE =
            BusinessRowMapper.of(Message.class)
                    .with("read", row -> row.getObject("read_at") != null);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StaffMessages(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One message as one reader sees it.
     *
     * @param region that it concerns; null for the whole server
     * @param kind in Chinese
     * @param reference what it is about, e.g. a case's key
     * @param read whether the reader has read it
     */
    public record Message(
            long id,
            RegionCode region,
            String kind,
            String reference,
            String text,
            OffsetDateTime sentAt,
            boolean read) {}

    /**
     * Sends a message.
     *
     * @param region that it concerns; null for the whole server
     * @param recipients groups and accounts, null ones left out; nobody is told twice
     */
    @Transactional
    public void send(
            @Nullable RegionCode region,
            Collection<String> recipients,
            String kind,
            String reference,
            String text) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                        insert into staff_message (region, kind, reference, text, sent_at)
                        values (:region, :kind, :reference, :text, :sentAt)""")
                                .param("region", region == null ? null : region.value())
                                .param("kind", kind)
                                .param("reference", reference)
                                .param("text", text)
                                .param("sentAt", clock.now()));
        Set<String> each = new LinkedHashSet<>(recipients);
        each.remove(null);
        for (String recipient : each) {
            jdbc.sql("insert into staff_message_recipient (recipient, message_id) values (?, ?)")
                    .params(recipient, id)
                    .update();
        }
    }

    /** Whether a message of a kind was sent to a group or account since a moment. */
    public boolean wasSent(String recipient, String kind, OffsetDateTime since) {
        return jdbc.sql(
                        """
                        select 1 from staff_message m
                        join staff_message_recipient t on t.message_id = m.id
                        where t.recipient = ? and m.kind = ? and m.sent_at >= ? limit 1""")
                .params(recipient, kind, since)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Messages to an account and its groups, those not read first, the latest 200. */
    public List<Message> to(Account account) {
        return jdbc.sql(
                        """
                        select m.*, r.read_at from staff_message m
                        left join staff_message_read r
                            on r.message_id = m.id and r.account = :account
                        where m.id in (select message_id from staff_message_recipient
                            where recipient in (:recipients))
                        order by case when r.read_at is null then 0 else 1 end, m.id desc
                        fetch first 200 rows only""")
                .param("account", account.name())
                .param("recipients", recipients(account))
                .query(MESSAGE)
                .list();
    }

    /** How many messages to an account it has not read. */
    public long unread(Account account) {
        return jdbc.sql(
                        """
                        select count(distinct t.message_id) from staff_message_recipient t
                        where t.recipient in (:recipients) and not exists (
                            select 1 from staff_message_read r
                            where r.message_id = t.message_id and r.account = :account)""")
                .param("account", account.name())
                .param("recipients", recipients(account))
                .query(Long.class)
                .single();
    }

    /**
     * Notes that an account has read a message; again changes nothing.
     *
     * @throws RefusedException if there is no such message to the account
     */
    @Transactional
    public void read(long id, Account account) {
        boolean mine =
                jdbc.sql(
"""
select 1 from staff_message_recipient
where message_id = :id and recipient in (:recipients) limit 1""")
                        .param("id", id)
                        .param("recipients", recipients(account))
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (!mine) {
            throw RefusedException.notFound("id", "无此消息：" + id);
        }
        jdbc.sql(
                        """
                        insert into staff_message_read (message_id, account, read_at)
                        select m.id, :account, :now from staff_message m
                        where m.id = :id and not exists (
                            select 1 from staff_message_read r
                            where r.message_id = :id and r.account = :account)""")
                .param("account", account.name())
                .param("now", clock.now())
                .param("id", id)
                .update();
    }

    /**
     * Notes that an account has read all messages to it, or all of a kind.
     *
     * @param kind in Chinese; null for all
     */
    @Transactional
    public void readAll(@Nullable String kind, Account account) {
        jdbc.sql(
                        """
                        insert into staff_message_read (message_id, account, read_at)
                        select distinct t.message_id, :account, :now
                        from staff_message_recipient t
                        join staff_message m on m.id = t.message_id
                        where t.recipient in (:recipients) and (:anyKind or m.kind = :kind)
                            and not exists (select 1 from staff_message_read r
                                where r.message_id = t.message_id and r.account = :account)""")
                .param("account", account.name())
                .param("now", clock.now())
                .param("recipients", recipients(account))
                .param("anyKind", kind == null)
                .param("kind", kind == null ? "" : kind)
                .update();
    }

    private static List<String> recipients(Account account) {
        return Stream.concat(Stream.of(account.name()), account.groups().stream())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
