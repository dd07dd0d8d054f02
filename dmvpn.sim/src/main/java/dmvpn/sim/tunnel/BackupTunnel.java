package dmvpn.sim.tunnel;

import dmvpn.network.tunnel.BackupInterface;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;

/**
 * {@code backup interface}: a tunnel that stands by as long as the one that it stands in for works. It is used when that one
 * has been down for the configured delay, and stands by again at once when that one is up (Cisco IOS Interface and Hardware
 * Component Command Reference, backup interface, backup delay).
 */
public final class BackupTunnel implements InterfaceListener {

    private static final long SECOND = 1_000_000_000L;

    private final RouterContext router;
    private final GreTunnel primary;
    private final GreTunnel backup;
    private final BackupInterface configuration;
    private long delayTimer = Scheduler.NO_TIMER;
    private boolean used;

    /** @param configuration what the primary tunnel says of the other one */
    public BackupTunnel(RouterContext router, GreTunnel primary, GreTunnel backup, BackupInterface configuration) {
        this.router = router;
        this.primary = primary;
        this.backup = backup;
        this.configuration = configuration;
    }

    /** Follows the primary tunnel from now on. */
    public void start() {
        primary.addListener(this);
        follow();
    }

    /** Power fails. */
    public void stop() {
        router.scheduler().cancel(delayTimer);
    }

    @Override
    public void changed(RouterInterface changedInterface) {
        follow();
    }

    private void follow() {
        boolean delayRuns = router.scheduler().isPending(delayTimer);
        if (primary.isUp()) {
            router.scheduler().cancel(delayTimer);
            use(false, primary.name() + " is up, and this tunnel stands by for it");
        } else if (primary.hasFailed() && !used && !delayRuns) {
            if (configuration.delaySeconds() == 0) {
                use(true, primary.name() + " is down");
            } else {
                delayTimer = router.scheduler()
                        .after(configuration.delaySeconds() * SECOND, this::delayOver, 0, null);
            }
        }
    }

    private void delayOver(int kind, Object payload) {
        if (!primary.isUp()) {
            use(true, primary.name() + " has been down for " + configuration.delaySeconds() + " s");
        }
    }

    private void use(boolean now, String reason) {
        if (used != now) {
            used = now;
            backup.setStandby(!now, reason);
        }
    }
}
