/** Asking routers of a run for their tables at any instant. */
package dmvpn.app.show;
