package dmvpn.sim.capture;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.ike.certificate.DistinguishedName;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.v1.message.IsakmpAttribute;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.ike.v1.message.IsakmpProtection;
import dmvpn.sim.ike.v1.message.IsakmpSuite;
import dmvpn.sim.ike.v1.message.IsakmpTransform;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Any IKEv1 message that the records can hold. The wire does not tell which secret a proof was made with. */
final class RandomIsakmpPackets {

    private static final List<EncryptionAlgorithm> CIPHERS = List.of(EncryptionAlgorithm.AES_CBC_128,
            EncryptionAlgorithm.AES_CBC_192, EncryptionAlgorithm.AES_CBC_256, EncryptionAlgorithm.TRIPLE_DES,
            EncryptionAlgorithm.DES);

    private static final SeededKeys ANOTHER_RUN = new SeededKeys(43);

    private final RandomGenerator random;

    RandomIsakmpPackets(RandomGenerator random) {
        this.random = random;
    }

    IsakmpPacket packet() {
        return random.nextBoolean() ? inClear() : packet(Optional.of(new IsakmpProtection(new IsakmpSuite(
                CIPHERS.get(random.nextInt(CIPHERS.size())), oneOf(HashAlgorithm.values()), oneOf(IsakmpSuite.Method.values()),
                14), Optional.empty())));
    }

    /** A message whose payloads are in clear, whichever they are. */
    IsakmpPacket inClear() {
        return packet(Optional.empty());
    }

    private IsakmpPacket packet(Optional<IsakmpProtection> protection) {
        return new IsakmpPacket(random.nextLong(), random.nextLong(), oneOf(IsakmpExchange.values()),
                random.nextLong(1L << 32), protection, list(0, 6, this::payload));
    }

    private IsakmpPayload payload() {
        return switch (random.nextInt(13)) {
            case 0 -> new IsakmpPayload.SecurityAssociation(list(1, 4, this::proposal));
            case 1 -> keyExchange(random.nextInt(20, 300));
            case 2 -> new IsakmpPayload.Identification(identity(), random.nextInt(256), random.nextInt(1 << 16));
            case 3 -> certificate(Certificate.of(name(), name(), oneOf(SignatureAlgorithm.values())));
            case 4 -> new IsakmpPayload.CertificateRequest(new DistinguishedName(name()));
            case 5 -> hash(oneOf(HashAlgorithm.values()));
            case 6 -> signature(oneOf(SignatureAlgorithm.values()));
            case 7 -> new IsakmpPayload.Nonce(octets(random.nextInt(8, 257)));
            case 8 -> new IsakmpPayload.Notification(oneOf(IsakmpNotifyType.values()), random.nextInt(4),
                    octets(random.nextInt(17)), octets(random.nextInt(20)));
            case 9 -> {
                int length = random.nextBoolean() ? 4 : 16;
                yield new IsakmpPayload.Deletion(random.nextInt(4), list(1, 4, () -> octets(length)));
            }
            case 10 -> new IsakmpPayload.VendorId(octets(random.nextInt(30)));
            case 11 -> new IsakmpPayload.NatOriginalAddress(random.nextBoolean() ? new Ipv4Address(random.nextInt())
                    : new Ipv6Address(random.nextLong(), random.nextLong()));
            default -> new IsakmpPayload.NatDetection(octets(20));
        };
    }

    private IsakmpPayload keyExchange(int length) {
        return new IsakmpPayload.KeyExchange(length, received(length));
    }

    private IsakmpPayload certificate(Certificate certificate) {
        return random.nextBoolean() ? new IsakmpPayload.Certificate(certificate)
                : new IsakmpPayload.Certificate(certificate, Optional.of(Octets.of(certificate.encode(ANOTHER_RUN))));
    }

    private IsakmpPayload hash(HashAlgorithm algorithm) {
        return new IsakmpPayload.Hash(algorithm, Optional.empty(), received(IsakmpPayload.Hash.outputBytes(algorithm)));
    }

    private IsakmpPayload signature(SignatureAlgorithm algorithm) {
        return new IsakmpPayload.Signature(algorithm, Optional.empty(),
                received(IsakmpPayload.Signature.lengthBytes(algorithm)));
    }

    /** Bytes that the run's seed does not give, or those that it gives. */
    private Optional<Octets> received(int length) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(octets(length));
    }

    private IsakmpProposal proposal() {
        return new IsakmpProposal(random.nextInt(1, 256), random.nextInt(1, 4), octets(random.nextInt(17)),
                list(1, 4, this::transform));
    }

    private IsakmpTransform transform() {
        return new IsakmpTransform(random.nextInt(256), random.nextInt(256), list(0, 6, () -> random.nextBoolean()
                ? IsakmpAttribute.of(random.nextInt(1 << 15), random.nextInt(1 << 16))
                : IsakmpAttribute.duration(random.nextInt(1 << 15), random.nextLong(1L << 32))));
    }

    private Identity identity() {
        return switch (random.nextInt(3)) {
            case 0 -> new Identity.Address(new Ipv4Address(random.nextInt()));
            case 1 -> new Identity.HostName(name());
            default -> new Identity.Subject(new DistinguishedName(name()));
        };
    }

    private String name() {
        return "router" + "x".repeat(random.nextInt(70));
    }

    private Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private <T> List<T> list(int from, int to, Supplier<T> element) {
        return IntStream.range(0, random.nextInt(from, to)).mapToObj(index -> element.get()).toList();
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
