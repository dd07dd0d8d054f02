package dmvpn.sim.nhrp;

import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Chooses which servers of one cluster a client uses (Cisco, "DMVPN Tunnel Health Monitoring and Recovery (Backup NHS)").
 *
 * <p>Without a limit all servers are in use. With one, the best servers are, in the order of priority and then of
 * configuration, until as many answer as are wanted. One that fails is probed on, and the next best one takes its place. As
 * long as a server is in use that is worse than a failed one, the failed one is probed; when it answers and has done so for
 * the fallback time, the worst server is released. Servers that are not needed wait: nothing is sent to them.
 */
final class ServerSelector implements ServerChoice {

    private static final long SECOND = 1_000_000_000L;

    private final NhrpTunnel tunnel;
    private final int cluster;
    private final List<RegistrationClient> members = new ArrayList<>();
    private boolean running;
    private long fallbackTimer = Scheduler.NO_TIMER;
    private boolean fallingBack;

    ServerSelector(NhrpTunnel tunnel, int cluster) {
        this.tunnel = tunnel;
        this.cluster = cluster;
    }

    @Override
    public void add(RegistrationClient client) {
        members.add(client);
        members.sort(Comparator.comparingInt(member -> member.server().priority()));
    }

    @Override
    public void start() {
        running = true;
        OptionalInt limit = limit();
        int started = 0;
        for (RegistrationClient member : members) {
            if (limit.isEmpty() || started < limit.getAsInt()) {
                member.start();
                started++;
            } else {
                member.hold();
            }
        }
    }

    @Override
    public void stop(String reason) {
        halt();
        members.forEach(member -> member.stop(reason));
    }

    @Override
    public void powerOff() {
        halt();
        members.forEach(RegistrationClient::powerOff);
    }

    private void halt() {
        running = false;
        cancelFallback();
    }

    private OptionalInt limit() {
        return tunnel.configuration().options().servers().limits().stream()
                .filter(limit -> limit.cluster() == cluster)
                .mapToInt(ClusterLimit::connections)
                .findFirst();
    }

    @Override
    public void stateChanged() {
        OptionalInt limit = limit();
        if (running && limit.isPresent()) {
            fillUp(limit.getAsInt());
            releaseNeedless(limit.getAsInt());
        }
    }

    private void fillUp(int limit) {
        long inUse = members.stream().filter(member -> member.isUp() || member.isExpecting()).count();
        for (RegistrationClient member : members) {
            if (inUse < limit && member.isWaiting()) {
                inUse++;
                member.activate("a server of cluster " + cluster + " failed, and this is the best one that waits");
            }
        }
    }

    private void releaseNeedless(int limit) {
        List<RegistrationClient> needless = needless(limit);
        boolean anyAnswers = false;
        for (RegistrationClient member : needless) {
            if (member.isUp()) {
                anyAnswers = true;
            } else {
                member.release("enough better servers of cluster " + cluster + " answer");
            }
        }
        if (!anyAnswers) {
            cancelFallback();
        } else if (!fallingBack) {
            startFallback();
        }
    }

    /** Those that are in use while as many better ones answer as are wanted. */
    private List<RegistrationClient> needless(int limit) {
        List<RegistrationClient> needless = new ArrayList<>();
        int answering = 0;
        for (RegistrationClient member : members) {
            if (answering >= limit && !member.isWaiting()) {
                needless.add(member);
            }
            answering += member.isUp() ? 1 : 0;
        }
        return needless;
    }

    private int fallbackSeconds() {
        return tunnel.configuration().options().servers().fallbackSeconds()
                .orElse(tunnel.behaviour().fallbackSeconds());
    }

    private void startFallback() {
        fallingBack = true;
        fallbackTimer = tunnel.scheduler().after(fallbackSeconds() * SECOND, this::fallBack, 0, null);
    }

    private void cancelFallback() {
        tunnel.scheduler().cancel(fallbackTimer);
        fallingBack = false;
    }

    private void fallBack(int kind, Object payload) {
        fallingBack = false;
        OptionalInt limit = limit();
        if (limit.isPresent()) {
            needless(limit.getAsInt()).forEach(member ->
                    member.release("a better server of cluster " + cluster + " has answered for the fallback time of "
                            + fallbackSeconds() + " s"));
        }
    }
}
