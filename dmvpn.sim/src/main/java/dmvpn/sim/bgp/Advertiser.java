package dmvpn.sim.bgp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.routing.BgpPeering;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.UpdatePacker;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.router.RouterInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Announces best paths to neighbours. Changes of one instant go together; between two announcements to a neighbour is the
 * interval of RFC 4271 section 9.2.1.1, which does not hold withdrawals back, as on IOS.
 */
final class Advertiser implements BgpTable.Listener, EventHandler {

    private static final int GROUP = 0;
    private static final int PEER = 1;

    private final BgpContext context;
    private final BgpTable table;
    private final SessionMessages messages;
    private final Map<OutboundRules, UpdateGroup> groups = new LinkedHashMap<>();

    Advertiser(BgpContext context, BgpTable table, SessionMessages messages) {
        this.context = context;
        this.table = table;
        this.messages = messages;
    }

    /** A session is up: the neighbour is told of everything. */
    void up(BgpPeer peer) {
        OutboundRules rules = rulesOf(peer);
        UpdateGroup group = groups.get(rules);
        if (group == null) {
            group = new UpdateGroup(context, rules, table);
            groups.put(rules, group);
        }
        group.members().add(peer);
        peer.output().join(group);
        scheduleRun(peer, 0);
    }

    /** A session is over. A group without members is forgotten. */
    void down(BgpPeer peer) {
        context.scheduler().cancel(peer.output().timer());
        UpdateGroup group = peer.output().group();
        if (group != null) {
            group.members().remove(peer);
            if (group.members().isEmpty()) {
                context.scheduler().cancel(group.runTimer());
                groups.remove(group.rules());
            }
            peer.output().join(null);
        }
    }

    /** The neighbour asked for all routes again (RFC 2918); what waits for the interval goes with them. */
    void tellAgain(BgpPeer peer) {
        if (peer.output().group() != null) {
            context.scheduler().cancel(peer.output().timer());
            peer.output().tellAgain();
            scheduleRun(peer, 0);
        }
    }

    private OutboundRules rulesOf(BgpPeer peer) {
        BgpPeering peering = peer.settings().peering();
        IpAddress local = peer.session().orElseThrow().tcp().endpoints().local();
        Optional<RouterInterface> shared = peer.settings().egress(context).filter(peer.settings()::isConnectedTo);
        boolean overrides = peering.overrideAutonomousSystem() && !peer.isInternal();
        return new OutboundRules(peer.family(), peer.isInternal(), peer.isClient(), peering.nextHopSelf(), local,
                shared.flatMap(RouterInterface::linkLocalAddress).map(IpAddress.class::cast),
                shared.flatMap(RouterInterface::address).map(InterfaceAddress::prefix), peering.exportPolicy(),
                overrides ? OptionalLong.of(peer.remoteAutonomousSystem()) : OptionalLong.empty(),
                context.router().device().routing().sendsCommunities(peering), peering.options().nextHopUnchanged(),
                peering.options().removePrivateAutonomousSystems(), peering.defaultOrigination().isPresent());
    }

    @Override
    public void changed(BgpEntry entry) {
        for (UpdateGroup group : groups.values()) {
            if (group.changed(entry) && !context.scheduler().isPending(group.runTimer())) {
                group.setRunTimer(context.scheduler().after(0, this, GROUP, group));
            }
        }
    }

    private void scheduleRun(BgpPeer peer, long delayNanos) {
        if (!context.scheduler().isPending(peer.output().timer())) {
            peer.output().setTimer(context.scheduler().after(delayNanos, this, PEER, peer));
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == GROUP) {
            UpdateGroup group = (UpdateGroup) payload;
            List.copyOf(group.members()).forEach(this::serve);
        } else {
            serve((BgpPeer) payload);
        }
    }

    private void serve(BgpPeer peer) {
        PeerOutput output = peer.output();
        UpdateGroup group = output.group();
        if (group == null || output.announcedVersion() == group.version()) {
            return;
        }
        if (context.nowNanos() < output.nextRunNanos()) {
            withdraw(peer);
            scheduleRun(peer, output.nextRunNanos() - context.nowNanos());
            return;
        }
        context.scheduler().cancel(output.timer());
        boolean announced = false;
        for (BgpMessage.Update message : group.batchSince(output.announcedVersion())
                .messagesFor(peer, group.rules())) {
            messages.send(peer, message);
            announced |= message.attributes().isPresent();
        }
        output.toldAll(group.version());
        messages.flush(peer);
        if (announced) {
            output.setNextRunNanos(context.nowNanos() + (group.rules().internal()
                    ? context.timing().internalIntervalNanos() : context.timing().externalIntervalNanos()));
        }
    }

    /** Bad news does not wait. */
    private void withdraw(BgpPeer peer) {
        PeerOutput output = peer.output();
        List<Nlri> withdrawn = new ArrayList<>();
        for (UpdateGroup.Exported change : output.group().changesSince(Math.max(output.withdrawnVersion(), output.announcedVersion()))) {
            if (change.attributes().isEmpty() || change.isFrom(peer)) {
                AnnouncementBatch.withdrawIfKnown(change, output, withdrawn);
            }
        }
        output.toldWithdrawn(output.group().version());
        for (BgpMessage.Update message : UpdatePacker.withdraw(withdrawn)) {
            messages.send(peer, message);
        }
        messages.flush(peer);
    }

    /** Power fails. */
    void stop(BgpPeer peer) {
        context.scheduler().cancel(peer.output().timer());
    }

    /** Power fails. */
    void stop() {
        groups.values().forEach(group -> context.scheduler().cancel(group.runTimer()));
    }
}
