/**
 * The case file: number, kind, status, outcome, owner and the timeline that tells the story. Every process opens one;
 * what is particular to a kind of case stays with its module and is shown here through {@link dev.kefu.cases.CaseFacts}.
 */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "language"})
package dev.kefu.cases;

import org.springframework.modulith.ApplicationModule;
