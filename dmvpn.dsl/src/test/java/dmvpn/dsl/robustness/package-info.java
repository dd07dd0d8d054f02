/** Seeded properties and mutations that no text may fail, and the generators that they and other modules' tests share. */
package dmvpn.dsl.robustness;
