/**
 * Goods that customers send back for their money (RET). The model is {@code processes/returns/product-return.bpmn}, the
 * policy {@code return-policy.dmn} beside it.
 */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "cases", "orders", "refunds", "correspondence"})
package dev.kefu.returns;

import org.springframework.modulith.ApplicationModule;
