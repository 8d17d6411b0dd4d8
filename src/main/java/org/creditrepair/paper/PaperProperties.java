package org.creditrepair.paper;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of papers.
 *
 * @param checkAddress where the public checks a paper (文书查验), without the code at its end, {@code
 *     {port}} standing for the server's own; empty if papers do not tell
 * @param sealStore PKCS #12 store with the keys of the seals; null if papers are not sealed. A key
 *     {@code {region}-{unit}} signs the PDF files of a unit, {@code {region}-{unit}-sm2} its OFD
 *     files; {@code seal} and {@code seal-sm2} those of units without one
 * @param sealPassword of the store and its keys
 * @param sealPictures directory with the imprints, {@code {region}-{unit}.png}; what is missing is
 *     drawn with the unit's name
 * @param sealRemark a line on imprints that are drawn, e.g. 演示; empty for none
 */
@ConfigurationProperties("creditrepair.paper")
record PaperProperties(
        @DefaultValue("") String checkAddress,
        @Nullable Resource sealStore,
        @DefaultValue("") String sealPassword,
        @Nullable Path sealPictures,
        @DefaultValue("") String sealRemark) {}
