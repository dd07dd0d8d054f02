package dmvpn.sim.nhrp;

import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.List;

/**
 * FRRouting's choice of servers (nhrpd/nhrp_nhs.c): only those of the best priority are asked. A worse one looks each quarter of
 * the holding time whether a better one has not failed yet, and waits on; once a better one answers, worse ones are dropped.
 */
final class PriorityChoice implements ServerChoice {

    private final NhrpTunnel tunnel;
    private final List<RegistrationClient> members = new ArrayList<>();
    private long checkTimer = Scheduler.NO_TIMER;
    private boolean running;

    PriorityChoice(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
    }

    @Override
    public void add(RegistrationClient client) {
        members.add(client);
    }

    @Override
    public void start() {
        running = true;
        for (RegistrationClient member : members) {
            if (members.stream().anyMatch(other -> isBetter(other, member))) {
                member.hold();
            } else {
                member.start();
            }
        }
        checkLater();
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
        tunnel.scheduler().cancel(checkTimer);
    }

    private static boolean isBetter(RegistrationClient one, RegistrationClient other) {
        return one.server().priority() < other.server().priority();
    }

    private void checkLater() {
        if (members.stream().anyMatch(RegistrationClient::isWaiting)) {
            checkTimer = tunnel.scheduler().after(
                    NhrpTiming.recheckNanos(tunnel.configuration().holdingTimeSeconds()), this::check, 0, null);
        }
    }

    private void check(int kind, Object payload) {
        for (RegistrationClient member : members) {
            boolean betterMayAnswer = members.stream().anyMatch(
                    other -> isBetter(other, member) && (other.isUp() || other.isExpecting()));
            boolean isNext = members.stream().noneMatch(other -> isBetter(other, member) && other.isWaiting());
            if (member.isWaiting() && !betterMayAnswer && isNext) {
                member.activate("all servers of a better priority failed");
            }
        }
        checkLater();
    }

    @Override
    public void stateChanged() {
        if (!running) {
            return;
        }
        for (RegistrationClient member : members) {
            boolean betterAnswers = members.stream().anyMatch(other -> isBetter(other, member) && other.isUp());
            if (betterAnswers && !member.isWaiting()) {
                member.release("a server of a better priority answers");
            }
        }
        if (!tunnel.scheduler().isPending(checkTimer)) {
            checkLater();
        }
    }
}
