package dmvpn.sim.capture;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.ike.certificate.DistinguishedName;
import dmvpn.sim.ike.message.AuthenticationMethod;
import dmvpn.sim.ike.message.EspSuite;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.Proposal;
import dmvpn.sim.ike.message.SecurityProtocol;
import dmvpn.sim.ike.message.TrafficSelector;
import dmvpn.sim.ike.message.Transform;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Any IKE message that the records can hold. The wire does not tell which secret a proof was made with. */
final class RandomIkePackets {

    private static final int[] GROUPS = {1, 2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 24, 31, 32};

    private static final SeededKeys ANOTHER_RUN = new SeededKeys(43);

    private final RandomGenerator random;

    RandomIkePackets(RandomGenerator random) {
        this.random = random;
    }

    IkePacket packet() {
        return random.nextBoolean() ? packet(Optional.of(ikeSuite())) : packet(Optional.empty());
    }

    /** A message whose payloads are in clear, whichever they are. */
    IkePacket inClear() {
        return packet(Optional.empty());
    }

    private IkePacket packet(Optional<IkeSuite> protection) {
        return new IkePacket(random.nextLong(), random.nextLong(), oneOf(IkeExchange.values()), random.nextBoolean(),
                random.nextBoolean(), random.nextLong(1L << 32), protection, list(6, () -> payload(protection)));
    }

    private IkePayload payload(Optional<IkeSuite> protection) {
        return switch (random.nextInt(protection.isPresent() ? 13 : 12)) {
            case 0 -> new IkePayload.SecurityAssociation(IntStream.rangeClosed(1, random.nextInt(1, 4))
                    .mapToObj(this::proposal).toList());
            case 1 -> keyExchange(group());
            case 2 -> new IkePayload.Nonce(octets(random.nextInt(16, 257)));
            case 3 -> new IkePayload.IdInitiator(identity());
            case 4 -> new IkePayload.IdResponder(identity());
            case 5 -> new IkePayload.TsInitiator(list(4, this::selector));
            case 6 -> new IkePayload.TsResponder(list(4, this::selector));
            case 7 -> random.nextBoolean()
                    ? new IkePayload.Notify(oneOf(NotifyType.values()), oneOf(SecurityProtocol.AH, SecurityProtocol.ESP),
                            Optional.of(random.nextLong(1L << 32)), octets(random.nextInt(30)))
                    : IkePayload.Notify.of(oneOf(NotifyType.values()), octets(random.nextInt(30)));
            case 8 -> random.nextBoolean()
                    ? IkePayload.Delete.IKE_SA
                    : new IkePayload.Delete(SecurityProtocol.ESP, list(5, () -> random.nextLong(1L << 32)));
            case 9 -> new IkePayload.Unknown(random.nextInt(200, 256), random.nextBoolean(), octets(random.nextInt(30)));
            case 10 -> certificate(Certificate.of(name(), name(), oneOf(SignatureAlgorithm.values())));
            case 11 -> new IkePayload.CertificateRequest(list(4, () -> octets(20)));
            default -> authentication(oneOf(AuthenticationMethod.values()), protection.orElseThrow().pseudoRandomFunction());
        };
    }

    private IkePayload keyExchange(int group) {
        return random.nextBoolean() ? new IkePayload.KeyExchange(group)
                : new IkePayload.KeyExchange(group, Optional.of(octets(new IkePayload.KeyExchange(group).bodyBytes()
                        - IkePayload.KeyExchange.FIXED_BYTES)));
    }

    private IkePayload certificate(Certificate certificate) {
        return random.nextBoolean() ? new IkePayload.CertificatePayload(certificate)
                : new IkePayload.CertificatePayload(certificate, Optional.of(Octets.of(certificate.encode(ANOTHER_RUN))));
    }

    private IkePayload authentication(AuthenticationMethod method, HashAlgorithm hash) {
        return new IkePayload.Authentication(method, hash, Optional.empty(),
                random.nextBoolean() ? Optional.empty() : Optional.of(octets(method.proofBytes(hash))));
    }

    private Identity identity() {
        return switch (random.nextInt(3)) {
            case 0 -> new Identity.Address(address());
            case 1 -> new Identity.HostName(name());
            default -> new Identity.Subject(new DistinguishedName(name()));
        };
    }

    private String name() {
        return "router" + "x".repeat(random.nextInt(70));
    }

    /** Two ciphers keep it from being the proposal of a suite. */
    private Proposal alternatives(int number) {
        SecurityProtocol protocol = oneOf(SecurityProtocol.values());
        List<Transform> transforms = new ArrayList<>(list(6, () ->
                new Transform(random.nextInt(1, 7), random.nextInt(30), oneOf(0, 0, 128, 256))));
        transforms.add(new Transform(Transform.ENCRYPTION, 12, 128));
        transforms.add(new Transform(Transform.ENCRYPTION, 12, 256));
        Collections.shuffle(transforms, random);
        return new Proposal.Alternatives(number, protocol, protocol == SecurityProtocol.IKE
                ? random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong())
                : OptionalLong.of(random.nextLong(1L << 32)), transforms);
    }

    private Proposal proposal(int number) {
        if (random.nextInt(5) == 0) {
            return alternatives(number);
        }
        if (random.nextInt(5) == 0) {
            return new Proposal.ForHeader(number, random.nextLong(1L << 32), oneOf(HashAlgorithm.values()),
                    random.nextBoolean() ? OptionalInt.of(group()) : OptionalInt.empty());
        }
        return random.nextBoolean()
                ? new Proposal.ForIke(number,
                        random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(), ikeSuite())
                : new Proposal.ForChild(number, random.nextLong(1L << 32), espSuite());
    }

    IkeSuite ikeSuite() {
        EncryptionAlgorithm encryption = cipher();
        return new IkeSuite(encryption, integrity(encryption), oneOf(HashAlgorithm.values()), group());
    }

    private EncryptionAlgorithm cipher() {
        return EncryptionAlgorithm.values()[random.nextInt(EncryptionAlgorithm.NONE.ordinal())];
    }

    private EspSuite espSuite() {
        EncryptionAlgorithm encryption = cipher();
        return new EspSuite(encryption, integrity(encryption),
                random.nextBoolean() ? OptionalInt.of(group()) : OptionalInt.empty());
    }

    private Optional<HashAlgorithm> integrity(EncryptionAlgorithm encryption) {
        return encryption.isAead() ? Optional.empty() : Optional.of(oneOf(HashAlgorithm.values()));
    }

    private TrafficSelector selector() {
        boolean ipv6 = random.nextInt(4) == 0;
        return new TrafficSelector(random.nextInt(256), random.nextInt(65_536), random.nextInt(65_536), address(ipv6),
                address(ipv6));
    }

    private IpAddress address() {
        return address(random.nextInt(4) == 0);
    }

    private IpAddress address(boolean ipv6) {
        return ipv6 ? new Ipv6Address(random.nextLong(), random.nextLong()) : new Ipv4Address(random.nextInt());
    }

    private int group() {
        return GROUPS[random.nextInt(GROUPS.length)];
    }

    private Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private <T> List<T> list(int limit, Supplier<T> element) {
        return IntStream.range(0, random.nextInt(limit)).mapToObj(index -> element.get()).toList();
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
