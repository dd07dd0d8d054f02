package dmvpn.sim.packet.codec;

/** Bytes are not the packet that they should be. The message is a sentence for people and names the place. */
public final class DecodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * @param protocol protocol whose rules are broken
     * @param offset byte where it was noticed, counted from the beginning of the outermost packet
     * @param problem what is wrong, without a full stop
     */
    public DecodeException(String protocol, int offset, String problem) {
        super(protocol + " at byte " + offset + ": " + problem);
        this.offset = offset;
    }

    /** Byte where it was noticed, counted from the beginning of the outermost packet. */
    public int offset() {
        return offset;
    }
}
