package dmvpn.dsl.ide.effective;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;

/** Where the value of a setting comes from that nobody has written. */
@FunctionalInterface
interface Otherwise {

    /** The router's platform and release decide. */
    Otherwise PLATFORM = (reading, network) -> reading.device()
            .map(device -> "default of " + name(device.platform())).orElse("default");

    /** The same whatever the platform. */
    Otherwise LANGUAGE = (reading, network) -> "default";

    /** The design of the cloud and the router's role in it decide. */
    Otherwise PHASE = (reading, network) -> reading.speakers().stream()
            .map(speaker -> speaker instanceof CloudDeclaration cloud ? cloud : speaker.eContainer())
            .filter(CloudDeclaration.class::isInstance).map(CloudDeclaration.class::cast).findFirst()
            .filter(cloud -> cloud.getName() != null)
            .flatMap(cloud -> network.cloudNamed(cloud.getName()))
            .map(cloud -> "by phase " + cloud.phase().number() + " of cloud " + cloud.name())
            .orElseGet(() -> PLATFORM.reason(reading, network));

    /** It follows from something else that is said. */
    static Otherwise by(String reason) {
        return (reading, network) -> reason;
    }

    /** What a person is told. */
    String reason(Reading<?> reading, CompiledNetwork network);

    private static String name(Platform platform) {
        String system = platform.vendor() == Vendor.FRR ? "FRR" : "Cisco IOS-XE";
        return platform.release().isEmpty() ? system + ", a current release" : system + " " + platform.release();
    }
}
