/** Checking and editing a large model, beside the same grammar with everything else as Xtext brings it. */
package dmvpn.bench.language;
