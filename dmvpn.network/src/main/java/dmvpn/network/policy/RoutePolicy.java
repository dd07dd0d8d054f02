package dmvpn.network.policy;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * A route policy, which vendors call route map: the first statement that matches a route decides; a route that none
 * matches is dropped.
 *
 * @param name name, unique on a device
 * @param statements statements in order
 * @param origin where it was written
 */
public record RoutePolicy(String name, List<PolicyStatement> statements, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public RoutePolicy {
        statements = List.copyOf(statements);
    }

    /** All actions of statements that let routes pass. */
    public Stream<PolicyAction> actions() {
        return statements.stream().filter(PolicyStatement::permit).flatMap(statement -> statement.actions().stream());
    }

    /** True when it only says which prefixes pass, so that a prefix list can say the same. */
    public boolean looksAtPrefixesAlone() {
        return statements.stream().allMatch(statement -> statement.tag().isEmpty() && statement.community().isEmpty()
                && statement.asPath().isEmpty() && statement.protocol().isEmpty() && statement.actions().isEmpty());
    }

    /** True when some statement looks at tags or sets one. */
    public boolean usesTags() {
        return statements.stream().anyMatch(statement -> statement.tag().isPresent())
                || actions().anyMatch(action -> action instanceof PolicyAction.SetTag);
    }
}
