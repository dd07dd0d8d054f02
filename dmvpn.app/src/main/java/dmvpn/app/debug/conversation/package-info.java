/** What belongs together of a protocol, and the state machine behind it. */
package dmvpn.app.debug.conversation;
