package dmvpn.sim.packet.codec;

/** How an outer layer announces what is inside. */
public sealed interface PayloadKind {

    /**
     * By an IP protocol number; ESP announces its content so too.
     *
     * @param number 0 to 255
     */
    record IpProtocol(int number) implements PayloadKind {
    }

    /**
     * By a UDP port.
     *
     * @param number 0 to 65535
     */
    record UdpPort(int number) implements PayloadKind {
    }

    /**
     * By a TCP port; the message is whole.
     *
     * @param number 0 to 65535
     */
    record TcpPort(int number) implements PayloadKind {
    }

    /**
     * By a GRE protocol type.
     *
     * @param number 0 to 65535
     */
    record GreProtocol(int number) implements PayloadKind {
    }
}
