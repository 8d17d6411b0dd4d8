package org.creditrepair.web.sharing;

import org.creditrepair.reconciliation.DisplayDifference;
import org.creditrepair.reconciliation.Reconciliation;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.web.mapping.ViewMapping;
import org.creditrepair.web.mapping.ViewTexts;
import org.creditrepair.web.sharing.ReconciliationController.DifferenceView;
import org.creditrepair.web.sharing.ReconciliationController.ReconciliationView;
import org.creditrepair.web.sharing.SharingController.PushView;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps pushes and reconciliations to views. */
@Mapper(config = ViewMapping.class)
interface SharingViewMapper {

    @Mapping(target = ".", source = "content")
    @Mapping(target = "statusName", source = "status", qualifiedByName = ViewTexts.NAME)
    PushView push(Push push);

    @Mapping(target = ".", source = "counts")
    ReconciliationView reconciliation(Reconciliation reconciliation);

    @Mapping(target = "kindName", source = "kind", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "handlingName", source = "handling", qualifiedByName = ViewTexts.NAME)
    DifferenceView difference(DisplayDifference difference);
}
