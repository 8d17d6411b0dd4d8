package org.creditrepair.web.mapping;

import org.creditrepair.application.model.CaseKey;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;
import org.springframework.stereotype.Component;

/** Codes as texts, and constants by their Chinese names, for all mappers. */
@Component
public class ViewTexts {

    /** Qualifies the Chinese name of a constant. */
    public static final String NAME = "name";

    @Named(NAME)
    public @Nullable String name(@Nullable Labelled constant) {
        return constant == null ? null : constant.text();
    }

    public @Nullable String text(@Nullable RegionCode region) {
        return region == null ? null : region.value();
    }

    public @Nullable String text(@Nullable CaseKey key) {
        return key == null ? null : key.toString();
    }

    public @Nullable String text(@Nullable SubjectCode code) {
        return code == null ? null : code.value();
    }
}
