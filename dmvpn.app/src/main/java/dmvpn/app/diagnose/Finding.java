package dmvpn.app.diagnose;

/**
 * Something that keeps two routers apart.
 *
 * @param layer first layer that fails
 * @param router router where it shows
 * @param evidence the line of a table, or the event, that shows it
 * @param cause likely cause
 * @param mend what to do
 */
public record Finding(Layer layer, String router, String evidence, String cause, String mend) {
}
