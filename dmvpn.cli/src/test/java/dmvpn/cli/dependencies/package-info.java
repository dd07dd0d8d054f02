/** Which parts of others the products are made of: one set of versions, each part with its licence named. */
package dmvpn.cli.dependencies;
