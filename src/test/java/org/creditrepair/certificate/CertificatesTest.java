package org.creditrepair.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Optional;
import org.creditrepair.application.material.Materials;
import org.creditrepair.certificate.CertificateFetch.Outcome;
import org.creditrepair.certificate.CertificateLibrary.Document;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.transaction.PlatformTransactionManager;

/** What the library hands out is believed as little as what people upload. */
class CertificatesTest {

    @Test
    void whatIsNoDocumentCountsAsUnavailable() throws Exception {
        CertificateLibrary library = mock(CertificateLibrary.class);
        when(library.fetch(any(), any(), any()))
                .thenReturn(
                        Optional.of(
                                new Document(
                                        "N-1",
                                        new Stated(null, null),
                                        "<html>".getBytes(StandardCharsets.UTF_8))));
        Materials materials = mock(Materials.class);
        when(materials.store(any(), any(), any(), anyInt()))
                .thenThrow(RefusedException.invalid("file", "UNSUPPORTED_TYPE", "不是 PDF"));
        CertificateRegister register = mock(CertificateRegister.class);
        BusinessClock clock = mock(BusinessClock.class);
        when(clock.now()).thenReturn(OffsetDateTime.parse("2026-03-02T09:00:00+08:00"));
        RecordRegister records = mock(RecordRegister.class);
        when(records.displayedOf(any(), any())).thenReturn(Collections.singletonList(null));
        Certificates certificates =
                new Certificates(
                        library,
                        register,
                        records,
                        materials,
                        clock,
                        mock(PlatformTransactionManager.class));
        CertificateForm form =
                new CertificateForm("REGISTRATION", "91150100MA0XG00011", null, true);
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () ->
                                certificates.fetch(
                                        new RegionCode("150100"), form, "150100-portal", 10));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.UNAVAILABLE);
        ArgumentCaptor<CertificateFetch> entered = ArgumentCaptor.forClass(CertificateFetch.class);
        verify(register).enter(any(), entered.capture());
        assertThat(entered.getValue().outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(entered.getValue().materialId()).isNull();
    }
}
