package dmvpn.network.tunnel;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import java.util.Optional;

/**
 * How many bytes a packet grows on its way through a tunnel: GRE (RFC 2784, RFC 2890) and, with protection, ESP
 * (RFC 4303) with or without UDP encapsulation (RFC 3948).
 *
 * <p>The arithmetic agrees with what IOS-XE prints as "plaintext mtu": path MTU 1500, AES-GCM-256 in transport mode gives
 * 1466 bytes for GRE and its delivery header.
 *
 * @param deliveryHeaderBytes 20 for IPv4, 40 for IPv6 between the tunnel's ends
 * @param keyed true when the GRE header carries a key
 * @param esp transform of the protection, empty for plain GRE
 * @param udpEncapsulation true when a NAT makes ESP travel in UDP
 */
public record EncapsulationOverhead(
        int deliveryHeaderBytes, boolean keyed, Optional<EspTransform> esp, boolean udpEncapsulation) {

    /** Length of an IPv4 header without options (RFC 791 section 3.1). */
    public static final int IPV4_HEADER_BYTES = 20;

    /** Length of an IPv6 header (RFC 8200 section 3). */
    public static final int IPV6_HEADER_BYTES = 40;

    private static final int GRE_HEADER_BYTES = 4;
    private static final int GRE_KEY_BYTES = 4;
    private static final int UDP_HEADER_BYTES = 8;
    /** Security parameters index and sequence number (RFC 4303 section 2). */
    private static final int ESP_HEADER_BYTES = 8;
    /** Pad length and next header (RFC 4303 section 2). */
    private static final int ESP_TRAILER_BYTES = 2;
    /** Next header, length, reserved field, security parameters index and sequence number (RFC 4302 section 2). */
    private static final int AH_FIXED_BYTES = 12;
    /** Tag length of the GCM ciphers that routers offer for ESP (RFC 4106 section 6). */
    private static final int AEAD_TAG_BYTES = 16;

    /** An IPv4 tunnel that crosses no NAT. */
    public static EncapsulationOverhead overIpv4(boolean keyed, Optional<EspTransform> esp) {
        return new EncapsulationOverhead(IPV4_HEADER_BYTES, keyed, esp, false);
    }

    /**
     * Length of the packet on the underlay.
     *
     * @param innerBytes length of the overlay packet with its IP header
     */
    public int outerBytes(int innerBytes) {
        int payload = greBytes() + innerBytes;
        return esp.map(transform -> deliveryHeaderBytes + udpBytes()
                        + espBytes(transform, payload + innerDeliveryHeaderBytes(transform)))
                .orElse(deliveryHeaderBytes + payload);
    }

    /**
     * Length of the largest overlay packet that needs no fragmentation on the underlay, 0 when none fits.
     *
     * @param outerMtuBytes largest IP packet of the underlay path
     */
    public int largestInnerBytes(int outerMtuBytes) {
        int room = outerMtuBytes - deliveryHeaderBytes;
        int inner = esp.map(transform -> roundDown(room - udpBytes() - espFixedBytes(transform), transform)
                        - innerDeliveryHeaderBytes(transform) - espTrailerBytes(transform) - greBytes())
                .orElse(room - greBytes());
        return Math.max(inner, 0);
    }

    /**
     * Length of an ESP packet without the IP header and any UDP header in front of it.
     *
     * @param protectedBytes length of what it protects: the IP payload in transport mode, the IP packet in tunnel mode
     */
    public static int espBytes(EspTransform transform, int protectedBytes) {
        return espFixedBytes(transform) + roundUp(protectedBytes + espTrailerBytes(transform), transform);
    }

    /**
     * Length of an Authentication Header, which comes in front of ESP (RFC 4302 section 2): a multiple of 4 bytes over IPv4 and
     * of 8 over IPv6.
     *
     * @param overIpv6 true when the header in front of it is one of IPv6
     */
    public static int authenticationHeaderBytes(HashAlgorithm hash, boolean overIpv6) {
        int multiple = overIpv6 ? 8 : 4;
        return (AH_FIXED_BYTES + hash.truncatedBytes() + multiple - 1) / multiple * multiple;
    }

    /** Length of the GRE header. */
    public int greBytes() {
        return keyed ? GRE_HEADER_BYTES + GRE_KEY_BYTES : GRE_HEADER_BYTES;
    }

    private int udpBytes() {
        return udpEncapsulation ? UDP_HEADER_BYTES : 0;
    }

    private static int espTrailerBytes(EspTransform transform) {
        return transform.isEsp() ? ESP_TRAILER_BYTES : 0;
    }

    private static int espFixedBytes(EspTransform transform) {
        if (!transform.isEsp()) {
            return 0;
        }
        int tagBytes = transform.encryption().isAead()
                ? AEAD_TAG_BYTES
                : transform.integrity().map(hash -> hash.truncatedBytes()).orElse(0);
        return ESP_HEADER_BYTES + transform.encryption().initializationVectorBytes() + tagBytes;
    }

    /** In tunnel mode GRE keeps its delivery header inside ESP. */
    private int innerDeliveryHeaderBytes(EspTransform transform) {
        return transform.mode() == EncapsulationMode.TUNNEL ? deliveryHeaderBytes : 0;
    }

    private static int roundUp(int bytes, EspTransform transform) {
        int block = transform.encryption().blockBytes();
        return (bytes + block - 1) / block * block;
    }

    private static int roundDown(int bytes, EspTransform transform) {
        int block = transform.encryption().blockBytes();
        return bytes < 0 ? 0 : bytes / block * block;
    }
}
