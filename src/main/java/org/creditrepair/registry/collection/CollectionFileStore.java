package org.creditrepair.registry.collection;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.collection.CollectionFile.Progress;
import org.creditrepair.registry.collection.CollectionFile.Status;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.storage.Json;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.storage.StoredContent;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code collection_file}, {@code collection_chunk} and {@code collection_row}. */
@Repository
public class CollectionFileStore {

    private static final BusinessRowMapper<CollectionFile> FILE =
            BusinessRowMapper.of(CollectionFile.class)
                    .with(
                            "content",
                            BusinessRowMapper.of(CollectionFile.Content.class)
                                    .column("size", "size_bytes"))
                    .with(
                            "progress",
                            BusinessRowMapper.of(Progress.class).column("rows", "rows_done"));

    private static final int MAX_ERRORS = 4000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;
    private final StoredContent contents;
    private final BusinessRowMapper<FileRow> answer;

    public CollectionFileStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        contents = new StoredContent(jdbc, "collection_chunk", "file_id");
        answer =
                BusinessRowMapper.of(FileRow.class)
                        .with("errors", row -> read(row.getString("errors")));
    }

    /** How many files of a unit are not read to their end. */
    public int unread(RegionCode region, @Nullable String unit) {
        return jdbc.sql(
                        """
                        select count(*) from collection_file
                        where region = ? and unit = ? and finished_at is null""")
                .params(region.value(), unit)
                .query(Integer.class)
                .single();
    }

    /** Enters a file whose content follows; its id is given here. */
    public long begin(CollectionFile file) {
        return Inserts.idOf(
                jdbc.sql(
                                """
                                insert into collection_file (region, dataset, stock, file_name,
                                    content_type, size_bytes, sha256, sender, unit, delivered_at,
                                    status, rows_done, percent, accepted, duplicate, corrected,
                                    rejected)
                                values (:region, :dataset, :stock, :content.fileName,
                                    :content.contentType, 0, '', :delivery.sender,
                                    :delivery.unit, :delivery.deliveredAt, :state.status,
                                    0, 0, 0, 0, 0, 0)""")
                        .paramSource(RecordParameters.of(file)));
    }

    /** Keeps the content of a file and tells its size. */
    public long keep(long id, InputStream content) throws IOException {
        StoredContent.Kept kept = contents.keep(id, content);
        jdbc.sql("update collection_file set size_bytes = ?, sha256 = ? where id = ?")
                .params(kept.size(), kept.sha256(), id)
                .update();
        return kept.size();
    }

    /** Writes the content of a file, piece by piece. */
    public void copy(long id, OutputStream out) throws IOException {
        contents.copy(id, out);
    }

    public Optional<CollectionFile> find(long id) {
        return jdbc.sql("select * from collection_file where id = ?")
                .param(id)
                .query(FILE)
                .optional();
    }

    /** The files of a region, the latest first, 200 at most. */
    public List<CollectionFile> findByRegion(RegionCode region) {
        return jdbc.sql(
                        """
                        select * from collection_file where region = ?
                        order by id desc fetch first 200 rows only""")
                .param(region.value())
                .query(FILE)
                .list();
    }

    /** Notes how far a file has come; false if another node has come further meanwhile. */
    public boolean advance(CollectionFile before, Progress now, int percent) {
        return jdbc.sql(
                                """
                                update collection_file set status = 'RUNNING', rows_done = :rows,
                                    percent = :percent, accepted = :accepted,
                                    duplicate = :duplicate, corrected = :corrected,
                                    rejected = :rejected
                                where id = :id and rows_done = :before""")
                        .paramSource(
                                RecordParameters.of(now)
                                        .with("percent", percent)
                                        .with("id", before.id())
                                        .with("before", before.progress().rows()))
                        .update()
                == 1;
    }

    /** Keeps the answers to rows that were not simply accepted. */
    public void answer(long id, List<FileRow> rows) {
        SqlParameterSource[] batch =
                rows.stream()
                        .filter(
                                row ->
                                        row.status() != RowResult.Status.ACCEPTED
                                                || !row.errors().isEmpty())
                        .map(
                                row ->
                                        new MapSqlParameterSource()
                                                .addValue("file", id)
                                                .addValue("row", row.rowNo())
                                                .addValue(
                                                        "no",
                                                        StringUtils.truncate(row.recordNo(), 64))
                                                .addValue("status", row.status().name())
                                                .addValue("errors", write(row.errors())))
                        .toArray(SqlParameterSource[]::new);
        if (batch.length > 0) {
            batches.batchUpdate(
                    """
                    insert into collection_row (file_id, row_no, record_no, status, errors)
                    values (:file, :row, :no, :status, :errors)""",
                    batch);
        }
    }

    /**
     * Answers behind a row, in order.
     *
     * @param status null for all that were not simply accepted
     */
    public List<FileRow> answers(long id, RowResult.Status status, long after, int limit) {
        return jdbc.sql(
                        """
                        select * from collection_row
                        where file_id = :file and row_no > :after
                            and (:status = '' or status = :status)
                        order by row_no fetch first :limit rows only""")
                .param("file", id)
                .param("after", after)
                .param("status", status == null ? "" : status.name())
                .param("limit", limit)
                .query(answer)
                .list();
    }

    /** Ends a file; its content is not kept any longer. */
    public void end(long id, Status status, @Nullable String failure, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update collection_file set status = :status, percent = :percent,
                            failure = :failure,
                            finished_at = :finishedAt
                        where id = :id""")
                .param("status", status.name())
                .param("percent", status == Status.FINISHED ? 100 : 0)
                .param("failure", StringUtils.truncate(failure, 1000))
                .param("finishedAt", at)
                .param("id", id)
                .update();
        contents.delete(id);
    }

    private @Nullable String write(List<Violation> errors) {
        return errors.isEmpty() ? null : StringUtils.truncate(json.write(errors), MAX_ERRORS);
    }

    private List<Violation> read(@Nullable String errors) {
        if (errors == null) {
            return List.of();
        }
        return errors.length() < MAX_ERRORS
                ? json.read(errors, new TypeReference<List<Violation>>() {})
                : List.of(new Violation("", "TRUNCATED", "错误过多，未全部保存"));
    }

    /** How many delivered files of a region are not read to their end. */
    public long unread(RegionCode region) {
        return jdbc.sql(
                        "select count(*) from collection_file where region = ? and finished_at is null")
                .param(region.value())
                .query(Long.class)
                .single();
    }
}
