package dmvpn.sim.fragmentation;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What routers and hosts report of packets that are larger than a link. */
public sealed interface FragmentationEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "IP";
    }

    /**
     * A packet leaves in pieces.
     *
     * @param interfaceName interface whose MTU is too small
     * @param source source address
     * @param destination destination address
     * @param content what the packet carries
     * @param lengthBytes its length
     * @param mtuBytes largest packet of the interface
     * @param fragments number of pieces
     */
    record Fragmented(String interfaceName, IpAddress source, IpAddress destination, String content, int lengthBytes,
            int mtuBytes, int fragments) implements FragmentationEvent {

        @Override
        public String message() {
            return "packet fragmented";
        }

        @Override
        public String reason() {
            return "it is larger than the MTU of the interface and may be fragmented";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
            fields.number("length", lengthBytes);
            fields.number("mtu", mtuBytes);
            fields.number("fragments", fragments);
        }
    }

    /**
     * All pieces of a packet are there.
     *
     * @param source source address
     * @param destination destination address
     * @param ipProtocol IP protocol
     * @param identification identification of the pieces
     * @param content what the packet carries
     * @param contentBytes length of that
     */
    record Reassembled(IpAddress source, IpAddress destination, int ipProtocol, int identification, String content,
            int contentBytes) implements FragmentationEvent {

        @Override
        public String message() {
            return "packet reassembled";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
            fields.number("ipProtocol", ipProtocol);
            fields.number("identification", identification);
            fields.text("content", content);
            fields.number("length", contentBytes);
        }
    }

    /**
     * The pieces of a packet are thrown away.
     *
     * @param source source address
     * @param destination destination address
     * @param content what the packet carries
     * @param fragments number of pieces that came
     * @param reason why
     */
    record NotReassembled(IpAddress source, IpAddress destination, String content, int fragments, String reason)
            implements FragmentationEvent {

        @Override
        public String message() {
            return "packet not reassembled";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
            fields.number("fragments", fragments);
        }
    }
}
