/** Packets as people look at them: fields with their bytes, and other programs that show them. */
package dmvpn.app.packet;
