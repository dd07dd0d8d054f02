package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.FieldWriter;

/** A packet of OSPF, of either version. */
public sealed interface OspfPacket extends Packet permits OspfPacketV2, OspfPacketV3 {

    /** Router ID of the sender. */
    Ipv4Address routerId();

    /** Area of the interfaces between which it travels. */
    Ipv4Address areaId();

    /** What it is about. */
    OspfBody body();

    @Override
    default String protocol() {
        return "OSPF";
    }

    @Override
    default String summary() {
        return body().title();
    }

    @Override
    default void describe(FieldWriter fields) {
        fields.address("routerId", routerId());
        fields.address("area", areaId());
        switch (body()) {
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
