package org.creditrepair.web.mapping;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/** How all mappers from domain types to answers of the REST interface are made. */
@MapperConfig(
        componentModel = "spring",
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        uses = {ViewTexts.class, PersonNames.class})
public interface ViewMapping {}
