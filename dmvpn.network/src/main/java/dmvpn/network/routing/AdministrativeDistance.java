package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.OptionalInt;

/**
 * Administrative distance of a process that is not the platform's default.
 *
 * @param internal distance of internal routes, 1 to 255; in BGP of routes from the own autonomous system
 * @param external distance of external routes, 1 to 255; empty for the platform's default
 * @param origin where it was written
 */
public record AdministrativeDistance(int internal, OptionalInt external, Origin origin) {
}
