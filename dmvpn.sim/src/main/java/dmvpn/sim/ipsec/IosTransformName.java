package dmvpn.sim.ipsec;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;

/** How Cisco IOS names a transform in {@code show crypto ipsec sa}. */
final class IosTransformName {

    private IosTransformName() {
    }

    /** Such as {@code esp-256-aes esp-sha256-hmac} or {@code esp-gcm 256}. */
    static String of(EspTransform transform) {
        EncryptionAlgorithm encryption = transform.encryption();
        if (encryption.isAead()) {
            return "esp-gcm " + encryption.keyBits();
        }
        if (encryption.hasOneKeyLength()) {
            return "esp-" + encryption.keyword() + integrity(transform);
        }
        String cipher = encryption.keyBits() == 128 ? "esp-aes" : "esp-" + encryption.keyBits() + "-aes";
        return cipher + integrity(transform);
    }

    /** Such as {@code ah-sha256-hmac}: the header alone, where there is no ESP. */
    static String of(EspSa sa) {
        return sa.transform().isEsp() ? of(sa.transform())
                : sa.authenticationHeader().map(IosTransformName::ofHeader).orElse("none");
    }

    /** Such as {@code ah-sha256-hmac}. */
    static String ofHeader(HashAlgorithm hash) {
        return integrity(hash).replace("esp-", "ah-");
    }

    private static String integrity(EspTransform transform) {
        return transform.integrity().map(hash -> " " + integrity(hash)).orElse("");
    }

    private static String integrity(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> "esp-md5-hmac";
            case SHA1 -> "esp-sha-hmac";
            case SHA256 -> "esp-sha256-hmac";
            case SHA384 -> "esp-sha384-hmac";
            case SHA512 -> "esp-sha512-hmac";
        };
    }
}
