package dmvpn.diagram.edit;

import java.util.List;
import java.util.Optional;

/**
 * An edit of a diagram. Elements and connections are named by their identifiers in the diagram; what is left empty gets a
 * default that fits the model: a free name, a free address, the first transport or cloud.
 */
public sealed interface ModelEdit {

    /**
     * A new transport.
     *
     * @param name its name; empty for a free one
     */
    record CreateTransport(Optional<String> name) implements ModelEdit {
    }

    /**
     * A new overlay cloud.
     *
     * @param name its name; empty for a free one
     */
    record CreateCloud(Optional<String> name) implements ModelEdit {
    }

    /**
     * A new hub.
     *
     * @param name its name; empty for a free one
     * @param transport what it is attached to; empty for the first transport
     * @param cloud what it joins; empty for the first cloud
     */
    record CreateHub(Optional<String> name, Optional<String> transport, Optional<String> cloud) implements ModelEdit {
    }

    /**
     * A new spoke, a client of the cloud's hubs.
     *
     * @param name its name; empty for a free one
     * @param transport what it is attached to; empty for the first transport
     * @param cloud what it joins; empty for the first cloud
     */
    record CreateSpoke(Optional<String> name, Optional<String> transport, Optional<String> cloud) implements ModelEdit {
    }

    /**
     * A new router that is no member of a cloud.
     *
     * @param name its name; empty for a free one
     * @param transport what it is attached to; empty for the first transport
     */
    record CreatePlainRouter(Optional<String> name, Optional<String> transport) implements ModelEdit {
    }

    /**
     * A new host.
     *
     * @param name its name; empty for a free one
     * @param router the router whose local network it is in
     */
    record CreateHost(Optional<String> name, String router) implements ModelEdit {
    }

    /**
     * Takes elements and connections away, and whatever cannot be without them.
     *
     * @param ids their identifiers
     */
    record Delete(List<String> ids) implements ModelEdit {

        /** Keeps an immutable copy of the list. */
        public Delete {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Gives an element another name, wherever the file has it.
     *
     * @param id the element
     * @param name the new name, without brackets
     */
    record Rename(String id, String name) implements ModelEdit {
    }

    /**
     * One more uplink.
     *
     * @param router the router
     * @param transport what it is attached to
     */
    record Attach(String router, String transport) implements ModelEdit {
    }

    /**
     * Takes an uplink to another transport.
     *
     * @param attachment the WAN attachment
     * @param transport the other transport
     */
    record MoveAttachment(String attachment, String transport) implements ModelEdit {
    }

    /**
     * Makes a router a member of a cloud.
     *
     * @param router the router
     * @param cloud the cloud
     */
    record Join(String router, String cloud) implements ModelEdit {
    }

    /**
     * Makes a router a client of a next-hop server.
     *
     * @param client the client
     * @param server the server
     * @param cloud the cloud; empty for one that both are in, or else the first one of the server
     */
    record Connect(String client, String server, Optional<String> cloud) implements ModelEdit {
    }

    /**
     * Takes the server's end of a tunnel to another server of the same cloud.
     *
     * @param tunnel the tunnel
     * @param server the other server
     */
    record Reconnect(String tunnel, String server) implements ModelEdit {
    }

    /**
     * Makes a router a hub.
     *
     * @param router the router
     */
    record SetHub(String router) implements ModelEdit {
    }

    /**
     * Makes a router a spoke: a client of the hubs that are left, and nobody's server.
     *
     * @param router the router
     */
    record SetSpoke(String router) implements ModelEdit {
    }

    /**
     * Another phase.
     *
     * @param cloud the cloud
     * @param phase {@code 1}, {@code 2} or {@code 3}
     */
    record SetPhase(String cloud, String phase) implements ModelEdit {
    }

    /**
     * Another address of an uplink.
     *
     * @param attachment the WAN attachment
     * @param address an address with its prefix length, or {@code DHCP}
     */
    record SetWanAddress(String attachment, String address) implements ModelEdit {
    }

    /**
     * Another tunnel address.
     *
     * @param membership the membership of a router in a cloud
     * @param address an address
     */
    record SetTunnelAddress(String membership, String address) implements ModelEdit {
    }

    /**
     * Another prefix of a local network.
     *
     * @param network the local network
     * @param prefix a prefix
     */
    record SetLocalNetwork(String network, String prefix) implements ModelEdit {
    }

    /**
     * Another overlay subnet.
     *
     * @param cloud the cloud
     * @param prefix a prefix
     */
    record SetOverlay(String cloud, String prefix) implements ModelEdit {
    }
}
