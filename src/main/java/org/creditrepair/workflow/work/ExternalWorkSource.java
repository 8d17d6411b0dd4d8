package org.creditrepair.workflow.work;

import java.util.List;

/** Says what the server itself works on, once it listens. */
interface ExternalWorkSource {

    List<ExternalWork> works();
}
