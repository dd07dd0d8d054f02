package dmvpn.sim.eigrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;

/** What routes with wide metrics begin with: family, topology, router and metric (RFC 7868 section 6.9). */
final class WideMetricCodec {

    /** Length of the extended attribute that has a tag. */
    static final int TAG_BYTES = 6;

    private static final int FAMILY_IPV4 = 1;
    private static final int FAMILY_IPV6 = 2;
    private static final int BASE_TOPOLOGY = 0;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int WORD_BYTES = 2;
    private static final int ATTRIBUTE_TAG = 2;
    private static final int TAG_WORDS = 2;
    private static final int HIGHEST_INTERNAL_TAG = 255;

    private WideMetricCodec() {
    }

    /**
     * A metric, and what comes with it.
     *
     * @param addressBytes bytes of an address of the family
     * @param internalTag tag of a route from inside, 0 for none; of one that has no room in a byte, none
     */
    record Decoded(int addressBytes, WideMetric metric, int internalTag) {
    }

    /** @param internalTag tag of a route from inside, which is an extended attribute here; 0 for none */
    static void encode(WideMetric metric, IpAddress nextHop, int internalTag, ByteWriter out) {
        out.field("Topology").u16(BASE_TOPOLOGY)
                .field("Address family").u16(nextHop instanceof Ipv4Address ? FAMILY_IPV4 : FAMILY_IPV6)
                .field("Router").address(metric.source())
                .field("Words of attributes").u8(internalTag == 0 ? 0 : TAG_BYTES / WORD_BYTES).field("Priority").u8(0)
                .field("Reliability").u8(metric.reliability()).field("Load").u8(metric.load()).field("MTU").u24(metric.mtuBytes())
                .field("Hop count").u8(metric.hopCount())
                .field("Delay in picoseconds").u48(metric.delayPicos()).field("Bandwidth in kbit/s").u48(metric.bandwidthKbps())
                .field("Reserved").u16(0).field("Flags").u16(0);
        if (internalTag != 0) {
            out.group("Tag", () -> out.field("Attribute").u8(ATTRIBUTE_TAG).field("Words").u8(TAG_WORDS).field("Tag").u32(internalTag));
        }
    }

    static Decoded decode(ByteReader value) {
        int topology = value.u16();
        if (topology != BASE_TOPOLOGY) {
            throw value.problem("topology " + topology + " is not the base topology");
        }
        int family = value.u16();
        if (family != FAMILY_IPV4 && family != FAMILY_IPV6) {
            throw value.problem("family " + family + " is neither IPv4 nor IPv6");
        }
        Ipv4Address source = Ipv4Address.ofBytes(value.bytes(IPV4_BYTES));
        int attributeWords = value.u8();
        value.skip(1);
        int reliability = value.u8();
        int load = value.u8();
        int mtuBytes = value.u24();
        int hopCount = value.u8();
        long delayPicos = decode48(value);
        long bandwidthKbps = decode48(value);
        value.skip(4);
        int internalTag = decodeTag(value.slice(attributeWords * WORD_BYTES));
        return new Decoded(family == FAMILY_IPV4 ? IPV4_BYTES : IPV6_BYTES,
                new WideMetric(source, delayPicos, bandwidthKbps, mtuBytes, hopCount, reliability, load), internalTag);
    }

    private static long decode48(ByteReader value) {
        long high = value.u16();
        return high << Integer.SIZE | value.u32();
    }

    /** The tag among the extended attributes; others are not modelled. */
    private static int decodeTag(ByteReader attributes) {
        int tag = 0;
        while (attributes.remaining() > 0) {
            int kind = attributes.u8();
            int words = attributes.u8();
            if (kind == ATTRIBUTE_TAG && words == TAG_WORDS) {
                long found = attributes.u32();
                tag = found <= HIGHEST_INTERNAL_TAG ? (int) found : 0;
            } else {
                attributes.skip(words * WORD_BYTES);
            }
        }
        return tag;
    }
}
