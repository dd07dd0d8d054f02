package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A backup tunnel needs if-state on the primary one. */
public final class BackupNeedsInterfaceState implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-HUB-10",
            Severity.ERROR,
            "A tunnel with a backup follows its next-hop servers",
            "A multipoint tunnel is up as long as its source is, whoever answers. The backup is used when the primary "
                    + "goes down, so without if-state nhrp it never is. Leave if-state on.",
            "Cisco, DMVPN Tunnel Health Monitoring and Recovery (if-state nhrp with backup interface)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.BACKUP_INTERFACE);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.tunnel().options().backup().filter(backup -> !member.tunnel().options().interfaceState()).ifPresent(backup ->
                findings.accept(new Finding(RULE, member.tunnel().name() + " of " + member.name() + " has the backup "
                        + backup.tunnel() + " and never goes down without if-state: write if-state on in cloud "
                        + member.tunnel().cloud(), member.tunnel().origin())));
    }
}
