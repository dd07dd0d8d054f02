package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.FieldWriter;

/**
 * An OSPF packet (RFC 2328 appendix A.3.1).
 *
 * @param routerId router ID of the sender
 * @param areaId area of the interfaces between which it travels
 * @param authentication what proves its sender
 * @param body what it is about
 */
public record OspfPacket(Ipv4Address routerId, Ipv4Address areaId, OspfAuthentication authentication, OspfBody body)
        implements Packet {

    /** Version of the protocol. */
    public static final int VERSION = 2;
    /** Length of the header. */
    public static final int HEADER_BYTES = 24;

    @Override
    public String protocol() {
        return "OSPF";
    }

    @Override
    public String summary() {
        return body.title();
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + body.lengthBytes() + authentication.trailerBytes();
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.address("routerId", routerId);
        fields.address("area", areaId);
        switch (body) {
            case OspfBody.Hello hello -> describe(hello, fields);
            case OspfBody.DatabaseDescription description -> describe(description, fields);
            case OspfBody.LinkStateRequest request ->
                request.keys().forEach(key -> fields.text("advertisement", key.toString()));
            case OspfBody.LinkStateUpdate update ->
                update.advertisements().forEach(each -> fields.text("advertisement", each.key().toString()));
            case OspfBody.LinkStateAcknowledgment acknowledgment ->
                acknowledgment.headers().forEach(each -> fields.text("advertisement", each.key().toString()));
        }
    }

    private static void describe(OspfBody.Hello hello, FieldWriter fields) {
        fields.number("helloInterval", hello.helloIntervalSeconds());
        fields.number("deadInterval", hello.deadIntervalSeconds());
        fields.number("priority", hello.priority());
        fields.address("designatedRouter", hello.designatedRouter());
        fields.address("backupDesignatedRouter", hello.backupDesignatedRouter());
        hello.neighbors().forEach(neighbor -> fields.address("neighbor", neighbor));
    }

    private static void describe(OspfBody.DatabaseDescription description, FieldWriter fields) {
        fields.number("mtu", description.mtuBytes());
        fields.number("sequence", description.sequence());
        fields.flag("initial", description.initial());
        fields.flag("more", description.more());
        fields.flag("master", description.master());
        description.headers().forEach(each -> fields.text("advertisement", each.key().toString()));
    }
}
