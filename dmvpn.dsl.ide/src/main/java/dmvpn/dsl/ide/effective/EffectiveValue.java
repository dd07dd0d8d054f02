package dmvpn.dsl.ide.effective;

/**
 * The value that a setting has in the end, and who said so.
 *
 * @param value the value with its unit
 * @param reason where it comes from: the place itself, the cloud, the suite, a family, the platform's default
 */
public record EffectiveValue(String value, String reason) {
}
