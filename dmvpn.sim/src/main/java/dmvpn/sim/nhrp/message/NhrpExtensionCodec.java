package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of extensions with its end (RFC 2332 section 5.3). */
final class NhrpExtensionCodec {

    private static final int COMPULSORY = 0x8000;
    private static final int TYPE_MASK = 0x3fff;
    private static final int END = 0;

    private NhrpExtensionCodec() {
    }

    static void encode(List<NhrpExtension> extensions, ByteWriter out) {
        for (NhrpExtension extension : extensions) {
            out.group("Extension", () -> {
                out.hexadecimal("Type", nameOf(extension)).u16((extension.compulsory() ? COMPULSORY : 0) | extension.type())
                        .field("Length").u16(extension.valueBytes());
                encodeValue(extension, out);
            });
        }
        out.group("End of extensions", () -> out.hexadecimal("Type").u16(COMPULSORY | END).field("Length").u16(0));
    }

    private static String nameOf(NhrpExtension extension) {
        return switch (extension) {
            case NhrpExtension.ResponderAddress responder -> "responder address";
            case NhrpExtension.ForwardTransitRecord transit -> "forward transit NHS record";
            case NhrpExtension.ReverseTransitRecord transit -> "reverse transit NHS record";
            case NhrpExtension.Authentication authentication -> "authentication";
            case NhrpExtension.NatAddress nat -> "NAT address";
            case NhrpExtension.VendorPrivate vendor -> "vendor private";
            case NhrpExtension.Unknown unknown -> "unknown";
        };
    }

    private static void encodeValue(NhrpExtension extension, ByteWriter out) {
        switch (extension) {
            case NhrpExtension.ResponderAddress responder ->
                ClientInformationEntryCodec.encode(responder.responder().stream().toList(), out);
            case NhrpExtension.ForwardTransitRecord transit -> ClientInformationEntryCodec.encode(transit.entries(), out);
            case NhrpExtension.ReverseTransitRecord transit -> ClientInformationEntryCodec.encode(transit.entries(), out);
            case NhrpExtension.Authentication authentication ->
                out.field("Authentication type", "cleartext").u32(NhrpExtension.Authentication.CLEARTEXT)
                        .text("Password").bytes(authentication.password().getBytes(StandardCharsets.ISO_8859_1));
            case NhrpExtension.NatAddress nat -> ClientInformationEntryCodec.encode(nat.entries(), out);
            case NhrpExtension.VendorPrivate vendor -> out.hexadecimal("Organization").u24(vendor.organizationIdentifier()).field("Data").octets(vendor.data());
            case NhrpExtension.Unknown unknown -> out.field("Value").octets(unknown.value());
        }
    }

    static List<NhrpExtension> decode(ByteReader in) {
        List<NhrpExtension> extensions = new ArrayList<>();
        while (true) {
            int typeAndFlags = in.u16();
            int type = typeAndFlags & TYPE_MASK;
            int length = in.u16();
            if (type == END) {
                if (length != 0) {
                    throw in.problem("the end of the extensions has a value of " + length + " bytes");
                }
                in.requireEnd();
                return extensions;
            }
            extensions.add(decodeValue(type, (typeAndFlags & COMPULSORY) != 0, in.slice(length)));
        }
    }

    private static NhrpExtension decodeValue(int type, boolean compulsory, ByteReader value) {
        return switch (type) {
            case NhrpExtension.ResponderAddress.TYPE -> responder(value);
            case NhrpExtension.ForwardTransitRecord.TYPE ->
                new NhrpExtension.ForwardTransitRecord(ClientInformationEntryCodec.decode(value));
            case NhrpExtension.ReverseTransitRecord.TYPE ->
                new NhrpExtension.ReverseTransitRecord(ClientInformationEntryCodec.decode(value));
            case NhrpExtension.Authentication.TYPE -> authentication(compulsory, value);
            case NhrpExtension.NatAddress.TYPE ->
                new NhrpExtension.NatAddress(ClientInformationEntryCodec.decode(value));
            case NhrpExtension.VendorPrivate.TYPE ->
                new NhrpExtension.VendorPrivate(value.u24(), value.remainingOctets());
            default -> new NhrpExtension.Unknown(type, compulsory, value.remainingOctets());
        };
    }

    private static NhrpExtension responder(ByteReader value) {
        List<ClientInformationEntry> entries = ClientInformationEntryCodec.decode(value);
        if (entries.size() > 1) {
            throw value.problem("a responder address has " + entries.size() + " entries");
        }
        return new NhrpExtension.ResponderAddress(Optional.ofNullable(entries.isEmpty() ? null : entries.get(0)));
    }

    /** Anything but Cisco's password in clear is kept as it came. */
    private static NhrpExtension authentication(boolean compulsory, ByteReader value) {
        byte[] all = value.bytes(value.remaining());
        boolean cleartext = all.length >= Integer.BYTES && all[0] == 0 && all[1] == 0 && all[2] == 0
                && all[3] == NhrpExtension.Authentication.CLEARTEXT;
        if (!cleartext) {
            return new NhrpExtension.Unknown(NhrpExtension.Authentication.TYPE, compulsory, Octets.of(all));
        }
        return new NhrpExtension.Authentication(
                new String(all, Integer.BYTES, all.length - Integer.BYTES, StandardCharsets.ISO_8859_1));
    }
}
