package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The codecs of all protocols, by packet type and by what announces the packet. A further protocol is one more
 * {@link Builder#register}; nothing else knows the list.
 */
public final class PacketCodecs {

    /** A codec with its name for messages. */
    private record Entry<P extends Packet>(Class<P> type, String protocol, PacketCodec<P> codec) {

        void encode(Packet packet, ByteWriter out, Layers layers) {
            codec.encode(type.cast(packet), out, layers);
        }

        /** Turns what a record refuses into a message that names the place. */
        Packet decode(ByteReader in, Layers layers) {
            ByteReader own = in.rest(protocol);
            in.skip(in.remaining());
            try {
                return codec.decode(own, layers);
            } catch (IllegalArgumentException refused) {
                throw own.problem(refused.getMessage());
            }
        }
    }

    private final Map<Class<?>, Entry<?>> byType;
    private final Map<PayloadKind, Entry<?>> byKind;

    private PacketCodecs(Builder builder) {
        this.byType = new LinkedHashMap<>(builder.byType);
        this.byKind = new LinkedHashMap<>(builder.byKind);
    }

    /** Codecs of IP, UDP and bytes that nobody interprets. */
    public static Builder builder() {
        return new Builder()
                .register(IpPacket.class, "IP", new IpCodec(), IpCodec.KINDS)
                .register(IpFragment.class, "Fragment", new IpFragmentCodec())
                .register(UdpDatagram.class, "UDP", new UdpCodec(), new PayloadKind.IpProtocol(IpPacket.UDP))
                .register(UdpEncapsulated.class, "UDP encapsulation", new UdpEncapsulatedCodec(),
                        new PayloadKind.UdpPort(UdpEncapsulated.UDP_PORT))
                .register(OpaquePacket.class, "Data", new OpaqueCodec());
    }

    /**
     * The bytes of a packet.
     *
     * @throws IllegalStateException when no codec is registered for it or for something inside
     */
    public byte[] encode(Packet packet) {
        ByteWriter out = new ByteWriter();
        encode(packet, out, outermost());
        return out.toBytes();
    }

    /**
     * The bytes of a packet with what each of them means.
     *
     * @throws IllegalStateException when no codec is registered for it or for something inside
     */
    public EncodedPacket explain(Packet packet) {
        ByteWriter out = ByteWriter.withNotes();
        encode(packet, out, outermost());
        return FieldNotes.of(out);
    }

    /**
     * Reads an IP packet of either family.
     *
     * @throws DecodeException when the bytes are none, or something inside is wrong
     */
    public IpPacket decodeIp(byte[] bytes) {
        return (IpPacket) outermost().decode(IpCodec.KINDS[0], ByteReader.of(bytes, "IP"));
    }

    /**
     * Reads what another layer announced.
     *
     * @throws DecodeException when the bytes are none, or something inside is wrong
     */
    public Packet decode(PayloadKind kind, byte[] bytes) {
        return outermost().decode(kind, ByteReader.of(bytes, "Data"));
    }

    private Layers outermost() {
        return new Layers(this, 0, Optional.empty());
    }

    void encode(Packet packet, ByteWriter out, Layers layers) {
        Entry<?> entry = entryOf(packet);
        out.layer(packet.protocol(), () -> entry.encode(packet, out, layers));
    }

    private Entry<?> entryOf(Packet packet) {
        return byType.values().stream()
                .filter(entry -> entry.type().isInstance(packet))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No codec is registered for " + packet.getClass().getName()));
    }

    Optional<Packet> decode(PayloadKind kind, ByteReader in, Layers layers) {
        return Optional.ofNullable(byKind.get(kind)).map(entry -> entry.decode(in, layers));
    }

    boolean knows(PayloadKind kind) {
        return byKind.containsKey(kind);
    }

    /** Collects codecs. */
    public static final class Builder {

        private final Map<Class<?>, Entry<?>> byType = new LinkedHashMap<>();
        private final Map<PayloadKind, Entry<?>> byKind = new LinkedHashMap<>();

        private Builder() {
        }

        /**
         * Adds the codec of a protocol.
         *
         * @param type type that all its packets have
         * @param protocol name for messages
         * @param codec the codec
         * @param kinds how outer layers announce it
         * @throws IllegalStateException when another codec has the type or a kind
         */
        public <P extends Packet> Builder register(Class<P> type, String protocol, PacketCodec<P> codec,
                PayloadKind... kinds) {
            Entry<P> entry = new Entry<>(type, protocol, codec);
            if (byType.putIfAbsent(type, entry) != null) {
                throw new IllegalStateException("Two codecs are registered for " + type.getName());
            }
            for (PayloadKind kind : kinds) {
                if (byKind.putIfAbsent(kind, entry) != null) {
                    throw new IllegalStateException("Two codecs are registered for " + kind);
                }
            }
            return this;
        }

        /** The codecs so far. */
        public PacketCodecs build() {
            return new PacketCodecs(this);
        }
    }
}
