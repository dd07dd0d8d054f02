package dmvpn.app.sequence;

/**
 * A lifeline of a chart.
 *
 * @param key what it is called where lifelines are put into order: of a router or host its name, of a whole site something else
 * @param name name for people: of a router or host, or of a site
 * @param site the site that it belongs to, or stands for
 * @param members number of routers and hosts that it stands for
 */
public record Lifeline(String key, String name, String site, int members) {

    private static final String SITE = "site ";

    static Lifeline ofNode(String name, String site) {
        return new Lifeline(name, name, site, 1);
    }

    static Lifeline ofSite(String site, int members) {
        return new Lifeline(SITE + site, site, site, members);
    }

    /** True when it stands for all routers and hosts of a site. */
    public boolean isWholeSite() {
        return key.startsWith(SITE) && key.length() > name.length();
    }
}
