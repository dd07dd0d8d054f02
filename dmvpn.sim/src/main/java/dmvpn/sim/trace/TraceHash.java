package dmvpn.sim.trace;

import dmvpn.sim.bytes.VariableLength;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over what a trace says, without origins: equal runs have equal hashes on every machine. Table entries and
 * schemas are spelled out where their number comes up first; how the trace lies in blocks and frames does not matter.
 */
final class TraceHash {

    private static final int BUFFER_BYTES = 1 << 14;

    private final TraceStore store;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;
    private int schemas;
    private int texts;
    private int addresses;
    private int prefixes;

    private TraceHash(TraceStore store) {
        this.store = store;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String of(TraceStore store, TraceCursor cursor) {
        TraceHash hash = new TraceHash(store);
        store.nodeNames.forEach(hash::add);
        while (cursor.next()) {
            hash.add(cursor);
        }
        hash.flush();
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(TraceCursor cursor) {
        EventSchema schema = cursor.schema();
        if (schema.number() > schemas) {
            schemas = schema.number();
            define(schema);
        }
        add(schema.number());
        add(cursor.timeNanos());
        add(cursor.node());
        add(cursor.causeIndex());
        addText(cursor.reasonNumber());
        for (int field = 0; field < schema.kinds().size(); field++) {
            long raw = cursor.rawValue(field);
            switch (schema.kinds().get(field)) {
                case TEXT -> addText((int) raw);
                case ADDRESS -> addAddress((int) raw);
                case PREFIX -> addPrefix((int) raw);
                default -> add(raw);
            }
        }
    }

    private void define(EventSchema schema) {
        add(schema.protocol());
        add(schema.message());
        if (schema.keepAlive()) {
            add("keep-alive");
        }
        schema.names().forEach(this::add);
        schema.kinds().forEach(kind -> add(kind.name()));
    }

    private void addText(int number) {
        while (texts < number) {
            add(store.texts.object(++texts));
        }
        add(number);
    }

    private void addAddress(int number) {
        while (addresses < number) {
            add(store.addresses.object(++addresses).toString());
        }
        add(number);
    }

    private void addPrefix(int number) {
        while (prefixes < number) {
            add(store.prefixes.object(++prefixes).toString());
        }
        add(number);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void add(long value) {
        if (used + Layout.LONGEST_VALUE > BUFFER_BYTES) {
            flush();
        }
        used = VariableLength.put(buffer, used, VariableLength.zigZag(value));
    }

    private void flush() {
        digest.update(buffer, 0, used);
        used = 0;
    }
}
