/** What a router's configuration would be if it were exported now, and how it differs from the last export. */
package dmvpn.app.preview;
