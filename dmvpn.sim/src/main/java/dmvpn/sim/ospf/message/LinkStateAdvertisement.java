package dmvpn.sim.ospf.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.packet.codec.ByteWriter;

/**
 * A link-state advertisement (RFC 2328 section 12; RFC 5340 section 4.4). Its instances share their content, whatever their age.
 *
 * @param header which one, and which instance of it
 * @param body what it says
 */
public record LinkStateAdvertisement(LinkStateHeader header, LinkStateBody body) {

    /**
     * Checks that header and content fit.
     *
     * @throws IllegalArgumentException when the content is of another type
     */
    public LinkStateAdvertisement {
        boolean fits = switch (header.key().type()) {
            case ROUTER -> body instanceof LinkStateBodyV2.Router || body instanceof LinkStateBodyV3.Router;
            case NETWORK -> body instanceof LinkStateBodyV2.Network || body instanceof LinkStateBodyV3.Network;
            case SUMMARY_NETWORK -> body instanceof LinkStateBodyV2.Summary || body instanceof LinkStateBodyV3.InterAreaPrefix;
            case SUMMARY_BOUNDARY_ROUTER ->
                body instanceof LinkStateBodyV2.Summary || body instanceof LinkStateBodyV3.InterAreaRouter;
            case EXTERNAL, NSSA_EXTERNAL -> body instanceof LinkStateBodyV2.External || body instanceof LinkStateBodyV3.External;
            case LINK -> body instanceof LinkStateBodyV3.Link;
            case INTRA_AREA_PREFIX -> body instanceof LinkStateBodyV3.IntraAreaPrefix;
        };
        if (!fits || header.lengthBytes() != LinkStateHeader.BYTES + body.lengthBytes()) {
            throw new IllegalArgumentException("an advertisement of " + header.key() + " with " + header.lengthBytes()
                    + " bytes does not fit its content");
        }
    }

    /** A new instance of age 0, with its checksum. */
    public static LinkStateAdvertisement originate(LinkStateKey key, OspfOptions options, int sequence, LinkStateBody body) {
        int lengthBytes = LinkStateHeader.BYTES + body.lengthBytes();
        LinkStateAdvertisement unsigned =
                new LinkStateAdvertisement(new LinkStateHeader(0, options, key, sequence, 0, lengthBytes), body);
        ByteWriter out = new ByteWriter();
        switch (body) {
            case LinkStateBodyV2 version2 -> LinkStateCodecV2.encode(unsigned, out);
            case LinkStateBodyV3 version3 -> LinkStateCodecV3.encode(unsigned, out);
        }
        int checksum = FletcherChecksum.of(out.toBytes(), FletcherChecksum.AGE_BYTES, LinkStateCodecV2.CHECKSUM_OFFSET);
        return new LinkStateAdvertisement(new LinkStateHeader(0, options, key, sequence, checksum, lengthBytes), body);
    }

    /** Which one it is. */
    public LinkStateKey key() {
        return header.key();
    }

    /** The same instance at another age. */
    public LinkStateAdvertisement withAge(int ageSeconds) {
        LinkStateHeader aged = header.withAge(ageSeconds);
        return aged == header ? this : new LinkStateAdvertisement(aged, body);
    }

    /** Length on the wire. */
    public int lengthBytes() {
        return header.lengthBytes();
    }

    /** The network that the advertisement is about: its id, or what is left of it without the bits of hosts (appendix E). */
    public IpPrefix prefix(int maskLength) {
        return IpPrefix.containing(header.key().id(), maskLength);
    }
}
