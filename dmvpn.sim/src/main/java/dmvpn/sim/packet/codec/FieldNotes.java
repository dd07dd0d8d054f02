package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * What the encoders said of the bytes that they wrote. A field is exactly what one call wrote behind the name; its value is read
 * back from the finished bytes, so that lengths and checksums that were filled in later are right.
 */
final class FieldNotes {

    /** How a value is written for people. */
    enum Form { NUMBER, HEXADECIMAL, ADDRESS, BYTES, TEXT }

    private static final String UNNAMED = "Unnamed";
    private static final int LONGEST_HEXADECIMAL = 16;

    /** Something in the bytes; {@code clear} for what is in bytes of its own, which were encrypted. */
    private static final class Note {

        private final String name;
        private final boolean isLayer;
        private final List<Note> parts = new ArrayList<>();
        private int from;
        private int to;
        private Form form;
        private String meaning = "";
        private ByteWriter clear;

        Note(String name, boolean isLayer, int from) {
            this.name = name;
            this.isLayer = isLayer;
            this.from = from;
        }
    }

    private final List<Note> roots = new ArrayList<>();
    private final Deque<Note> open = new ArrayDeque<>();
    private String nextName;
    private String nextMeaning = "";
    private Form nextForm;

    /** Names the bytes that the next call writes. */
    void next(String name, String meaning, Form form) {
        nextName = name;
        nextMeaning = meaning;
        nextForm = form;
    }

    /** Begins a group, or a layer. */
    void begin(String name, String meaning, boolean isLayer, int position) {
        Note note = new Note(name, isLayer, position);
        note.meaning = meaning;
        siblings().add(note);
        open.push(note);
    }

    /** Ends the group that began last. */
    void end(int position) {
        open.pop().to = position;
    }

    /** Takes note of bytes that were written. */
    void wrote(int from, int to, Form form) {
        if (to > from) {
            Note note = new Note(nextName == null ? UNNAMED : nextName, false, from);
            note.to = to;
            note.form = nextForm == null ? form : nextForm;
            note.meaning = nextMeaning;
            siblings().add(note);
        }
        nextName = null;
        nextMeaning = "";
        nextForm = null;
    }

    /** Takes over what is known of bytes that were appended. */
    void append(FieldNotes appended, int offset) {
        for (Note note : appended.roots) {
            shift(note, offset);
            siblings().add(note);
        }
        nextName = null;
    }

    private static void shift(Note note, int offset) {
        note.from += offset;
        note.to += offset;
        note.parts.forEach(part -> shift(part, offset));
    }

    /**
     * Takes over what is known of some bytes of a packet that is quoted or was cut. Its layers are groups here, a field that is there
     * in part is so many bytes of it, and what was encrypted in it is no part of the excerpt.
     *
     * @param from first byte of the excerpt, in the packet
     * @param to first byte behind it, in the packet
     * @param offset where the excerpt begins here
     */
    void excerpt(FieldNotes packet, int from, int to, int offset) {
        packet.roots.forEach(note -> excerpt(note, from, to, offset - from, siblings()));
        nextName = null;
    }

    private static void excerpt(Note note, int from, int to, int shift, List<Note> taken) {
        int begin = Math.max(note.from, from);
        int end = Math.min(note.to, to);
        if (note.clear != null || end <= begin) {
            return;
        }
        boolean isWhole = begin == note.from && end == note.to;
        Note part = new Note(isWhole || note.form == null ? note.name : note.name + ", a part of it", false, begin + shift);
        part.to = end + shift;
        part.form = note.form == null || isWhole ? note.form : Form.BYTES;
        part.meaning = isWhole ? note.meaning : "";
        note.parts.forEach(inner -> excerpt(inner, from, to, shift, part.parts));
        taken.add(part);
    }

    /** What the group that is open has in bytes of its own. */
    void clear(String name, ByteWriter writer, int position) {
        Note note = new Note(name, false, position);
        note.to = position;
        note.clear = writer;
        siblings().add(note);
    }

    private List<Note> siblings() {
        return open.isEmpty() ? roots : open.peek().parts;
    }

    /** Everything, with values read from the finished bytes. */
    static EncodedPacket of(ByteWriter wire) {
        Collector collector = new Collector();
        collector.source("On the wire", wire);
        return new EncodedPacket(collector.sources, collector.layers);
    }

    private static final class Collector {

        private final List<EncodedPacket.ByteSource> sources = new ArrayList<>();
        private final List<EncodedField> layers = new ArrayList<>();

        List<EncodedField> source(String name, ByteWriter writer) {
            int source = sources.size();
            byte[] bytes = writer.toBytes();
            sources.add(new EncodedPacket.ByteSource(name, Octets.of(bytes)));
            return fields(writer.notes().roots, source, bytes);
        }

        private List<EncodedField> fields(List<Note> notes, int source, byte[] bytes) {
            List<EncodedField> fields = new ArrayList<>();
            for (Note note : notes) {
                if (note.isLayer) {
                    layer(note, source, bytes);
                } else if (note.clear != null) {
                    fields.addAll(source(note.name, note.clear));
                } else if (note.form == null) {
                    fields.add(new EncodedField(note.name, note.meaning, source, note.from, note.to - note.from,
                            fields(note.parts, source, bytes)));
                } else {
                    fields.add(new EncodedField(note.name, value(note, bytes), source, note.from, note.to - note.from, List.of()));
                }
            }
            return fields;
        }

        /** Layers inside stand behind it, and it ends where the first of them begins. */
        private void layer(Note note, int source, byte[] bytes) {
            int place = layers.size();
            int end = note.parts.stream().filter(part -> part.isLayer).mapToInt(part -> part.from).findFirst().orElse(note.to);
            layers.add(null); // its place, before those inside
            List<EncodedField> parts = fields(note.parts, source, bytes);
            layers.set(place, new EncodedField(note.name, note.meaning, source, note.from, end - note.from, parts));
        }

        private static String value(Note note, byte[] bytes) {
            ByteReader in = ByteReader.of(bytes, note.name);
            in.skip(note.from);
            int length = note.to - note.from;
            String value = switch (note.form) {
                case NUMBER -> Long.toUnsignedString(number(in, length));
                case HEXADECIMAL -> "0x" + HexFormat.of().formatHex(in.bytes(length));
                case ADDRESS -> IpAddress.ofBytes(in.bytes(length)).toString();
                case TEXT -> new String(in.bytes(length), StandardCharsets.UTF_8);
                case BYTES -> hexadecimal(in.bytes(length));
            };
            return note.meaning.isEmpty() ? value : note.meaning + " (" + value + ")";
        }

        private static long number(ByteReader in, int length) {
            long number = 0;
            for (int index = 0; index < length; index++) {
                number = number << Byte.SIZE | in.u8();
            }
            return number;
        }

        private static String hexadecimal(byte[] bytes) {
            String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_HEXADECIMAL));
            return bytes.length > LONGEST_HEXADECIMAL ? start + "… (" + bytes.length + " bytes)" : start;
        }
    }
}
