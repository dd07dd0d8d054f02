/** The {@code dmvpn} command: reads arguments, calls the services of {@code dmvpn.app}, prints what they answer. */
package dmvpn.cli;
