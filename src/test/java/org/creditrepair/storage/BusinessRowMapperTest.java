package org.creditrepair.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class BusinessRowMapperTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T01:00:00Z");
    private static final BusinessRowMapper<Letter> LETTER =
            BusinessRowMapper.of(Letter.class)
                    .column("pages", "page_count")
                    .with("answer", BusinessRowMapper.of(Answer.class).column("text", "answered"));

    private EmbeddedDatabase database;
    private JdbcClient jdbc;

    enum Kind {
        PLAIN,
        SEALED
    }

    record Answer(@Nullable String text, @Nullable OffsetDateTime answeredAt) {}

    record Letter(
            long id,
            RegionCode region,
            Kind kind,
            @Nullable Kind former,
            @Nullable Integer pages,
            boolean urgent,
            LocalDate writtenOn,
            OffsetDateTime sentAt,
            Answer answer) {}

    record Wrong(Thread region) {}

    @BeforeEach
    void create() {
        database =
                new EmbeddedDatabaseBuilder()
                        .generateUniqueName(true)
                        .setType(EmbeddedDatabaseType.H2)
                        .build();
        jdbc = JdbcClient.create(database);
        jdbc.sql(
                        """
                        create table letter (id bigint generated always as identity primary key,
                            region varchar(6), kind varchar(10), former varchar(10),
                            page_count int, urgent boolean, written_on date,
                            sent_at timestamp with time zone, answered varchar(10),
                            answered_at timestamp with time zone)""")
                .update();
    }

    @AfterEach
    void drop() {
        database.shutdown();
    }

    private long insert(Letter letter) {
        return Inserts.idOf(
                jdbc.sql(
                                """
                                insert into letter (region, kind, former, page_count, urgent,
                                    written_on, sent_at, answered, answered_at)
                                values (:region, :kind, :former, :pages, :urgent, :writtenOn,
                                    :sentAt, :answer.text, :answer.answeredAt)""")
                        .paramSource(RecordParameters.of(letter)));
    }

    private Letter read(long id) {
        return jdbc.sql("select * from letter where id = ?").param(id).query(LETTER).single();
    }

    private static Letter letter(@Nullable Kind former, @Nullable Integer pages, Answer answer) {
        return new Letter(
                0,
                new RegionCode("150100"),
                Kind.SEALED,
                former,
                pages,
                true,
                LocalDate.of(2026, 3, 1),
                AT,
                answer);
    }

    @Test
    void aRecordIsReadAsItWasWrittenWithItsMomentsInBusinessTime() {
        Letter written = letter(Kind.PLAIN, 3, new Answer("好", AT.plusHours(1)));
        Letter read = read(insert(written));
        assertThat(read.region()).isEqualTo(written.region());
        assertThat(read.kind()).isEqualTo(Kind.SEALED);
        assertThat(read.former()).isEqualTo(Kind.PLAIN);
        assertThat(read.pages()).isEqualTo(3);
        assertThat(read.urgent()).isTrue();
        assertThat(read.writtenOn()).isEqualTo(written.writtenOn());
        assertThat(read.sentAt())
                .isEqualTo(BusinessClock.at(AT))
                .hasToString("2026-03-02T09:00+08:00");
        assertThat(read.answer().text()).isEqualTo("好");
        assertThat(read.answer().answeredAt()).hasToString("2026-03-02T10:00+08:00");
    }

    @Test
    void whatIsNullStaysNull() {
        Letter read = read(insert(letter(null, null, new Answer(null, null))));
        assertThat(read.former()).isNull();
        assertThat(read.pages()).isNull();
        assertThat(read.answer()).isEqualTo(new Answer(null, null));
    }

    @Test
    void aCodeThatTheProgramDoesNotKnowIsSaid() {
        long id = insert(letter(null, 1, new Answer(null, null)));
        jdbc.sql("update letter set kind = 'BURNT'").update();
        assertThatThrownBy(() -> read(id)).hasStackTraceContaining("BURNT");
    }

    @Test
    void aCodeThatItsTypeRefusesIsRefused() {
        long id = insert(letter(null, 1, new Answer(null, null)));
        jdbc.sql("update letter set region = 'x'").update();
        assertThatThrownBy(() -> read(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aComponentThatDoesNotExistCannotBeNamed() {
        BusinessRowMapper<Letter> mapper = BusinessRowMapper.of(Letter.class);
        assertThatThrownBy(() -> mapper.column("page", "page_count"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page");
        assertThatThrownBy(() -> RecordParameters.of(new Answer(null, null)).getValue("texts"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTypeThatNoColumnHasIsSaid() {
        insert(letter(null, 1, new Answer(null, null)));
        assertThatThrownBy(
                        () ->
                                jdbc.sql("select * from letter")
                                        .query(BusinessRowMapper.of(Wrong.class))
                                        .list())
                .hasStackTraceContaining("Thread");
    }
}
