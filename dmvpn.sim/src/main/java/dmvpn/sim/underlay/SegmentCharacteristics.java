package dmvpn.sim.underlay;

import dmvpn.network.scenario.LinkSetting;
import dmvpn.network.underlay.Transport;
import java.util.OptionalLong;

/**
 * What a network does to a packet.
 *
 * @param latencyNanos one-way delay between any two attachments
 * @param jitterNanos largest random addition to the delay
 * @param lossProbability 0 to 1, for each packet
 * @param bandwidthBitsPerSecond rate of each attachment, empty for unlimited
 * @param mtuBytes largest IP packet
 * @param queuePackets how many packets wait at an attachment for its rate before further ones are dropped
 */
public record SegmentCharacteristics(
        long latencyNanos,
        long jitterNanos,
        double lossProbability,
        OptionalLong bandwidthBitsPerSecond,
        int mtuBytes,
        int queuePackets) {

    private static final int BITS_PER_BYTE = 8;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LARGEST_PACKET_BYTES = 65_535;

    /** The local network of a site: no delay, no loss. */
    static final SegmentCharacteristics LOCAL_NETWORK =
            new SegmentCharacteristics(0, 0, 0, OptionalLong.empty(), Transport.DEFAULT_MTU_BYTES,
                    OutputQueue.DEFAULT_PACKETS);

    static SegmentCharacteristics of(Transport transport) {
        return new SegmentCharacteristics(transport.latency().toNanos(), transport.jitter().toNanos(),
                transport.lossProbability(), transport.bandwidthBitsPerSecond(), transport.mtuBytes(),
                transport.queuePackets().orElse(OutputQueue.DEFAULT_PACKETS));
    }

    /** The line between a customer and the provider's edge: it costs its rate alone, and its MTU is that of the interfaces. */
    SegmentCharacteristics ofLineToProvider() {
        return new SegmentCharacteristics(0, 0, 0, bandwidthBitsPerSecond, LARGEST_PACKET_BYTES, queuePackets);
    }

    /** The way from one edge of the provider to another: the rate is that of the customers' lines. */
    SegmentCharacteristics insideProvider() {
        return new SegmentCharacteristics(latencyNanos, jitterNanos, lossProbability, OptionalLong.empty(), mtuBytes, queuePackets);
    }

    /** The same with one thing changed. */
    SegmentCharacteristics with(LinkSetting setting) {
        return switch (setting) {
            case LinkSetting.Latency changed -> new SegmentCharacteristics(
                    changed.latency().toNanos(), jitterNanos, lossProbability, bandwidthBitsPerSecond, mtuBytes,
                    queuePackets);
            case LinkSetting.Jitter changed -> new SegmentCharacteristics(
                    latencyNanos, changed.largest().toNanos(), lossProbability, bandwidthBitsPerSecond, mtuBytes,
                    queuePackets);
            case LinkSetting.Loss changed -> new SegmentCharacteristics(
                    latencyNanos, jitterNanos, changed.probability(), bandwidthBitsPerSecond, mtuBytes,
                    queuePackets);
            case LinkSetting.Bandwidth changed -> new SegmentCharacteristics(
                    latencyNanos, jitterNanos, lossProbability, OptionalLong.of(changed.bitsPerSecond()), mtuBytes,
                    queuePackets);
        };
    }

    /** How long an attachment needs to send that many bytes. */
    long transmissionNanos(int lengthBytes) {
        if (bandwidthBitsPerSecond.isEmpty()) {
            return 0;
        }
        return (long) Math.ceil(lengthBytes * BITS_PER_BYTE * NANOS_PER_SECOND / bandwidthBitsPerSecond.getAsLong());
    }
}
