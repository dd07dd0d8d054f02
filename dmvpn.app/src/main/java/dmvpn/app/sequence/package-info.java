/** Runs as sequence charts: routers as lifelines, messages between them as arrows, what happens on one of them as a mark. */
package dmvpn.app.sequence;
