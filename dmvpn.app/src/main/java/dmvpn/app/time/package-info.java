/** Times as people write them. */
package dmvpn.app.time;
