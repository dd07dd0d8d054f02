package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Remedy.add;
import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TunnelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Mends of rules on keys, packet sizes, the tunnel interface and quality of service. */
final class TunnelFixes {

    /** The customary values first; what they leave for odd paths is tried too (RFC 4459, RFC 8200 section 5). */
    private static final List<String> SIZES = List.of("1400", "1380", "1360", "1300", "1280");
    private static final int IPV4_AND_TCP_HEADER_BYTES = 40;
    private static final int IPV6_AND_TCP_HEADER_BYTES = 60;

    private TunnelFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.free("R-KEY-01", write(Place.TUNNEL, "tunnel-key", FreeNumbers::tunnelKeys)),
                RuleFix.choice("R-KEY-02", TunnelFixes::keysOfClouds),
                RuleFix.choice("R-KEY-03", remove(Place.JOIN, "tunnel-key")),
                RuleFix.choice("R-KEY-04", remove(Place.JOIN, "tunnel-key").or(write(Place.TUNNEL, "tunnel-key", "none"))),
                RuleFix.certain("R-MT-01", add(Place.TUNNEL, "mtu 1400  mss 1360").or(write(Place.TUNNEL, "mtu", problem -> SIZES.stream()))),
                RuleFix.certain("R-MT-02", remove(Place.JOIN, "mtu").or(write(Place.TUNNEL, "mtu", problem -> SIZES.stream()))),
                RuleFix.certain("R-MT-03", remove(Place.JOIN, "mss").or(write(Place.TUNNEL, "mss", TunnelFixes::segments))),
                RuleFix.choice("R-MT-04", remove(Place.JOIN, "mtu"), write(Place.CLOUD, "mtu", problem -> SIZES.stream())),
                RuleFix.choice("R-MT-05", write(Place.CLOUD, "bandwidth", "100Mbps")),
                RuleFix.certain("R-MT-06", remove(Place.TUNNEL, "icmp-redirects").or(write(Place.JOIN, "icmp-redirects", "off"))),
                RuleFix.certain("R-MT-07", remove(Place.JOIN, "mtu").or(write(Place.TUNNEL, "mtu", problem -> SIZES.stream()))),
                RuleFix.choice("R-QO-01", TunnelFixes::shapeAtHubs),
                RuleFix.certain("R-FR-08", remove(Place.JOIN, "vrf").or(remove(Place.CLOUD, "vrf"))));
    }

    private static Stream<String> segments(Problem problem) {
        int mtu = Tunnels.at(problem).flatMap(tunnel -> tunnel.ipMtuBytes().stream().boxed()).min(Integer::compare)
                .orElse(Integer.parseInt(SIZES.getFirst()));
        return Stream.of(mtu - IPV4_AND_TCP_HEADER_BYTES, mtu - IPV6_AND_TCP_HEADER_BYTES).map(String::valueOf);
    }

    /** One key is none: all clouds of the router get one. */
    private static Stream<Mend> keysOfClouds(Problem problem) {
        List<String> keys = FreeNumbers.free(problem, TunnelSettings::getTunnelKey).limit(16).toList();
        List<Change> changes = new ArrayList<>();
        List<EObject> clouds = problem.element(RouterDeclaration.class).stream()
                .flatMap(router -> router.getJoins().stream()).map(join -> join.getCloud()).filter(Objects::nonNull)
                .filter(cloud -> cloud.getTunnelKey() == null && problem.isHere(cloud)).distinct().map(EObject.class::cast).toList();
        for (int cloud = 0; cloud < Math.min(clouds.size(), keys.size()); cloud++) {
            String setting = "tunnel-key " + keys.get(cloud);
            ElementText.of(clouds.get(cloud)).ifPresent(text -> changes.add(text.adding(setting)));
        }
        return changes.isEmpty() ? Stream.empty() : Stream.of(new Mend("Give each cloud a tunnel-key", changes));
    }

    /** What hubs make of the group: the rate is the author's to say, and this one is easily seen and changed. */
    private static Stream<Mend> shapeAtHubs(Problem problem) {
        return problem.element(JoinClause.class).stream().flatMap(join -> join.getQualityGroups().stream())
                .flatMap(group -> Remedy.add(Place.CLOUD, "group " + group.getGroup() + " shape 10Mbps").mends(problem));
    }
}
