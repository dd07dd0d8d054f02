/** Drawing models. */
package dmvpn.app.draw;
