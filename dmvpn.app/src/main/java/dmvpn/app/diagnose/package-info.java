/** Finding out why two routers of a run do not talk, layer by layer from the cable up. */
package dmvpn.app.diagnose;
