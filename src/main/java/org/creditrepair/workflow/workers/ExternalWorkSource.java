package org.creditrepair.workflow.workers;

import java.util.List;

/** Says what the server itself works on, once it listens. */
interface ExternalWorkSource {

    /** A lane for each work, made anew. */
    List<Lane> lanes();
}
