package dmvpn.dsl.ide.hover;

/**
 * The value that a setting has in the end, and who said so.
 *
 * @param value the value with its unit
 * @param reason where it comes from: the place itself, the cloud, the platform's default
 */
record EffectiveValue(String value, String reason) {
}
