package org.creditrepair.access.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.creditrepair.access.AccessProperties;
import org.creditrepair.access.Refusals;

/**
 * Keeps bodies of requests from holding up the server: one address may have so many under way, a
 * body must come at a fair speed, and what nobody has read when the answer stands is not waited
 * for.
 */
class BodyValve extends ValveBase {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final String OVERALL = "";
    private static final Set<Integer> STRANGERS = Set.of(401, 403, 429);
    private static final int MAX_DISCARDED = 16 * 1024 * 1024;
    private static final int MAX_DISCARDED_OF_STRANGERS = 64 * 1024;
    private static final int LOOKS = 20;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long DISCARDING = TimeUnit.SECONDS.toNanos(5);

    private final AccessProperties properties;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    BodyValve(AccessProperties properties) {
        super(true);
        this.properties = properties;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (request.getContentLengthLong() <= 0 && !chunked) {
            getNext().invoke(request, response);
            return;
        }
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer unmetered = coyote.getInputBuffer();
        String address = request.getRemoteAddr();
        if (!begin(address)) {
            Refusals.tooMany(response.getResponse(), AGAIN, "同时提交的内容过多，请稍后再试");
            leaveUnread(coyote, response);
            return;
        }
        try {
            coyote.setInputBuffer(new Metered(unmetered));
            getNext().invoke(request, response);
            boolean known = !STRANGERS.contains(response.getStatus());
            discard(coyote, known && !request.isAsync(), chunked);
        } finally {
            coyote.setInputBuffer(unmetered);
            end(address);
            leaveUnread(coyote, response);
        }
    }

    /**
     * Reads what nobody has read, so that a client that is still sending gets its answer: of who is
     * known for a while, of others only what has come already.
     */
    private static void discard(org.apache.coyote.Request coyote, boolean waiting, boolean chunked)
            throws IOException {
        Discarded discarded = new Discarded();
        long begun = System.nanoTime();
        int taken = 0;
        int most = waiting ? MAX_DISCARDED : MAX_DISCARDED_OF_STRANGERS;
        while (taken < most && System.nanoTime() - begun < DISCARDING && !isRead(coyote)) {
            if (!waiting && (chunked || !comesSoon(coyote))) {
                return;
            }
            int read = coyote.doRead(discarded);
            if (read < 0) {
                return;
            }
            taken += read;
        }
    }

    /** Whether more is there, or comes within a moment, as the packet behind the head does. */
    private static boolean comesSoon(org.apache.coyote.Request coyote) {
        for (int i = 0; i < LOOKS; i++) {
            coyote.action(ActionCode.AVAILABLE, true);
            if (coyote.getAvailable() > 0) {
                return true;
            }
            LockSupport.parkNanos(LOOK);
        }
        return false;
    }

    private static boolean isRead(org.apache.coyote.Request coyote) {
        return coyote.isFinished()
                || coyote.getContentLengthLong() >= 0
                        && coyote.getBytesRead() >= coyote.getContentLengthLong();
    }

    private boolean begin(String address) {
        if (take(OVERALL) > properties.bodiesInAll()) {
            give(OVERALL);
            return false;
        }
        if (take(address) > properties.bodiesAtOnce()) {
            end(address);
            return false;
        }
        return true;
    }

    private void end(String address) {
        give(address);
        give(OVERALL);
    }

    private int take(String key) {
        return underWay.merge(key, 1, Integer::sum);
    }

    private void give(String key) {
        underWay.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }

    /** Tomcat would read to the end of what is left; the connection is closed instead. */
    private static void leaveUnread(org.apache.coyote.Request coyote, Response response) {
        if (!isRead(coyote)) {
            response.setHeader("Connection", "close");
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Where bytes go that nobody wants. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Tomcat hands over buffers of its own.
        }
    }

    /** A body that must come at a fair speed once the time of grace is over. */
    private final class Metered implements InputBuffer {

        private final InputBuffer body;
        private final long begun = System.nanoTime();
        private long bytes;

        Metered(InputBuffer body) {
            this.body = body;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read = body.doRead(handler);
            bytes += Math.max(0, read);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            long counted = millis - properties.bodyGrace().toMillis();
            if (read >= 0 && bytes * 1000 < properties.bodyBytesPerSecond() * counted) {
                throw new IOException("请求内容传输过慢，已中断");
            }
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
