package org.creditrepair.certificate;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_fetch}. */
@Repository
class CertificateRegister {

    private static final BusinessRowMapper<CertificateFetch> FETCH =
            BusinessRowMapper.of(CertificateFetch.class);

    private final JdbcClient jdbc;

    CertificateRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enter(RegionCode region, CertificateFetch fetch) {
        jdbc.sql(
                        """
                        insert into certificate_fetch (region, kind, holder, record_no, account,
                            fetched_at, outcome, certificate_no, material_id)
                        values (:region, :kind, :holder, :recordNo, :account, :fetchedAt, :outcome,
                            :certificateNo, :materialId)""")
                .paramSource(RecordParameters.of(fetch).with("region", region.value()))
                .update();
    }

    /** How often an account has asked since a moment, whatever came of it. */
    int countSince(String account, OffsetDateTime moment) {
        return jdbc.sql(
                        "select count(*) from certificate_fetch where account = ? and fetched_at > ?")
                .params(account, moment)
                .query(Integer.class)
                .single();
    }

    List<CertificateFetch> ofMaterials(List<String> materialIds) {
        return materialIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from certificate_fetch where material_id in (:ids) order by id")
                        .param("ids", materialIds)
                        .query(FETCH)
                        .list();
    }
}
