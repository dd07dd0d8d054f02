package dmvpn.app.model;

import dmvpn.app.RequestException;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * On which platform a model is read: as it says, or as if all its routers had another one.
 *
 * @param ofAll platform of all routers, whatever the model says; empty for what it says
 */
public record PlatformChoice(Optional<Platform> ofAll) {

    /** As the model says. */
    public static final PlatformChoice OF_THE_MODEL = new PlatformChoice(Optional.empty());

    /** The platforms, as models and people call them. */
    public static List<String> known() {
        return Arrays.stream(Vendor.values()).map(Vendor::keyword).toList();
    }

    /**
     * What people write who want to know how a model runs on another platform than it names.
     *
     * @param platform such as {@code cisco-iosxe}; blank for what the model says
     * @param release as the vendor writes it, such as {@code 15.4}; blank for the newest known
     * @throws RequestException when there is no such platform, or a release of none
     */
    public static PlatformChoice of(String platform, String release) throws RequestException {
        if (platform.isBlank()) {
            if (!release.isBlank()) {
                throw new RequestException("The release " + release.strip() + " is of no platform: name one of " + String.join(", ", known()));
            }
            return OF_THE_MODEL;
        }
        Vendor vendor = Arrays.stream(Vendor.values()).filter(each -> each.keyword().equals(platform.strip())).findFirst()
                .orElseThrow(() -> new RequestException("'" + platform.strip() + "' is no platform; there are " + String.join(", ", known())));
        return new PlatformChoice(Optional.of(new Platform(vendor, release.strip(), Origin.NONE)));
    }
}
