package org.creditrepair.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code applicant_login}: tokens of applicants, as digests, and what they prove. */
@Repository
class LoginStore {

    private final JdbcClient jdbc;
    private final Catalog catalog;

    LoginStore(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    void insert(String tokenHash, Proof proof, OffsetDateTime validUntil) {
        Optional<Represented> identity = Optional.ofNullable(proof.identity());
        boolean ofOneRegion = proof.regions().size() == 1 && identity.isEmpty();
        jdbc.sql(
                        """
                        insert into applicant_login (token_hash, valid_until, application_no,
                            region, mobile, subject_code, subject_name, person, agent)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tokenHash,
                        validUntil,
                        proof.applicationNo(),
                        ofOneRegion ? proof.regions().iterator().next().value() : null,
                        proof.mobile(),
                        identity.map(Represented::code).orElse(null),
                        identity.map(Represented::name).orElse(null),
                        identity.map(Represented::person).orElse(null),
                        identity.map(Represented::agent).orElse(null))
                .update();
    }

    /**
     * Enters that a token of the identity provider was used.
     *
     * @param outlived when tokens that were used before can be forgotten
     * @return false if it was used before
     */
    boolean use(String tokenHash, OffsetDateTime moment, OffsetDateTime outlived) {
        jdbc.sql("delete from identity_token_use where used_at < ?").param(outlived).update();
        try {
            jdbc.sql("insert into identity_token_use (token_hash, used_at) values (?, ?)")
                    .params(tokenHash, moment)
                    .update();
            return true;
        } catch (DuplicateKeyException usedBefore) {
            return false;
        }
    }

    void delete(String tokenHash) {
        jdbc.sql("delete from applicant_login where token_hash = ?").param(tokenHash).update();
    }

    void deleteBefore(OffsetDateTime moment) {
        jdbc.sql("delete from applicant_login where valid_until < ?").param(moment).update();
    }

    /** What a token proves; empty if there is none such, or it is outlived. */
    Optional<Proof> proofOf(String tokenHash, OffsetDateTime moment) {
        return jdbc.sql("select * from applicant_login where token_hash = ? and valid_until > ?")
                .params(tokenHash, moment)
                .query((row, n) -> proof(row))
                .optional();
    }

    private Proof proof(ResultSet row) throws SQLException {
        String subject = row.getString("subject_code");
        if (subject != null) {
            Set<RegionCode> everywhere =
                    catalog.regions().stream().map(Region::code).collect(Collectors.toSet());
            return Proof.ofIdentity(
                    everywhere,
                    new Represented(
                            subject,
                            row.getString("subject_name"),
                            row.getString("person"),
                            row.getString("mobile"),
                            row.getBoolean("agent")));
        }
        String region = row.getString("region");
        return region == null
                ? Proof.ofApplication(row.getString("application_no"))
                : Proof.ofMobile(new RegionCode(region), row.getString("mobile"));
    }
}
