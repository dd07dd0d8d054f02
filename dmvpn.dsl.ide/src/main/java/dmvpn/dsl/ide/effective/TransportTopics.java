package dmvpn.dsl.ide.effective;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.network.underlay.EdgeProtocol;
import dmvpn.network.underlay.ProviderHandoff;
import dmvpn.network.underlay.ProviderRouting;
import dmvpn.network.underlay.Transport;
import java.util.List;

/** What can be said of transports. */
final class TransportTopics {

    private TransportTopics() {
    }

    static List<Topic<?, ?>> all() {
        return List.of(new Topic<TransportDeclaration, Transport>(TransportDeclaration.class, settings(),
                (model, declaration) -> model.network().transports().stream()
                        .filter(transport -> model.isFrom(transport.origin(), declaration))
                        .map(transport -> Reading.of(transport, declaration)).toList()));
    }

    private static List<Setting<Transport>> settings() {
        return List.of(
                Setting.<Transport>of("kind", transport -> transport.kind().keyword(), TRANSPORT_DECLARATION__KIND).byLanguage(),
                Setting.<Transport>of("latency", transport -> Shown.millis(transport.latency()),
                        TRANSPORT_DECLARATION__LATENCY).byLanguage(),
                Setting.<Transport>of("jitter", transport -> Shown.millis(transport.jitter()),
                        TRANSPORT_DECLARATION__JITTER).byLanguage(),
                Setting.<Transport>of("loss", transport -> Shown.percent(transport.lossProbability()),
                        TRANSPORT_DECLARATION__LOSS).byLanguage(),
                Setting.<Transport>of("bandwidth",
                        transport -> Shown.number(transport.bandwidthBitsPerSecond(), " bit/s", "unlimited"),
                        TRANSPORT_DECLARATION__BANDWIDTH).byLanguage(),
                Setting.<Transport>of("queue", transport -> Shown.number(transport.queuePackets(), " packets", "40 packets"),
                        TRANSPORT_DECLARATION__QUEUE).byLanguage(),
                Setting.<Transport>of("mtu", transport -> transport.mtuBytes() + " bytes", TRANSPORT_DECLARATION__MTU).byLanguage(),
                Setting.<Transport>of("dhcp", transport -> Shown.text(transport.dhcpPool(), "no leases"),
                        TRANSPORT_DECLARATION__DHCP_POOL).byLanguage(),
                Setting.<Transport>of("reaches", transport -> Shown.list(transport.reaches(), "no other transport"),
                        TRANSPORT_DECLARATION__REACHES).byLanguage(),
                Setting.<Transport>of("provider-as", transport -> transport.provider().map(ProviderRouting::autonomousSystem)
                        .filter(number -> number.isPresent()).map(number -> Long.toString(number.getAsLong())).orElse("none"),
                        TRANSPORT_DECLARATION__PROVIDER_AS).byLanguage(),
                Setting.<Transport>of("pe-ce", transport -> Shown.text(transport.provider()
                        .flatMap(ProviderRouting::edgeProtocol).map(EdgeProtocol::keyword), "none"),
                        TRANSPORT_DECLARATION__PROVIDER_EDGE_PROTOCOL).byLanguage(),
                Setting.<Transport>of("ce-handoff", transport -> Shown.text(transport.provider()
                        .flatMap(ProviderRouting::handoff).map(handoff -> handoff.protocol().keyword()), "none"),
                        TRANSPORT_DECLARATION__HANDOFF_PROTOCOL).byLanguage(),
                Setting.<Transport>optional("external", transport -> transport.provider().flatMap(ProviderRouting::handoff)
                        .flatMap(ProviderHandoff::externalType).map(type -> "type-" + type),
                        TRANSPORT_DECLARATION__EXTERNAL_TYPE).byLanguage());
    }
}
