package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of a trace as they grow: writes what is new in them, and reads it back. */
final class TraceTables {

    private int texts;
    private int addresses;
    private int prefixes;
    private int origins;
    private int schemas;

    /** All entries since the last call; nothing when there are none. */
    byte[] newEntries(TraceStore store) {
        boolean isNew = store.texts.size() > texts || store.addresses.size() > addresses || store.prefixes.size() > prefixes
                || store.origins.size() > origins || store.schemas.size() > schemas;
        return isNew ? TraceFileFormat.bytes(out -> write(store, out)) : new byte[0];
    }

    private void write(TraceStore store, DataOutputStream out) throws IOException {
        out.writeInt(store.texts.size() - texts);
        while (texts < store.texts.size()) {
            TraceFileFormat.writeText(out, store.texts.object(++texts));
        }
        out.writeInt(store.addresses.size() - addresses);
        while (addresses < store.addresses.size()) {
            writeAddress(out, store.addresses.object(++addresses));
        }
        out.writeInt(store.prefixes.size() - prefixes);
        while (prefixes < store.prefixes.size()) {
            IpPrefix prefix = store.prefixes.object(++prefixes);
            writeAddress(out, prefix.network());
            out.writeByte(prefix.length());
        }
        out.writeInt(store.origins.size() - origins);
        while (origins < store.origins.size()) {
            writeOrigin(out, store.origins.object(++origins));
        }
        out.writeInt(store.schemas.size() - schemas);
        while (schemas < store.schemas.size()) {
            writeSchema(out, store.schemas.object(++schemas));
        }
    }

    private static void writeAddress(DataOutputStream out, IpAddress address) throws IOException {
        byte[] bytes = address.toBytes();
        out.writeByte(bytes.length);
        out.write(bytes);
    }

    private static void writeOrigin(DataOutputStream out, Origin origin) throws IOException {
        TraceFileFormat.writeText(out, origin.file());
        TraceFileFormat.writeText(out, origin.element());
        out.writeInt(origin.line());
        out.writeInt(origin.column());
        out.writeInt(origin.offset());
        out.writeInt(origin.length());
    }

    private static void writeSchema(DataOutputStream out, EventSchema schema) throws IOException {
        TraceFileFormat.writeText(out, schema.protocol());
        TraceFileFormat.writeText(out, schema.message());
        out.writeBoolean(schema.keepAlive());
        out.writeInt(schema.names().size());
        for (int field = 0; field < schema.names().size(); field++) {
            TraceFileFormat.writeText(out, schema.names().get(field));
            TraceFileFormat.writeText(out, schema.kinds().get(field).name());
        }
    }

    /**
     * Adds what a file has to the tables of a store.
     *
     * @throws IOException when the content is none of a table
     */
    static void read(DataInputStream in, TraceStore store) throws IOException {
        for (int count = in.readInt(); count > 0; count--) {
            store.texts.append(readText(in));
        }
        for (int count = in.readInt(); count > 0; count--) {
            store.addresses.append(readAddress(in));
        }
        for (int count = in.readInt(); count > 0; count--) {
            IpAddress network = readAddress(in);
            store.prefixes.append(IpPrefix.containing(network, in.readUnsignedByte()));
        }
        for (int count = in.readInt(); count > 0; count--) {
            String file = readText(in);
            String element = readText(in);
            store.origins.append(Origin.of(file, in.readInt(), in.readInt(), in.readInt(), in.readInt(), element));
        }
        for (int count = in.readInt(); count > 0; count--) {
            store.schemas.append(readSchema(in, store.schemas.size() + 1));
        }
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static IpAddress readAddress(DataInputStream in) throws IOException {
        return IpAddress.ofBytes(in.readNBytes(in.readUnsignedByte()));
    }

    private static EventSchema readSchema(DataInputStream in, int number) throws IOException {
        String protocol = readText(in);
        String message = readText(in);
        boolean keepAlive = in.readBoolean();
        List<String> names = new ArrayList<>();
        List<FieldKind> kinds = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            names.add(readText(in));
            kinds.add(FieldKind.valueOf(readText(in)));
        }
        return new EventSchema(number, protocol, message, keepAlive, List.copyOf(names), List.copyOf(kinds));
    }
}
