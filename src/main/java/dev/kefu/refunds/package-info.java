/**
 * Money back to customers: one refund for each decision of a case, approved by grade (AUT-3), four eyes (ORG-4), paid
 * once. The process is {@code refund}, called by the others; the order guards the money itself.
 */
@ApplicationModule(allowedDependencies = {"shared", "partners", "workflow", "cases", "orders", "people"})
package dev.kefu.refunds;

import org.springframework.modulith.ApplicationModule;
