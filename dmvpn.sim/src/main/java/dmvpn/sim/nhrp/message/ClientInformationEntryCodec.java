package dmvpn.sim.nhrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Client information entries (RFC 2332 section 5.2.0.1). */
final class ClientInformationEntryCodec {

    private ClientInformationEntryCodec() {
    }

    static void encode(List<ClientInformationEntry> entries, ByteWriter out) {
        for (ClientInformationEntry entry : entries) {
            out.group("Client information entry", () -> encode(entry, out));
        }
    }

    private static void encode(ClientInformationEntry entry, ByteWriter out) {
        out.field("Code", entry.code().title()).u8(entry.code().code()).field("Prefix length").u8(entry.prefixLength())
                .field("Unused").u16(0).field("MTU").u16(entry.mtuBytes()).field("Holding time in seconds").u16(entry.holdingTimeSeconds())
                .field("Length of the NBMA address").u8(length(entry.nbmaAddress())).field("Length of the NBMA subaddress").u8(0)
                .field("Length of the protocol address").u8(length(entry.protocolAddress())).field("Preference").u8(entry.preference());
        entry.nbmaAddress().ifPresent(address -> out.field("NBMA address").address(address));
        entry.protocolAddress().ifPresent(address -> out.field("Protocol address").address(address));
    }

    private static int length(Optional<IpAddress> address) {
        return address.map(present -> present.bitLength() / 8).orElse(0);
    }

    /** Reads entries to the end. */
    static List<ClientInformationEntry> decode(ByteReader in) {
        List<ClientInformationEntry> entries = new ArrayList<>();
        while (in.remaining() > 0) {
            entries.add(decodeOne(in));
        }
        return entries;
    }

    private static ClientInformationEntry decodeOne(ByteReader in) {
        int codeNumber = in.u8();
        CieCode code = CieCode.ofCode(codeNumber)
                .orElseThrow(() -> in.problem("unknown code " + codeNumber + " of a client information entry"));
        int prefixLength = in.u8();
        in.skip(2);
        int mtuBytes = in.u16();
        int holdingTimeSeconds = in.u16();
        int nbmaLength = in.u8();
        int subaddressLength = in.u8();
        if (subaddressLength != 0) {
            throw in.problem("NBMA subaddresses are not supported");
        }
        int protocolLength = in.u8();
        int preference = in.u8();
        Optional<IpAddress> nbmaAddress = address(nbmaLength, in);
        Optional<IpAddress> protocolAddress = address(protocolLength, in);
        return new ClientInformationEntry(code, prefixLength, mtuBytes, holdingTimeSeconds, nbmaAddress, protocolAddress,
                preference);
    }

    private static Optional<IpAddress> address(int length, ByteReader in) {
        return length == 0 ? Optional.empty() : Optional.of(in.address(length));
    }
}
