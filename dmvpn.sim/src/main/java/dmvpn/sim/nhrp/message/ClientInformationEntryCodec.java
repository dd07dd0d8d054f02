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
            out.u8(entry.code().code()).u8(entry.prefixLength()).u16(0)
                    .u16(entry.mtuBytes()).u16(entry.holdingTimeSeconds())
                    .u8(length(entry.nbmaAddress())).u8(0).u8(length(entry.protocolAddress())).u8(entry.preference());
            entry.nbmaAddress().ifPresent(out::address);
            entry.protocolAddress().ifPresent(out::address);
        }
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
