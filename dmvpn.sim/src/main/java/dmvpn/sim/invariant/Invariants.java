package dmvpn.sim.invariant;

import java.util.List;

/** All invariants. */
public final class Invariants {

    private Invariants() {
    }

    /** Fresh ones for a run. */
    public static List<Invariant> all() {
        return List.of(
                new TimeNeverGoesBack(),
                new NothingInClearOnProtectedTunnels(),
                new TimeToLiveFallsOnEveryHop(),
                new NoPacketLeavesWithoutTimeToLive(),
                new PacketsAreTakenByTheirCloud(),
                new TunnelPacketsHaveOwnSources(),
                new RoutersWithoutPowerAreSilent(),
                new TimersBelongToLiveRouters(),
                new PacketsAreNotForTheirSender(),
                new EspUsesLivingAssociations(),
                new NoTunnelCarriesItself(),
                new PacketsFitTheirLengthField(),
                new PacketsFitTheirLink(),
                new FragmentsAreOfPacketsThatMayBeCut(),
                new OnlyWholePacketsAreDelivered(),
                new NhrpHopCountFalls(),
                new CacheEntriesDieInTime(),
                new CacheEntriesPointToInterfaces(),
                new OneMappingPerTarget(),
                new NbmaAddressesAreNotOfTheOverlay(),
                new NobodyElseHasTheOwnAddress(),
                new RoutesLeadSomewhere(),
                new RoutesLeaveByLiveInterfaces(),
                new OneNeighborPerAddress(),
                new ComesBeforeItGoes("an SPI is of one security association", "IPsec", "security associations installed",
                        "security associations deleted", false, "inboundSpi"),
                new ComesBeforeItGoes("a socket goes up before it goes down", "IPsec", "socket is UP", "socket is DOWN",
                        true, "tunnel", "local", "peer"),
                new ComesBeforeItGoes("a server comes up before it goes down", "NHRP", "NHS up", "NHS down", true,
                        "tunnel", "protocolAddress", "nbmaAddress"));
    }
}
