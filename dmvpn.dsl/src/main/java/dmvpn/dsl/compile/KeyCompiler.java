package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.KeyPeer;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the keys that one router has. A key that a suite gives {@code for HQ1} is the key between HQ1 and everybody who uses
 * the suite, so HQ1 has it for all its peers. Two routers with keys of their own use the one that is written first, so both
 * ends come to the same.
 */
final class KeyCompiler {

    private final CompileContext context;
    private final RouterDirectory routers;

    KeyCompiler(CompileContext context, RouterDirectory routers) {
        this.context = context;
        this.routers = routers;
    }

    /** How a router knows its peers. */
    PeerAuthentication authentication(RouterSite site, CryptoPlan suite) {
        if (suite.certificates().isPresent()) {
            return suite.certificates().get();
        }
        List<PeerKey> peers = new ArrayList<>();
        Optional<Secret> everybody = suite.keys().stream().filter(CryptoPlan.Key::isForEverybody)
                .map(CryptoPlan.Key::secret).findFirst();
        for (CryptoPlan.Key key : suite.keys()) {
            List<PeerKey> found = key.clause().getPeers().stream().flatMap(peer -> peer(peer, key, suite).stream()).toList();
            if (found.stream().anyMatch(peer -> isOf(site, peer))) {
                everybody = Optional.of(key.secret());
                break;
            }
            peers.addAll(found);
        }
        Origin origin = suite.keys().isEmpty() ? suite.origin() : suite.keys().getFirst().secret().origin();
        return new PreSharedKeys(everybody, peers, origin);
    }

    private static boolean isOf(RouterSite site, PeerKey peer) {
        return site.uplinks().stream().flatMap(uplink -> uplink.fixedAddress().stream()).anyMatch(peer.addresses()::contains);
    }

    private Optional<PeerKey> peer(KeyPeer peer, CryptoPlan.Key key, CryptoPlan suite) {
        String label = "crypto " + suite.name();
        Origin origin = context.origins().of(peer, label);
        if (peer.getRouter() == null) {
            return ValueReader.of(context, label).address(peer, KEY_PEER__ADDRESS, peer.getAddress())
                    .map(address -> new PeerKey(address.toString(), List.of(address), key.secret(), origin));
        }
        if (!(peer.getRouter().getRouter() instanceof RouterDeclaration declaration) || declaration.eIsProxy()) {
            routers.noteUnknown();
            return Optional.empty();
        }
        String member = peer.getRouter().getMember();
        Optional<RouterSite> router = routers.one(declaration, member);
        if (router.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, routers.whyNone(declaration, member), peer, KEY_PEER__ROUTER, label);
            return Optional.empty();
        }
        List<IpAddress> addresses = router.get().uplinks().stream().flatMap(uplink -> uplink.fixedAddress().stream()).toList();
        if (addresses.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, router.get().plan().reference() + " has no fixed address, and a key is found by "
                    + "the peer's address: use a key for everybody, or certificates (RFC 2409 section 5.4)",
                    peer, KEY_PEER__ROUTER, label);
            return Optional.empty();
        }
        return Optional.of(new PeerKey(router.get().plan().name(), addresses, key.secret(), origin));
    }
}
