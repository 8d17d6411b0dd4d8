package org.creditrepair.application.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemMaterial;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.StoredContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code material}, {@code material_chunk} and {@code item_material}. */
@Repository
public class MaterialStore {

    private static final BusinessRowMapper<StoredMaterial> MATERIAL =
            BusinessRowMapper.of(StoredMaterial.class).column("size", "size_bytes");
    private static final BusinessRowMapper<ItemMaterial> ATTACHED =
            BusinessRowMapper.of(ItemMaterial.class).with("material", MATERIAL);

    private final JdbcClient jdbc;
    private final LoadedFiles loaded;
    private final StoredContent contents;

    public MaterialStore(JdbcClient jdbc, LoadedFiles loaded) {
        this.loaded = loaded;
        this.jdbc = jdbc;
        contents = new StoredContent(jdbc, "material_chunk", "material_id");
    }

    public void begin(
            String id, String fileName, String contentType, String account, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into material
                            (id, file_name, content_type, size_bytes, sha256, uploaded_by,
                                uploaded_at)
                        values (:id, :fileName, :contentType, 0, '', :uploadedBy, :uploadedAt)""")
                .param("id", id)
                .param("fileName", fileName)
                .param("contentType", contentType)
                .param("uploadedBy", account)
                .param("uploadedAt", at)
                .update();
    }

    /** Keeps the content of a document. */
    public void keep(String id, InputStream content) throws IOException {
        StoredContent.Kept kept = contents.keep(id, content);
        jdbc.sql("update material set size_bytes = ?, sha256 = ? where id = ?")
                .params(kept.size(), kept.sha256(), id)
                .update();
    }

    /** Writes the content of a document, chunk by chunk. */
    public void copy(String id, OutputStream out) throws IOException {
        contents.copy(id, out);
    }

    public Optional<StoredMaterial> find(String id) {
        return jdbc.sql("select * from material where id = ?").param(id).query(MATERIAL).optional();
    }

    public Optional<StoredMaterial> find(String id, String uploader) {
        return jdbc.sql("select * from material where id = ? and uploaded_by = ?")
                .params(id, uploader)
                .query(MATERIAL)
                .optional();
    }

    /** How many documents an account has uploaded since a moment that stand in no application. */
    public int unusedSince(String account, OffsetDateTime since) {
        return jdbc.sql(
                        """
                        select count(*) from material m
                        where m.uploaded_by = ? and m.uploaded_at >= ? and not exists (
                            select 1 from item_material i where i.material_id = m.id)""")
                .params(account, since)
                .query(Integer.class)
                .single();
    }

    public Optional<String> uploader(String id) {
        return jdbc.sql("select uploaded_by from material where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Numbers of the applications in which a document stands. */
    public List<String> applicationsWith(String id) {
        return jdbc.sql("select distinct application_no from item_material where material_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Puts documents into an item. */
    public void attach(CaseKey key, List<ItemMaterial> handedIn) {
        loaded.forget(key.applicationNo());
        for (ItemMaterial material : handedIn) {
            jdbc.sql(
                            """
                            insert into item_material
                                (application_no, item_no, code, material_id, correction)
                            values (:applicationNo, :itemNo, :code, :materialId, :correction)""")
                    .param("applicationNo", key.applicationNo())
                    .param("itemNo", key.itemNo())
                    .param("code", material.code())
                    .param("materialId", material.material().id())
                    .param("correction", material.correction())
                    .update();
        }
    }

    /** The documents of each item of an application, by item number. */
    Map<Integer, List<ItemMaterial>> attachedTo(String applicationNo) {
        return jdbc
                .sql(
                        """
                        select i.item_no, i.code, i.correction, m.* from item_material i
                        join material m on m.id = i.material_id
                        where i.application_no = ?""")
                .param(applicationNo)
                .query((row, n) -> Map.entry(row.getInt("item_no"), ATTACHED.mapRow(row, n)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
