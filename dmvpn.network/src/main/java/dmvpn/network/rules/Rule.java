package dmvpn.network.rules;

/**
 * One entry of the rule catalogue.
 *
 * @param id stable identifier, such as {@code R-AD-01}; its beginning says the {@link Area}
 * @param severity severity unless a project says otherwise
 * @param title what the rule demands, in a few words
 * @param explanation why, and what to do, in sentences
 * @param source where the rule comes from: RFC and section, or author and title
 */
public record Rule(String id, Severity severity, String title, String explanation, String source) {

    /** What the rule is about. */
    public Area area() {
        return Area.of(id);
    }
}
