package org.creditrepair.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Contents of files in a table of chunks, which is written and read without the whole in memory.
 * The table has the column of the owner, {@code chunk_no} from 0 and {@code content}.
 */
public final class StoredContent {

    private static final int CHUNK = 256 * 1024;

    private final JdbcClient jdbc;
    private final String insert;
    private final String select;
    private final String delete;

    /**
     * @param table of chunks
     * @param owner column with the key of the file
     */
    public StoredContent(JdbcClient jdbc, String table, String owner) {
        this.jdbc = jdbc;
        insert = "insert into " + table + " (" + owner + ", chunk_no, content) values (?, ?, ?)";
        select = "select content from " + table + " where " + owner + " = ? and chunk_no = ?";
        delete = "delete from " + table + " where " + owner + " = ?";
    }

    /** A content that was kept: its size in bytes and its SHA-256 in hexadecimal digits. */
    public record Kept(long size, String sha256) {}

    /** Keeps a content to its end. */
    public Kept keep(Object key, InputStream content) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        DigestInputStream digested = new DigestInputStream(content, digest);
        long size = 0;
        byte[] chunk = digested.readNBytes(CHUNK);
        for (int number = 0; chunk.length > 0; number++) {
            jdbc.sql(insert).params(key, number, chunk).update();
            size += chunk.length;
            chunk = digested.readNBytes(CHUNK);
        }
        return new Kept(size, Hex.encodeHexString(digest.digest()));
    }

    /** Writes a content, chunk by chunk. */
    public void copy(Object key, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            Optional<byte[]> chunk =
                    jdbc.sql(select)
                            .params(key, number)
                            .query((row, n) -> row.getBytes(1))
                            .optional();
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    /** Deletes a content. */
    public void delete(Object key) {
        jdbc.sql(delete).param(key).update();
    }
}
