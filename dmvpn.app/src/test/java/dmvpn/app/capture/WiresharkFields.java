package dmvpn.app.capture;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.NhrpTransaction;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.tunnel.GrePacket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a packet by the names that Wireshark gives them, as {@code tshark -T fields} prints them. */
final class WiresharkFields {

    /** Payloads of a key exchange, those of an encrypted message too: only who has the right keys sees their types. */
    static final String PAYLOADS = "isakmp.typepayload";

    /** Wireshark counts the structures within a security association payload as payloads. */
    private static final List<String> PROPOSAL_AND_TRANSFORM = List.of("2", "3");

    /** Encrypted and Authenticated (RFC 7296 section 3.14). */
    private static final int ENCRYPTED = 46;

    /** All that {@link #of} may have, in the order in which tshark is asked. */
    static final List<String> NAMES = List.of("ah.spi", "ah.sequence", "esp.spi", "esp.sequence", "esp.protocol", "gre.key", "gre.proto",
            "nhrp.hdr.afn", "nhrp.hdr.pro.type", "nhrp.hdr.hopcnt", "nhrp.hdr.pktsz", "nhrp.hdr.op.type", "nhrp.flags", "nhrp.reqid",
            "nhrp.src.nbma.addr", "nhrp.src.prot.addr", "nhrp.dst.prot.addr", "nhrp.code", "nhrp.prefix", "nhrp.mtu", "nhrp.htime",
            "nhrp.pref", "nhrp.client.nbma.addr", "nhrp.client.prot.addr", "nhrp.src.nbma.addr_bytes", "nhrp.src.prot.addr_bytes",
            "nhrp.client.nbma.addr_bytes", "nhrp.client.prot.addr_bytes", "nhrp.ext.type", "isakmp.ispi", "isakmp.rspi",
            "isakmp.exchangetype", "isakmp.messageid", "isakmp.length", PAYLOADS, "isakmp.flag_i", "isakmp.flag_r",
            "bfd.version", "bfd.diag", "bfd.sta", "bfd.detect_time_multiplier", "bfd.my_discriminator", "bfd.your_discriminator",
            "bfd.desired_min_tx_interval", "bfd.required_min_rx_interval", "cdp.version", "cdp.ttl", "cdp.deviceid", "cdp.portid",
            "cdp.odr_default_gateway", "rip.command", "rip.version", "rip.route_tag", "rip.ip", "rip.netmask", "rip.next_hop", "rip.metric");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private WiresharkFields() {
    }

    /** Those of a packet; empty text for a field that it has not. */
    static List<String> of(IpPacket packet) {
        WiresharkFields known = new WiresharkFields();
        Packet layer = packet;
        while (layer != null) {
            known.add(layer);
            layer = layer.payload().orElse(null);
        }
        return NAMES.stream().map(name -> known.fields.getOrDefault(name, "")).toList();
    }

    private void add(Packet layer) {
        switch (layer) {
            case AhPacket ah -> {
                fields.put("ah.spi", hex(8, ah.securityParametersIndex()));
                fields.put("ah.sequence", Long.toString(ah.sequenceNumber()));
            }
            case EspPacket esp -> {
                fields.put("esp.spi", hex(8, esp.securityParametersIndex()));
                fields.put("esp.sequence", Long.toString(esp.sequenceNumber()));
                fields.put("esp.protocol", hex(2, esp.nextHeader()));
            }
            case GrePacket gre -> {
                gre.key().ifPresent(key -> fields.put("gre.key", hex(8, key)));
                fields.put("gre.proto", hex(4, gre.protocolType()));
            }
            case NhrpPacket nhrp -> add(nhrp);
            case RipPacket rip -> add(rip);
            case BfdPacket bfd -> add(bfd);
            case CdpFrame cdp -> add(cdp);
            case IkePacket ike -> {
                addExchange(ike.initiatorSpi(), ike.responderSpi(), ike.exchange().code(), ike.messageId(), ike.lengthBytes());
                fields.put("isakmp.flag_i", ike.fromInitiator() ? "1" : "0");
                fields.put("isakmp.flag_r", ike.response() ? "1" : "0");
                fields.put(PAYLOADS, all(Stream.concat(ike.isEncrypted() ? Stream.of(ENCRYPTED) : Stream.of(),
                        ike.payloads().stream().map(IkePayload::type))));
            }
            case IsakmpPacket isakmp -> {
                addExchange(isakmp.initiatorCookie(), isakmp.responderCookie(), isakmp.exchange().code(),
                        isakmp.messageId(), isakmp.lengthBytes());
                fields.put(PAYLOADS, all(isakmp.payloads().stream().map(IsakmpPayload::type)));
            }
            default -> {
                // what is no protocol of tunnels
            }
        }
    }

    private void add(BfdPacket bfd) {
        fields.put("bfd.version", Integer.toString(BfdPacket.VERSION));
        fields.put("bfd.diag", hex(2, bfd.diagnostic()));
        fields.put("bfd.sta", hex(2, bfd.state().code()));
        fields.put("bfd.detect_time_multiplier", Integer.toString(bfd.detectMultiplier()));
        fields.put("bfd.my_discriminator", hex(8, bfd.myDiscriminator()));
        fields.put("bfd.your_discriminator", hex(8, bfd.yourDiscriminator()));
        fields.put("bfd.desired_min_tx_interval", Long.toString(bfd.intervals().desiredMinTxMicros()));
        fields.put("bfd.required_min_rx_interval", Long.toString(bfd.intervals().requiredMinRxMicros()));
    }

    private void add(CdpFrame cdp) {
        fields.put("cdp.version", Integer.toString(CdpFrame.VERSION));
        fields.put("cdp.ttl", Integer.toString(cdp.holdTimeSeconds()));
        cdp.first(CdpTlv.DeviceId.class).ifPresent(device -> fields.put("cdp.deviceid", device.name()));
        cdp.first(CdpTlv.PortId.class).ifPresent(port -> fields.put("cdp.portid", port.name()));
        cdp.first(CdpTlv.DefaultGateway.class)
                .ifPresent(told -> fields.put("cdp.odr_default_gateway", told.gateway().toString()));
    }

    private void add(RipPacket rip) {
        List<RipEntry.Route> routes = rip.routes();
        fields.put("rip.command", Integer.toString(rip.command().code()));
        fields.put("rip.version", Integer.toString(RipPacket.VERSION));
        fields.put("rip.route_tag", all(routes.stream().map(RipEntry.Route::tag)));
        putAddresses("rip.ip", routes.stream().map(route -> route.destination().network()).toList());
        putAddresses("rip.netmask", routes.stream().map(route -> route.destination().netmask()).toList());
        putAddresses("rip.next_hop", routes.stream().<IpAddress>map(RipEntry.Route::nextHop).toList());
        // A request for everything has a metric and no route.
        fields.put("rip.metric", rip.asksForWholeTable() ? "16" : all(routes.stream().map(route -> (int) route.metric())));
    }

    /** What Wireshark has read of a field, without what is none of ours. */
    static String read(String name, String value) {
        return !name.equals(PAYLOADS) ? value : Arrays.stream(value.split(",")).filter(type -> !PROPOSAL_AND_TRANSFORM.contains(type))
                .collect(Collectors.joining(","));
    }

    private void addExchange(long initiator, long responder, int exchange, long messageId, int lengthBytes) {
        fields.put("isakmp.ispi", String.format(Locale.ROOT, "%016x", initiator));
        fields.put("isakmp.rspi", String.format(Locale.ROOT, "%016x", responder));
        fields.put("isakmp.exchangetype", Integer.toString(exchange));
        fields.put("isakmp.messageid", hex(8, messageId));
        fields.put("isakmp.length", Integer.toString(lengthBytes));
    }

    private void add(NhrpPacket nhrp) {
        NhrpHeader header = nhrp.header();
        fields.put("nhrp.hdr.afn", header.sourceNbmaAddress() instanceof Ipv4Address ? "0x0001" : "0x0002");
        fields.put("nhrp.hdr.pro.type", hex(4, header.sourceProtocolAddress() instanceof Ipv4Address ? 0x0800 : 0x86dd));
        fields.put("nhrp.hdr.hopcnt", Integer.toString(header.hopCount()));
        fields.put("nhrp.hdr.pktsz", Integer.toString(nhrp.lengthBytes()));
        fields.put("nhrp.hdr.op.type", Integer.toString(nhrp.type().code()));
        putAddresses("nhrp.src.nbma.addr", List.of(header.sourceNbmaAddress()));
        putAddresses("nhrp.src.prot.addr", List.of(header.sourceProtocolAddress()));
        if (header.destinationProtocolAddress() instanceof Ipv4Address) {
            // Wireshark's name of the other field has a slip that later versions may mend.
            putAddresses("nhrp.dst.prot.addr", List.of(header.destinationProtocolAddress()));
        }
        List<ClientInformationEntry> entries = new ArrayList<>();
        if (nhrp instanceof NhrpTransaction transaction) {
            fields.put("nhrp.flags", hex(4, transaction.flagBits()));
            fields.put("nhrp.reqid", hex(8, transaction.requestId()));
            entries.addAll(transaction.entries());
        }
        nhrp.extensions().forEach(extension -> entries.addAll(entries(extension)));
        fields.put("nhrp.code", all(entries.stream().map(entry -> entry.code().code())));
        fields.put("nhrp.prefix", all(entries.stream().map(ClientInformationEntry::prefixLength)));
        fields.put("nhrp.mtu", all(entries.stream().map(ClientInformationEntry::mtuBytes)));
        fields.put("nhrp.htime", all(entries.stream().map(ClientInformationEntry::holdingTimeSeconds)));
        fields.put("nhrp.pref", all(entries.stream().map(ClientInformationEntry::preference)));
        putAddresses("nhrp.client.nbma.addr", entries.stream().flatMap(entry -> entry.nbmaAddress().stream()).toList());
        putAddresses("nhrp.client.prot.addr", entries.stream().flatMap(entry -> entry.protocolAddress().stream()).toList());
        if (!nhrp.extensions().isEmpty()) {
            // the last one is the end of the list
            fields.put("nhrp.ext.type", Stream.concat(nhrp.extensions().stream().map(NhrpExtension::type), Stream.of(0))
                    .map(type -> hex(4, type)).collect(Collectors.joining(",")));
        }
    }

    private static List<ClientInformationEntry> entries(NhrpExtension extension) {
        return switch (extension) {
            case NhrpExtension.ResponderAddress address -> address.responder().stream().toList();
            case NhrpExtension.ForwardTransitRecord record -> record.entries();
            case NhrpExtension.ReverseTransitRecord record -> record.entries();
            case NhrpExtension.NatAddress address -> address.entries();
            default -> List.of();
        };
    }

    private static String all(Stream<Integer> numbers) {
        return numbers.map(number -> Integer.toString(number)).collect(Collectors.joining(","));
    }

    /** Wireshark shows IPv6 in NHRP as bytes, in a field of its own. */
    private void putAddresses(String name, List<IpAddress> addresses) {
        fields.put(name, addresses.stream().filter(Ipv4Address.class::isInstance).map(IpAddress::toString)
                .collect(Collectors.joining(",")));
        fields.put(name + "_bytes", addresses.stream().filter(address -> !(address instanceof Ipv4Address))
                .map(address -> HexFormat.of().formatHex(address.toBytes())).collect(Collectors.joining(",")));
    }

    private static String hex(int digits, long number) {
        return String.format(Locale.ROOT, "0x%0" + digits + "x", number);
    }
}
