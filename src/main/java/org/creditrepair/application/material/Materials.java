package org.creditrepair.application.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.application.store.MaterialStore;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores documents (申请材料) and gives them back. */
@Service
public class Materials {

    /** How many documents one account may upload within a day without using them. */
    public static final int MAX_UNUSED = 500;

    /** The same for an applicant. */
    public static final int MAX_UNUSED_OF_APPLICANT = 40;

    /** Largest document, in bytes: 10 MiB. */
    public static final long MAX_SIZE = 10L * 1024 * 1024;

    private final MaterialStore store;
    private final BusinessClock clock;

    public Materials(MaterialStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Stores a document of an account. */
    @Transactional
    public StoredMaterial store(String fileName, InputStream content, String account)
            throws IOException {
        return store(fileName, content, account, MAX_UNUSED);
    }

    /**
     * Stores a document.
     *
     * @param fileName the sender's name for it; only its last part is kept, with the ending of its
     *     type
     * @param mostUnused of the account within a day
     * @throws RefusedException if the account has too many that it does not use, or if it is empty,
     *     larger than {@link #MAX_SIZE}, or its content is none of PDF, JPEG, PNG and OFD, whatever
     *     its name says
     */
    @Transactional
    public StoredMaterial store(
            String fileName, InputStream content, String account, int mostUnused)
            throws IOException {
        if (store.unusedSince(account, clock.now().minusDays(1)) >= mostUnused) {
            throw RefusedException.conflict(
                    "file", "QUOTA", "一日内上传而未使用的材料不能超过 " + mostUnused + " 份");
        }
        String id = UUID.randomUUID().toString();
        byte[] first = content.readNBytes(MaterialType.HEAD);
        String type =
                MaterialType.of(first)
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "file",
                                                first.length == 0 ? "EMPTY" : "UNSUPPORTED_TYPE",
                                                first.length == 0
                                                        ? "文件为空"
                                                        : "文件内容不是 PDF、JPEG、PNG 或 OFD"));
        store.begin(id, MaterialName.of(fileName, type), type, account, clock.now());
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), content);
        store.keep(
                id,
                BoundedInputStream.builder().setInputStream(whole).setMaxCount(MAX_SIZE + 1).get());
        StoredMaterial stored = store.find(id).orElseThrow();
        if (stored.size() > MAX_SIZE) {
            throw RefusedException.invalid(
                    "file", "TOO_LARGE", "文件不能超过 " + MAX_SIZE / 1024 / 1024 + " MB");
        }
        return stored;
    }

    public Optional<StoredMaterial> find(String id) {
        return store.find(id);
    }

    /** Name of the account that uploaded a document; empty if there is no such document. */
    public Optional<String> uploader(String id) {
        return store.uploader(id);
    }

    /** Numbers of the applications in which a document stands. */
    public List<String> applicationsWith(String id) {
        return store.applicationsWith(id);
    }

    /** Writes the content, chunk by chunk. */
    public void copy(String id, OutputStream out) throws IOException {
        store.copy(id, out);
    }
}
