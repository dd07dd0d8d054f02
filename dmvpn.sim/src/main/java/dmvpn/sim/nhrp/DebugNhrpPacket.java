package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.NhrpTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An NHRP packet as {@code debug nhrp packet} prints it: the fixed part (F), the mandatory part (M), its client information
 * entries (C-1) and so on, then the extensions (observed on IOS 15.x and IOS-XE). A password is not printed.
 */
public final class DebugNhrpPacket {

    private DebugNhrpPacket() {
    }

    /**
     * The lines of a packet.
     *
     * @param verb {@code Receive} or {@code Send}
     * @param tunnel tunnel interface
     * @param vrf VRF of the tunnel, empty for the global table
     */
    public static List<String> lines(String verb, String tunnel, Optional<String> vrf, NhrpPacket packet) {
        List<String> lines = new ArrayList<>();
        lines.add("NHRP: " + verb + " " + packet.summary() + " via " + tunnel + " vrf: " + vrf.orElse("global(0x0)")
                + ", packet size: " + packet.lengthBytes());
        boolean ipv4 = packet.header().sourceNbmaAddress() instanceof Ipv4Address;
        lines.add(" (F) afn: " + (ipv4 ? "AF_IP(1)" : "AF_IP6(2)") + ", type: "
                + (packet.header().sourceProtocolAddress() instanceof Ipv4Address ? "IP(800)" : "IPV6(86DD)")
                + ", hop: " + packet.header().hopCount() + ", ver: 1");
        lines.add("     shtl: " + packet.header().sourceNbmaAddress().bitLength() / 8 + "(NSAP), sstl: 0(NSAP)");
        lines.add("     pktsz: " + packet.lengthBytes() + " extoff: " + extensionsOffset(packet));
        addMandatoryPart(lines, packet);
        for (NhrpExtension extension : packet.extensions()) {
            addExtension(lines, extension);
        }
        return lines;
    }

    private static int extensionsOffset(NhrpPacket packet) {
        return packet.extensions().isEmpty() ? 0 : packet.lengthBytes() - packet.extensionsBytes();
    }

    private static void addMandatoryPart(List<String> lines, NhrpPacket packet) {
        if (packet instanceof NhrpTransaction transaction) {
            String flags = transaction.flagNames().isEmpty() ? "" : transaction.flagNames() + " ";
            lines.add(" (M) flags: \"" + flags + "\", reqid: " + transaction.requestId());
        } else if (packet instanceof ErrorIndication error) {
            lines.add(" (M) error code: " + error.code().title() + "(" + error.code().code() + "), offset: " + error.offset());
        } else {
            lines.add(" (M) traffic code: redirect(0)");
        }
        lines.add("     src NBMA: " + packet.header().sourceNbmaAddress());
        lines.add("     src protocol: " + packet.header().sourceProtocolAddress() + ", dst protocol: "
                + packet.header().destinationProtocolAddress());
        if (packet instanceof NhrpTransaction transaction) {
            addEntries(lines, transaction.entries());
        }
    }

    private static void addEntries(List<String> lines, List<ClientInformationEntry> entries) {
        int number = 0;
        for (ClientInformationEntry entry : entries) {
            number++;
            lines.add(" (C-" + number + ") code: " + (entry.code().code() == 0 ? "no error" : entry.code().title()) + "("
                    + entry.code().code() + ")");
            lines.add("       prefix: " + entry.prefixLength() + ", mtu: " + entry.mtuBytes() + ", hd_time: "
                    + entry.holdingTimeSeconds());
            lines.add("       addr_len: " + bytes(entry.nbmaAddress()) + "(NSAP), subaddr_len: 0(NSAP), proto_len: "
                    + bytes(entry.protocolAddress()) + ", pref: " + entry.preference());
            entry.nbmaAddress().ifPresent(address -> lines.add("       client NBMA: " + address));
            entry.protocolAddress().ifPresent(address -> lines.add("       client protocol: " + address));
        }
    }

    private static int bytes(Optional<IpAddress> address) {
        return address.map(present -> present.bitLength() / 8).orElse(0);
    }

    private static void addExtension(List<String> lines, NhrpExtension extension) {
        switch (extension) {
            case NhrpExtension.ResponderAddress responder -> {
                lines.add(" Responder Address Extension(3):");
                addEntries(lines, responder.responder().stream().toList());
            }
            case NhrpExtension.ForwardTransitRecord record -> {
                lines.add(" Forward Transit NHS Record Extension(4):");
                addEntries(lines, record.entries());
            }
            case NhrpExtension.ReverseTransitRecord record -> {
                lines.add(" Reverse Transit NHS Record Extension(5):");
                addEntries(lines, record.entries());
            }
            case NhrpExtension.Authentication authentication -> {
                lines.add(" Authentication Extension(7):");
                lines.add("     type:Cleartext(1), data:(not shown)");
            }
            case NhrpExtension.NatAddress nat -> {
                lines.add(" NAT address Extension(9):");
                addEntries(lines, nat.entries());
            }
            case NhrpExtension.VendorPrivate vendor -> lines.add(" Vendor Private Extension(8):");
            case NhrpExtension.Unknown unknown -> lines.add(" Unknown Extension(" + unknown.type() + "):");
        }
    }
}
