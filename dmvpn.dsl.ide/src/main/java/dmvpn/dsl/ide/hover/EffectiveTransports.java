package dmvpn.dsl.ide.hover;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.underlay.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The values that the settings of a transport have in the compiled network, and where they come from. */
final class EffectiveTransports {

    private final CompiledNetwork network;

    EffectiveTransports(CompiledNetwork network) {
        this.network = network;
    }

    /** The value of a setting; none for a word that is no setting of transports. */
    List<EffectiveValue> of(TransportDeclaration declaration, String keyword) {
        if (declaration.getName() == null) {
            return List.of();
        }
        EStructuralFeature feature = declaration.eClass().getEStructuralFeature(keyword);
        boolean written = feature != null && declaration.eIsSet(feature);
        return network.transportNamed(declaration.getName()).flatMap(transport -> value(transport, keyword))
                .map(value -> new EffectiveValue(value, written ? "written here" : "default"))
                .stream().toList();
    }

    private static Optional<String> value(Transport transport, String keyword) {
        return switch (keyword) {
            case "latency" -> Optional.of(millis(transport.latency()));
            case "jitter" -> Optional.of(millis(transport.jitter()));
            case "loss" -> Optional.of(String.format(Locale.ROOT, "%.4g %%", transport.lossProbability() * 100)
                    .replaceAll("\\.?0+ %", " %"));
            case "mtu" -> Optional.of(transport.mtuBytes() + " bytes");
            case "bandwidth" -> Optional.of(transport.bandwidthBitsPerSecond().isPresent()
                    ? transport.bandwidthBitsPerSecond().getAsLong() + " bit/s" : "unlimited");
            default -> Optional.empty();
        };
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e6).replaceAll("\\.?0+$", "") + " ms";
    }
}
