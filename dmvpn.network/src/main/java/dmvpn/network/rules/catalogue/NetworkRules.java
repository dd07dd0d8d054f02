package dmvpn.network.rules.catalogue;

import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.addressing.DistinctLanPrefixes;
import dmvpn.network.rules.addressing.HubHasFixedNbmaAddress;
import dmvpn.network.rules.addressing.OneTunnelPerOverlay;
import dmvpn.network.rules.addressing.TunnelAddressInOverlay;
import dmvpn.network.rules.addressing.UniqueNbmaAddress;
import dmvpn.network.rules.addressing.UniqueTunnelAddress;
import dmvpn.network.rules.keys.DistinctKeysOnOneSource;
import dmvpn.network.rules.keys.OneKeyPerCloud;
import dmvpn.network.rules.mtu.MssFitsMtu;
import dmvpn.network.rules.mtu.MtuFitsPath;
import dmvpn.network.rules.mtu.MtuWithProtection;
import dmvpn.network.rules.nhrp.DynamicAddressIsNotUnique;
import dmvpn.network.rules.nhrp.HoldingTimeNotTooLong;
import dmvpn.network.rules.nhrp.MulticastToClients;
import dmvpn.network.rules.nhrp.MulticastToServer;
import dmvpn.network.rules.nhrp.OnePasswordPerCloud;
import dmvpn.network.rules.nhrp.PasswordLength;
import dmvpn.network.rules.nhrp.RegistrationBeforeExpiry;
import dmvpn.network.rules.nhrp.RegistrationSurvivesLoss;
import dmvpn.network.rules.nhrp.ServerIsMember;
import dmvpn.network.rules.nhrp.ServerMapping;
import dmvpn.network.rules.nhrp.SpokeHasServer;
import dmvpn.network.rules.phases.HubIsMultipoint;
import dmvpn.network.rules.phases.HubRedirectsInPhase3;
import dmvpn.network.rules.phases.KeepNextHopInPhase2;
import dmvpn.network.rules.phases.NoSummaryInPhase2;
import dmvpn.network.rules.phases.OneHubPerPointToPointTunnel;
import dmvpn.network.rules.phases.SpokeAcceptsShortcuts;
import dmvpn.network.rules.phases.SpokeIsMultipoint;
import dmvpn.network.rules.routing.HubAnnouncesSpokesToSpokes;
import dmvpn.network.rules.routing.SameAutonomousSystem;
import dmvpn.network.rules.security.CommonIkeProposal;
import dmvpn.network.rules.security.CommonTransform;
import dmvpn.network.rules.security.DetectionWithinAMinute;
import dmvpn.network.rules.security.ProtectionOnBothEnds;
import dmvpn.network.rules.security.ProtectionOnInternet;
import dmvpn.network.rules.security.SameForwardSecrecy;
import dmvpn.network.rules.security.SameMode;
import dmvpn.network.rules.security.SamePreSharedKey;
import dmvpn.network.rules.security.SharedProfile;
import dmvpn.network.rules.security.SharedProtection;
import dmvpn.network.rules.security.SpokeDetectsDeadPeers;
import dmvpn.network.rules.security.StrongGroups;
import dmvpn.network.rules.security.TransportMode;
import dmvpn.network.rules.underlay.NoRecursiveRouting;
import dmvpn.network.rules.underlay.TunnelVrfMatchesSource;
import dmvpn.network.rules.underlay.UsableTunnelSource;
import java.util.List;

/** Every rule on the compiled network, in the order in which findings are reported. */
final class NetworkRules {

    static final List<NetworkRule> ALL = List.of(
            new UniqueTunnelAddress(),
            new UniqueNbmaAddress(),
            new TunnelAddressInOverlay(),
            new OneTunnelPerOverlay(),
            new DistinctLanPrefixes(),
            new HubHasFixedNbmaAddress(),
            new DistinctKeysOnOneSource(),
            new OneKeyPerCloud(),
            new OnePasswordPerCloud(),
            new PasswordLength(),
            new SpokeHasServer(),
            new ServerIsMember(),
            new ServerMapping(),
            new MulticastToServer(),
            new MulticastToClients(),
            new DynamicAddressIsNotUnique(),
            new RegistrationBeforeExpiry(),
            new RegistrationSurvivesLoss(),
            new HoldingTimeNotTooLong(),
            new HubIsMultipoint(),
            new OneHubPerPointToPointTunnel(),
            new SpokeIsMultipoint(),
            new NoSummaryInPhase2(),
            new KeepNextHopInPhase2(),
            new HubRedirectsInPhase3(),
            new SpokeAcceptsShortcuts(),
            new NoRecursiveRouting(),
            new TunnelVrfMatchesSource(),
            new UsableTunnelSource(),
            new ProtectionOnBothEnds(),
            new SharedProtection(),
            new SharedProfile(),
            new CommonIkeProposal(),
            new CommonTransform(),
            new SameForwardSecrecy(),
            new SamePreSharedKey(),
            new TransportMode(),
            new SameMode(),
            new SpokeDetectsDeadPeers(),
            new DetectionWithinAMinute(),
            new ProtectionOnInternet(),
            new StrongGroups(),
            new MtuWithProtection(),
            new MtuFitsPath(),
            new MssFitsMtu(),
            new HubAnnouncesSpokesToSpokes(),
            new SameAutonomousSystem());

    private NetworkRules() {
    }
}
