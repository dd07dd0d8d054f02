package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What routing processes of all protocols may have.
 *
 * @param redistributions routes of other sources that are announced
 * @param policies policies on all neighbours
 * @param defaultMetric metric that redistributed routes start with when theirs is not given
 * @param distance administrative distance, empty for the platform's default
 * @param maximumPaths equal routes that are used at once, 1 to 32; empty for the platform's default
 * @param origin where the process was written
 */
public record ProcessOptions(
        List<Redistribution> redistributions,
        List<PolicyUse> policies,
        Optional<SeedMetric> defaultMetric,
        Optional<AdministrativeDistance> distance,
        OptionalInt maximumPaths,
        Origin origin) {

    /** Nothing beyond the platform's defaults. */
    public static final ProcessOptions NONE = none(Origin.NONE);

    /** Keeps immutable copies of the lists. */
    public ProcessOptions {
        redistributions = List.copyOf(redistributions);
        policies = List.copyOf(policies);
    }

    /** Nothing beyond the platform's defaults. */
    public static ProcessOptions none(Origin origin) {
        return new ProcessOptions(List.of(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), origin);
    }
}
