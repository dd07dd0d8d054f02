package dmvpn.sim.capture;

import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes one pcapng section (draft-ietf-opsawg-pcapng) with the IP packets of one router, link or network. Blocks are big-endian, times
 * are nanoseconds since the start of the run, shown as since 1970-01-01 00:00 UTC. Packets have no link layer: the
 * simulator has none, and made-up addresses would say something that never was.
 */
final class PcapngWriter {

    private static final long SECTION_HEADER_BLOCK = 0x0a0d0d0aL;
    private static final int INTERFACE_DESCRIPTION_BLOCK = 1;
    private static final int ENHANCED_PACKET_BLOCK = 6;
    private static final long BYTE_ORDER_MAGIC = 0x1a2b3c4dL;
    private static final int LINKTYPE_RAW = 101;
    private static final int OPTION_END = 0;
    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_INTERFACE_NAME = 2;
    private static final int OPTION_HARDWARE = 2;
    private static final int OPTION_APPLICATION = 4;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_PACKET_FLAGS = 2;
    private static final int NANOSECONDS = 9;
    private static final int INBOUND = 1;
    private static final int OUTBOUND = 2;
    /** Block type and the two total lengths. */
    private static final int BLOCK_FRAME_BYTES = 12;

    private final OutputStream out;
    private final Map<String, Integer> interfaces = new LinkedHashMap<>();

    /** Begins the section. */
    PcapngWriter(OutputStream out, String name) throws IOException {
        this.out = out;
        ByteWriter body = new ByteWriter().u32(BYTE_ORDER_MAGIC).u16(1).u16(0).u64(-1);
        option(body, OPTION_HARDWARE, name);
        option(body, OPTION_APPLICATION, "DMVPN simulator");
        body.u16(OPTION_END).u16(0);
        block(SECTION_HEADER_BLOCK, body);
    }

    /** Writes a packet, and before it its interface when it is the first of it. */
    void packet(String interfaceName, long timeNanos, Direction direction, byte[] bytes, String comment) throws IOException {
        Integer known = interfaces.get(interfaceName);
        int interfaceNumber = known == null ? describe(interfaceName) : known;
        ByteWriter body = new ByteWriter().u32(interfaceNumber).u64(timeNanos).u32(bytes.length).u32(bytes.length)
                .bytes(bytes);
        pad(body);
        option(body, OPTION_COMMENT, comment);
        body.u16(OPTION_PACKET_FLAGS).u16(4).u32(direction == Direction.RECEIVED ? INBOUND : OUTBOUND);
        body.u16(OPTION_END).u16(0);
        block(ENHANCED_PACKET_BLOCK, body);
    }

    private int describe(String interfaceName) throws IOException {
        ByteWriter body = new ByteWriter().u16(LINKTYPE_RAW).u16(0).u32(0);
        option(body, OPTION_INTERFACE_NAME, interfaceName);
        body.u16(OPTION_TIME_RESOLUTION).u16(1).u8(NANOSECONDS);
        pad(body);
        body.u16(OPTION_END).u16(0);
        block(INTERFACE_DESCRIPTION_BLOCK, body);
        interfaces.put(interfaceName, interfaces.size());
        return interfaces.get(interfaceName);
    }

    private static void option(ByteWriter body, int code, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        body.u16(code).u16(value.length).bytes(value);
        pad(body);
    }

    private static void pad(ByteWriter body) {
        body.zeros(Math.floorMod(-body.position(), 4));
    }

    private void block(long type, ByteWriter body) throws IOException {
        int length = body.position() + BLOCK_FRAME_BYTES;
        out.write(new ByteWriter().u32(type).u32(length).bytes(body.toBytes()).u32(length).toBytes());
    }
}
