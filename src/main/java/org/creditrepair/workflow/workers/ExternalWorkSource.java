package org.creditrepair.workflow.workers;

import java.util.List;

/** Supplies topic handlers once the server listens. */
interface ExternalWorkSource {

    /** A lane for each work, made anew. */
    List<WorkerPool> lanes();
}
